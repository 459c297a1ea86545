"""Secrets that are made once and kept in a file that only its owner can read."""

import os
import secrets
from pathlib import Path


def kept_secret(path: Path, length: int) -> str:
    """The secret in that file; the first call makes it, of so many random bytes."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    secret = secrets.token_urlsafe(length)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret + "\n")
    return secret
