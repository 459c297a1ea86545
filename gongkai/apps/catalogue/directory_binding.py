"""Binding entries of a standard directory to what shows them: a column, a code or a tag (R8-07)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from gongkai.apps.catalogue import directory_obstacles as obstacles
from gongkai.apps.catalogue import stamps
from gongkai.apps.catalogue.directory_queries import columns_offered
from gongkai.apps.catalogue.directory_rows import of_field
from gongkai.apps.catalogue.models import Column, DirectoryEntry
from gongkai.apps.journal.masking import Value
from gongkai.apps.journal.record import record
from gongkai.apps.organs.facts import refuse
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.catalogue.fields import CITE
from gongkai.core.catalogue.suggesting import suggested
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.catalogue import ENTRY


@dataclass(frozen=True, slots=True)
class Binding:
    """What shows an entry: one of a column, a catalogue code and a tag; nothing, to unbind it."""

    column_id: int | None = None
    code: str = ""
    tag: str = ""

    def faults(self) -> Iterator[Finding]:
        """What is wrong with it."""
        if sum(map(bool, (self.column_id, self.code, self.tag))) > 1:
            yield obstacles.several_bindings()
        if self.code and self.code not in ENTRY:
            yield obstacles.unknown_code(self.code)
        if self.column_id and not Column.objects.filter(pk=self.column_id, closed_at=None).exists():
            yield obstacles.closed_column()


@transaction.atomic
def bind_entry(actor: Actor, *, entry_id: int, binding: Binding) -> DirectoryEntry:
    """Say where what an entry promises is shown."""
    require(actor, Role.DISCLOSURE_OFFICE)
    entry = _locked(actor, entry_id)
    refuse(binding.faults())
    before = _told(entry)
    entry.column_id, entry.code, entry.tag = binding.column_id, binding.code, binding.tag.strip()
    entry.save(update_fields=["column_id", "code", "tag"])
    stamps.rise()
    subject = f"directory_entry:{entry.pk}"
    record(actor, "bind_entry", subject, before=before, after=_told(entry), cite=CITE)
    return entry


@transaction.atomic
def bind_by_name(actor: Actor, *, organ_id: int, field: str) -> int:
    """Bind the unbound entries of a field to the columns whose names they bear; says how many."""
    require(actor, Role.DISCLOSURE_OFFICE)
    organ = one(actor, Organ.objects.all(), organ_id, to=Purpose.WORK, field="pk")
    names = dict(columns_offered())
    entries = of_field(organ.pk, field).select_for_update(of=("self",))
    bound = dict[str, Value]()
    for entry in entries.filter(column=None, code="", tag=""):
        if (column_id := suggested(entry.first, entry.second, names)) is not None:
            entry.column_id = column_id
            entry.save(update_fields=["column_id"])
            bound[str(entry.pk)] = column_id
    if not bound:
        raise BlockedError([obstacles.nothing_suggested()])
    stamps.rise()
    after: dict[str, Value] = {"field": field, "bound": bound}
    record(actor, "bind_by_name", f"directory:{organ.pk}", after=after, cite=CITE)
    return len(bound)


@transaction.atomic
def remove_entry(actor: Actor, *, entry_id: int) -> None:
    """Take an entry out of the directory."""
    require(actor, Role.DISCLOSURE_OFFICE)
    entry = _locked(actor, entry_id)
    subject = f"directory_entry:{entry.pk}"
    before = {"field": entry.field, "number": entry.number, "first": entry.first, **_told(entry)}
    entry.delete()
    stamps.rise()
    record(actor, "remove_entry", subject, before=before, cite=CITE)


def _locked(actor: Actor, entry_id: int) -> DirectoryEntry:
    rows = DirectoryEntry.objects.select_for_update(of=("self",))
    return one(actor, rows, entry_id, to=Purpose.WORK)


def _told(entry: DirectoryEntry) -> dict[str, str | int | None]:
    return {"column": entry.column_id, "code": entry.code, "tag": entry.tag}
