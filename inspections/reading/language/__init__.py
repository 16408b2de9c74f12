"""How reports put things: days, numbers, grades, names and themes, in words."""
