"""Chains as data: an organ's own, per kind; work under way keeps the chain it began with."""

from dataclasses import replace

import pytest

from gongkai.apps.publishing.chains import chain_of, packed, reset_chain, set_chain, unpacked
from gongkai.apps.publishing.models import ReviewChain
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError, Role
from gongkai.core.review.chain import DEFAULT, SECRECY, Level
from tests.factories.organs import Region
from tests.factories.publishing import NOW, Staff, drafted, passed_on, submitted, through_review

pytestmark = pytest.mark.django_db
SHORT = (SECRECY, Level("leader", "主要领导", Role.LEADER, urgent=True))
LONG = (Level("legal", "法制审核", Role.LEGAL_REVIEWER), *DEFAULT)


@pytest.fixture
def staff() -> Staff:
    return Staff(Region().bureau)


def test_a_chain_is_stored_without_loss() -> None:
    assert unpacked(packed(DEFAULT)) == DEFAULT


def test_the_most_particular_chain_holds(staff: Staff) -> None:
    organ = staff.organ.pk
    assert chain_of(organ, "news") == DEFAULT
    set_chain(staff.office, kind="", chain=LONG, now=NOW)
    set_chain(staff.office, kind="news", chain=SHORT, now=NOW)
    assert chain_of(organ, "news") == SHORT
    assert chain_of(organ, "notice") == LONG
    assert chain_of(organ + 999, "news") == DEFAULT


def test_a_policy_document_passes_the_office(staff: Staff) -> None:
    roles = [level.role for level in chain_of(staff.organ.pk, "policy")]
    assert Role.DISCLOSURE_OFFICE in roles
    set_chain(staff.office, kind="policy", chain=SHORT, now=NOW)
    assert len(chain_of(staff.organ.pk, "policy")) == 3


def test_items_go_the_way_their_chain_says(staff: Staff) -> None:
    set_chain(staff.office, kind="news", chain=SHORT, now=NOW)
    edition = submitted(staff, kind="news")
    assert edition.level_role == "secrecy_reviewer"
    edition = passed_on(staff, edition)
    assert edition.level_role == "leader"
    assert passed_on(staff, edition).state == "approved"


def test_work_under_way_keeps_its_chain(staff: Staff) -> None:
    edition = submitted(staff)
    set_chain(staff.office, kind="", chain=SHORT, now=NOW)
    assert through_review(staff, edition).reviews.count() == len(DEFAULT)


def test_a_chain_without_secrecy_review_is_refused(staff: Staff) -> None:
    with pytest.raises(BlockedError) as caught:
        set_chain(staff.office, kind="", chain=(replace(SHORT[1]),), now=NOW)
    assert [finding.code for finding in caught.value.findings] == ["CHAIN-SECRECY"]
    assert not ReviewChain.objects.exists()


def test_only_the_office_changes_it(staff: Staff) -> None:
    with pytest.raises(NotAllowedError):
        set_chain(staff.leader, kind="", chain=SHORT, now=NOW)


def test_going_back_to_the_usual_one(staff: Staff) -> None:
    row = set_chain(staff.office, kind="", chain=SHORT, now=NOW)
    reset_chain(staff.office, chain_id=row.pk)
    assert chain_of(staff.organ.pk, "news") == DEFAULT
    assert drafted(staff).chain == []
