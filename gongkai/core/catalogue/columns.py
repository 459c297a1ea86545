"""Columns (栏目): queries over items, the kinds of column, and how often each is expected to move.

A column holds nothing. What it shows follows from what items say of themselves, so an item that is
shown in five columns is one record, and no two columns can differ about it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from gongkai.core.publishing.draft import Json


class ColumnKind(StrEnum):
    """What a column is for; the words are those of the page labels (R6-08, §6.4)."""

    NEWS = "news"
    NOTICES = "notices"
    POLICIES = "policies"
    INTERPRETATIONS = "interpretations"
    STATUTORY = "statutory"
    RULES = "rules"
    ANNUAL_REPORTS = "annual_reports"
    KEY_AREA = "key_area"
    SERVICES = "services"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word a page's label shows."""
        return LABELS[self]

    @property
    def period(self) -> int:
        """Within how many days something new is expected (R6-07), unless a column says so."""
        return PERIODS.get(self, LONG)


LABELS: Final = {
    ColumnKind.NEWS: "政务动态",
    ColumnKind.NOTICES: "通知公告",
    ColumnKind.POLICIES: "政策文件",
    ColumnKind.INTERPRETATIONS: "政策解读",
    ColumnKind.STATUTORY: "法定主动公开内容",
    ColumnKind.RULES: "政府信息公开制度",
    ColumnKind.ANNUAL_REPORTS: "政府信息公开年报",
    ColumnKind.KEY_AREA: "重点领域",
    ColumnKind.SERVICES: "办事服务",
    ColumnKind.OTHER: "其他",
}
LONG: Final = 365
PERIODS: Final = {
    ColumnKind.NEWS: 14,
    ColumnKind.NOTICES: 183,
    ColumnKind.POLICIES: 183,
    ColumnKind.INTERPRETATIONS: 183,
}
DEEPEST: Final = 3
"""Pages further from the home page than so many clicks are told."""


@dataclass(frozen=True, slots=True)
class ColumnQuery:
    """Which items a column shows: those that fit every line that says something.

    `codes` are catalogue codes (`20-07`, or `20` for all of article 20), `kinds` kinds of item,
    `tags` words of which one is enough, `organ_ids` organs; empty means any.
    """

    codes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    organ_ids: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it would show everything."""
        return not (self.codes or self.kinds or self.tags or self.organ_ids)

    def pack(self) -> dict[str, Json]:
        """Plain values, ready to be stored."""
        return {
            "codes": list(self.codes),
            "kinds": list(self.kinds),
            "tags": list(self.tags),
            "organ_ids": list(self.organ_ids),
        }


def unpack(stored: Mapping[str, Json]) -> ColumnQuery:
    """The query that was packed; what has another shape is left out."""
    return ColumnQuery(
        codes=_texts(stored.get("codes")),
        kinds=_texts(stored.get("kinds")),
        tags=_texts(stored.get("tags")),
        organ_ids=_numbers(stored.get("organ_ids")),
    )


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(row for row in value if isinstance(row, str)) if isinstance(value, list) else ()


def _numbers(value: Json) -> tuple[int, ...]:
    return tuple(row for row in value if isinstance(row, int)) if isinstance(value, list) else ()


class Freshness(StrEnum):
    """How a column stands."""

    FRESH = "fresh"
    STALE = "stale"
    BLANK = "blank"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"fresh": "正常", "stale": "逾期未更新", "blank": "空白"}[self.value]


def freshness(period: int, newest: date | None, today: date) -> Freshness:
    """Whether something is there, and new enough: on the last day of the period it still is."""
    if newest is None:
        return Freshness.BLANK
    return Freshness.STALE if today - newest > timedelta(days=period) else Freshness.FRESH


def stale_since(period: int, newest: date) -> date:
    """The first day on which a column is stale."""
    return newest + timedelta(days=period + 1)
