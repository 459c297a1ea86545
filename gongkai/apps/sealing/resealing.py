"""Key rotation: open what older keys sealed and seal it with the current one, batch by batch.

A value is written only if it is still the one that was read, so people go on working meanwhile;
what they save is sealed by the current key anyway. Each batch is one transaction, and what is done
is not looked at again: a run that was killed is simply started anew.
"""

import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import F, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.module_loading import import_string

from gongkai.apps.journal.record import record
from gongkai.apps.sealing.fields import SealedField
from gongkai.apps.sealing.keys import SECRET_BYTES, key_line, keys_file, lines_of, ring, write_keys
from gongkai.apps.sealing.obstacles import keys_are_set
from gongkai.apps.sealing.sealed import SealError, current_head, key_of, opened
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor

if TYPE_CHECKING:
    from gongkai.apps.journal.masking import Values

BATCH: Final = 500
FAULT: Final = "第 {key} 行：{error}"
SUBJECT: Final = "sealing"


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of one batch: the last row, how many were sealed anew, what did not open."""

    last: Any
    resealed: int
    faults: tuple[str, ...]


class SealedPlace(Protocol):
    """Where sealed things are kept: a column, or files."""

    @property
    def name(self) -> str:
        """What it is called."""

    def reseal(self, size: int) -> Iterator[Batch]:
        """Seal anew what the current key and cipher have not sealed, batch by batch."""

    def keys(self) -> Iterator[str]:
        """The id of the key of each thing there; empty for one that is not sealed."""


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """One sealed column of one table."""

    model: type[models.Model]
    field: SealedField[Any, Any]

    @property
    def name(self) -> str:
        """Table and column."""
        return f"{self.model._meta.db_table}.{self.field.column}"

    def sealed(self) -> QuerySet[Any]:
        """The rows that have a value, with its sealed text."""
        name = self.field.attname
        rows: QuerySet[Any] = self.model._base_manager.annotate(
            sealed_text=Cast(F(name), TextField())
        )
        return rows.filter(**{f"{name}__isnull": False})

    def waiting(self) -> QuerySet[Any]:
        """The rows that another key or cipher sealed."""
        return self.sealed().exclude(sealed_text__startswith=current_head()).order_by("pk")

    def reseal(self, size: int) -> Iterator[Batch]:
        """Seal it anew, batch by batch."""
        return reseal(self, size=size)

    def keys(self) -> Iterator[str]:
        """Which key sealed each value."""
        texts = self.sealed().values_list("sealed_text", flat=True)
        return (key_of(text) for text in texts.iterator())


def sealed_columns() -> list[SealedColumn]:
    """Every sealed column of the system."""
    return [
        SealedColumn(model, field)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_concrete_fields
        if isinstance(field, SealedField)
    ]


def sealed_places() -> list[SealedPlace]:
    """Every sealed column, and the files that the settings name."""
    return [*sealed_columns(), *(import_string(path)() for path in settings.GONGKAI_SEALED_FILES)]


def reseal(column: SealedColumn, *, size: int = BATCH) -> Iterator[Batch]:
    """Seal one column anew, batch by batch."""
    batch = _reseal_batch(column, None, size)
    while batch is not None:
        yield batch
        batch = _reseal_batch(column, batch.last, size)


def keys_in_use() -> Counter[str]:
    """How many values each key has sealed; a key that is not among them is no longer needed."""
    found = Counter[str]()
    for place in sealed_places():
        found.update(place.keys())
    return found


@transaction.atomic
def make_key(actor: Actor) -> str:
    """Put a new key before the kept ones; returns its id. All processes seal with it at once."""
    if settings.GONGKAI_FIELD_KEYS:
        raise BlockedError([keys_are_set()])
    ring()
    line = key_line(secrets.token_urlsafe(SECRET_BYTES))
    name = line.partition(":")[0]
    record(actor, "make_field_key", SUBJECT, after={"id": name})
    write_keys([line, *lines_of(keys_file())])
    return name


@transaction.atomic
def note_resealing(actor: Actor, *, resealed: int, faults: int) -> None:
    """Write down that a rotation went through all columns, and what came of it."""
    after: Values = {"id": ring().current, "resealed": resealed, "faults": faults}
    record(actor, "reseal", SUBJECT, after=after)


@transaction.atomic
def _reseal_batch(column: SealedColumn, after: Any, size: int) -> Batch | None:
    rows = column.waiting()
    if after is not None:
        rows = rows.filter(pk__gt=after)
    found = list(rows.values_list("pk", "sealed_text")[:size])
    if not found:
        return None
    done, faults = 0, []
    for key, text in found:
        try:
            done += _reseal_value(column, key, text)
        except SealError as error:
            faults.append(FAULT.format(key=key, error=error))
    return Batch(found[-1][0], done, tuple(faults))


def _reseal_value(column: SealedColumn, key: Any, text: str) -> int:
    value = column.field.read(opened(text, column.field.place))
    same = column.waiting().filter(pk=key, sealed_text=text).order_by()
    return same.update(**{column.field.attname: value})
