"""Applications of the demonstration."""
