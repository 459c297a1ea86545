"""The counts: who may see them, what the address asks for, and that each figure leads to exactly
the records that were counted."""

import re
from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from django.test import Client
from django.utils.timezone import localdate
from python_calamine import CalamineWorkbook

from gongkai.apps.organs.units import open_unit
from gongkai.apps.publishing.closing import withdraw
from gongkai.apps.publishing.counting_queries import Dimension
from gongkai.apps.publishing.models import Item
from gongkai.apps.publishing.placing import place
from gongkai.apps.publishing.releasing import release
from gongkai.core.identity import SYSTEM, Role
from gongkai.core.publishing.channels import Source
from gongkai.core.publishing.doors import READERS
from tests.faces.desk.publishing.desks import Desks, mended, signed_in
from tests.faces.sending import html
from tests.factories.organs import FOUNDED, serving
from tests.factories.publishing import (
    REASON,
    SUMMARY,
    Staff,
    correcting,
    draft,
    drafted,
    released,
    through_review,
)

pytestmark = pytest.mark.django_db
COUNTS = "/desk/counts/"
ROW = re.compile(
    r'<tr><th scope="row">([^<]*)</th><td class="number">(.*?)</td><td class="number">(.*?)</td>'
)
LINK = re.compile(r'<a href="([^"]*)"[^>]*>(\d+)')
TOTAL = re.compile(r"<dt>([^<]*)</dt><dd>(.*?)</dd>")
LISTED = re.compile(r"共 (\d+) 条")


@pytest.fixture
def desks(db: None) -> Desks:
    return Desks()


@pytest.fixture
def filled(desks: Desks) -> Desks:
    """Items of two years and two organs, and among them what must not be counted."""
    staff, now = desks.staff, desks.now
    year_ago = now - timedelta(days=365)
    released(staff, written=draft(1, now=now), now=now)
    reprint = draft(2, now=now, source=Source.REPRINT.value, source_name="示范市")
    told = released(staff, kind="news", written=reprint, now=now)
    day = localdate(now)
    for channel in ("weixin", "weibo"):
        place(staff.office, item_id=told.item_id, channel=channel, address="", placed_on=day)
    late = draft(3, now=now, formed_on=(day - timedelta(days=40)).isoformat())
    gone = released(staff, kind="news", written=late, now=now).item_id
    Item.objects.filter(pk=gone).update(catalogue_code="")
    withdraw(staff.office, item_id=gone, reason=REASON, now=now)
    released(staff, written=draft(4, now=year_ago), now=year_ago)
    below = Staff(desks.region.bureau, "xian")
    released(below, written=draft(5, now=now), now=now)
    drafted(staff, written=draft(6, now=now), now=now)
    released(staff, written=draft(7, now=now, source=Source.HARVESTED.value), now=now)
    unit = open_unit(SYSTEM, organ_id=staff.organ.pk, name="预算科", day=FOUNDED)
    Item.objects.filter(pk=told.item_id).update(unit=unit)
    return desks


def of(filled: Desks) -> Client:
    """Somebody who reaches the city's organs and those of its county."""
    return signed_in(serving("above", filled.region.city, Role.DISCLOSURE_OFFICE))


def lines(page: str) -> list[tuple[str, str, str]]:
    """The lines of the table; the chart has one of its own."""
    _, _, table = page.partition('aria-label="统计表"')
    return ROW.findall(table)


def listed(client: Client, address: str) -> int:
    found = LISTED.search(html(client.get(unescape(address))))
    assert found
    return int(found[1])


@pytest.mark.parametrize("by", list(Dimension), ids=lambda by: by.label)
@pytest.mark.parametrize("narrowed", [False, True], ids=["所有机关", "一个机关"])
def test_each_figure_opens_to_the_records_behind_it(
    filled: Desks, by: Dimension, *, narrowed: bool
) -> None:
    client = of(filled)
    first = localdate(filled.now) - timedelta(days=400)
    organ = filled.staff.organ.pk if narrowed else ""
    page = html(client.get(f"{COUNTS}?by={by}&first={first}&organ={organ}"))
    rows = lines(page)
    assert rows
    figures = [found for row in rows for cell in row[1:] if (found := LINK.fullmatch(cell[:-4]))]
    assert sum("<a" in cell for row in rows for cell in row[1:]) == len(figures)
    for address, figure in (found.groups() for found in figures):
        assert listed(client, address) == int(figure), unescape(address)


def test_the_totals_open_to_their_records(filled: Desks) -> None:
    client = of(filled)
    page = html(client.get(COUNTS))
    figures = {label: LINK.search(cell) for label, cell in TOTAL.findall(page)}
    assert {label: found and int(found[2]) for label, found in figures.items()} == {
        "发布": 4,
        "其中逾期": 1,
        "撤回、转为不公开": 1,
        "省级平台提取（另计）": 1,
        "在其他渠道也发布": 1,
    }
    for found in figures.values():
        assert found
        assert listed(client, found[1]) == int(found[2])


