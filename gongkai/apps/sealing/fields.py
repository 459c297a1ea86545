"""A field whose values lie sealed in the database and are open in memory.

A value belongs to its table and column, which are bound to it: a copy in another column does not
open. It is not bound to its row, because the row has no number before it is added, and because
rows are copied and taken over. `sealed_as` keeps the old place when a table or column is renamed.

Sealed columns cannot be searched, sorted or made unique, only be asked whether they are empty; to
find a value without opening any, keep a `blind_index` beside it.
"""

from typing import TYPE_CHECKING, Any, Final

from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import IsNull

from gongkai.apps.sealing.sealed import opened, seal

if TYPE_CHECKING:
    Text = models.TextField[str, str]
else:
    Text = models.TextField

NO_SEARCH: Final = "加密存储的列 {place} 不能查找，只能问是否为空；请用旁边的 blind_index。"
UNFIT: Final = frozenset({"db_index", "unique", "primary_key"})
NO_INDEX: Final = "加密存储的列不能有索引、唯一约束，也不能作主键：每次加密的结果都不同。"


class SealedTextField(Text):
    """Text that only the keys of this system open."""

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
        return seal(str(value), self.place)

    def from_db_value(self, value: str | None, *_about: object) -> str | None:
        """The value as it was; SealError where it cannot be opened."""
        return None if value is None else opened(value, self.place)
