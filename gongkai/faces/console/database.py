"""Whether there is a database to ask."""

from pathlib import Path

from django.db import connection


def is_there() -> bool:
    """Whether the file of SQLite is there; one in memory, or a server, needs none."""
    name = str(connection.settings_dict["NAME"])
    return connection.vendor != "sqlite" or "memory" in name or Path(name).exists()
