"""The end of a run: tables, the list of unreadable files, and the page that sums up."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from gongkai.faces.common.exports.objects import line_of
from gongkai.faces.common.exports.page import rendered
from gongkai.faces.common.exports.words import FORMATS, SEVERITIES
from gongkai.faces.common.exports.writing import whole
from gongkai.faces.console.batch.figures import Figures
from gongkai.faces.console.batch.ledger import Entry, Ledger
from gongkai.faces.console.batch.parquet import write_tables

NAMED = 500
"""How many unreadable files the page names; the list has all of them."""


def finish(out: Path, ledger: Ledger) -> Figures:
    """Write everything that is made from the lines."""
    figures = Figures()
    write_tables(out, figures.passing(objects(ledger)))
    named: list[Entry] = []
    with whole(out / "unreadable.jsonl") as file:
        for entry in ledger.entries():
            if entry.reports:
                continue
            figures.unreadable += 1
            named += [entry] if figures.unreadable <= NAMED else []
            file.write(f"{line_of({'file': entry.name, 'why': entry.why})}\n".encode())
    with whole(out / "summary.html") as file:
        file.write(summary(figures, named))
    return figures


def objects(ledger: Ledger) -> Iterator[Mapping[str, object]]:
    """Every report, in the order of the files."""
    for entry in ledger.entries():
        for line in ledger.objects(entry):
            yield cast("Mapping[str, object]", json.loads(line))


def summary(figures: Figures, named: Iterable[Entry]) -> bytes:
    """The page that sums up a run."""
    return rendered(
        "exports/summary.html",
        {
            "figures": figures,
            "named": list(named),
            "more": max(0, figures.unreadable - NAMED),
            "years": sorted(figures.years.items()),
            "formats": [
                (FORMATS.get(key, key), count) for key, count in sorted(figures.formats.items())
            ],
            "rules": [
                (SEVERITIES[severity], code, title, count)
                for (severity, code, title), count in figures.rules.most_common()
            ],
            "worst": sorted(figures.worst, reverse=True),
        },
    )
