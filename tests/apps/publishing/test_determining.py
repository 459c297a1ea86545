"""Changes of class and reassessment (R1-12, R9-06): proposed, endorsed, approved, never by one."""

from datetime import date

import pytest

from gongkai.apps.publishing.determining import Wanted, decide_change, propose_change, reassess
from gongkai.apps.publishing.models import (
    AttributeChange,
    Determination,
    Item,
    Publication,
    Reassessment,
)
from gongkai.apps.publishing.public_queries import GoneItem, public_item
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.publishing.changes import Outcome
from tests.factories.organs import Region, acting
from tests.factories.publishing import NOW, Staff, drafted, filed, released

pytestmark = pytest.mark.django_db
OPEN_IT = Wanted("proactive", "已经作出决定，不再是过程性信息")
CLOSE_IT = Wanted("not_public", "涉及第三方的商业秘密", "TRADE_SECRET")


@pytest.fixture
def staff() -> Staff:
    return Staff(Region().bureau)


def codes(error: BlockedError) -> list[str]:
    return [finding.code for finding in error.findings]


def proposed(staff: Staff, item_id: int, wanted: Wanted) -> AttributeChange:
    return propose_change(staff.drafter, item_id=item_id, wanted=wanted, now=NOW)


def decided(actor: Actor, change: AttributeChange, *, agrees: bool = True) -> AttributeChange:
    return decide_change(actor, change_id=change.pk, agrees=agrees, opinion="同意", now=NOW)


def test_office_endorses_and_leader_approves(staff: Staff) -> None:
    item_id = filed(staff).item_id
    change = decided(staff.office, proposed(staff, item_id, OPEN_IT))
    assert change.state == "endorsed"
    assert Item.objects.get(pk=item_id).disclosure_class == "not_public"
    change = decided(staff.leader, change)
    item = Item.objects.get(pk=item_id)
    assert (change.state, item.disclosure_class, item.reassess_on) == (
        "approved",
        "proactive",
        None,
    )
    assert item.due == date(2025, 7, 28)  # twenty working days
    assert Determination.objects.filter(item=item).count() == 2


def test_the_public_is_not_told_the_reason_that_stands_on_the_form(staff: Staff) -> None:
    item_id = released(staff).item_id
    decided(staff.leader, decided(staff.office, proposed(staff, item_id, CLOSE_IT)))
    assert not Publication.objects.filter(item_id=item_id, reason__contains=CLOSE_IT.reason)


def test_what_becomes_closed_is_taken_down_at_once(staff: Staff) -> None:
    item_id = released(staff).item_id
    decided(staff.leader, decided(staff.office, proposed(staff, item_id, CLOSE_IT)))
    gone = public_item(item_id)
    assert isinstance(gone, GoneItem)
    assert gone.reason == "公开属性已经依法变更，不再主动公开。"
    assert Determination.objects.filter(item_id=item_id, reason=CLOSE_IT.reason).exists()
    assert Item.objects.get(pk=item_id).state == "filed"


def test_a_refused_change_changes_nothing(staff: Staff) -> None:
    item_id = released(staff).item_id
    change = decided(staff.office, proposed(staff, item_id, CLOSE_IT), agrees=False)
    assert (change.state, change.closed_at) == ("refused", NOW)
    assert Item.objects.get(pk=item_id).state == "released"


def test_the_leader_does_not_decide_before_the_office(staff: Staff) -> None:
    change = proposed(staff, filed(staff).item_id, OPEN_IT)
    with pytest.raises(NotAllowedError):
        decided(staff.leader, change)


def test_nobody_decides_his_own_or_twice(staff: Staff) -> None:
    both = acting("both", staff.organ, Role.DISCLOSURE_OFFICE, Role.LEADER)
    change = propose_change(both, item_id=filed(staff).item_id, wanted=OPEN_IT, now=NOW)
    with pytest.raises(BlockedError) as caught:
        decided(both, change)
    assert codes(caught.value) == ["CHANGE-OWN"]
    other = proposed(staff, filed(staff).item_id, OPEN_IT)
    decided(both, other)
    with pytest.raises(BlockedError) as caught:
        decided(both, other)
    assert codes(caught.value) == ["CHANGE-TWICE"]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted("not_public", "照旧", "DISCUSSION"), "CHANGE-SAME"),
        (Wanted("proactive", ""), "REASON"),
        (Wanted("secret", "别的"), "CHANGE-CLASS"),
        (Wanted("proactive", "公开", "DISCUSSION"), "CHANGE-GROUND"),
        (Wanted("on_application", "申请", "DISCUSSION"), "CHANGE-GROUND"),
    ],
    ids=["没有变", "没有理由", "没有这种属性", "公开不需要理由条款", "依申请公开不用豁免条款"],
)
def test_what_is_wrong_with_a_proposal(staff: Staff, wanted: Wanted, code: str) -> None:
    with pytest.raises(BlockedError) as caught:
        proposed(staff, filed(staff).item_id, wanted)
    assert codes(caught.value) == [code]


def test_closing_needs_a_ground(staff: Staff) -> None:
    with pytest.raises(BlockedError) as caught:
        proposed(staff, released(staff).item_id, Wanted("not_public", "不宜公开"))
    assert codes(caught.value) == ["CHANGE-GROUND"]


def test_one_change_at_a_time(staff: Staff) -> None:
    item_id = filed(staff).item_id
    proposed(staff, item_id, OPEN_IT)
    with pytest.raises(BlockedError) as caught:
        proposed(staff, item_id, OPEN_IT)
    assert codes(caught.value) == ["CHANGE-OPEN"]


def test_a_draft_is_simply_changed(staff: Staff) -> None:
    with pytest.raises(BlockedError) as caught:
        proposed(staff, drafted(staff).item_id, CLOSE_IT)
    assert "CHANGE-UNDECIDED" in codes(caught.value)


class TestReassessment:
    def test_what_is_kept_back_is_looked_at_again_in_a_year(self, staff: Staff) -> None:
        item_id = filed(staff).item_id
        reassess(staff.office, item_id=item_id, outcome=Outcome.KEEP, reason="情形没有变", now=NOW)
        row = Reassessment.objects.get()
        assert (row.due, row.outcome) == (date(2026, 6, 30), "keep")
        assert Item.objects.get(pk=item_id).reassess_on == date(2026, 6, 30)

    def test_another_outcome_begins_a_change(self, staff: Staff) -> None:
        item_id = filed(staff).item_id
        outcome = Outcome.TO_PROACTIVE
        reassess(staff.office, item_id=item_id, outcome=outcome, reason="已经决定", now=NOW)
        change = AttributeChange.objects.get()
        assert (change.after, change.state) == ("proactive", "proposed")
        assert change.reason == "定期评估：已经决定"

    def test_what_is_public_is_not_reassessed(self, staff: Staff) -> None:
        item_id = drafted(staff).item_id
        with pytest.raises(BlockedError):
            reassess(staff.office, item_id=item_id, outcome=Outcome.KEEP, reason="看过", now=NOW)

    def test_a_reason_is_needed(self, staff: Staff) -> None:
        item_id = filed(staff).item_id
        with pytest.raises(BlockedError) as caught:
            reassess(staff.office, item_id=item_id, outcome=Outcome.KEEP, reason="", now=NOW)
        assert codes(caught.value) == ["REASON"]
