"""Columns that were open are sealed with what they hold, and opened again on the way back."""

from typing import ClassVar

import pytest
from django.db import models
from pytest_django import Settings

from gongkai.apps.sealing import migrating
from gongkai.apps.sealing.fields import SealedJSONField
from gongkai.apps.sealing.migrating import Step, opening, sealing
from gongkai.apps.sealing.resealing import SealedColumn, reseal
from tests.apps.sealing.notes import NEW_KEY, OLD_KEY, TABLE, Note, kept, put

COLUMNS = {"note": ("phone", "mail")}


class Sheet(models.Model):
    """The same table with a list in its column."""

    number = models.IntegerField(primary_key=True)
    mail = SealedJSONField(default=list)

    objects: ClassVar[models.Manager["Sheet"]] = models.Manager()

    class Meta:
        app_label = "sealing_tests"
        db_table = TABLE

    def __str__(self) -> str:
        return str(self.number)


class Models:
    """The models as a migration finds them."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model

    def get_model(self, _app: str, _name: str) -> type[models.Model]:
        return self.model


def take(step: Step, model: type[models.Model] = Note) -> None:
    step(Models(model), None)


@pytest.fixture
def open_rows(notes: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven rows from the time before, three to a batch."""
    monkeypatch.setattr(migrating, "BATCH", 3)
    Note.objects.bulk_create([Note(number=number) for number in range(7)])
    for number in range(7):
        put(number, f"s1:张明的第 {number} 个申请")
        put(number, None if number % 2 else "", "mail")


@pytest.mark.usefixtures("open_rows")
def test_what_was_open_is_sealed_and_reads_as_before() -> None:
    before = kept()
    take(sealing("any", COLUMNS))
    assert all("张明" not in text for text in kept().values())
    assert {row.number: row.phone for row in Note.objects.all()} == before
    assert {row.mail for row in Note.objects.all()} == {"", None}


@pytest.mark.usefixtures("open_rows")
def test_the_way_back_opens_it() -> None:
    before = kept(), kept("mail")
    take(sealing("any", COLUMNS))
    take(opening("any", COLUMNS))
    assert (kept(), kept("mail")) == before


@pytest.mark.usefixtures("notes")
def test_lists_and_mappings_are_sealed_too() -> None:
    Note.objects.create(number=1, phone="")
    put(1, '["张明，住建设路", {"数量": 2}]', "mail")
    take(sealing("any", {"sheet": ("mail",)}), Sheet)
    assert "张明" not in kept("mail")[1]
    assert Sheet.objects.get().mail == ["张明，住建设路", {"数量": 2}]


@pytest.mark.usefixtures("notes")
def test_a_list_that_is_sealed_anew_stays_a_list(settings: Settings) -> None:
    settings.GONGKAI_FIELD_KEYS = (OLD_KEY,)
    Note.objects.create(number=1, phone="")
    Sheet.objects.update(mail=["张明", 2])
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY, OLD_KEY)
    column = SealedColumn(Sheet, Sheet._meta.get_field("mail"))
    assert [batch.resealed for batch in reseal(column)] == [1]
    assert Sheet.objects.get().mail == ["张明", 2]
