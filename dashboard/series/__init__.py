"""Selection -> plain data for one picture. Figure, table, sentence and CSV are faces of one such object."""
