"""Reader processes: a hostile file costs one of them, never the site."""
