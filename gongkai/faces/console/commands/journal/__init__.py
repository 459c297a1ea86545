"""The commands about the journal; they use the database that the settings name."""
