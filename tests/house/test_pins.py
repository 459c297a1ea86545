"""The pinned versions: exact, complete, and without the address of any registry."""

import re
import tomllib

from tests.house.sources import ROOT

PIN = re.compile(r"^([a-z0-9-]+)==[0-9][\w.]*( ; .+)?$")


def pins() -> list[str]:
    """The lines of the constraints."""
    return (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


def test_every_line_is_one_exact_version_and_nothing_else() -> None:
    assert [line for line in pins() if not PIN.match(line)] == []


def test_everything_the_project_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [row for rows in project["optional-dependencies"].values() for row in rows]
    asked = {re.split(r"[\[<>=]", row)[0] for row in [*project["dependencies"], *extras]}
    assert asked - {line.split("==")[0] for line in pins()} == set()
