"""From a file to records. Runs in a reader process: imports neither Django nor models."""
