"""What is said of a column, and everything that may be wrong with it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from gongkai.apps.catalogue import column_obstacles as obstacles
from gongkai.apps.catalogue.models import Column, Moved, Site
from gongkai.apps.organs.models import Organ
from gongkai.core.catalogue.addresses import COLUMN
from gongkai.core.catalogue.columns import DEEPEST, ColumnKind, ColumnQuery
from gongkai.core.finding import Finding
from gongkai.core.publishing.catalogue import ENTRY
from gongkai.core.publishing.draft import Json
from gongkai.core.publishing.kinds import KIND

KEY: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
LONGEST_PERIOD: Final = 3660
ARTICLES: Final = ("20", "21")
"""Codes that stand for all of an article."""


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """What is said of a column; without a `period` it is that of its kind."""

    name: str
    kind: str
    query: ColumnQuery = field(default=ColumnQuery())
    description: str = ""
    keywords: str = ""
    period: int | None = None
    each_organ: bool = False
    on_home: bool = False

    def values(self) -> dict[str, Json]:
        """The values of the row."""
        return {
            "name": self.name.strip(),
            "kind": self.kind,
            "query": self.query.pack(),
            "description": self.description.strip(),
            "keywords": self.keywords.strip(),
            "period": self.period,
            "each_organ": self.each_organ,
            "on_home": self.on_home,
        }


def facts_of(column: Column) -> dict[str, Json]:
    """The same values as a row has them now."""
    names = ColumnFacts(name="", kind="").values()
    return {name: getattr(column, name) for name in names}


def fact_faults(facts: ColumnFacts) -> Iterator[Finding]:
    """What is wrong with a column wherever it stands."""
    if not facts.name.strip():
        yield obstacles.no_name()
    if facts.kind not in set(ColumnKind):
        yield obstacles.unknown_kind()
    if facts.period is not None and not 1 <= facts.period <= LONGEST_PERIOD:
        yield obstacles.bad_period(LONGEST_PERIOD)
    yield from query_faults(facts.query)


def query_faults(query: ColumnQuery) -> Iterator[Finding]:
    """What is wrong with a query."""
    if query.is_empty:
        yield obstacles.shows_everything()
    if codes := [code for code in query.codes if code not in ENTRY and code not in ARTICLES]:
        yield obstacles.unknown_values("codes", codes)
    if kinds := [kind for kind in query.kinds if kind not in KIND]:
        yield obstacles.unknown_values("kinds", kinds)
    if query.organ_ids:
        known = set(Organ.objects.filter(pk__in=query.organ_ids).values_list("pk", flat=True))
        if missing := sorted(set(query.organ_ids) - known):
            yield obstacles.unknown_values("organ_ids", map(str, missing))


def key_faults(site: Site, key: str) -> Iterator[Finding]:
    """What is wrong with an address: it never belonged to another column of the site."""
    if not KEY.fullmatch(key):
        yield obstacles.bad_key(key)
    elif (
        Column.objects.filter(site=site, key=key).exists()
        or Moved.objects.filter(path=COLUMN.format(key=key)).exists()
    ):
        yield obstacles.key_taken(key)


def place_faults(
    site: Site, column: Column | None, name: str, parent_id: int | None
) -> Iterator[Finding]:
    """What is wrong with a place: taken name, closed parent, a circle, too far from home."""
    rows = {row.pk: row for row in Column.objects.filter(site=site, closed_at=None)}
    own = None if column is None else column.pk
    if any(
        row.name == name.strip() and row.parent_id == parent_id and row.pk != own
        for row in rows.values()
    ):
        yield obstacles.name_taken(name.strip())
    if parent_id is not None and parent_id not in rows:
        yield obstacles.parent_missing()
        return
    above = list(_way_up(parent_id, rows))
    if own is not None and own in above:
        yield obstacles.circle()
    elif len(above) + _height(own, rows.values()) > DEEPEST:
        yield obstacles.too_deep(DEEPEST)


def _way_up(start: int | None, rows: Mapping[int, Column]) -> Iterator[int]:
    seen, at = set[int](), start
    while at is not None and at in rows and at not in seen:
        seen.add(at)
        yield at
        at = rows[at].parent_id


def _height(column_id: int | None, rows: Iterable[Column]) -> int:
    """How many levels a column takes up, those below it counted."""
    rows, height = list(rows), 1
    level = set() if column_id is None else {row.pk for row in rows if row.parent_id == column_id}
    while level and height <= DEEPEST:
        height += 1
        level = {row.pk for row in rows if row.parent_id in level}
    return height
