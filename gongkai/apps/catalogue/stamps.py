"""The stamp that kept pages go by: what is published, the site and its columns, organs' names.

What belongs to publishing and the catalogue raises a number in its own transaction. Organs stand
below both and are changed seldom, so how they stand is looked at. Every page that is given away
asks for the stamp first, so the question is put into words once and then only asked.
"""

from functools import cache

from django.db import connection

from gongkai.apps.organs.models import Organ, OrganName
from gongkai.apps.publishing import stamps
from gongkai.apps.publishing.models import Stamp

SEPARATOR = "-"


def current() -> int:
    """How often something public has changed."""
    return stamps.current()


def rise() -> None:
    """Say that something the public sees changes; inside the transaction that changes it."""
    stamps.rise()


def page_stamp() -> str:
    """What kept pages go by: where it differs, they are out of date."""
    with connection.cursor() as cursor:
        cursor.execute(_question())
        found = cursor.fetchone()
    return SEPARATOR.join(str(value or 0) for value in found or ())


@cache
def _question() -> str:
    stamp, organ, name = (row._meta.db_table for row in (Stamp, Organ, OrganName))
    return f"""
        SELECT (SELECT value FROM {stamp} WHERE name = '{stamps.PAGES}'),
               (SELECT max(id) FROM {name}),
               (SELECT count(*) FROM {organ}),
               (SELECT sum(amended) FROM {organ}),
               (SELECT count(*) FROM {organ} WHERE until IS NOT NULL),
               (SELECT count(*) FROM {name} WHERE until IS NOT NULL OR voided_reason <> '')
    """  # noqa: S608 - names of our own tables
