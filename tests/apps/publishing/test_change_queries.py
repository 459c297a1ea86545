"""Looking up changes of class, and what has to be looked at again."""

from datetime import date, timedelta

import pytest

from gongkai.apps.publishing import change_queries as queries
from gongkai.apps.publishing.change_queries import ChangeFilter, ReassessmentFilter
from gongkai.apps.publishing.determining import Wanted, decide_change, propose_change, reassess
from gongkai.apps.publishing.models import AttributeChange, Item
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.changes import Outcome
from tests.factories.organs import Region, acting
from tests.factories.publishing import NOW, Staff, draft, filed

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def staff() -> Staff:
    return Staff(Region().finance, "cz")


def kept(staff: Staff, number: int, on: date, kind: str = "not_public") -> Item:
    """Something kept back, to be looked at again on a day."""
    written = draft(
        number,
        disclosure_class=kind,
        ground="DISCUSSION" if kind == "not_public" else "",
        class_reason="记录的是讨论过程，公开会影响以后的讨论。",
    )
    item = Item.objects.get(pk=filed(staff, written=written).item_id)
    item.reassess_on = on
    item.save()
    return item


def change_of(staff: Staff, number: int, by: Actor | None = None) -> AttributeChange:
    item = kept(staff, number, TODAY)
    wanted = Wanted("proactive", "已经办结")
    return propose_change(by or staff.drafter, item_id=item.pk, wanted=wanted, now=NOW)


def found(actor: Actor, which: str) -> list[int]:
    return [row.pk for row in queries.change_rows(actor, ChangeFilter(which))]


def test_a_change_waits_for_the_office_then_for_a_leader(staff: Staff) -> None:
    change = change_of(staff, 1)
    assert found(staff.office, "mine") == [change.pk]
    assert found(staff.leader, "mine") == found(staff.drafter, "mine") == []
    decide_change(staff.office, change_id=change.pk, agrees=True, opinion="", now=NOW)
    assert found(staff.office, "mine") == []
    assert found(staff.leader, "mine") == [change.pk]
    decide_change(staff.leader, change_id=change.pk, agrees=False, opinion="不宜", now=NOW)
    assert found(staff.leader, "open") == []
    assert found(staff.drafter, "closed") == [change.pk]


def test_nobody_is_asked_about_his_own_proposal(staff: Staff) -> None:
    change = change_of(staff, 1, staff.office)
    assert found(staff.office, "mine") == []
    assert [row.code for row in queries.decision_objections(staff.office, change)] == ["CHANGE-OWN"]


def test_another_organ_sees_no_change(staff: Staff) -> None:
    change = change_of(staff, 1)
    above = acting("above", staff.organ.superior or staff.organ, Role.DISCLOSURE_OFFICE)
    assert found(above, "all") == []
    with pytest.raises(AttributeChange.DoesNotExist):
        queries.change(above, change.pk)


def test_opinions_are_told_in_order(staff: Staff) -> None:
    change = change_of(staff, 1)
    decide_change(staff.office, change_id=change.pk, agrees=True, opinion="属实", now=NOW)
    row = decide_change(staff.leader, change_id=change.pk, agrees=True, opinion="", now=NOW)
    told = [(said.name, said.text, said.at) for said in queries.opinions(row)]
    assert told == [("cz-office", "属实", NOW), ("cz-leader", "", NOW)]


@pytest.mark.parametrize(
    ("days", "which"),
    [(-1, "overdue"), (0, "overdue"), (1, "due"), (30, "due"), (31, "coming")],
)
def test_each_is_in_one_part_of_the_queue(staff: Staff, days: int, which: str) -> None:
    item = kept(staff, 1, TODAY + timedelta(days=days))
    for part in ("overdue", "due", "coming"):
        rows = queries.kept_back(staff.office, ReassessmentFilter(part), TODAY)
        assert [row.pk for row in rows] == ([item.pk] if part == which else [])
    counts = queries.kept_back_counts(staff.office, TODAY)
    assert (counts["all"], counts[which]) == (1, 1)


def test_the_queue_is_in_order_of_days_and_filtered(staff: Staff) -> None:
    later = kept(staff, 1, TODAY + timedelta(days=9))
    sooner = kept(staff, 2, TODAY + timedelta(days=3), "on_application")
    rows = queries.kept_back(staff.office, ReassessmentFilter(), TODAY)
    assert [row.pk for row in rows] == [sooner.pk, later.pk]
    for wanted, item in (
        (ReassessmentFilter(disclosure_class="on_application"), sooner),
        (ReassessmentFilter(ground="DISCUSSION"), later),
        (ReassessmentFilter(text="第2批"), sooner),
    ):
        assert [row.pk for row in queries.kept_back(staff.office, wanted, TODAY)] == [item.pk]


def test_what_was_looked_at_says_when(staff: Staff) -> None:
    item = kept(staff, 1, TODAY)
    reassess(staff.office, item_id=item.pk, outcome=Outcome.KEEP, reason="仍然成立", now=NOW)
    (row,) = queries.kept_back(staff.office, ReassessmentFilter(), TODAY)
    assert row.last_on == TODAY
    assert row.reassess_on == date(2026, 6, 30)
    assert queries.kept_back_counts(staff.office, TODAY)["overdue"] == 0
