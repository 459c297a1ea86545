"""Keeping columns: who may, what is refused, and that addresses are never used again."""

from typing import Any

import pytest

from gongkai.apps.catalogue.column_facts import ColumnFacts
from gongkai.apps.catalogue.column_queries import column_tree, items_of, walked
from gongkai.apps.catalogue.columns import (
    add_column,
    change_column,
    close_column,
    move_column,
    reopen_column,
)
from gongkai.apps.catalogue.installing import install_usual
from gongkai.apps.catalogue.models import Column, Site
from gongkai.apps.catalogue.sites import set_site
from gongkai.apps.catalogue.stamps import page_stamp
from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.models import Organ
from gongkai.core.catalogue.columns import ColumnQuery
from gongkai.core.catalogue.site_facts import SiteFacts
from gongkai.core.catalogue.statutory_columns import USUAL
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError, Role
from tests.apps.catalogue.sites import City, public
from tests.factories.organs import acting
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db


def order(city: City) -> list[str]:
    """The addresses of the columns as they stand."""
    return [row.column.key for row in walked(column_tree(city.site))]


def refused(city: City, key: str = "new", parent: int | None = None, **said: Any) -> set[str]:
    """What stands in the way of adding a column."""
    facts = ColumnFacts(**{"name": "新栏目", "kind": "other", "query": NEWS, **said})
    with pytest.raises(BlockedError) as raised:
        add_column(city.keeper, key=key, facts=facts, parent_id=parent, now=NOW)
    return {found.code for found in raised.value.findings}


NEWS = ColumnQuery(kinds=("news",))


def test_a_column_is_added_at_the_end_and_told(city: City) -> None:
    city.column("first")
    column = city.column("second", query=NEWS)
    assert order(city) == ["first", "second"]
    entry = Entry.objects.get(verb="add_column", subject=f"column:{column.pk}")
    assert entry.after is not None
    assert entry.after["query"]["kinds"] == ["news"]


def test_everything_wrong_is_said_at_once(city: City) -> None:
    query = ColumnQuery(codes=("20-99",), kinds=("x",), organ_ids=(0,))
    found = refused(city, "A b", name=" ", kind="x", query=query, period=0, parent=99999)
    assert found == {
        "COLUMN-NAME",
        "COLUMN-KIND",
        "COLUMN-KEY",
        "COLUMN-PERIOD",
        "COLUMN-QUERY-UNKNOWN",
        "COLUMN-PARENT",
    }
    assert refused(city, query=ColumnQuery()) == {"COLUMN-QUERY"}


def test_a_name_stands_once_beside_others(city: City) -> None:
    top = city.column("top")
    assert refused(city, name="top") == {"COLUMN-NAME-TAKEN"}
    assert city.column("below", top, name="top").parent_id == top.pk


def test_an_address_is_never_used_for_another(city: City) -> None:
    column = city.column("old")
    close_column(city.keeper, column_id=column.pk, now=NOW)
    assert refused(city, "old") == {"COLUMN-KEY-TAKEN"}
    assert reopen_column(city.keeper, column_id=column.pk, now=NOW).closed_at is None


def test_a_change_changes_what_is_shown_and_keeps_the_address(city: City) -> None:
    column = city.column("notices")
    notice = public(city.region.finance)
    news = public(city.region.finance, kind="news")
    assert list(items_of(column)) == [notice]
    facts = ColumnFacts("动态", "news", NEWS)
    column = change_column(city.keeper, column_id=column.pk, facts=facts, now=NOW)
    assert list(items_of(column)) == [news]
    assert (column.key, column.name) == ("notices", "动态")


def test_columns_move_among_and_below_others(city: City) -> None:
    a, b, c = (city.column(key) for key in "abc")
    move_column(city.keeper, column_id=c.pk, parent_id=None, before_id=a.pk, now=NOW)
    assert order(city) == ["c", "a", "b"]
    move_column(city.keeper, column_id=a.pk, parent_id=b.pk, now=NOW)
    assert order(city) == ["c", "b", "a"]
    assert [row.depth for row in walked(column_tree(city.site))] == [1, 1, 2]


