"""Deciding, reviewing, issuing replies."""
