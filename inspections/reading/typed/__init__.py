"""What people type: one set of rules for the CSV file, the form and the file the form writes."""
