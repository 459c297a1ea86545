"""Columns and standard directories for tests."""

from datetime import datetime

from django.utils.timezone import get_default_timezone

from gongkai.apps.catalogue.directory_importing import import_directory, look_through_directory
from gongkai.apps.catalogue.models import Column, DirectoryDraft, DirectoryEntry, Site
from gongkai.apps.organs.models import Organ
from gongkai.core.catalogue.columns import ColumnQuery
from gongkai.core.catalogue.directory import DirectoryRow
from gongkai.core.identity import Actor
from gongkai.faces.desk.directory.workbook import directory_workbook

NOW = datetime(2025, 6, 30, 9, 30, tzinfo=get_default_timezone())
FIELD = "budgets"


def site(organ: Organ) -> Site:
    """A site of a government."""
    return Site.objects.create(organ=organ, name="示范市人民政府门户网站", changed_at=NOW)


def column(
    of: Site, name: str, query: ColumnQuery, parent: Column | None = None, kind: str = "other"
) -> Column:
    """A column that shows what fits a query."""
    return Column.objects.create(
        site=of,
        parent=parent,
        key=f"column-{Column.objects.count() + 1}",
        name=name,
        kind=kind,
        query=query.pack(),
        changed_at=NOW,
    )


def workbook(*rows: DirectoryRow) -> bytes:
    """A table as a file."""
    return directory_workbook("财政预决算", rows)


def looked(who: Actor, data: bytes, *, field: str = FIELD, now: datetime = NOW) -> DirectoryDraft:
    """A file that was looked through."""
    return look_through_directory(
        who, organ_id=who.organ_id or 0, field=field, name="目录.xlsx", data=data, now=now
    )


def imported(who: Actor, *rows: DirectoryRow, removes_others: bool = False) -> list[DirectoryEntry]:
    """A directory that was imported."""
    draft = looked(who, workbook(*rows))
    import_directory(who, draft_id=draft.pk, removes_others=removes_others, now=NOW)
    return list(DirectoryEntry.objects.filter(organ_id=who.organ_id or 0))
