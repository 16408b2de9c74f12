"""Series -> figures as plain dictionaries. Pure: nothing here asks the database."""
