"""The three statutory tables."""
