"""Small files of every kind, made up on the spot."""
