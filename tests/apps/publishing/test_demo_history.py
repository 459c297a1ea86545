"""Three years of the demo: each row as the actions would have written it. Only looked at here."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.utils.timezone import localdate, localtime
from pytest_django import DjangoDbBlocker

from gongkai.apps.organs.demo_city import SERVED
from gongkai.apps.publishing.chains import unpacked
from gongkai.apps.publishing.checking import examine_revision
from gongkai.apps.publishing.demo import prepare_history
from gongkai.apps.publishing.models import (
    Determination,
    Edition,
    IndexSerial,
    Item,
    Placement,
    Publication,
    Relation,
    Review,
    Revision,
)
from gongkai.core.finding import Severity
from gongkai.core.identity import SYSTEM
from gongkai.core.publishing.draft import unpack
from gongkai.core.review.chain import LevelKind
from tests.apps.publishing.demo import NOW, TODAY, kept

EVERY = 60
"""One of so many texts is put to the checks."""


@pytest.fixture(scope="module")
def history(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    with kept(django_db_blocker):
        yield prepare_history(SYSTEM, today=TODAY)


def test_there_is_enough_of_it(history: int) -> None:
    assert history == Item.objects.count() > 2000
    assert Item.objects.values("organ").distinct().count() == len(SERVED) + 1
    states = Counter(Item.objects.values_list("state", flat=True))
    assert states.keys() == {"released", "withdrawn", "filed"}
    assert Publication.objects.filter(is_late=True).exists()
    assert Publication.objects.filter(verb="correction").exists()
    assert not Item.objects.filter(unit=None, organ__units__isnull=False).exists()


def test_what_is_public_has_its_record(history: int) -> None:
    public = Item.objects.exclude(first_released_at=None).select_related("released__edition")
    acts = Publication.objects.filter(verb="release").values_list("item_id", flat=True)
    assert Counter(acts) == Counter(public.values_list("pk", flat=True))
    for item in public:
        assert item.released is not None
        assert item.released.item_id == item.pk
        assert item.released == item.released.edition.revision
        assert item.title == item.released.title
    portal = Placement.objects.filter(channel="portal").values_list("item_id", flat=True)
    assert Counter(portal) == Counter(acts)
    for row in Publication.objects.select_related("item"):
        assert row.at < NOW
        if row.verb == "release":
            assert row.at == row.item.first_released_at
            assert row.due == row.item.due
            assert row.is_late == (row.due is not None and localdate(row.at) > row.due)


def test_each_edition_passed_every_level_and_was_determined(history: int) -> None:
    passed: dict[int, list[Review]] = {}
    for row in Review.objects.filter(verdict="pass").order_by("at"):
        passed.setdefault(row.edition_id, []).append(row)
    decided = dict(Determination.objects.values_list("edition_id", "decided_at"))
    for edition in Edition.objects.select_related("item", "revision"):
        chain, reviews = unpacked(edition.chain), passed[edition.pk]
        assert [row.level for row in reviews] == list(range(len(chain)))
        assert [row.role for row in reviews] == [level.role for level in chain]
        assert {row.revision_id for row in reviews} == {edition.revision_id}
        secrecy = [row for row in reviews if row.kind == LevelKind.SECRECY]
        assert [row.parts for row in secrecy] == [[{"key": "item", "label": "正文"}]]
        assert edition.revision is not None
        moments = [edition.revision.at, *(row.at for row in reviews), decided[edition.pk]]
        assert edition.revision.content == edition.content
        assert edition.revision.digest == unpack(edition.content).digest
        assert edition.item.created_at < moments[0] <= max(moments) <= edition.saved_at
        people = {row.actor_key for row in reviews}
        assert len(people) == len(chain)
        assert not people & set(edition.authors)


def test_what_was_sent_back_was_submitted_again(history: int) -> None:
    back = Review.objects.filter(verdict="send_back").select_related("edition", "revision")
    assert back.exists()
    for row in back:
        first, last = row.edition.revisions.order_by("number")
        assert (row.revision, row.edition.revision) == (first, last)
        assert first.digest != last.digest
        assert first.at < row.at < last.at


def test_revisions_are_numbered_within_their_item(history: int) -> None:
    numbers: dict[int, list[int]] = {}
    for item, number in Revision.objects.order_by("at").values_list("item_id", "number"):
        numbers.setdefault(item, []).append(number)
    for found in numbers.values():
        assert found == list(range(1, len(found) + 1))


def test_index_numbers_have_no_gaps(history: int) -> None:
    found: dict[tuple[int, int], list[int]] = {}
    rows = Item.objects.exclude(first_released_at=None).order_by("first_released_at", "pk")
    for item in rows:
        assert item.first_released_at is not None
        year, _, serial = item.index_number.rpartition("/")[2].partition("-")
        assert int(year) == localtime(item.first_released_at).year
        found.setdefault((item.organ_id, int(year)), []).append(int(serial))
    for numbers in found.values():
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
    kept = {(row.organ_id, row.year): row.last for row in IndexSerial.objects.all()}
    assert kept == {key: len(numbers) for key, numbers in found.items()}


def test_interpretations_name_what_they_interpret(history: int) -> None:
    rows = Item.objects.filter(kind="interpretation").select_related("released")
    assert rows.exists()
    for item in rows:
        assert item.released is not None
        target = Relation.objects.get(item=item).target
        assert unpack(item.released.content).interprets == (target.pk,)
        assert target.kind == "policy"
        assert target.organ_id == item.organ_id


def test_texts_pass_the_checks(history: int) -> None:
    rows = Revision.objects.filter(pk__in=Edition.objects.values("revision_id"))
    chosen = list(rows.select_related("item").order_by("item__kind", "pk"))[::EVERY]
    assert len({row.item.kind for row in chosen}) > 8
    for row in chosen:
        found = examine_revision(row.item, row, NOW)
        wrong = {
            judged.finding.code: judged.finding.text
            for judged in found.judged
            if judged.finding.severity in {Severity.ERROR, Severity.WARNING}
        }
        assert not wrong, row.title
