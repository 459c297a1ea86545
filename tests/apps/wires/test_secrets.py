"""Kept secrets: made once, readable by their owner only."""

from pathlib import Path

from gongkai.apps.wires.secrets import kept_secret


def test_the_first_call_makes_it_and_later_calls_read_it(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    first = kept_secret(path, 24)
    assert kept_secret(path, 24) == first
    assert len(first) == 32
    assert path.stat().st_mode & 0o777 == 0o600


def test_two_secrets_differ(tmp_path: Path) -> None:
    assert kept_secret(tmp_path / "a", 24) != kept_secret(tmp_path / "b", 24)
