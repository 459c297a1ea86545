"""Rows of a standard directory: stored, written, compared."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gongkai.core.catalogue.channels import LABELS
from gongkai.core.catalogue.directory import (
    HEADS,
    Audience,
    DirectoryRow,
    Level,
    Way,
    cells,
    paired,
    partners,
    spoken,
    unpack,
)
from gongkai.core.catalogue.directory_reading import read_directory
from tests.factories.guides import row

WORDS = some.text("预算决算采购公示信息", min_size=1, max_size=8)
ROWS = some.builds(
    DirectoryRow,
    number=some.integers(1, 9999).map(str),
    first=WORDS,
    second=WORDS,
    elements=WORDS,
    basis=WORDS,
    limit=some.sampled_from(["实时公开", "7个工作日"]),
    subject=WORDS,
    channels=some.lists(some.sampled_from(LABELS), unique=True, min_size=1).map(
        lambda chosen: tuple(label for label in LABELS if label in chosen)
    ),
    audience=some.just(Audience.PUBLIC.value),
    way=some.sampled_from([one.value for one in Way]),
    levels=some.sampled_from([("county",), ("township",), ("county", "township")]),
)


def heads() -> list[list[str]]:
    """The two lines of the heads, as a file has them: merged cells stand once."""
    above, below = list[str](), list[str]()
    for label, lower in HEADS:
        above += [label, *[""] * (len(lower) - 1)]
        below += lower
    return [above, below]


@given(some.lists(ROWS, max_size=8, unique_by=lambda one: one.key))
def test_what_is_written_is_read_again(rows: list[DirectoryRow]) -> None:
    read = read_directory([*heads(), *(list(cells(one)) for one in rows)])
    assert (list(read.rows), read.faults, read.notes) == (rows, (), ())


@pytest.mark.parametrize("note", ["", "申请人"])
@pytest.mark.parametrize("audience", [Audience.GROUP, Audience.BOTH])
def test_a_group_and_its_name_come_back(audience: Audience, note: str) -> None:
    one = row(audience=audience.value, audience_note=note)
    assert read_directory([*heads(), list(cells(one))]).rows == (one,)


@given(ROWS)
def test_what_is_packed_is_unpacked(one: DirectoryRow) -> None:
    assert unpack(one.pack()) == one


def test_what_a_screen_shows_is_said_in_words() -> None:
    one = row(levels=("county", "township"), way="both")
    said = {name: spoken(name, getattr(one, name)) for name in ("levels", "way", "channels")}
    assert said == {
        "levels": "县级、乡级",
        "way": "主动、依申请",
        "channels": "政府网站、公开查阅点",
    }
    assert spoken("audience", "group") == "特定群体"
    assert {level.label for level in Level} == {"县级", "乡级"}


def test_a_new_table_is_compared_by_number() -> None:
    same, renamed, gone = row("1"), row("2", "部门决算"), row("3", "采购")
    later = replace(renamed, second="单位决算", limit="实时公开")
    found = paired([same, renamed, gone], [same, later, row("4", "债务")])
    assert found.same == (same,)
    assert found.changed == ((renamed, later, ("second", "limit")),)
    assert [one.number for one in found.new] == ["4"]
    assert found.gone == (gone,)


def test_rows_that_share_a_number_keep_their_own() -> None:
    old = [row("1", "预算"), row("1", "决算"), row("1", "采购")]
    new = [row("1", "采购"), row("1", "债务"), row("1", "预算")]
    assert partners(old, new) == [2, 1, 0]


@given(some.lists(ROWS, max_size=6), some.lists(ROWS, max_size=6))
def test_nothing_is_lost_in_a_comparison(old: list[DirectoryRow], new: list[DirectoryRow]) -> None:
    once = list({one.key: one for one in old}.values())
    fresh = list({one.key: one for one in new}.values())
    found = paired(once, fresh)
    assert len(found.new) + len(found.changed) + len(found.same) == len(fresh)
    assert len(found.gone) + len(found.changed) + len(found.same) == len(once)
