"""Where the records behind a figure are listed: the same filters, as an address of the list."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from gongkai.apps.publishing.counting_queries import CountRow, Dimension, Period, Totals, days_of
from gongkai.apps.publishing.dated_queries import Dated
from gongkai.apps.publishing.queries import ALL_ORGANS, OWN_WORK
from gongkai.core.publishing.channels import Source

LIST_FILTERS: Final = {
    Dimension.KIND: "kind",
    Dimension.CODE: "code",
    Dimension.SOURCE: "source",
    Dimension.CHANNEL: "channel",
    Dimension.ORGAN: "organ",
    Dimension.UNIT: "unit",
}
TOTALS: Final = (
    "发布",
    "其中逾期",
    "撤回、转为不公开",
    "省级平台提取（另计）",
    "在其他渠道也发布",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, and where the records behind it are listed."""

    label: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One line of the table, with the addresses of its two figures."""

    row: CountRow
    address: str
    late_address: str


def shown_row(by: Dimension, row: CountRow, period: Period, organ_id: int | None) -> ShownRow:
    """A line of the table, each figure leading to exactly what was counted."""
    days = days_of(row.key, period) if by is Dimension.MONTH else period
    chosen = {} if by is Dimension.MONTH else {LIST_FILTERS[by]: row.key}
    asked = {"source": OWN_WORK, **chosen}
    return ShownRow(
        row,
        records(Dated.FIRST, days, organ_id, **asked),
        records(Dated.FIRST, days, organ_id, **asked, late="then"),
    )


def records_of_totals(found: Totals, period: Period, organ_id: int | None) -> list[Figure]:
    """The figures above the table, each leading to what was counted."""
    own = {"source": OWN_WORK}
    harvested = {"source": Source.HARVESTED.value}
    rows: tuple[tuple[str, int, Dated, dict[str, str]], ...] = (
        (TOTALS[0], found.released, Dated.FIRST, own),
        (TOTALS[1], found.late, Dated.FIRST, {**own, "late": "then"}),
        (TOTALS[2], found.withdrawn, Dated.DOWN, {}),
        (TOTALS[3], found.harvested, Dated.FIRST, harvested),
        (TOTALS[4], found.elsewhere, Dated.ELSEWHERE, {}),
    )
    return [
        Figure(label, count, records(dated, period, organ_id, **asked))
        for label, count, dated, asked in rows
    ]


def records(dated: Dated, period: Period, organ_id: int | None, **asked: str) -> str:
    """Where the items are listed to which that happened in the period."""
    organ = ALL_ORGANS if organ_id is None else str(organ_id)
    days = {"from": period.first.isoformat(), "to": period.last.isoformat()}
    wanted = {"organ": organ, **asked, "dated": dated.value, **days}
    return f"{reverse('desk:items')}?{urlencode(wanted)}"
