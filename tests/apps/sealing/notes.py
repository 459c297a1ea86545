"""A table with sealed columns that only the tests have."""

from typing import ClassVar

from django.db import connection, models

from gongkai.apps.sealing.fields import SealedTextField
from gongkai.apps.sealing.resealing import SealedColumn

TABLE = "sealing_note"
MAKE = f"CREATE TABLE {TABLE} (number integer PRIMARY KEY, phone text NULL, mail text NULL)"
OLD_KEY = "old:" + "b2xk" * 11
NEW_KEY = "new:" + "bmV3" * 11


class Note(models.Model):
    """Something about a person."""

    number = models.IntegerField(primary_key=True)
    phone = SealedTextField()
    mail = SealedTextField(default="")

    objects: ClassVar[models.Manager["Note"]] = models.Manager()

    class Meta:
        app_label = "sealing_tests"
        db_table = TABLE

    def __str__(self) -> str:
        return str(self.number)


PHONES = SealedColumn(Note, Note._meta.get_field("phone"))
MAILS = SealedColumn(Note, Note._meta.get_field("mail"))


def make_table() -> None:
    """Make the table in this database."""
    with connection.cursor() as cursor:
        cursor.execute(MAKE)


def kept(column: str = "phone") -> dict[int, str]:
    """What lies in the database, by row."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT number, {column} FROM {TABLE} ORDER BY number")  # noqa: S608
        return dict(cursor.fetchall())


def put(number: int, text: str | None, column: str = "phone") -> None:
    """Write into the database past the field."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {TABLE} SET {column} = %s WHERE number = %s", [text, number])  # noqa: S608
