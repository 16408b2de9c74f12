"""Opening a file safely: what it is, and its words or rows."""
