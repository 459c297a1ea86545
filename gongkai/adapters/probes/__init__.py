"""Reaching public addresses: whether links lead anywhere, and fetching feeds."""
