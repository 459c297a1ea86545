"""What is looked at, put into a case, or opened to a calendar: by whom, and written down."""

from datetime import timedelta

import pytest

from gongkai.apps.applications.cases.revealing import reveal
from gongkai.apps.applications.models import CalendarFeed, CaseFile
from gongkai.apps.applications.receiving.enclosing import add_case_file
from gongkai.apps.applications.register.calendar_queries import (
    due_of_person,
    due_within,
    feed_owner,
)
from gongkai.apps.applications.register.feeding import open_feed, revoke_feed
from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.models import Duty
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from tests.apps.applications.at_work import DUE, RECEIVED, Desk, at, codes
from tests.factories.organs import FOUNDED, acting

pytestmark = pytest.mark.django_db
NOW = at("2025-06-20")
TODAY = NOW.date()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_applicant_is_shown_for_a_purpose_and_the_journal_keeps_who_and_why(
    desk: Desk,
) -> None:
    told = reveal(desk.handler, application_id=desk.case.pk, purpose="联系补正", now=NOW)
    assert told.name == "张明"
    entry = Entry.objects.filter(verb="read").get()
    assert (entry.actor, entry.after) == (desk.handler.key, {"purpose": "联系补正"})
    assert "张明" not in str(entry.after)


def test_nothing_is_shown_without_a_purpose(desk: Desk) -> None:
    with pytest.raises(BlockedError) as error:
        reveal(desk.handler, application_id=desk.case.pk, purpose=" ", now=NOW)
    assert codes(error) == {"REVEAL-PURPOSE"}
    assert not Entry.objects.filter(verb="read").exists()


def test_drafters_and_other_organs_see_nothing(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        reveal(desk.drafter, application_id=desk.case.pk, purpose="看看", now=NOW)
    with pytest.raises(desk.case.DoesNotExist):
        reveal(desk.stranger, application_id=desk.case.pk, purpose="看看", now=NOW)


def added(desk: Desk, actor: Actor, purpose: str) -> CaseFile:
    """A file put into the case."""
    return add_case_file(
        actor,
        application_id=desk.case.pk,
        purpose=purpose,
        name="计划.txt",
        data="计划".encode(),
        now=NOW,
    )


def test_a_file_goes_into_the_case_for_a_purpose(desk: Desk) -> None:
    row = added(desk, desk.handler, "given")
    assert (row.purpose, row.name) == ("given", "计划.txt")
    with pytest.raises(BlockedError) as error:
        added(desk, desk.handler, "redacted")
    assert codes(error) == {"CASE-FILE-PURPOSE"}
    with pytest.raises(desk.case.DoesNotExist):
        added(desk, desk.stranger, "given")


def test_a_calendar_shows_the_organs_open_cases_in_the_order_of_their_days(desk: Desk) -> None:
    month = due_within(desk.office, RECEIVED, DUE)
    assert list(month) == [desk.now()]
    assert list(due_within(desk.office, RECEIVED, DUE - timedelta(days=1))) == []
    assert list(due_within(desk.stranger, RECEIVED, DUE)) == []
    assert list(due_of_person(desk.office)) == [desk.now()]
    assert list(due_of_person(desk.handler)) == []


def test_an_address_is_its_owners_and_only_its_digest_is_kept(desk: Desk) -> None:
    token = open_feed(desk.handler, now=NOW)
    assert feed_owner(token, TODAY) == desk.handler
    assert token not in str(CalendarFeed.objects.values().get())
    assert feed_owner(token[:-1], TODAY) is None


def test_an_address_ends_when_it_is_replaced_revoked_or_its_owner_leaves(desk: Desk) -> None:
    first, second = (open_feed(desk.handler, now=NOW) for _ in range(2))
    assert feed_owner(first, TODAY) is None
    revoke_feed(desk.handler, now=NOW)
    assert feed_owner(second, TODAY) is None
    with pytest.raises(BlockedError) as error:
        revoke_feed(desk.handler, now=NOW)
    assert codes(error) == {"CALENDAR-NONE"}
    leaver = acting("leaver", desk.organ, Role.HANDLER)
    third = open_feed(leaver, now=NOW)
    Duty.objects.filter(user__username="leaver").update(until=FOUNDED + timedelta(days=1))
    assert feed_owner(third, TODAY) is None
