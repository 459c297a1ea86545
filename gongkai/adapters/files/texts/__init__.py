"""Readers of all that a file says, one for each kind."""
