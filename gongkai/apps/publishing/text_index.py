"""Where grams of public texts are looked up: what the database offers for it, and Django has not.

SQLite has a full-text table that keeps nothing but the list of texts for each gram; what is taken
out of it has to be told again. PostgreSQL keeps each text's grams as numbers, with an index over
them. Both give the texts that were noted last first.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE: Final = "publishing_gram"
BITS: Final = 16
HIGHEST: Final = 1 << 31

INDEXED: Final = f"CREATE INDEX {TABLE}_grams ON {TABLE} USING gin (grams) WITH (fastupdate = off)"
PLACED: Final = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE {TABLE}"
        " USING fts5(grams, content='', detail='none', columnsize=0, tokenize='ascii')",
    ),
    "postgresql": (
        f"CREATE TABLE {TABLE} (rowid bigint PRIMARY KEY, grams integer[] NOT NULL)",
        INDEXED,
    ),
}
WRITTEN: Final = {
    "sqlite": f"INSERT INTO {TABLE} (rowid, grams) VALUES (%s, %s)",  # noqa: S608 - our own table
    "postgresql": (
        f"INSERT INTO {TABLE} (rowid, grams) VALUES (%s, %s)"  # noqa: S608 - our own table
        " ON CONFLICT (rowid) DO UPDATE SET grams = excluded.grams"
    ),
}
ERASED: Final = {
    "sqlite": f"INSERT INTO {TABLE} ({TABLE}, rowid, grams) VALUES ('delete', %s, %s)",  # noqa: S608
    "postgresql": f"DELETE FROM {TABLE} WHERE rowid = %s AND %s IS NOT NULL",  # noqa: S608
}
EMPTIED: Final = {
    "sqlite": f"INSERT INTO {TABLE} ({TABLE}) VALUES ('delete-all')",  # noqa: S608 - our own table
    "postgresql": f"TRUNCATE {TABLE}",
}
MATCHED: Final = {"sqlite": f"g.{TABLE} MATCH %s", "postgresql": "g.grams @> %s"}
HELD: Final = {"sqlite": "instr(t.text, %s) > 0", "postgresql": "strpos(t.text, %s) > 0"}


def place(connection: BaseDatabaseWrapper) -> None:
    """Make the index."""
    with connection.cursor() as cursor:
        for statement in PLACED[connection.vendor]:
            cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take the index away again."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")


@contextmanager
def unindexed(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """While very much is written: PostgreSQL is far quicker where it makes its index afterwards."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {TABLE}_grams")
        yield
        cursor.execute(INDEXED)


def write(connection: BaseDatabaseWrapper, rows: Iterable[tuple[int, Collection[str]]]) -> None:
    """Note the grams of texts, by the numbers of these."""
    _each(connection, WRITTEN, rows)


def erase(connection: BaseDatabaseWrapper, rows: Iterable[tuple[int, Collection[str]]]) -> None:
    """Forget texts; their grams are those that were noted."""
    _each(connection, ERASED, rows)


def empty(connection: BaseDatabaseWrapper) -> None:
    """Forget all texts."""
    with connection.cursor() as cursor:
        cursor.execute(EMPTIED[connection.vendor])


def given(vendor: str, grams: Collection[str], *, sought: bool = False) -> str | list[int]:
    """Grams as the database takes them: to be noted, or to be all of them in what is sought."""
    if vendor == "postgresql":
        return sorted(map(number, grams))
    return " ".join(f'"{gram}"' if sought else gram for gram in sorted(grams))


def number(gram: str) -> int:
    """A gram as a number of 32 bits with a sign; only rare ones can share one."""
    first, second = ord(gram[0]), ord(gram[1]) if len(gram) > 1 else 0
    low = (1 << BITS) - 1
    value = (first & low) << BITS | (second & low)
    return value - 2 * HIGHEST if value >= HIGHEST else value


def _each(
    connection: BaseDatabaseWrapper,
    statements: dict[str, str],
    rows: Iterable[tuple[int, Collection[str]]],
) -> None:
    vendor = connection.vendor
    values = [(pk, given(vendor, grams)) for pk, grams in rows]
    with connection.cursor() as cursor:
        cursor.executemany(statements[vendor], values)
