"""The sheets of a workbook with standard directories, put together for one field (R8-05).

Every sheet that has the heads of a standard directory is taken; of several, those that name another
field are left for that field. What is left out is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gongkai.core.catalogue.directory import LABELS, DirectoryRow
from gongkai.core.catalogue.directory_reading import CAUSES, ReadDirectory, RowFault
from gongkai.core.catalogue.fields import GrassrootsField, field_named

NOT_ONE: Final = "不是标准目录，没有读取：缺少{heads}。"
OF_ANOTHER: Final = "写的是“{field}”领域，没有读取；请选择这个领域另外导入。"
NAMES_ANOTHER: Final = "写的是“{field}”领域，请核对所选的领域。"
BETWEEN: Final = "、"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and what it came to."""

    name: str
    read: ReadDirectory

    @property
    def is_directory(self) -> bool:
        """Whether it has the heads of a standard directory."""
        return not self.read.missing_heads

    def other_than(self, field: GrassrootsField) -> GrassrootsField | None:
        """The field that its name or its title says, where that is another one."""
        said = field_named(self.name) or field_named(self.read.title)
        return None if said == field else said

    def note(self, cause: str) -> RowFault:
        """Something to be told of the whole sheet."""
        return RowFault(0, "", self.read.title, cause, self.name)


def joined(sheets: Sequence[Sheet], field: GrassrootsField) -> ReadDirectory:
    """What a workbook comes to for a field; without any sheet for it, the heads that are missing,
    or no rows and why."""
    directories = [sheet for sheet in sheets if sheet.is_directory]
    if not directories:
        return sheets[0].read
    is_one = len(directories) == 1
    taken = [sheet for sheet in directories if is_one or not sheet.other_than(field)]
    rows, faults, notes = dict[tuple[str, str], DirectoryRow](), list[RowFault](), list[RowFault]()
    for sheet in taken:
        name = "" if is_one else sheet.name
        faults += (replace(fault, sheet=name) for fault in sheet.read.faults)
        notes += (replace(note, sheet=name) for note in sheet.read.notes)
        for row in sheet.read.rows:
            if row.key in rows:
                faults.append(_twice(row, name))
            rows.setdefault(row.key, row)
    told = (*_left_out(sheets, taken, field), *notes)
    return ReadDirectory(tuple(rows.values()), tuple(faults), told, title=directories[0].read.title)


def _twice(row: DirectoryRow, sheet: str) -> RowFault:
    return RowFault(0, LABELS["number"], row.number, CAUSES["twice"], sheet)


def _left_out(
    sheets: Sequence[Sheet], taken: Sequence[Sheet], field: GrassrootsField
) -> Iterator[RowFault]:
    for sheet in sheets:
        other = sheet.other_than(field)
        if not sheet.is_directory:
            yield sheet.note(NOT_ONE.format(heads=BETWEEN.join(sheet.read.missing_heads)))
        elif other is not None:
            cause = NAMES_ANOTHER if sheet in taken else OF_ANOTHER
            yield sheet.note(cause.format(field=other.label))
