"""Delivering letters."""
