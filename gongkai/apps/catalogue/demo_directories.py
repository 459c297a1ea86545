"""The demo's standard directories: imported and bound by the actions, for the organs they fit."""

import csv
from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from typing import Final

from gongkai.apps.catalogue.column_queries import living, site
from gongkai.apps.catalogue.demo_directory_rows import LOCAL, ROWS, STREET, TOWN, DemoRow
from gongkai.apps.catalogue.directory_binding import Binding, bind_entry
from gongkai.apps.catalogue.directory_importing import import_directory, look_through_directory
from gongkai.apps.catalogue.directory_rows import of_field
from gongkai.apps.catalogue.models import DirectoryEntry
from gongkai.apps.organs.demo_city import LOCAL as PLACES
from gongkai.apps.organs.demo_city import ORGANS, SUFFIX, DemoOrgan
from gongkai.apps.organs.models import Organ
from gongkai.core.catalogue.channels import LABELS as CHANNELS
from gongkai.core.catalogue.directory import HEADS, DirectoryRow, Level, Way, cells
from gongkai.core.catalogue.fields import FIELD
from gongkai.core.identity import SYSTEM, OrganKind

FILE: Final = "{field}标准目录.csv"
TOLD_AT: Final = (CHANNELS[0], CHANNELS[6])
STREETS: Final = "街道办事处"


def prepare_directories(now: datetime) -> int:
    """Give the organs of county and district their directories, once; says how many entries."""
    here = site()
    if here is None or DirectoryEntry.objects.exists():
        return 0
    columns = dict(living(here).values_list("key", "pk"))
    organs = {row.name: row for row in Organ.objects.filter(until=None)}
    made = 0
    for demo in ORGANS:
        for field in fields_of(demo):
            if demo.name in organs:
                made += _prepared(demo, organs[demo.name], field, columns, now)
    return made


def fields_of(demo: DemoOrgan) -> tuple[str, ...]:
    """The fields that an organ of the demo has something to do with."""
    if demo.kind is OrganKind.TOWNSHIP:
        return STREET if demo.name.removesuffix(SUFFIX).endswith(STREETS) else TOWN
    place, _, bureau = demo.key.partition("-")
    return LOCAL.get(bureau, ()) if place in {key for key, _, _ in PLACES} else ()


def _prepared(
    demo: DemoOrgan, organ: Organ, field: str, columns: dict[str, int], now: datetime
) -> int:
    rows = ROWS[field]
    draft = look_through_directory(
        SYSTEM,
        organ_id=organ.pk,
        field=field,
        name=FILE.format(field=FIELD[field].label),
        data=_file(demo, rows),
        now=now,
    )
    import_directory(SYSTEM, draft_id=draft.pk, removes_others=False, now=now)
    for entry, row in zip(of_field(organ.pk, field), rows, strict=True):
        if row.bound:
            bind_entry(SYSTEM, entry_id=entry.pk, binding=_binding(row.bound, columns))
    return len(rows)


def _file(demo: DemoOrgan, rows: tuple[DemoRow, ...]) -> bytes:
    """The standard table as text, its heads in two lines."""
    target = StringIO()
    writer = csv.writer(target)
    writer.writerow([name for name, below in HEADS for _ in below])
    writer.writerow([name for _, below in HEADS for name in below])
    writer.writerows(cells(row) for row in _rows(demo, rows))
    return target.getvalue().encode()


def _rows(demo: DemoOrgan, rows: tuple[DemoRow, ...]) -> Iterator[DirectoryRow]:
    level = Level.TOWNSHIP if demo.kind is OrganKind.TOWNSHIP else Level.COUNTY
    for number, row in enumerate(rows, start=1):
        yield DirectoryRow(
            number=str(number),
            first=row.first,
            second=row.second,
            elements=row.elements,
            basis=row.basis,
            limit=row.limit,
            subject=demo.name.removesuffix(SUFFIX),
            channels=TOLD_AT,
            audience="group" if row.group else "public",
            audience_note=row.group,
            way=(Way.ON_APPLICATION if row.on_application else Way.PROACTIVE).value,
            levels=(level.value,),
        )


def _binding(said: str, columns: dict[str, int]) -> Binding:
    """`column:…` by its address, `code:…` or `tag:…`."""
    kind, _, value = said.partition(":")
    if kind == "column":
        return Binding(column_id=columns[value])
    return Binding(code=value) if kind == "code" else Binding(tag=value)
