"""Finding the adapter that the settings name for a port."""

from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from gongkai.core.ports import (
    BatchEngine,
    DocumentReader,
    FeedReader,
    FeedSource,
    FileCleaner,
    FileGate,
    LetterFormat,
    LetterWriter,
    LinkProber,
    Redactor,
    SignInProvider,
)


def document_reader() -> DocumentReader:
    """The reader of files."""
    return cast("DocumentReader", import_string(settings.GONGKAI_ADAPTERS["documents"])())


def batch_engine() -> BatchEngine:
    """The engine for big runs."""
    return cast("BatchEngine", import_string(settings.GONGKAI_ADAPTERS["batch"])())


def file_gate() -> FileGate:
    """Who lets files in."""
    return cast("FileGate", import_string(settings.GONGKAI_ADAPTERS["file_gate"])())


def file_cleaner() -> FileCleaner:
    """Who reads files and cleans them."""
    return cast("FileCleaner", import_string(settings.GONGKAI_ADAPTERS["file_cleaner"])())


def letter_writer(kind: LetterFormat) -> LetterWriter:
    """Who writes documents of this kind."""
    made = import_string(settings.GONGKAI_ADAPTERS[f"letters_{kind}"])(**settings.GONGKAI_LETTERS)
    return cast("LetterWriter", made)


def redactor() -> Redactor:
    """Who covers parts of documents."""
    return cast("Redactor", import_string(settings.GONGKAI_ADAPTERS["redaction"])())


def link_prober() -> LinkProber:
    """Who looks at links."""
    made = import_string(settings.GONGKAI_ADAPTERS["probes"])(**settings.GONGKAI_PROBES)
    return cast("LinkProber", made)


def feed_reader() -> FeedReader:
    """Who reads feeds."""
    return cast("FeedReader", import_string(settings.GONGKAI_ADAPTERS["feeds"])())


def feed_source() -> FeedSource:
    """Who fetches feeds, by the rules that hold for links."""
    made = import_string(settings.GONGKAI_ADAPTERS["feed_source"])(**settings.GONGKAI_PROBES)
    return cast("FeedSource", made)


def sign_in_provider() -> SignInProvider | None:
    """Who else vouches for people; nobody unless the settings say so."""
    if not settings.GONGKAI_OIDC.get("issuer"):
        return None
    made = import_string(settings.GONGKAI_ADAPTERS["sign_in"])(**settings.GONGKAI_OIDC)
    return cast("SignInProvider", made)
