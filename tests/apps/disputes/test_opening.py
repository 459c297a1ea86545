"""Entering disputes: what they are, what is due, what cannot be true."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection

from gongkai.apps.disputes.dispute_queries import table4
from gongkai.apps.disputes.facts import Opening
from gongkai.apps.disputes.ledger_queries import earlier_choices, own_dispute
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.disputes.opening import amend_dispute, open_dispute, opening_of
from gongkai.apps.disputes.reckoning import facts_of, follow_workdays
from gongkai.apps.disputes.revealing import reveal_party
from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.models import WorkdayYear
from gongkai.apps.organs.queries import calendar
from gongkai.core.disputes.counting import Period
from gongkai.core.disputes.kinds import DisputeKind
from gongkai.core.disputes.stages import stages
from gongkai.core.events import WorkdaysLoaded
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError
from tests.apps.disputes.cases import LAWSUIT, NOW, REVIEW, UPHELD, Ledger, codes, told


def test_a_reconsideration_is_entered_with_what_is_due(ledger: Ledger) -> None:
    row = ledger.opened()
    assert (row.state, row.duty, row.due) == ("notified", "answer", date(2025, 6, 17))
    assert not row.is_provisional
    assert row.entries.get().verb == "open_dispute"


def test_the_name_lies_sealed_and_stays_out_of_the_journal(ledger: Ledger) -> None:
    row = ledger.opened()
    assert row.party_masked == "张＊"
    assert own_dispute(ledger.handler, row.pk).party == "张明"
    with connection.cursor() as cursor:
        cursor.execute("SELECT party FROM disputes_dispute")
        assert "张明" not in cursor.fetchone()[0]
    _, after = told("open_dispute")
    assert "张明" not in str(after)
    assert after["party"] == "张＊"


def test_seeing_the_name_is_written_down(ledger: Ledger) -> None:
    row = ledger.opened()
    assert reveal_party(ledger.handler, dispute_id=row.pk, purpose="核对身份") == "张明"
    entry = Entry.objects.get(verb="read")
    assert (entry.subject, entry.after) == (f"dispute:{row.pk}", {"purpose": "核对身份"})
    with pytest.raises(BlockedError):
        reveal_party(ledger.handler, dispute_id=row.pk, purpose=" ")
    for actor in (ledger.above, ledger.stranger):
        with pytest.raises(Dispute.DoesNotExist):
            reveal_party(actor, dispute_id=row.pk, purpose="看看")


def test_an_organisation_is_shown_by_its_name(ledger: Ledger) -> None:
    row = ledger.opened(party="示范有限公司", is_person=False)
    assert row.party_masked == "示范有限公司"


def test_an_old_case_is_entered_without_an_application_and_already_answered(
    ledger: Ledger,
) -> None:
    row = ledger.opened(received_on=date(2019, 3, 1), answered_on=date(2019, 3, 8), case_number="")
    assert (row.state, row.duty, row.due) == ("answered", "", None)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        pytest.param({"party": ""}, {"DISPUTE-LACKING"}, id="没有姓名"),
        pytest.param({"act": ""}, {"DISPUTE-LACKING"}, id="没有行为"),
        pytest.param({"body": ""}, {"DISPUTE-LACKING"}, id="没有机关"),
        pytest.param({"act": "对张明申请的答复"}, {"DISPUTE-NAMED"}, id="写了姓名"),
        pytest.param({"received_on": None}, {"DISPUTE-LACKING"}, id="没有日期"),
        pytest.param({"received_on": date(2025, 7, 1)}, {"DISPUTE-FUTURE"}, id="未来"),
        pytest.param({"accepted_on": date(2025, 6, 4)}, {"DISPUTE-ORDER"}, id="先收到后受理"),
        pytest.param({"answered_on": date(2025, 6, 2)}, {"DISPUTE-ORDER"}, id="先答复后收到"),
        pytest.param({"follows_id": 9}, {"DISPUTE-EARLIER"}, id="复议没有前案"),
        pytest.param(
            {"evidence_until": date(2025, 7, 1)}, {"DISPUTE-EVIDENCE"}, id="复议没有延期举证"
        ),
        pytest.param(
            {"is_simplified": True, "extended_until": date(2025, 8, 1)},
            {"DISPUTE-SIMPLE"},
            id="简易程序不延长",
        ),
        pytest.param(
            {"accepted_on": date(2025, 6, 3), "extended_until": date(2025, 9, 2)},
            {"DISPUTE-EXTENDED"},
            id="延长超过30日",
        ),
    ],
)
def test_what_cannot_be_true_is_said(
    ledger: Ledger, changes: dict[str, Any], found: set[str]
) -> None:
    with pytest.raises(BlockedError) as error:
        ledger.opened(**changes)
    assert codes(error) == found
    assert not Dispute.objects.exists()


def test_the_longest_extension_is_taken(ledger: Ledger) -> None:
    row = ledger.opened(accepted_on=date(2025, 6, 3), extended_until=date(2025, 9, 1))
    assert row.extended_until == date(2025, 9, 1)


def test_the_same_case_is_not_entered_twice(ledger: Ledger) -> None:
    ledger.opened()
    with pytest.raises(BlockedError) as error:
        ledger.opened()
    assert codes(error) == {"DISPUTE-TWICE"}
    ledger.opened(case_number="")
    ledger.opened(case_number="")


def test_a_lawsuit_follows_a_reconsideration_of_the_same_organ(ledger: Ledger) -> None:
    first = ledger.closed(ledger.opened())
    row = ledger.opened(LAWSUIT, kind=DisputeKind.AFTER, follows_id=first.pk)
    assert row.follows_id == first.pk


AGAIN = replace(LAWSUIT, case_number="（2025）示行再1号", received_on=date(2025, 6, 25))


def test_a_lawsuit_that_is_over_is_tried_again_in_a_row_of_its_own(ledger: Ledger) -> None:
    first = ledger.closed(ledger.opened(LAWSUIT))
    row = ledger.opened(AGAIN, follows_id=first.pk)
    assert row.is_retrial
    assert row.sort_label == "行政诉讼（未经复议直接起诉），再审"
    assert "sue" not in {stage.key for stage in stages(facts_of(row), calendar())}
    cells = table4([ledger.organ.pk], Period(date(2025, 1, 1), date(2025, 12, 31)))
    counted = {key.rpartition(".")[2]: number for key, number in cells.items() if number}
    assert counted == {"direct_upheld": 1, "direct_pending": 1, "direct_total": 2}
    assert not first.is_retrial
    assert str(first.pk) in dict(earlier_choices(ledger.handler))


@pytest.mark.parametrize(
    ("is_over", "changes", "code"),
    [
        pytest.param(False, {}, "DISPUTE-NOT-OVER", id="前案没有审结"),
        pytest.param(True, {"kind": DisputeKind.AFTER}, "DISPUTE-KIND", id="类别不同"),
        pytest.param(True, {"received_on": date(2025, 6, 19)}, "DISPUTE-ORDER", id="早于审结"),
        pytest.param(
            True, {"kind": DisputeKind.RECONSIDERATION}, "DISPUTE-EARLIER", id="复议没有前案"
        ),
    ],
)
def test_what_is_no_retrial(
    ledger: Ledger, is_over: bool, changes: dict[str, Any], code: str
) -> None:
    first = ledger.opened(LAWSUIT)
    if is_over:
        ledger.closed(first)
    with pytest.raises(BlockedError) as error:
        ledger.opened(AGAIN, follows_id=first.pk, **changes)
    assert codes(error) == {code}


def test_amending_keeps_what_was_before(ledger: Ledger) -> None:
    row = ledger.opened()
    changed = replace(opening_of(row), is_simplified=True)
    amended = amend_dispute(
        ledger.handler, dispute_id=row.pk, expected=row.version, opening=changed, now=NOW
    )
    assert amended.due == date(2025, 6, 10)
    before, after = told("amend_dispute")
    assert (before["is_simplified"], after["is_simplified"]) == (False, True)


def test_an_answer_that_is_entered_later_moves_the_case_on(ledger: Ledger) -> None:
    row = ledger.opened()
    changed = replace(opening_of(row), answered_on=date(2025, 6, 16))
    amended = amend_dispute(
        ledger.handler, dispute_id=row.pk, expected=row.version, opening=changed, now=NOW
    )
    assert (amended.state, amended.duty) == ("answered", "")


def test_whoever_was_slower_is_told(ledger: Ledger) -> None:
    row = ledger.opened()
    ledger.closed(row, UPHELD)
    with pytest.raises(BlockedError) as error:
        amend_dispute(ledger.handler, dispute_id=row.pk, expected=0, opening=REVIEW, now=NOW)
    assert codes(error) == {"DISPUTE-CHANGED"}


def test_others_enter_nothing(ledger: Ledger) -> None:
    def enter(actor: Actor) -> None:
        open_dispute(actor, organ_id=ledger.organ.pk, opening=REVIEW, now=NOW)

    with pytest.raises(NotAllowedError):
        enter(ledger.drafter)
    for actor in (ledger.above, ledger.stranger):
        with pytest.raises(ledger.organ.DoesNotExist):
            enter(actor)


def test_a_new_year_of_working_days_moves_what_is_due(ledger: Ledger) -> None:
    WorkdayYear.objects.filter(year=2025).delete()
    row = ledger.opened(received_on=date(2025, 5, 26))
    before, was_provisional = row.due, row.is_provisional
    Dispute.objects.filter(pk=row.pk).update(due=date(2025, 6, 6))
    WorkdayYear.objects.create(year=2025, source="示例")
    follow_workdays(WorkdaysLoaded(2025))
    row.refresh_from_db()
    assert (was_provisional, row.is_provisional) == (True, False)
    assert row.due == before
    assert Entry.objects.get(verb="reckon_disputes_anew").after == {"moved": 1}


def test_what_was_entered_comes_back(ledger: Ledger) -> None:
    given = replace(REVIEW, known_on=date(2025, 5, 1), filed_on=date(2025, 5, 20))
    row = ledger.opened(given)
    assert isinstance(opening_of(row), Opening)
    assert opening_of(own_dispute(ledger.handler, row.pk)) == given
