"""The prepared pages of a redaction in the storage: pictures and words, before and after.

They can be made again at any time from the file and its boxes; nothing refers to them but the
number of the redaction and the version they show. They lie sealed, like the file they come from.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from gongkai.apps.sealing.resealing import FAULT, Batch
from gongkai.apps.sealing.sealed import SealError
from gongkai.apps.sealing.sealed_bytes import (
    HEAD_BYTES,
    is_current,
    key_in,
    opened_bytes,
    seal_bytes,
)
from gongkai.core.ports import Area, PageLook, PlacedWord

FOLDER: Final = "redactions"
BEFORE: Final = "before"
AFTER: Final = "after-{version}"
NAME: Final = "redactions（区分处理的页面）"
COUNT, NOTES, TEXT = "count", "notes", "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page without its picture: its size, and its words."""

    number: int
    width: float
    height: float
    words: tuple[PlacedWord, ...]
    is_recognised: bool = False


def after(version: int) -> str:
    """The name of the pages as they are with the boxes of that version."""
    return AFTER.format(version=version)


def begin(redaction_id: int, which: str, pages: int, notes: Sequence[str] = ()) -> None:
    """Tell how many pages there will be."""
    told = {COUNT: pages, NOTES: list(notes)}
    _put(_key(redaction_id, which, "index.json"), json.dumps(told).encode())


def keep(redaction_id: int, which: str, page: PageLook) -> None:
    """Keep one page."""
    told = {
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "recognised": page.is_recognised,
        "words": [{"text": word.text, "area": asdict(word.area)} for word in page.words],
    }
    _put(_key(redaction_id, which, f"{page.number}.json"), json.dumps(told).encode())
    _put(_key(redaction_id, which, f"{page.number}.png"), page.picture)


def pages(redaction_id: int, which: str) -> tuple[int, tuple[str, ...]]:
    """How many pages there are or will be, and what was noted; 0 where nothing is prepared."""
    try:
        told = json.loads(_bytes(_key(redaction_id, which, "index.json")))
    except FileNotFoundError:
        return 0, ()
    return int(told[COUNT]), tuple(told[NOTES])


def ready(redaction_id: int, which: str) -> int:
    """How many pages are prepared."""
    _, names = _listed(f"{FOLDER}/{redaction_id}/{which}")
    return sum(name.endswith(".png") for name in names)


def picture(redaction_id: int, which: str, number: int) -> bytes:
    """The picture of a page (PNG). Raises FileNotFoundError."""
    return _bytes(_key(redaction_id, which, f"{number}.png"))


def sheet(redaction_id: int, which: str, number: int) -> Sheet:
    """A page's size and words. Raises FileNotFoundError."""
    told = json.loads(_bytes(_key(redaction_id, which, f"{number}.json")))
    words = tuple(PlacedWord(word["text"], Area(**word["area"])) for word in told["words"])
    is_recognised = bool(told.get("recognised"))
    return Sheet(told["number"], told["width"], told["height"], words, is_recognised)


def forget(redaction_id: int, *, but: Collection[str] = ()) -> None:
    """Delete what was prepared for a redaction, but for pages of these kinds."""
    base = f"{FOLDER}/{redaction_id}"
    for which in _listed(base)[0]:
        if which not in but:
            for name in _listed(f"{base}/{which}")[1]:
                default_storage.delete(f"{base}/{which}/{name}")


def _listed(folder: str) -> tuple[list[str], list[str]]:
    """Folders and files; none where nothing was ever stored."""
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []


def _key(redaction_id: int, which: str, name: str) -> str:
    return f"{FOLDER}/{redaction_id}/{which}/{name}"


def _put(key: str, data: bytes) -> None:
    """Write under exactly this key, over what may be there."""
    default_storage.delete(key)
    default_storage.save(key, ContentFile(seal_bytes(data, key)))


def _bytes(key: str) -> bytes:
    with default_storage.open(key, "rb") as file:
        return opened_bytes(bytes(file.read()), key)


class PreparedPages:
    """All prepared pages, for whoever rotates the keys."""

    name = NAME

    def reseal(self, size: int) -> Iterator[Batch]:
        """Seal anew what another key sealed, or none; a batch is as many files."""
        keys = _keys()
        while batch := list(islice(keys, size)):
            done, faults = 0, []
            for key in batch:
                try:
                    done += _reseal(key)
                except SealError as error:
                    faults.append(FAULT.format(key=key, error=error))
            yield Batch(batch[-1], done, tuple(faults))

    def keys(self) -> Iterator[str]:
        """By which key each file is sealed."""
        for key in _keys():
            yield key_in(_head(key))


def _keys() -> Iterator[str]:
    for number in _listed(FOLDER)[0]:
        for which in _listed(f"{FOLDER}/{number}")[0]:
            for name in _listed(f"{FOLDER}/{number}/{which}")[1]:
                yield _key(int(number), which, name)


def _head(key: str) -> bytes:
    with default_storage.open(key, "rb") as file:
        return bytes(file.read(HEAD_BYTES))


def _reseal(key: str) -> bool:
    """Seal one file anew; pages that went meanwhile were forgotten, and are made again."""
    try:
        if is_current(_head(key)):
            return False
        _put(key, _bytes(key))
    except FileNotFoundError:
        return False
    return True
