"""Revisions: each as it was submitted, and two of them compared in every field."""

import pytest

from tests.faces.desk.publishing.desks import Desks, item_of, mended
from tests.faces.sending import html
from tests.factories.publishing import draft, released, returned

pytestmark = pytest.mark.django_db


def test_a_revision_is_shown_as_it_was_submitted(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    address = f"{item_of(edition)}revisions/{edition.revision_id}/"
    page = html(desks.drafter.get(address))
    assert "现在公开" in page
    assert "检查覆盖市政府各部门" in page
    assert "关键词" in page
    assert "不对照" not in page


def test_two_revisions_are_compared(desks: Desks) -> None:
    first = returned(desks.staff, now=desks.now)
    old = first.revision_id
    body = draft(now=desks.now).body.replace("七月底", "八月初")
    second = mended(desks, first, body=body, keywords=("公共数据", "检查"), is_key=True)
    address = f"{item_of(first)}revisions/{second.revision_id}/"
    page = html(desks.drafter.get(f"{address}?with={old}"))
    assert "自第 1 版到第 2 版的变化" in page
    assert "<del" in page
    assert "<ins" in page
    for label in ("正文", "关键词", "重点信息"):
        assert f"<h3>{label}</h3>" in page
    assert "<h3>标题</h3>" not in page
    assert "<h3>" in html(
        desks.drafter.get(f"{item_of(first)}revisions/{old}/?with={second.revision_id}")
    )


@pytest.mark.parametrize("asked", ["999999", "\uff11", "x", ""])
def test_a_revision_that_is_not_there(desks: Desks, asked: str) -> None:
    edition = returned(desks.staff, now=desks.now)
    address = f"{item_of(edition)}revisions/{edition.revision_id}/?with={asked}"
    assert desks.drafter.get(address).status_code == (404 if asked == "999999" else 200)


def test_a_revision_of_another_item_is_not_there(desks: Desks) -> None:
    one, two = (
        returned(desks.staff, written=draft(n, now=desks.now), now=desks.now) for n in (1, 2)
    )
    address = f"{item_of(one)}revisions/{two.revision_id}/"
    assert desks.drafter.get(address).status_code == 404
    address = f"{item_of(one)}revisions/{one.revision_id}/?with={two.revision_id}"
    assert desks.drafter.get(address).status_code == 404
