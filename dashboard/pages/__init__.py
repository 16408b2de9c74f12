"""Pages. Views ask querysets named questions and hand the answers to templates."""