def test_a_correction_moves_an_item_to_no_other_period(desks: Desks) -> None:
    staff, now = desks.staff, desks.now
    before = now - timedelta(days=60)
    item_id = released(staff, written=draft(1, now=before), now=before).item_id
    again = mended(desks, correcting(staff, item_id, now), summary=f"{SUMMARY}已经更正。")
    signed = through_review(staff, again, now)
    release(staff.office, edition_id=signed.pk, expected=signed.version, now=now)
    day = localdate(before)
    page = html(desks.office.get(f"{COUNTS}?first={day}&last={day}"))
    [(_, items, _)] = lines(page)
    found = LINK.search(items)
    assert found
    assert found[2] == "1"
    assert listed(desks.office, found[1]) == 1
    assert not lines(html(desks.office.get(f"{COUNTS}?first={localdate(now)}")))


def test_one_june_is_not_another(filled: Desks) -> None:
    client = of(filled)
    last = localdate(filled.now)
    first = last - timedelta(days=400)
    page = html(client.get(f"{COUNTS}?by=month&first={first}&last={last}"))
    labels = [label for label, _, _ in lines(page)]
    ago = last - timedelta(days=365)
    assert labels[0] == f"{ago.year} 年 {ago.month} 月"
    assert labels[-1] == f"{last.year} 年 {last.month} 月"
    assert len(labels) == 12 * (last.year - ago.year) + last.month - ago.month + 1


def test_units_of_one_name_are_told_apart(filled: Desks) -> None:
    page = html(of(filled).get(f"{COUNTS}?by=unit"))
    labels = [label for label, _, _ in lines(page)]
    assert f"预算科（{filled.staff.organ.name}）" in labels
    assert "未填" in labels


def test_the_counts_are_exported(filled: Desks) -> None:
    response = of(filled).get(f"{COUNTS}?by=kind&format=xlsx")
    assert "attachment" in response.headers["Content-Disposition"]
    data = BytesIO(response.getvalue())
    head, *rows = CalamineWorkbook.from_filelike(data).get_sheet_by_index(0).to_python()
    assert head == ["项目", "发布（条）", "其中逾期（条）"]
    assert rows == [["公告公示", 2.0, 0.0], ["动态", 2.0, 1.0]]


def test_a_wider_period_is_sorted_by_its_figures(filled: Desks) -> None:
    page = html(of(filled).get(f"{COUNTS}?by=source&sort=-late"))
    assert lines(page)[0][0] == "原创"
    assert 'aria-sort="descending"' in page


def test_nobody_counts_beyond_his_reach(filled: Desks) -> None:
    bureau = filled.region.bureau
    page = html(filled.office.get(f"{COUNTS}?by=organ&organ={bureau.pk}"))
    assert not lines(page)
    assert "没有发布信息" in page
    stranger = signed_in(serving("li", filled.region.stranger, Role.DISCLOSURE_OFFICE))
    assert "没有发布信息" in html(stranger.get(COUNTS))


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR, Role.APPRAISER, Role.HANDLER])
def test_whoever_has_nothing_to_do_with_it_finds_nothing(desks: Desks, role: Role) -> None:
    assert signed_in(serving("li", desks.region.finance, role)).get(COUNTS).status_code == 404


@pytest.mark.parametrize("role", sorted(READERS))
def test_whoever_works_with_it_finds_it(desks: Desks, role: Role) -> None:
    client = signed_in(serving("li", desks.region.office, role))
    assert client.get(COUNTS).status_code == 200
    assert client.head(COUNTS).status_code == 200
    assert client.post(COUNTS).status_code == 405
    assert f'href="{COUNTS}"' in html(client.get("/desk/"))


def test_strangers_are_asked_to_sign_in(client: Client) -> None:
    assert client.get(COUNTS).headers["Location"].startswith("/desk/login/")


@pytest.mark.parametrize(
    "query",
    [
        "by=colour",
        "by=",
        "organ=99999999999999999999999",
        "organ=-1",
        "organ=²",
        "organ=x%00",
        "first=0001-01-01",
        "last=9999-12-31",
        "first=0001-01-01&last=9999-12-31&by=month",
        "first=2025-13-45&last=never",
        "first=9999-12-31&last=0001-01-01",
        "page=99&sort=-colour",
        "page=x&format=pdf",
        "first=2025-01-01&first=2026-01-01",
    ],
)
def test_an_address_that_makes_no_sense_shows_the_counts(filled: Desks, query: str) -> None:
    assert "主动公开统计" in html(of(filled).get(f"{COUNTS}?{query}"))


def test_the_later_day_may_stand_first(filled: Desks) -> None:
    day = localdate(filled.now)
    turned = html(of(filled).get(f"{COUNTS}?first={day}&last={day - timedelta(days=9)}"))
    assert [row[0] for row in lines(turned)] == ["公告公示", "动态"]
