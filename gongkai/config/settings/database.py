"""The database setting: a file of SQLite, or what DATABASE_URL names."""

from pathlib import Path
from typing import TypedDict
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


class Database(TypedDict, total=False):
    """One entry of Django's DATABASES."""

    ENGINE: str
    NAME: str
    USER: str
    PASSWORD: str
    HOST: str
    PORT: str
    CONN_MAX_AGE: int | None
    CONN_HEALTH_CHECKS: bool
    OPTIONS: dict[str, object]


def sqlite(path: Path | str) -> Database:
    """A file of SQLite: readers never wait for the writer, a writer takes its lock at once, and the
    file stays open from one request to the next."""
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
    }


def postgresql(url: str) -> Database:
    """A PostgreSQL database from its address: postgresql://user:password@host:port/name?option=value."""
    parts = urlsplit(url)
    options: dict[str, object] = dict(parse_qsl(parts.query))
    host = str(options.pop("host", "")) or parts.hostname or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def database(url: str, default: Path | str) -> Database:
    """The database an address names; without an address the file of SQLite."""
    if not url:
        return sqlite(default)
    scheme, _, rest = url.partition("://")
    if scheme in {"postgres", "postgresql"}:
        return postgresql(url)
    if scheme == "sqlite":
        return sqlite(rest)
    message = "DATABASE_URL 只支持 postgresql:// 和 sqlite:// 开头的地址，请检查该环境变量。"
    raise ImproperlyConfigured(message)
