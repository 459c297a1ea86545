"""Reading files: one reader for all kinds, one folder or module per kind."""
