"""A bureau with its people, and disputes to enter."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from django.utils import timezone

from gongkai.apps.disputes.closing import close_dispute
from gongkai.apps.disputes.facts import Closing, Opening
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.disputes.opening import open_dispute
from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.models import SpecialDay, WorkdayYear
from gongkai.apps.organs.shipped import known_special_days
from gongkai.core.disputes.kinds import DisputeKind, Result
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Role
from tests.factories.organs import Region, acting

REVIEW = Opening(
    kind=DisputeKind.RECONSIDERATION,
    party="张明",
    act="政府信息不予公开决定书（示财公开〔2025〕3号）",
    body="示范市人民政府",
    case_number="示府复〔2025〕12号",
    received_on=date(2025, 6, 3),
)
LAWSUIT = replace(
    REVIEW,
    kind=DisputeKind.DIRECT,
    body="示范市人民法院",
    case_number="（2025）示行初7号",
)
UPHELD = Closing(Result.UPHELD, date(2025, 6, 20), "事实清楚，予以维持。")
CORRECTED = Closing(Result.CORRECTED, date(2025, 6, 20), "撤销，责令重新答复。", asks_again=True)


def at(day: str | date, hour: int = 10) -> datetime:
    """A moment of a day."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(on, time(hour), timezone.get_default_timezone())


NOW = at("2025-06-30")


def told(verb: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the journal keeps of the one step of that name: before and after."""
    entry = Entry.objects.get(verb=verb)
    return entry.before or {}, entry.after or {}


def codes(error: pytest.ExceptionInfo[BlockedError]) -> set[str]:
    """What stood in the way."""
    assert all(finding.text and finding.hint for finding in error.value.findings)
    return {finding.code for finding in error.value.findings}


class Ledger:
    """The finance bureau of the city and its people."""

    def __init__(self) -> None:
        self.region = Region()
        self.organ = self.region.finance
        self.handler = acting("handler", self.organ, Role.HANDLER)
        self.office = acting("office", self.organ, Role.DISCLOSURE_OFFICE)
        self.drafter = acting("drafter", self.organ, Role.DRAFTER)
        self.above = acting("above", self.region.city, Role.HANDLER)
        self.stranger = acting("stranger", self.region.health, Role.HANDLER)
        for year in (2025, 2026):
            row = WorkdayYear.objects.create(year=year, source="示例")
            SpecialDay.objects.bulk_create(
                SpecialDay(year=row, day=day, is_workday=worked)
                for day, worked in known_special_days(year).items()
            )

    def opened(self, opening: Opening = REVIEW, **changes: Any) -> Dispute:
        """A dispute in the ledger."""
        given = replace(opening, **changes)
        return open_dispute(self.handler, organ_id=self.organ.pk, opening=given, now=NOW)

    def closed(self, row: Dispute, closing: Closing = UPHELD) -> Dispute:
        """The dispute, over."""
        return close_dispute(
            self.handler, dispute_id=row.pk, expected=row.version, closing=closing, now=NOW
        )
