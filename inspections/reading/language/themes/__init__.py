"""Which themes a passage speaks of, and the words that tell."""
