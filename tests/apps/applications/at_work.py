"""A case of an organ on its desk, and the people who work on it."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from gongkai.apps.applications.cases.clocks import begin_clock
from gongkai.apps.applications.models import Applicant, Application
from gongkai.apps.organs.models import Organ, SpecialDay, WorkdayYear
from gongkai.apps.organs.shipped import known_special_days
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, Actor, Role
from tests.factories.organs import Region, acting
from tests.factories.register import stored

RECEIVED = date(2025, 6, 2)
DUE = date(2025, 6, 30)
"""Twenty working days after the second of June, which was a holiday."""


def at(day: str | date, hour: int = 10) -> datetime:
    """A moment of a day."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(on, time(hour), timezone.get_default_timezone())


def codes(error: pytest.ExceptionInfo[BlockedError]) -> set[str]:
    """What stood in the way."""
    assert all(finding.text and finding.hint for finding in error.value.findings)
    return {finding.code for finding in error.value.findings}


class Desk:
    """A finance bureau with its people, the working days of two years, and one case in hand."""

    def __init__(self) -> None:
        self.region = Region()
        self.organ: Organ = self.region.finance
        self.handler = acting("handler", self.organ, Role.HANDLER)
        self.colleague = acting("colleague", self.organ, Role.HANDLER)
        self.office = acting("office", self.organ, Role.DISCLOSURE_OFFICE)
        self.head = acting("head", self.organ, Role.HEAD)
        self.drafter = acting("drafter", self.organ, Role.DRAFTER)
        self.stranger = acting("stranger", self.region.health, Role.HANDLER, Role.HEAD)
        for year in (2025, 2026):
            row = WorkdayYear.objects.create(year=year, source="示例")
            SpecialDay.objects.bulk_create(
                SpecialDay(year=row, day=day, is_workday=worked)
                for day, worked in known_special_days(year).items()
            )
        self.case = self.received(1)

    def received(self, number: int, state: str = "handling", **values: object) -> Application:
        """One more case, its clock running from the day of receipt."""
        given = {"state": state, "received_on": RECEIVED, "due": None, **values}
        case = stored(self.organ, number, **given)
        Applicant.objects.create(application=case, name="张明")
        begin_clock(case, actor=SYSTEM, now=at(RECEIVED))
        return case

    def now(self) -> Application:
        """The case as it is stored."""
        return Application.objects.get(pk=self.case.pk)

    @property
    def version(self) -> int:
        """The version somebody sees who opens the page now."""
        return self.now().version


def who(desk: Desk, name: str) -> Actor:
    """One of the people."""
    found = getattr(desk, name)
    assert isinstance(found, Actor)
    return found
