"""What a report is made of: sections, paragraphs, passages."""
