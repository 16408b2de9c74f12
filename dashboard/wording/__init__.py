"""The only maker of words: days, cases, grades, sources, sentences."""
