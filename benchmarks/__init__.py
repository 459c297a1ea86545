"""Measurements: ./gk bench NAME."""
