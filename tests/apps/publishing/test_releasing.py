"""Release: only what was reviewed, with a record, a number and a visible trace of every change."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from gongkai.apps.publishing.closing import replace as put_in_place
from gongkai.apps.publishing.closing import withdraw
from gongkai.apps.publishing.drafting import open_edition, save_draft
from gongkai.apps.publishing.models import Edition, Item, Publication, Relation
from gongkai.apps.publishing.public_queries import GoneItem, PublicItem, public_item
from gongkai.apps.publishing.releasing import (
    file_away,
    months_later,
    release,
    release_scheduled,
    reopen,
    schedule,
    settle,
    unschedule,
)
from gongkai.apps.publishing.reviewing import send_back
from gongkai.apps.publishing.submitting import submit
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError
from gongkai.core.publishing.draft import unpack
from tests.factories.organs import Region
from tests.factories.publishing import (
    NOW,
    REASON,
    Staff,
    approved,
    correcting,
    draft,
    drafted,
    filed,
    released,
    scheduled,
    submitted,
    through_review,
    withdrawn,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return Staff(Region().bureau)


def codes(error: BlockedError) -> list[str]:
    return [finding.code for finding in error.findings]


def test_a_released_item_has_a_number_a_record_and_a_revision(staff: Staff) -> None:
    edition = released(staff)
    item = Item.objects.get(pk=edition.item_id)
    assert (item.state, item.released_id, item.released_at) == (
        "released",
        edition.revision_id,
        NOW,
    )
    assert item.index_number == f"{item.organ_id:06}/2025-00001"
    row = Publication.objects.get(item=item)
    assert (row.verb, row.actor_key, row.is_late) == ("release", staff.office.key, False)
    assert item.placements.get().channel == "portal"


def test_numbers_have_no_gaps(staff: Staff) -> None:
    released(staff, written=draft(1))
    item = Item.objects.get(pk=released(staff, written=draft(2)).item_id)
    assert item.index_number.endswith("/2025-00002")


@pytest.mark.parametrize("role", ["drafter", "leader", "unit_head"])
def test_only_the_disclosure_office_releases(staff: Staff, role: str) -> None:
    edition = approved(staff)
    with pytest.raises(NotAllowedError):
        release(getattr(staff, role), edition_id=edition.pk, expected=edition.version, now=NOW)


@pytest.mark.parametrize("maker", [drafted, submitted], ids=["草稿", "审核中"])
def test_nothing_is_released_before_it_is_signed(staff: Staff, maker: object) -> None:
    edition = maker(staff)  # type: ignore[operator]
    with pytest.raises(BlockedError):
        release(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)


def test_the_database_refuses_a_released_item_without_a_revision(staff: Staff) -> None:
    item = drafted(staff).item
    with pytest.raises(IntegrityError), transaction.atomic():
        Item.objects.filter(pk=item.pk).update(state="released")


def test_what_is_not_for_the_public_is_not_released(staff: Staff) -> None:
    kept = draft(
        disclosure_class="not_public", ground="DISCUSSION", class_reason="讨论的记录，尚未决定。"
    )
    edition = approved(staff, written=kept)
    with pytest.raises(BlockedError) as caught:
        release(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)
    assert codes(caught.value) == ["RELEASE-CLASS"]


def test_what_is_for_the_public_is_not_filed_away(staff: Staff) -> None:
    edition = approved(staff)
    with pytest.raises(BlockedError) as caught:
        file_away(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)
    assert codes(caught.value) == ["FILE-AWAY-CLASS"]


def test_what_is_filed_is_looked_at_again_in_a_year(staff: Staff) -> None:
    item = Item.objects.get(pk=filed(staff).item_id)
    assert (item.state, item.reassess_on) == ("filed", date(2026, 6, 30))


def test_late_is_late(staff: Staff) -> None:
    written = draft(formed_on="2025-06-20")
    row = Publication.objects.get(item_id=released(staff, written=written).item_id)
    assert (row.due, row.is_late) == (date(2025, 6, 20), True)


def test_of_two_who_release_at_once_one_wins(staff: Staff) -> None:
    edition = approved(staff)
    release(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)
    with pytest.raises(BlockedError) as caught:
        release(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)
    assert codes(caught.value) == ["EDITION-CHANGED"]
    assert Publication.objects.count() == 1


def test_a_signed_edition_can_go_back_to_its_drafter(staff: Staff) -> None:
    edition = approved(staff)
    edition = reopen(
        staff.office, edition_id=edition.pk, expected=edition.version, reason=REASON, now=NOW
    )
    assert edition.state == "returned"
    edition = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    assert edition.level_role == "leader"
    assert through_review(staff, edition).state == "approved"


class TestSchedule:
    def test_the_worker_releases_at_the_set_time(self, staff: Staff) -> None:
        edition = scheduled(staff)
        release_scheduled.call(edition.pk, edition.version)
        item = Item.objects.get(pk=edition.item_id)
        assert item.state == "released"
        row = Publication.objects.get(item=item)
        assert row.actor_name == f"{staff.office.name}设定的定时发布"

    def test_what_was_changed_meanwhile_stays(self, staff: Staff) -> None:
        edition = scheduled(staff)
        version = edition.version
        unschedule(staff.office, edition_id=edition.pk, expected=version, now=NOW)
        release_scheduled.call(edition.pk, version)
        assert Item.objects.get(pk=edition.item_id).state == "unpublished"

    def test_a_past_moment_is_refused(self, staff: Staff) -> None:
        edition = approved(staff)
        with pytest.raises(BlockedError) as caught:
            schedule(
                staff.office,
                edition_id=edition.pk,
                expected=edition.version,
                at=NOW - timedelta(minutes=1),
                now=NOW,
            )
        assert codes(caught.value) == ["SCHEDULE-PAST"]

    def test_a_moment_years_away_is_refused(self, staff: Staff) -> None:
        edition = approved(staff)
        with pytest.raises(BlockedError) as caught:
            schedule(
                staff.office,
                edition_id=edition.pk,
                expected=edition.version,
                at=NOW.replace(year=9999),
                now=NOW,
            )
        assert codes(caught.value) == ["SCHEDULE-FAR"]


class TestCorrection:
    def test_the_public_sees_the_old_until_the_new_is_released(self, staff: Staff) -> None:
        item_id = released(staff).item_id
        edition = correcting(staff, item_id)
        written = replace(unpack(edition.content), summary="更正后的摘要，说明了范围和时限。")
        edition = save_draft(
            staff.drafter, edition_id=edition.pk, expected=edition.version, draft=written, now=NOW
        )
        edition = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
        edition = through_review(staff, edition)
        before = public_item(item_id)
        assert isinstance(before, PublicItem)
        assert before.draft.summary != written.summary
        release(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)
        after = public_item(item_id)
        assert isinstance(after, PublicItem)
        assert after.draft.summary == written.summary
        assert [(trace.verb, trace.reason) for trace in after.traces] == [("correction", REASON)]

    def test_a_reason_is_needed(self, staff: Staff) -> None:
        item_id = released(staff).item_id
        with pytest.raises(BlockedError) as caught:
            open_edition(staff.drafter, item_id=item_id, reason=" ", now=NOW)
        assert codes(caught.value) == ["REASON"]

    def test_one_at_a_time(self, staff: Staff) -> None:
        item_id = released(staff).item_id
        correcting(staff, item_id)
        with pytest.raises(BlockedError) as caught:
            correcting(staff, item_id)
        assert codes(caught.value) == ["EDITION-OPEN"]
        assert Edition.objects.filter(item_id=item_id).count() == 2

    def test_whoever_corrects_does_not_inherit_the_first_drafters_bar(self, staff: Staff) -> None:
        edition = correcting(staff, released(staff).item_id)
        assert edition.authors == []


class TestEnd:
    def test_a_withdrawn_item_says_when_and_why(self, staff: Staff) -> None:
        item = withdrawn(staff)
        gone = public_item(item.pk)
        assert isinstance(gone, GoneItem)
        assert (gone.reason, gone.at) == (REASON, NOW)

    def test_a_reason_is_needed(self, staff: Staff) -> None:
        item_id = released(staff).item_id
        with pytest.raises(BlockedError) as caught:
            withdraw(staff.office, item_id=item_id, reason="", now=NOW)
        assert codes(caught.value) == ["REASON"]

    def test_a_withdrawn_item_can_come_back_through_review(self, staff: Staff) -> None:
        item = withdrawn(staff)
        edition = open_edition(staff.drafter, item_id=item.pk, reason="已经核实", now=NOW)
        edition = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
        edition = through_review(staff, edition)
        release(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)
        assert isinstance(public_item(item.pk), PublicItem)

    def test_a_replaced_item_leads_to_the_new_one(self, staff: Staff) -> None:
        old = released(staff, written=draft(1)).item_id
        new = released(staff, written=draft(2)).item_id
        put_in_place(staff.office, item_id=old, by_id=new, reason=REASON, now=NOW)
        gone = public_item(old)
        assert isinstance(gone, GoneItem)
        assert gone.replaced_by == new

    @pytest.mark.parametrize("which", ["itself", "draft", "nothing"])
    def test_only_another_released_item_replaces(self, staff: Staff, which: str) -> None:
        old = released(staff, written=draft(1)).item_id
        others = {"itself": old, "draft": drafted(staff, written=draft(2)).item_id, "nothing": 0}
        with pytest.raises(BlockedError) as caught:
            put_in_place(staff.office, item_id=old, by_id=others[which], reason="换了", now=NOW)
        assert codes(caught.value) == ["REPLACE-TARGET"]

    def test_what_never_was_public_is_not_there(self, staff: Staff) -> None:
        with pytest.raises(Item.DoesNotExist):
            public_item(drafted(staff).item_id)


def test_an_interpretation_is_linked_both_ways(staff: Staff) -> None:
    policy = released(staff, kind="policy").item_id
    written = draft(2, interprets=(policy,), fields={"form": "图解"})
    told = released(staff, kind="interpretation", written=written).item_id
    assert Relation.objects.get().target_id == policy
    one, other = public_item(policy), public_item(told)
    assert isinstance(one, PublicItem)
    assert isinstance(other, PublicItem)
    assert [row.pk for row in one.interpreted_by] == [told]
    assert [row.pk for row in other.interprets] == [policy]


def test_an_objection_is_settled_with_a_word(staff: Staff) -> None:
    edition = released(staff, urgent_reason="台风预警")
    edition = send_back(
        staff.unit_head, edition_id=edition.pk, expected=edition.version, reason=REASON, now=NOW
    )
    edition = settle(
        staff.office,
        edition_id=edition.pk,
        expected=edition.version,
        reason="已经更正并重新发布",
        now=NOW,
    )
    assert (edition.state, edition.closed_at) == ("released", NOW)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 6, 30), 12, date(2026, 6, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 8, 31), 1, date(2025, 9, 30)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
    ],
    ids=["一年后", "闰日", "小月", "跨年到二月"],
)
def test_months_later(day: date, months: int, expected: date) -> None:
    assert months_later(day, months) == expected
