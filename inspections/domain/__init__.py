"""The rules of the field: what is one inspection, which source stands, what may be said."""
