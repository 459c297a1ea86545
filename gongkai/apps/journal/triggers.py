"""What the database itself refuses: changing entries, removing them before their time.

Entries go only as far as a checkpoint says, a checkpoint is taken only over entries older than the
months that the law asks for, and it stays. On SQLite an entry is not replaced either.
"""

from collections.abc import Sequence
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

_REFUSAL: Final = "what the journal keeps is neither changed nor removed"
_TOO_EARLY: Final = "entries of the journal are kept for six months at least"

_SQLITE: Final = {
    "journal_entry_no_update": "BEFORE UPDATE ON journal_entry",
    "journal_entry_no_replace": (
        "BEFORE INSERT ON journal_entry"
        " WHEN EXISTS (SELECT 1 FROM journal_entry WHERE sequence = NEW.sequence)"
    ),
    "journal_entry_no_delete": (
        "BEFORE DELETE ON journal_entry"
        " WHEN OLD.sequence > (SELECT COALESCE(MAX(through), 0) FROM journal_checkpoint)"
    ),
    "journal_check_no_update": "BEFORE UPDATE ON journal_checkpoint",
    "journal_check_no_delete": "BEFORE DELETE ON journal_checkpoint",
    "journal_check_in_time": (
        "BEFORE INSERT ON journal_checkpoint WHEN EXISTS (SELECT 1 FROM journal_entry"
        " WHERE sequence <= NEW.through"
        " AND at > strftime('%Y-%m-%d %H:%M:%f', 'now', '-184 days'))"
    ),
}
_POSTGRESQL: Final = {
    "journal_entry_kept": (
        "journal_entry",
        "UPDATE OR DELETE",
        "IF TG_OP = 'DELETE' AND OLD.sequence <="
        " (SELECT COALESCE(MAX(through), 0) FROM journal_checkpoint)"
        " THEN RETURN OLD; END IF;",
    ),
    "journal_check_kept": ("journal_checkpoint", "UPDATE OR DELETE", ""),
    "journal_check_in_time": (
        "journal_checkpoint",
        "INSERT",
        "IF NOT EXISTS (SELECT 1 FROM journal_entry WHERE sequence <= NEW.through"
        " AND at > statement_timestamp() - INTERVAL '184 days')"
        " THEN RETURN NEW; END IF;",
    ),
}
_PRESENT: Final = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D' AND NOT tgisinternal",
}
_TABLES: Final = ("journal_entry", "journal_checkpoint")


def place(connection: BaseDatabaseWrapper) -> None:
    """Let the database refuse."""
    _execute(connection, statements(connection.vendor))


def lift(connection: BaseDatabaseWrapper) -> None:
    """Let it no longer refuse."""
    _execute(connection, _lifted(connection.vendor))


def missing(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """The triggers that are not there, or that somebody switched off."""
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT[connection.vendor])
        present = {str(row[0]) for row in cursor.fetchall()}
    return tuple(name for name in _names(connection.vendor) if name not in present)


def statements(vendor: str) -> list[str]:
    """What places the triggers."""
    return _sqlite() if vendor == "sqlite" else _postgresql()


def _execute(connection: BaseDatabaseWrapper, work: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for statement in work:
            cursor.execute(statement)


def _sqlite() -> list[str]:
    said = {"journal_check_in_time": _TOO_EARLY}
    return [
        f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{said.get(name, _REFUSAL)}'); END"
        for name, when in _SQLITE.items()
    ]


def _postgresql() -> list[str]:
    work = []
    for name, (table, when, unless) in _POSTGRESQL.items():
        said = _TOO_EARLY if when == "INSERT" else _REFUSAL
        work += [
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {unless}"
            f" RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation';"
            " END $$",
            f"CREATE TRIGGER {name} BEFORE {when} ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
    work += [
        f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION journal_check_kept()"
        for table in _TABLES
    ]
    return work


def _names(vendor: str) -> list[str]:
    if vendor == "sqlite":
        return list(_SQLITE)
    return [*_POSTGRESQL, *(f"{table}_whole" for table in _TABLES)]


def _lifted(vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in _SQLITE]
    dropped = [f"DROP TRIGGER IF EXISTS {table}_whole ON {table}" for table in _TABLES]
    for name, (table, _, _) in _POSTGRESQL.items():
        dropped += [
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"DROP FUNCTION IF EXISTS {name}()",
        ]
    return dropped
