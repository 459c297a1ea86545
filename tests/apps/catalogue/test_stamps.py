"""The stamp of kept pages: it rises with whatever the pages show, and no change is lost."""

import threading

import pytest
from django.db import connection, transaction
from django.utils.timezone import localdate

from gongkai.apps.catalogue.stamps import page_stamp, rise
from gongkai.apps.organs.facts import Basis, OrganFacts
from gongkai.apps.organs.founding import amend_organ
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.naming import rename_organ
from gongkai.apps.organs.succession import close_organ
from gongkai.core.identity import SYSTEM, OrganKind
from tests.factories.organs import Region
from tests.factories.publishing import NOW

PATIENCE = 20
AGREED = Basis(localdate(NOW), "示机编〔2025〕1号", localdate(NOW))


def facts(organ: Organ, **changes: object) -> OrganFacts:
    """What is entered about an organ, with changes."""
    values = {
        "kind": OrganKind(organ.kind),
        "superior_id": organ.superior_id,
        "region_code": organ.region_code,
        "region": organ.region,
        "code": organ.code,
        "is_competent": organ.is_competent,
    }
    return OrganFacts(**{**values, **changes})  # type: ignore[arg-type] # the tests say what they mean


@pytest.mark.django_db
def test_every_change_of_an_organ_makes_kept_pages_old() -> None:
    region = Region()
    bureau = region.bureau
    seen = [page_stamp()]

    def changed() -> None:
        seen.append(page_stamp())

    amend_organ(SYSTEM, organ_id=bureau.pk, facts=facts(bureau, kind=OrganKind.PUBLIC_INSTITUTION))
    changed()
    amend_organ(SYSTEM, organ_id=bureau.pk, facts=facts(bureau, superior_id=region.city.pk))
    changed()
    rename_organ(SYSTEM, organ_id=bureau.pk, name="示范县财政和国资局", basis=AGREED)
    changed()
    close_organ(SYSTEM, organ_id=bureau.pk, successor_id=region.other.pk, basis=AGREED)
    changed()
    assert len(set(seen)) == len(seen)


@pytest.mark.django_db(transaction=True)
def test_two_changes_at_once_come_one_after_the_other() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("one writer at a time anyway")
    rise()
    before, seen = page_stamp(), list[str]()
    may_rise = threading.Event()

    def other() -> None:
        seen.append(page_stamp())
        may_rise.set()
        with transaction.atomic():
            rise()
            seen.append(page_stamp())
        connection.close()

    with transaction.atomic():
        rise()
        own = page_stamp()
        thread = threading.Thread(target=other)
        thread.start()
        assert may_rise.wait(timeout=PATIENCE)
        thread.join(timeout=0.5)
        assert thread.is_alive()
        assert seen == [before]
    thread.join(timeout=PATIENCE)
    assert not thread.is_alive()
    assert len({before, own, seen[1]}) == 3
    assert page_stamp() == seen[1]


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_given_up_leaves_the_stamp() -> None:
    rise()
    before = page_stamp()
    with transaction.atomic():
        rise()
        assert page_stamp() != before
        transaction.set_rollback(True)
    assert page_stamp() == before
