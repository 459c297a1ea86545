"""Handling a case: the steps between receipt and reply."""
