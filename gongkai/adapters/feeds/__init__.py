"""What other platforms publish, read from their feeds and tables."""
