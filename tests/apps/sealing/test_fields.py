"""Sealed fields: open in memory, sealed in the database, not to be searched."""

import pytest
from django.core.exceptions import FieldError
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from gongkai.apps.sealing.fields import SealedTextField
from gongkai.apps.sealing.sealed import SealError
from tests.apps.sealing.notes import Note, kept, put

pytestmark = pytest.mark.usefixtures("notes")
PHONE = "13800005678"
MAIL = "zhang@example.com"


def test_the_database_holds_no_open_value() -> None:
    Note.objects.create(number=1, phone=PHONE, mail=MAIL)
    assert PHONE not in kept()[1]
    assert MAIL not in kept("mail")[1]
    found = Note.objects.get()
    assert (found.phone, found.mail) == (PHONE, MAIL)


def test_every_way_of_writing_seals() -> None:
    Note.objects.bulk_create([Note(number=1, phone=PHONE), Note(number=2, phone="1")])
    Note.objects.filter(number=2).update(phone=PHONE)
    note = Note.objects.get(number=1)
    note.phone = "2"
    Note.objects.bulk_update([note], ["phone"])
    assert list(Note.objects.order_by("number").values_list("phone", flat=True)) == ["2", PHONE]
    assert all(text.startswith("s1:aes:tests:") for text in kept().values())


def test_none_stays_none_and_empty_is_sealed() -> None:
    Note.objects.create(number=1, phone=PHONE)
    put(1, None)
    Note.objects.create(number=2, phone="")
    assert Note.objects.get(phone__isnull=True).phone is None
    assert Note.objects.get(phone__isnull=False).phone == ""
    assert kept()[2].startswith("s1:")


def test_a_value_copied_to_another_column_does_not_open() -> None:
    Note.objects.create(number=1, phone=PHONE, mail=MAIL)
    put(1, kept("mail")[1])
    with pytest.raises(SealError, match=r"sealing_note\.phone"):
        Note.objects.get()


def test_a_value_moves_to_another_row() -> None:
    """Rows are copied and taken over; the index beside a value tells what does not belong."""
    Note.objects.create(number=1, phone=PHONE)
    Note.objects.create(number=2, phone="2")
    put(2, kept()[1])
    assert Note.objects.get(number=2).phone == PHONE


@pytest.mark.parametrize("lookup", ["exact", "contains", "in", "startswith", "gt"])
def test_a_sealed_column_cannot_be_searched(lookup: str) -> None:
    with pytest.raises(FieldError, match=r"sealing_note\.phone 不能查找"):
        Note.objects.filter(**{f"phone__{lookup}": PHONE})


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(text: str) -> None:
    Note.objects.all().delete()
    Note.objects.create(number=1, phone=text)
    assert Note.objects.get().phone == text


def test_an_index_over_sealed_values_is_refused() -> None:
    class Indexed(models.Model):
        phone = SealedTextField(unique=True)

        class Meta:
            app_label = "sealing_tests"

        def __str__(self) -> str:
            return str(self.pk)

    assert [error.id for error in Indexed._meta.get_field("phone").check()] == ["sealing.E001"]
    assert Note._meta.get_field("phone").check() == []


def test_a_renamed_table_keeps_its_old_place() -> None:
    field = SealedTextField(sealed_as="old_table.phone")
    assert field.place == "old_table.phone"
    assert field.deconstruct()[3] == {"sealed_as": "old_table.phone"}
    assert SealedTextField().deconstruct()[3] == {}
