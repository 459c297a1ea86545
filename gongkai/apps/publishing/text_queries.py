"""The simple search of the portal: words that have to be in what is public."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from django.db import connection

from gongkai.apps.publishing.models import Item, PublicText
from gongkai.apps.publishing.text_index import HELD, MATCHED, TABLE, given
from gongkai.core.publishing.searching import sought

MOST: Final = 500
"""How many items a search gives at most: the newest ones."""
LOOKED_INTO: Final = 1000
"""Of how many texts that have all pairs of a longer word it is seen whether they have the word."""


@dataclass(frozen=True, slots=True)
class Found:
    """The numbers of items, and whether there are older ones that were not looked into."""

    items: tuple[int, ...] = ()
    has_older: bool = False


def found(words: Sequence[str], organ_id: int | None = None) -> Found:
    """The public items that have all of these words; a word of one sign in the title."""
    wanted = [word for word in map(sought, words) if word.grams]
    if not wanted:
        return Found()
    grams = frozenset[str]().union(*(word.grams for word in wanted))
    values: list[str | int | list[int]] = [given(connection.vendor, grams, sought=True)]
    if organ_id is not None:
        values.append(organ_id)
    longer = [word.text for word in wanted if not word.is_whole]
    statement = _statement(len(longer), of_organ=organ_id is not None)
    with connection.cursor() as cursor:
        cursor.execute(statement, [*longer, *values])
        rows = cursor.fetchall()
    fitting = tuple(pk for pk, has in rows if has)
    return Found(fitting[:MOST], len(rows) == LOOKED_INTO or len(fitting) > MOST)


@cache
def _statement(longer: int, *, of_organ: bool) -> str:
    """Which texts have the grams, the newest first, and whether they have the longer words."""
    vendor = connection.vendor
    item, text = Item._meta.db_table, PublicText._meta.db_table
    has = " AND ".join([HELD[vendor]] * longer) or "TRUE"
    organ = "AND i.organ_id = %s" if of_organ else ""
    return f"""
        SELECT i.id, {has}
          FROM {TABLE} g
          JOIN {text} t ON t.id = g.rowid
          JOIN {item} i ON i.id = t.item_id
         WHERE {MATCHED[vendor]} AND i.state = 'released' {organ}
         ORDER BY g.rowid DESC
         LIMIT {LOOKED_INTO if longer else MOST + 1}
    """  # noqa: S608 - names of our own tables
