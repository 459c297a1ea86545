"""A person's readings take the place of doubts, and of nothing else."""

from decimal import Decimal

import pytest

from gongkai.apps.reports.confirming import (
    BY_HAND,
    NotAReadingError,
    confirmed,
    places,
    typed,
)
from gongkai.core.reports.forms import FORM_2021
from gongkai.core.reports.report import Doubt, Reading
from tests.apps.reports.made import report

ROW = "table2.normative_docs"
ROW_DOUBT = Doubt(ROW, "数字相连", ((1, 2, 13), (1, 21, 3), (12, 1, 3)))


def test_a_cell_is_confirmed() -> None:
    doubtful = report({"applications.new.0": None}, (Doubt("applications.new.0", "模糊", (3, 8)),))
    settled = confirmed(doubtful, {"applications.new.0": 8})
    assert settled.value("applications.new.0") == 8
    assert settled.cells["applications.new.0"].found == BY_HAND
    assert settled.doubts == ()
    assert doubtful.value("applications.new.0") is None


def test_a_row_is_confirmed_at_once() -> None:
    settled = confirmed(report(doubts=(ROW_DOUBT,)), {ROW: (1, 21, 3)})
    assert [settled.value(f"{ROW}.{n}") for n in range(3)] == [1, 21, 3]
    assert settled.doubts == ()


def test_a_cell_of_a_doubted_row_narrows_the_candidates() -> None:
    settled = confirmed(report(doubts=(ROW_DOUBT,)), {f"{ROW}.0": 1})
    assert settled.doubts[0].candidates == ((1, 2, 13), (1, 21, 3))


def test_a_row_is_settled_cell_by_cell() -> None:
    readings: dict[str, Reading] = {f"{ROW}.{n}": n for n in range(3)}
    assert confirmed(report(doubts=(ROW_DOUBT,)), readings).doubts == ()


def test_the_source_of_the_cell_is_kept() -> None:
    before = report({"applications.new.0": 3})
    after = confirmed(before, {"applications.new.0": 8})
    assert after.cells["applications.new.0"].source == before.cells["applications.new.0"].source
    assert after.cells["applications.new.0"].raw == "3"


def test_a_reading_of_the_wrong_length_changes_nothing() -> None:
    before = report(doubts=(ROW_DOUBT,))
    assert confirmed(before, {ROW: (1, 2)}) == before


@pytest.mark.parametrize(
    ("path", "count"),
    [
        pytest.param("applications.new", 7, id="表三的一行"),
        pytest.param("applications.new.3", 1, id="表三的一格"),
        pytest.param("review", 15, id="表四"),
        pytest.param("table2.licensing", 1, id="表二的一格"),
        pytest.param("applications.newest", 0, id="没有的行"),
        pytest.param("", 0, id="空"),
    ],
)
def test_places(path: str, count: int) -> None:
    assert len(places(FORM_2021, path)) == count


@pytest.mark.parametrize(
    ("texts", "reading"),
    [
        pytest.param(("12",), 12, id="一个数"),
        pytest.param((" 12 ",), 12, id="两边有空格"),
        pytest.param(("",), None, id="空白"),
        pytest.param(("-3",), -3, id="负数"),
        pytest.param(("2.5774",), Decimal("2.5774"), id="万元"),
        pytest.param(("1", "", "3"), (1, None, 3), id="一行"),
        pytest.param(("\uff11\uff12",), 12, id="全角数字"),
    ],
)
def test_typed(texts: tuple[str, ...], reading: Reading) -> None:
    assert typed(texts) == reading


@pytest.mark.parametrize("text", ["十二", "1,200", "1.2.3", "--1", ".5", "9" * 13, "1e5", "²"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotAReadingError, match="请填写阿拉伯数字"):
        typed((text,))
