"""The standard directory of a field (基层政务公开标准目录): rows and their columns (R8-02).

What comes in is read by `directory_reading`; what goes out is laid out here, so that a table
that went out can come in again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Final

from gongkai.core.catalogue.channels import written_channels
from gongkai.core.publishing.draft import Json


class Audience(StrEnum):
    """For whom (公开对象)."""

    PUBLIC = "public"
    GROUP = "group"
    BOTH = "both"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"public": "全社会", "group": "特定群体", "both": "全社会、特定群体"}[self.value]


class Way(StrEnum):
    """On whose initiative (公开方式)."""

    PROACTIVE = "proactive"
    ON_APPLICATION = "on_application"
    BOTH = "both"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"proactive": "主动", "on_application": "依申请", "both": "主动、依申请"}[self.value]


class Level(StrEnum):
    """At which level of government (公开层级)."""

    COUNTY = "county"
    TOWNSHIP = "township"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"county": "县级", "township": "乡级"}[self.value]


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One row (事项) as a table states it."""

    number: str
    first: str
    second: str = ""
    elements: str = ""
    basis: str = ""
    limit: str = ""
    subject: str = ""
    channels: tuple[str, ...] = ()
    audience: str = ""
    audience_note: str = ""
    way: str = Way.PROACTIVE.value
    levels: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """By what a row is known in its directory."""
        return self.number, self.second

    def pack(self) -> dict[str, Json]:
        """Plain values, ready to be stored."""
        packed: dict[str, Json] = asdict(self)
        return packed | {"channels": list(self.channels), "levels": list(self.levels)}


NAMES: Final = tuple(field.name for field in fields(DirectoryRow))
LISTS: Final = frozenset({"channels", "levels"})
LABELS: Final = {
    "number": "序号",
    "first": "一级事项",
    "second": "二级事项",
    "elements": "公开内容（要素）",
    "basis": "公开依据",
    "limit": "公开时限",
    "subject": "公开主体",
    "channels": "公开渠道和载体",
    "audience": "公开对象",
    "audience_note": "特定群体",
    "way": "公开方式",
    "levels": "公开层级",
}
"""What a column is called, by what it holds."""
HEADS: Final = (
    ("序号", ("",)),
    ("公开事项", ("一级事项", "二级事项")),
    ("公开内容（要素）", ("",)),
    ("公开依据", ("",)),
    ("公开时限", ("",)),
    ("公开主体", ("",)),
    ("公开渠道和载体", ("",)),
    ("公开对象", ("全社会", "特定群体")),
    ("公开方式", ("主动", "依申请")),
    ("公开层级", ("县级", "乡级")),
)
"""The head of the standard table, two lines high: what stands above, and what below it."""
TITLE: Final = "{field}领域基层政务公开标准目录"
TICK: Final = "√"


def unpack(stored: dict[str, Json]) -> DirectoryRow:
    """The row that was packed."""
    values = {name: stored.get(name) for name in NAMES}
    lists = {name: tuple(_texts(values[name])) for name in LISTS}
    texts = {name: str(values[name] or "") for name in NAMES if name not in LISTS}
    return DirectoryRow(**texts, **lists)  # type: ignore[arg-type] # the shapes are made above


def _texts(value: Json) -> Iterator[str]:
    yield from (str(one) for one in value) if isinstance(value, list) else ()


def cells(row: DirectoryRow) -> tuple[str, ...]:
    """A row as the standard table has it, in the order of the heads."""
    to_all = row.audience in {Audience.PUBLIC, Audience.BOTH}
    to_group = row.audience in {Audience.GROUP, Audience.BOTH}
    return (
        row.number,
        row.first,
        row.second,
        row.elements,
        row.basis,
        row.limit,
        row.subject,
        written_channels(row.channels),
        TICK if to_all else "",
        f"{TICK}{row.audience_note}" if to_group else "",
        TICK if row.way in {Way.PROACTIVE, Way.BOTH} else "",
        TICK if row.way in {Way.ON_APPLICATION, Way.BOTH} else "",
        TICK if Level.COUNTY in row.levels else "",
        TICK if Level.TOWNSHIP in row.levels else "",
    )


def spoken(name: str, value: str | Sequence[str]) -> str:
    """What a screen shows of one value of a row."""
    if name == "channels":
        return "、".join(value)
    if name == "levels":
        return "、".join(Level(one).label for one in value)
    return _CODED.get(name, {}).get(str(value), str(value))


_CODED: Final[dict[str, dict[str, str]]] = {
    "audience": {one.value: one.label for one in Audience},
    "way": {one.value: one.label for one in Way},
}


@dataclass(frozen=True, slots=True)
class Pairing:
    """How a new table stands to the old one: rows that are new, those that take another's place
    and in what they differ, those that stay as they are, those that the new table leaves out."""

    new: tuple[DirectoryRow, ...]
    changed: tuple[tuple[DirectoryRow, DirectoryRow, tuple[str, ...]], ...]
    same: tuple[DirectoryRow, ...]
    gone: tuple[DirectoryRow, ...]


def paired(old: Sequence[DirectoryRow], new: Sequence[DirectoryRow]) -> Pairing:
    """Put each new row in the place of the old one of its number; where several share a number,
    of the same second name first, the others in their order."""
    places = partners(old, new)
    fresh = [row for row, at in zip(new, places, strict=True) if at is None]
    met = [(old[at], row) for row, at in zip(new, places, strict=True) if at is not None]
    changed = [(before, after, _differ(before, after)) for before, after in met]
    return Pairing(
        tuple(fresh),
        tuple(row for row in changed if row[2]),
        tuple(after for before, after in met if before == after),
        tuple(row for at, row in enumerate(old) if at not in set(places)),
    )


def partners(old: Sequence[DirectoryRow], new: Sequence[DirectoryRow]) -> list[int | None]:
    """For each new row the place of the old one that it replaces."""
    left = {row.key: at for at, row in enumerate(old)}
    found = [left.pop(row.key, None) for row in new]
    for index, row in enumerate(new):
        if found[index] is None:
            key = next((key for key in left if key[0] == row.number), None)
            found[index] = None if key is None else left.pop(key)
    return found


def _differ(before: DirectoryRow, after: DirectoryRow) -> tuple[str, ...]:
    return tuple(name for name in NAMES if getattr(before, name) != getattr(after, name))
