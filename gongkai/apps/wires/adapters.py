"""Finding the adapter that the settings name for a port."""

from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from gongkai.core.ports import BatchEngine, DocumentReader


def document_reader() -> DocumentReader:
    """The reader of files."""
    return cast("DocumentReader", import_string(settings.GONGKAI_ADAPTERS["documents"])())


def batch_engine() -> BatchEngine:
    """The engine for big runs."""
    return cast("BatchEngine", import_string(settings.GONGKAI_ADAPTERS["batch"])())
