"""The stamp rises whenever something public changes, and only then; tags follow what is public."""

from dataclasses import replace

import pytest
from django.db import transaction

from gongkai.apps.publishing.closing import replace as put_in_place
from gongkai.apps.publishing.closing import withdraw
from gongkai.apps.publishing.drafting import save_draft
from gongkai.apps.publishing.models import Tagged
from gongkai.apps.publishing.releasing import release
from gongkai.apps.publishing.stamps import current, rise
from gongkai.apps.publishing.submitting import submit
from gongkai.core.identity import OrganKind
from gongkai.core.publishing.draft import unpack
from tests.factories.organs import organ
from tests.factories.publishing import (
    NOW,
    REASON,
    Staff,
    approved,
    correcting,
    draft,
    filed,
    released,
    through_review,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return Staff(organ("示范市数据局", None, OrganKind.DEPARTMENT, "990100"))


def tags(item_id: int) -> set[str]:
    """The tags an item is found by."""
    return set(Tagged.objects.filter(item_id=item_id).values_list("tag", flat=True))


def test_it_rises_with_a_release_and_with_a_withdrawal(staff: Staff) -> None:
    edition = approved(staff)
    before = current()
    release(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)
    public = current()
    withdraw(staff.office, item_id=edition.item_id, reason=REASON, now=NOW)
    assert before < public < current()


def test_it_rises_when_another_takes_the_place(staff: Staff) -> None:
    old, new = released(staff), released(staff, written=draft(2))
    before = current()
    put_in_place(staff.office, item_id=old.item_id, by_id=new.item_id, reason=REASON, now=NOW)
    assert current() > before


def test_it_stays_while_something_is_written_or_filed(staff: Staff) -> None:
    released(staff)
    before = current()
    filed(staff)
    assert current() == before


def test_it_falls_back_with_the_transaction() -> None:
    rise()
    before = current()
    with transaction.atomic():
        rise()
        transaction.set_rollback(True)
    assert current() == before


def test_tags_are_those_of_what_is_public(staff: Staff) -> None:
    item_id = released(staff, written=draft(tags=("年报", " 年报 ", "", "制度"))).item_id
    assert tags(item_id) == {"年报", "制度"}
    edition = correcting(staff, item_id)
    written = replace(unpack(edition.content), tags=("规划",))
    edition = save_draft(
        staff.drafter, edition_id=edition.pk, expected=edition.version, draft=written, now=NOW
    )
    edition = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    assert tags(item_id) == {"年报", "制度"}
    edition = through_review(staff, edition)
    release(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)
    assert tags(item_id) == {"规划"}
