"""The sources of the house, as syntax trees."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import gongkai

ROOT = Path(__file__).resolve().parents[2]


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def files(*folders: str) -> list[Path]:
    """The Python files in these folders of the repository, migrations left out."""
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path for path in found if "migrations" not in path.parts]


def name_of(path: Path) -> str:
    """A file's path in the repository."""
    return path.relative_to(ROOT).as_posix()


def modules(package: str) -> Iterator[ModuleType]:
    """Every module below a package of the house."""
    top = importlib.import_module(package)
    assert top.__name__.startswith(gongkai.__name__)
    yield top
    for info in pkgutil.walk_packages(top.__path__, f"{package}."):
        yield importlib.import_module(info.name)
