"""Lists of what is public: the same as the query says, page by page."""

import pytest

from gongkai.apps.publishing import listing_queries
from gongkai.apps.publishing.closing import withdraw
from gongkai.apps.publishing.listing_queries import Chosen, Listing, listed
from gongkai.apps.publishing.public_queries import released as public
from tests.factories.organs import Region
from tests.factories.publishing import NOW, REASON, Staff, draft, drafted, released

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return Staff(Region().bureau)


@pytest.fixture
def items(staff: Staff) -> list[int]:
    made = [released(staff, written=draft(row)).item_id for row in range(1, 6)]
    drafted(staff, written=draft(7))
    return list(reversed(made))


def numbers(rows: object) -> list[int]:
    assert isinstance(rows, list)
    return [row.pk for row in rows]


def test_it_has_the_order_of_the_query(items: list[int]) -> None:
    rows = Listing(public())
    assert len(rows) == len(items)
    assert numbers(rows[:]) == items
    assert numbers(rows[1:3]) == items[1:3]
    assert numbers(rows[4:9]) == items[4:]
    assert rows[9:12] == []
    assert rows[2].pk == items[2]


def test_deep_pages_are_those_of_the_query_too(
    items: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing_queries, "SHALLOW", 1)
    monkeypatch.setattr(listing_queries, "KEPT", 4)
    rows = Listing(public())
    assert numbers(rows[0:1]) == items[:1]
    assert numbers(rows[2:4]) == items[2:4]
    assert list(rows.first or ()) == items[:4]
    assert numbers(rows[1:3]) == items[1:3]
    assert numbers(rows[3:5]) == items[3:5]


def test_a_line_says_what_a_list_shows(staff: Staff, items: list[int]) -> None:
    line, row = Listing(public())[0], public().first()
    assert row is not None
    assert (line.title, line.index_number, line.organ) == (
        row.title,
        row.index_number,
        "示范县财政局",
    )
    assert (line.released_at, line.formed_on) == (row.released_at, row.formed_on)
    assert line.summary == draft(5).summary


def test_a_filter_stays(staff: Staff, items: list[int]) -> None:
    assert numbers(Listing(public().filter(organ=staff.organ))[:]) == items
    assert len(Listing(public().filter(kind__in=["no such kind"]))) == 0


def test_what_has_gone_meanwhile_is_not_shown(staff: Staff, items: list[int]) -> None:
    rows = Chosen(items)
    withdraw(staff.office, item_id=items[1], reason=REASON, now=NOW)
    assert numbers(rows[:3]) == [items[0], items[2]]
    assert len(rows) == len(items)


def test_nothing_asks_nothing(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert listed([]) == []
