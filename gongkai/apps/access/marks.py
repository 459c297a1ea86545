"""Keyed digests: recognise a value again without keeping it."""

import unicodedata

from django.utils.crypto import salted_hmac


def mark(kind: str, value: str) -> str:
    """The digest of a value of that kind."""
    return salted_hmac(f"gongkai.access.{kind}", value, algorithm="sha256").hexdigest()


def plain_name(username: str) -> str:
    """A name as it is compared: no case, no look-alikes, no spaces around."""
    return unicodedata.normalize("NFKC", username).strip().casefold()
