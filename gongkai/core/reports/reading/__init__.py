"""Reading reports out of documents."""

from gongkai.core.reports.reading.read import read, read_document

__all__ = ["read", "read_document"]
