"""The reviewed definitions, one YAML file a kind, and what reads them."""
