"""Drawn histories of several cases at once, by the real actions, over days."""
