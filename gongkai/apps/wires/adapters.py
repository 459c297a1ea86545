"""Finding the adapter that the settings name for a port."""

from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from gongkai.core.ports import BatchEngine, DocumentReader, SignInProvider


def document_reader() -> DocumentReader:
    """The reader of files."""
    return cast("DocumentReader", import_string(settings.GONGKAI_ADAPTERS["documents"])())


def batch_engine() -> BatchEngine:
    """The engine for big runs."""
    return cast("BatchEngine", import_string(settings.GONGKAI_ADAPTERS["batch"])())


def sign_in_provider() -> SignInProvider | None:
    """Who else vouches for people; nobody unless the settings say so."""
    if not settings.GONGKAI_OIDC.get("issuer"):
        return None
    made = import_string(settings.GONGKAI_ADAPTERS["sign_in"])(**settings.GONGKAI_OIDC)
    return cast("SignInProvider", made)
