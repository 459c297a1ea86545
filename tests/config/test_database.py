"""DATABASE_URL and its default."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from gongkai.config.settings.database import database


def test_without_an_address_a_file_of_sqlite_with_wal_and_immediate_transactions() -> None:
    found = database("", "/data/gongkai.sqlite3")
    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert found["NAME"] == "/data/gongkai.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in str(found["OPTIONS"]["init_command"])


def test_an_address_of_sqlite_names_its_file() -> None:
    assert database("sqlite:///srv/a.sqlite3", "")["NAME"] == "/srv/a.sqlite3"


def test_an_address_of_postgresql() -> None:
    found = database("postgresql://clerk:p%40ss@db.example:5433/disclosure?sslmode=require", "")
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"]) == ("clerk", "p@ss")
    assert (found["HOST"], found["PORT"]) == ("db.example", "5433")
    assert found["NAME"] == "disclosure"
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_a_socket_folder_may_be_named() -> None:
    found = database("postgres:///disclosure?host=/run/postgresql", "")
    assert (found["HOST"], found["OPTIONS"]) == ("/run/postgresql", {})


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="postgresql://"):
        database("mysql://localhost/x", "")
