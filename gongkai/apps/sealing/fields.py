"""A field whose values lie sealed in the database and are open in memory.

A value belongs to its table and column, which are bound to it: a copy in another column does not
open. It is not bound to its row, because the row has no number before it is added, and because
rows are copied and taken over. `sealed_as` keeps the old place when a table or column is renamed.
A `SealedJSONField` keeps lists and mappings in the same way.

Sealed columns cannot be searched, sorted or made unique, only be asked whether they are empty; to
find a value without opening any, keep a `blind_index` beside it.
"""

import json
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import IsNull

from gongkai.apps.sealing.sealed import opened, seal

Set = TypeVar("Set")
Got = TypeVar("Got")
if TYPE_CHECKING:

    class Text(models.TextField[Set, Got]):
        """Text, by what is put in and what comes out."""

else:

    class Text(models.TextField):
        """The same without its types, which Django's fields do not take when they run."""

        def __class_getitem__(cls, _types: object) -> type:
            return cls


NO_SEARCH: Final = "加密存储的列 {place} 不能查找，只能问是否为空；请用旁边的 blind_index。"
UNFIT: Final = frozenset({"db_index", "unique", "primary_key"})
NO_INDEX: Final = "加密存储的列不能有索引、唯一约束，也不能作主键：每次加密的结果都不同。"


class SealedField(Text[Set, Got]):
    """What only the keys of this system open."""

    def __init__(self, *args: Any, sealed_as: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sealed_as = sealed_as

    @property
    def place(self) -> str:
        """The table and column that the values are bound to."""
        return self.sealed_as or f"{self.model._meta.db_table}.{self.column}"

    def deconstruct(self) -> Any:
        """What a migration has to know."""
        name, path, args, kwargs = super().deconstruct()
        if self.sealed_as:
            kwargs["sealed_as"] = self.sealed_as
        return name, path, args, kwargs

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Refuse what cannot work on values that differ each time they are sealed."""
        found = super().check(**kwargs)
        if UNFIT & set(self.deconstruct()[3]):
            found.append(checks.Error(NO_INDEX, obj=self, id="sealing.E001"))
        return found

    def get_internal_type(self) -> str:
        """Sealed values are text on every database."""
        return "TextField"

    def get_lookup(self, lookup_name: str) -> Any:
        """Only whether there is a value."""
        if lookup_name != IsNull.lookup_name:
            raise FieldError(NO_SEARCH.format(place=self.place))
        return super().get_lookup(lookup_name)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """The value as it is kept; an expression stays one."""
        if value is None or hasattr(value, "as_sql"):
            return value
        return seal(self.written(value), self.place)

    def from_db_value(self, value: str | None, *_about: object) -> Any:
        """The value as it was; SealError where it cannot be opened."""
        return None if value is None else self.read(opened(value, self.place))

    def written(self, value: Any) -> str:
        """A value as the text that is sealed."""
        return str(value)

    def read(self, text: str) -> Any:
        """The value that was sealed as this text."""
        return text


class SealedTextField(SealedField[str, str]):
    """Text that only the keys of this system open."""


class SealedJSONField(SealedField[Any, Any]):
    """Lists and mappings that only the keys of this system open; nothing in them can be asked."""

    if TYPE_CHECKING:
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

    def written(self, value: Any) -> str:
        """The value as JSON."""
        return json.dumps(value, ensure_ascii=False)

    def read(self, text: str) -> Any:
        """The value of the JSON."""
        return json.loads(text)

    def to_python(self, value: Any) -> Any:
        """The value as it is: nothing of it is text by itself."""
        return value

    def get_prep_value(self, value: Any) -> Any:
        """The value as it is, until it is sealed."""
        return value
