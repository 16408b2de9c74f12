"""The pages of staff: files taken in, problems, numbers proposed, and what is typed in by hand."""
