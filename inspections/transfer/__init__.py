"""The project's own tables: one row type each, written by ``export`` and read by ``load_bundle``."""
