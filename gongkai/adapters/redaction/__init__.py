"""Covering parts of documents: burnt into pictures of pages, written anew, verified."""
