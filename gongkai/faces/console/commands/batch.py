"""report batch: a folder of any size, read and checked."""

import argparse
import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from gongkai.apps.wires.adapters import batch_engine
from gongkai.core.ports import BatchEngineError, BatchLimits
from gongkai.core.reports.export import SCHEMA_VERSION
from gongkai.faces.common.exports.writing import UnwritableError
from gongkai.faces.console import words
from gongkai.faces.console.batch.figures import Figures
from gongkai.faces.console.batch.finish import finish
from gongkai.faces.console.batch.ledger import Ledger
from gongkai.faces.console.batch.progress import progress
from gongkai.faces.console.batch.run import Orders, Tally
from gongkai.faces.console.batch.run import run as run_batch
from gongkai.faces.console.batch.walk import shown, walk
from gongkai.faces.console.output import CLEAN, complain
from gongkai.faces.console.screen import complaints, screen

LEDGER, LINES, LOCK = ".ledger.sqlite3", "reports.jsonl", ".lock"


class RefusedError(Exception):
    """The run cannot begin; the text says why."""


def run(line: argparse.Namespace) -> int:
    """Read and check the folder, or go on where the last run stopped."""
    try:
        with _opened(line) as ledger:
            tally = _run(line, ledger)
            figures = finish(line.out, ledger)
    except (RefusedError, UnwritableError) as error:
        return complain(str(error))
    except (OSError, sqlite3.OperationalError) as error:
        return complain(words.RUN_FAILED.format(out=line.out, reason=error))
    except sqlite3.DatabaseError:
        return complain(words.BAD_LEDGER.format(out=line.out))
    except BatchEngineError as error:
        return complain(words.NO_WORKERS.format(reason=str(error).rsplit("\n", 1)[-1]))
    screen().print(last_line(line.out, tally, figures))
    return CLEAN


def _run(line: argparse.Namespace, ledger: Ledger) -> Tally:
    total = sum(1 for _ in walk(line.folder, lambda _: None, left_out=line.out))
    if not total:
        raise RefusedError(words.NOTHING_THERE.format(folder=line.folder))
    limits = BatchLimits(workers=line.workers, seconds=line.seconds)
    with progress(complaints(), total) as hear:
        orders = Orders(line.folder, limits, hear, sources=line.sources)
        tally = run_batch(orders, ledger, batch_engine())
    for path in tally.refused:
        complaints().print(words.NOT_ENTERED.format(path=shown(path)))
    ledger.tidy()
    return tally


@contextmanager
def _opened(line: argparse.Namespace) -> Iterator[Ledger]:
    """Open the ledger of the results, for this run alone."""
    if not line.folder.is_dir():
        raise RefusedError(words.NO_FOLDER.format(path=line.folder))
    out: Path = line.out
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = (out / LOCK).open("w")
    except OSError as error:
        raise RefusedError(words.NO_OUT.format(path=out, reason=error.strerror)) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RefusedError(words.LOCKED.format(path=out)) from error
        if line.fresh:
            (out / LEDGER).unlink(missing_ok=True)
        with closing(Ledger(out / LEDGER, out / LINES)) as ledger:
            _same_job(ledger, line)
            yield ledger


def _same_job(ledger: Ledger, line: argparse.Namespace) -> None:
    """Results of one folder are not mixed with those of another, nor of another program."""
    job = {
        "folder": str(line.folder.resolve()),
        "schema": str(SCHEMA_VERSION),
        "sources": str(line.sources),
    }
    if any((before := ledger.fact(name)) and before != value for name, value in job.items()):
        raise RefusedError(words.OTHER_JOB.format(out=line.out, before=ledger.fact("folder")))
    for name, value in job.items():
        ledger.note(name, value)


def last_line(out: Path, tally: Tally, figures: Figures) -> str:
    """The one line that a run ends with."""
    return words.LAST_LINE.format(
        files=tally.files,
        resumed=tally.resumed,
        reports=figures.reports,
        errors=figures.errors,
        doubted=figures.doubted,
        unreadable=figures.unreadable,
        out=out,
    )
