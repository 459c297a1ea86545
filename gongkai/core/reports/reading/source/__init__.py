"""The source: its lines, its atoms, and where the tables are."""
