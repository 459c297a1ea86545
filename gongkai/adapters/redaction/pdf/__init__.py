"""Covering parts of PDF files."""
