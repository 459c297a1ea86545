"""Printing (打印): the forms of a determination and of a change, as files to sign and to keep."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from gongkai.apps.journal.record import record_reading
from gongkai.apps.publishing.change_queries import change
from gongkai.apps.publishing.item_queries import own_item
from gongkai.apps.publishing.models import Edition, Item
from gongkai.apps.publishing.printed_queries import (
    CHANGE_FORM,
    DETERMINATION,
    change_letter,
    determination_letter,
)
from gongkai.apps.wires.adapters import letter_writer
from gongkai.core.identity import Actor
from gongkai.core.ports import Letter, LetterFormat

PURPOSE = "下载{form}"
NAME = "{form}-{number}-{day:%Y%m%d}.{format}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A form as a file, ready to be handed out."""

    name: str
    data: bytes
    media_type: str


@transaction.atomic
def print_determination(
    actor: Actor,
    *,
    item_id: int,
    written_as: LetterFormat,
    now: datetime,
    number: int | None = None,
) -> Printed:
    """The form of what was decided last, or of what was submitted where nothing was decided yet.

    `number` asks for another piece of work on the item. Raises DoesNotExist before any was
    submitted.
    """
    item = own_item(actor, item_id)
    edition = printed_edition(item, number)
    if edition is None or edition.revision is None:
        raise Edition.DoesNotExist
    letter = determination_letter(item, edition, edition.revision)
    printed = _printed(letter, DETERMINATION, item.pk, written_as, now)
    record_reading(actor, f"item:{item.pk}", PURPOSE.format(form=DETERMINATION))
    return printed


@transaction.atomic
def print_change(
    actor: Actor, *, change_id: int, written_as: LetterFormat, now: datetime
) -> Printed:
    """The form of a change of class, with the opinions that have been given."""
    row = change(actor, change_id)
    printed = _printed(change_letter(row), CHANGE_FORM, row.pk, written_as, now)
    record_reading(actor, f"item:{row.item_id}", PURPOSE.format(form=CHANGE_FORM))
    return printed


def printed_edition(item: Item, number: int | None) -> Edition | None:
    """The piece of work whose form is printed."""
    rows = item.editions.exclude(revision=None).select_related("item__organ", "revision")
    if number is not None:
        return rows.filter(number=number).first()
    decided = rows.filter(pk__in=item.determinations.values("edition_id"))
    return decided.order_by("number").last() or rows.order_by("number").last()


def _printed(
    letter: Letter, form: str, number: int, written_as: LetterFormat, now: datetime
) -> Printed:
    data = letter_writer(written_as).write(letter, made_at=now).data
    name = NAME.format(form=form, number=number, day=localtime(now), format=written_as.value)
    return Printed(name, data, written_as.media_type)
