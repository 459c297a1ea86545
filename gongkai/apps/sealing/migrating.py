"""Sealing what a column held before it was sealed, and opening it again: for migrations.

The column is a sealed one already when its values are sealed, and still one when they are opened.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Protocol

from django.db.models import F, Model, TextField, Value
from django.db.models.functions import Cast

from gongkai.apps.sealing.fields import SealedField
from gongkai.apps.sealing.sealed import opened

BATCH: Final = 200
RAW: Final = "raw_{name}"


class Models(Protocol):
    """Where a migration finds the models as they were then."""

    def get_model(self, app_label: str, model_name: str, /) -> type[Model]:
        """One of them."""


Step = Callable[[Models, object], None]


def sealing(app: str, columns: Mapping[str, Iterable[str]]) -> Step:
    """The step of a migration that seals these columns of an area's models."""

    def seal_all(models: Models, _schema_editor: object) -> None:
        for model, names in columns.items():
            _rewrite(models.get_model(app, model), tuple(names), _to_seal)

    return seal_all


def opening(app: str, columns: Mapping[str, Iterable[str]]) -> Step:
    """The step back: the values as they were."""

    def open_all(models: Models, _schema_editor: object) -> None:
        for model, names in columns.items():
            _rewrite(models.get_model(app, model), tuple(names), _to_open)

    return open_all


def _rewrite(
    model: type[Model], names: tuple[str, ...], changed: Callable[[SealedField[Any, Any], str], Any]
) -> None:
    """Every row anew, as many at once as stay small in memory."""
    fields = {name: _field(model, name) for name in names}
    for batch in _raw(model, names):
        rows = [model(pk=pk) for pk, *_ in batch]
        for row, (_, *texts) in zip(rows, batch, strict=True):
            for name, text in zip(names, texts, strict=True):
                setattr(row, name, None if text is None else changed(fields[name], text))
        model._base_manager.bulk_update(rows, names)


def _field(model: type[Model], name: str) -> SealedField[Any, Any]:
    field = model._meta.get_field(name)
    if not isinstance(field, SealedField):
        raise TypeError(name)
    return field


def _raw(model: type[Model], names: tuple[str, ...]) -> Iterator[list[tuple[Any, ...]]]:
    """The values as the database holds them, with the keys of their rows, batch by batch."""
    kept = {RAW.format(name=name): Cast(F(name), TextField()) for name in names}
    rows = model._base_manager.annotate(**kept).order_by("pk").values_list("pk", *kept)
    batch = list(rows[:BATCH])
    while batch:
        yield batch
        batch = list(rows.filter(pk__gt=batch[-1][0])[:BATCH])


def _to_seal(field: SealedField[Any, Any], text: str) -> Any:
    return field.read(text)


def _to_open(field: SealedField[Any, Any], text: str) -> Any:
    return Value(opened(text, field.place), TextField())