def test_no_circle_and_nothing_deeper_than_three(city: City) -> None:
    a = city.column("a")
    b = city.column("b", a)
    c = city.column("c", b)
    other = city.column("other")
    assert refused(city, parent=c.pk) == {"COLUMN-DEEP"}
    for column, parent, code in ((a, c, "CIRCLE"), (a, a, "CIRCLE"), (a, other, "DEEP")):
        with pytest.raises(BlockedError) as raised:
            move_column(city.keeper, column_id=column.pk, parent_id=parent.pk, now=NOW)
        assert [row.code for row in raised.value.findings] == [f"COLUMN-{code}"]


def test_a_column_with_others_below_stays(city: City) -> None:
    top = city.column("top")
    below = city.column("below", top)
    with pytest.raises(BlockedError, match="below"):
        close_column(city.keeper, column_id=top.pk, now=NOW)
    close_column(city.keeper, column_id=below.pk, now=NOW)
    close_column(city.keeper, column_id=top.pk, now=NOW)
    assert order(city) == []
    with pytest.raises(BlockedError):
        close_column(city.keeper, column_id=top.pk, now=NOW)
    with pytest.raises(BlockedError):
        reopen_column(city.keeper, column_id=below.pk, now=NOW)


def test_what_is_closed_is_not_changed(city: City) -> None:
    column = city.column("old")
    with pytest.raises(BlockedError):
        reopen_column(city.keeper, column_id=column.pk, now=NOW)
    close_column(city.keeper, column_id=column.pk, now=NOW)
    with pytest.raises(BlockedError):
        change_column(
            city.keeper, column_id=column.pk, facts=ColumnFacts("x", "other", NEWS), now=NOW
        )


def test_the_usual_columns_are_added_once_and_leave_what_was_changed(city: City) -> None:
    city.column("news", name="要闻")
    assert install_usual(city.keeper, now=NOW) == len(USUAL) - 1
    assert install_usual(city.keeper, now=NOW) == 0
    assert Column.objects.get(key="news").name == "要闻"
    assert set(order(city)) == {row.key for row in USUAL}
    statutory = Column.objects.get(key="statutory-20-07")
    assert (statutory.parent.key if statutory.parent else "") == "statutory"


def test_only_the_governments_office_keeps_the_site(city: City) -> None:
    region = city.region
    for organ in (region.finance, region.bureau):
        somebody = acting(f"office-{organ.pk}", organ, Role.DISCLOSURE_OFFICE)
        with pytest.raises(Organ.DoesNotExist):
            install_usual(somebody, now=NOW)
    drafter = acting("drafter", region.office, Role.DRAFTER)
    with pytest.raises(NotAllowedError):
        install_usual(drafter, now=NOW)


def test_another_governments_columns_are_not_there(city: City) -> None:
    column = city.column("news")
    mayor = acting("mayor", city.region.other, Role.DISCLOSURE_OFFICE)
    with pytest.raises(BlockedError, match="网站"):
        close_column(mayor, column_id=column.pk, now=NOW)
    set_site(mayor, facts=SiteFacts("邻市"), now=NOW)
    with pytest.raises(Column.DoesNotExist):
        close_column(mayor, column_id=column.pk, now=NOW)


def test_the_site_is_changed_and_told(city: City) -> None:
    set_site(city.keeper, facts=SiteFacts("示范市政府网", colour="#8a1f11"), now=NOW)
    assert Site.objects.get().name == "示范市政府网"
    entry = Entry.objects.filter(verb="set_site").latest("sequence")
    assert entry.before is not None
    assert entry.before["name"] == "示范市人民政府"
    with pytest.raises(BlockedError):
        set_site(city.keeper, facts=SiteFacts("", colour="#ffff00"), now=NOW)


def test_every_change_of_the_site_raises_the_stamp(city: City) -> None:
    seen = [page_stamp()]
    column = city.column("a")
    seen.append(page_stamp())
    facts = ColumnFacts("甲", "other", NEWS)
    change_column(city.keeper, column_id=column.pk, facts=facts, now=NOW)
    seen.append(page_stamp())
    move_column(city.keeper, column_id=column.pk, parent_id=None, now=NOW)
    seen.append(page_stamp())
    close_column(city.keeper, column_id=column.pk, now=NOW)
    seen.append(page_stamp())
    reopen_column(city.keeper, column_id=column.pk, now=NOW)
    seen.append(page_stamp())
    set_site(city.keeper, facts=SiteFacts("示范"), now=NOW)
    seen.append(page_stamp())
    install_usual(city.keeper, now=NOW)
    seen.append(page_stamp())
    assert len(set(seen)) == len(seen)
