"""Files in a folder that are there whole or not at all, also after the power has failed."""

import os
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

BEING_WRITTEN = ".part"


class DurableStorage(FileSystemStorage):
    """Writes beside the name, syncs, then takes the name; a name that is taken stays as it is."""

    def _save(self, name: str, content: File[bytes]) -> str:
        """Write a file; Django has found a free name before. Raises FileExistsError."""
        written = super()._save(f"{name}{BEING_WRITTEN}", content)  # type: ignore[misc]
        source, target = Path(self.path(written)), Path(self.path(name))
        _sync(source)
        if target.exists():
            source.unlink()
            raise FileExistsError(target)
        source.rename(target)
        _sync(target.parent)
        return name


def _sync(path: Path) -> None:
    """Have the system write down what it holds of a file or a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
