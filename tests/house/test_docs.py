"""What a builder or an operator can set or run is described."""

import re
from pathlib import Path

import pytest

from launch.commands import COMMANDS, USAGE
from tests.house.sources import ROOT, files, name_of

DOCS = ROOT / "docs"
SETTING = re.compile(r"^(GONGKAI_[A-Z_]+)\b.* = ", re.MULTILINE)
VARIABLE = re.compile(r"environ(?:\.get\(|\[)\s*\"([A-Z_]+)\"")


def variables() -> list[str]:
    """The environment variables that the settings read."""
    found = {
        name
        for path in files("gongkai")
        for name in VARIABLE.findall(path.read_text(encoding="utf-8"))
    }
    return sorted(found)


def settings() -> list[str]:
    """The settings that are ours."""
    defaults = ROOT / "gongkai/config/settings/defaults.py"
    return SETTING.findall(defaults.read_text(encoding="utf-8"))


def management_commands() -> list[str]:
    """Our own commands of Django."""
    found = ROOT.glob("gongkai/**/management/commands/[a-z]*.py")
    return sorted(path.stem for path in found)


@pytest.mark.parametrize("name", sorted({*variables(), *settings()}))
def test_every_variable_and_setting_is_described(name: str) -> None:
    assert f"`{name}`" in (DOCS / "settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", management_commands())
def test_every_management_command_is_described(name: str) -> None:
    assert f"./gk manage {name}" in (DOCS / "settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described(name: str) -> None:
    assert re.search(rf"^  {name}\b", USAGE, re.MULTILINE)
    for readme in ("README.md", "README.zh-CN.md"):
        assert f"./gk {name}" in (ROOT / readme).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *DOCS.rglob("*.md")], ids=name_of)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
