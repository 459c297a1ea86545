"""Withdrawing, replacing, correcting, and the copies on other channels."""

import pytest

from gongkai.apps.publishing.models import Placement
from gongkai.core.identity import Role
from tests.faces.desk.publishing.desks import Desks, fresh, item_now, item_of, signed_in
from tests.faces.sending import html
from tests.factories.organs import serving
from tests.factories.publishing import correcting, draft, released, withdrawn

pytestmark = pytest.mark.django_db


def test_withdrawing_says_what_the_public_will_see_and_asks_why(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    address = f"{item_of(edition)}withdraw/"
    assert "只看到撤回的时间和上面的原因" in html(desks.office.get(address))
    answer = desks.office.post(address, {"reason": " "})
    assert answer.status_code == 422
    assert "这一栏要填写" in html(answer)
    page = html(desks.office.post(address, {"reason": "数据有误"}, follow=True))
    assert "已经撤回" in page
    assert "原因：数据有误" in page
    assert item_now(edition).state == "withdrawn"


def test_what_is_withdrawn_is_not_withdrawn_again(desks: Desks) -> None:
    item = withdrawn(desks.staff, now=desks.now)
    answer = desks.office.post(f"/desk/items/{item.pk}/withdraw/", {"reason": "再撤一次"})
    assert answer.status_code == 422
    assert "当前状态是“已撤回”" in html(answer)
    assert "再撤一次" in html(answer)


def test_another_item_takes_the_place(desks: Desks) -> None:
    old, new = (
        released(desks.staff, written=draft(n, now=desks.now), now=desks.now) for n in (1, 2)
    )
    address = f"{item_of(old)}replace/"
    page = html(desks.office.get(address))
    assert f'value="{new.item_id}"' in page
    assert f'value="{old.item_id}"' not in page
    answer = desks.office.post(address, {"by": old.item_id, "reason": "x"})
    assert answer.status_code == 422
    sent = {"by": new.item_id, "reason": "有了新的版本"}
    answer = desks.office.post(address, sent, follow=True)
    assert "会转到新的信息" in html(answer)
    assert item_now(old).replaced_by_id == new.item_id
    assert "替代了" in html(desks.office.get(item_of(new)))


def test_a_substitute_is_looked_for_by_words(desks: Desks) -> None:
    old, new = (
        released(desks.staff, written=draft(n, now=desks.now), now=desks.now) for n in (1, 2)
    )
    address = f"{item_of(old)}replace/"
    number = item_now(new).index_number
    assert f'value="{new.item_id}"' in html(desks.office.get(f"{address}?text={number}"))
    assert "没有符合条件的" in html(desks.office.get(f"{address}?text=没有这样的标题"))


def test_a_correction_begins_with_a_reason_and_leads_to_the_editor(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    address = f"{item_of(edition)}correct/"
    assert "现在公开的内容不变" in html(desks.drafter.get(address))
    assert desks.drafter.post(address, {"reason": ""}).status_code == 422
    answer = desks.drafter.post(address, {"reason": "时间有误"})
    again = item_now(edition).editions.latest("pk")
    assert answer.headers["Location"] == f"/desk/editions/{again.pk}/edit/"
    assert (again.purpose, again.reason) == ("correction", "时间有误")


def test_two_corrections_at_once_are_refused(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    correcting(desks.staff, edition.item_id, desks.now)
    answer = desks.drafter.post(f"{item_of(edition)}correct/", {"reason": "时间有误"})
    assert answer.status_code == 422
    assert "没有办结" in html(answer)


def test_what_was_withdrawn_is_issued_anew(desks: Desks) -> None:
    item = withdrawn(desks.staff, now=desks.now)
    address = f"/desk/items/{item.pk}/correct/"
    assert "重新发布：" in html(desks.drafter.get(address))
    desks.drafter.post(address, {"reason": "数据已经核实"})
    assert item.editions.latest("pk").purpose == "reissue"


@pytest.mark.parametrize("name", ["withdraw", "replace"])
def test_only_the_office_ends_what_is_public(desks: Desks, name: str) -> None:
    edition = released(desks.staff, now=desks.now)
    assert desks.leader.post(f"{item_of(edition)}{name}/", {"reason": "x"}).status_code == 404
    other = signed_in(serving("ws-office", desks.region.health, Role.DISCLOSURE_OFFICE))
    assert other.get(f"{item_of(edition)}{name}/").status_code == 404


def test_copies_on_other_channels_are_noted_and_followed(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    address = f"{item_of(edition)}placements/new/"
    assert desks.drafter.post(address, {"channel": "portal"}).status_code == 422
    sent = {"channel": "weixin", "address": "示范财政", "placed_on": "2025-07-01"}
    page = html(desks.drafter.post(address, sent, follow=True))
    assert "政务微信" in page
    assert "示范财政" in page
    row = Placement.objects.get(channel="weixin")
    row.state = "to_follow"
    row.save()
    assert "要同步处理" in html(desks.drafter.get(item_of(edition)))
    place = f"/desk/placements/{row.pk}/"
    assert desks.drafter.get(f"{place}followed/").status_code == 405
    assert "已经记下" in html(desks.drafter.post(f"{place}followed/", follow=True))
    assert Placement.objects.get(pk=row.pk).state == "current"
    assert "已经删除" in html(desks.drafter.post(f"{place}remove/", follow=True))
    assert not Placement.objects.filter(pk=row.pk).exists()


def test_the_note_of_our_own_site_is_not_removed(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    row = Placement.objects.get(item_id=edition.item_id, channel="portal")
    assert desks.office.post(f"/desk/placements/{row.pk}/remove/").status_code == 404
    assert Placement.objects.filter(pk=row.pk).exists()
    assert fresh(edition).state == "released"


@pytest.mark.parametrize("verb", ["withdraw", "replace"])
def test_nothing_is_asked_about_what_is_not_public(desks: Desks, verb: str) -> None:
    item = withdrawn(desks.staff, now=desks.now)
    page = html(desks.office.get(f"/desk/items/{item.pk}/{verb}/", follow=True))
    assert "现在的状态是“已撤回”，没有公开的内容可以撤回或者替代" in page
