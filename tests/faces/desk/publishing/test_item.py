"""The page of an item in each of its states, for those who work on it and those above."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from gongkai.apps.publishing.drafting import discard_edition, save_draft
from gongkai.apps.publishing.models import Edition, Publication
from gongkai.apps.publishing.reviewing import send_back
from gongkai.core.identity import Role
from tests.faces.desk.publishing.desks import (
    Desks,
    item_now,
    item_of,
    mended,
    signed_in,
)
from tests.faces.sending import html
from tests.factories.organs import serving
from tests.factories.publishing import (
    REASON,
    approved,
    correcting,
    draft,
    drafted,
    filed,
    released,
    returned,
    scheduled,
    submitted,
    withdrawn,
)

pytestmark = pytest.mark.django_db
Making = Callable[..., Edition]


def offered(page: str) -> set[str]:
    """The words on the buttons of what can be done."""
    found = page.partition('class="offers"')[2].partition("</ul>")[0]
    return set(re.findall(r"(?:<button>|\">)([^<>]+)</(?:button|a)>", found))


def test_a_draft_is_for_its_writers_to_go_on_with(desks: Desks) -> None:
    edition = drafted(desks.staff, now=desks.now)
    page = html(desks.drafter.get(item_of(edition)))
    assert "首次发布：草稿" in page
    assert offered(page) == {"继续编辑"}
    assert f"/desk/editions/{edition.pk}/edit/" in page
    assert "还没有送审过" in page
    assert offered(html(desks.leader.get(item_of(edition)))) == set()


def test_under_review_everybody_is_offered_what_is_his(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    assert offered(html(desks.drafter.get(item_of(edition)))) == {"查看送审内容", "撤回送审"}
    page = html(desks.unit_head.get(item_of(edition)))
    assert "审核" in offered(page)
    assert 'class="now" aria-current="step"' in page
    assert offered(html(desks.leader.get(item_of(edition)))) == {"查看送审内容"}


def test_a_sending_back_shows_where_it_came_from(desks: Desks) -> None:
    page = html(desks.drafter.get(item_of(returned(desks.staff, now=desks.now))))
    assert 'class="sent_back"' in page
    assert REASON in page
    assert "首次发布：已退回" in page


@pytest.mark.parametrize("make", [approved, scheduled])
def test_signed_work_is_for_the_office(desks: Desks, make: Making) -> None:
    edition = make(desks.staff, now=desks.now)
    assert "办理发布" in offered(html(desks.office.get(item_of(edition))))
    assert "办理发布" not in offered(html(desks.drafter.get(item_of(edition))))


def test_a_released_item_tells_its_whole_story(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    item = item_now(edition)
    page = html(desks.office.get(item_of(edition)))
    assert item.index_number in page
    assert offered(page) == {"更正", "撤回", "替代", "变更公开属性", "登记其他渠道"}
    assert "现在公开" in page
    assert "认定审核表" in page
    story = page.partition('class="timeline"')[2]
    told = ["<strong>发布", "同意</strong>　主要领导", "同意</strong>　保密审查"]
    places = [story.find(word) for word in told]
    assert all(place >= 0 for place in places)
    assert places == sorted(places)
    assert "<strong>送审</strong>　第 1 版" in story


def test_many_savings_are_told_in_one_line(desks: Desks) -> None:
    edition = drafted(desks.staff, now=desks.now)
    for number in range(3):
        edition = save_draft(
            desks.staff.drafter,
            edition_id=edition.pk,
            expected=edition.version,
            draft=draft(now=desks.now, keywords=(str(number),)),
            now=desks.now,
        )
    page = html(desks.drafter.get(item_of(edition)))
    story = page.partition('class="timeline"')[2].partition("</ol>")[0]
    assert story.count("<li>") == 2
    assert "3 次" in story


def test_what_was_withdrawn_says_when_and_why(desks: Desks) -> None:
    item = withdrawn(desks.staff, now=desks.now)
    page = html(desks.office.get(f"/desk/items/{item.pk}/"))
    assert f"原因：{REASON}" in page
    assert {"重新发布", "变更公开属性"} <= offered(page)
    assert "撤回" not in offered(page)


def test_what_is_kept_back_is_to_be_looked_at_again(desks: Desks) -> None:
    edition = filed(desks.staff, now=desks.now)
    page = html(desks.office.get(item_of(edition)))
    assert "<strong>不予公开</strong>：过程性信息：讨论记录" in page
    assert "下次评估" in page
    assert {"再次办理", "定期评估", "变更公开属性"} <= offered(page)


def test_what_is_late_says_how_late(desks: Desks) -> None:
    formed = desks.now.date() - timedelta(days=30)
    edition = submitted(
        desks.staff, written=draft(now=desks.now, formed_on=formed.isoformat()), now=desks.now
    )
    page = html(desks.drafter.get(item_of(edition)))
    assert re.search(r"晚了 \d+ 个工作日", page)
    assert "怎样推算" in page
    assert "公告通知当日发布" in page


def test_a_correction_goes_on_while_the_public_sees_the_old(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    again = correcting(desks.staff, edition.item_id, desks.now)
    mended(desks, again, summary="新的概述，说明检查的范围和步骤。")
    page = html(desks.drafter.get(item_of(edition)))
    assert "更正：审核中" in page
    assert "与最新一版对照" in page
    assert "更正" not in offered(page)


def test_a_discarded_item_offers_nothing(desks: Desks) -> None:
    edition = drafted(desks.staff, now=desks.now)
    discard_edition(
        desks.staff.drafter, edition_id=edition.pk, expected=edition.version, now=desks.now
    )
    page = html(desks.drafter.get(item_of(edition)))
    assert "已作废" in page
    assert offered(page) == set()


def superior(desks: Desks, role: Role = Role.LEADER) -> Client:
    return signed_in(serving(f"above-{role}", desks.region.city, role))


def test_a_superior_reads_what_was_decided(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    page = html(superior(desks).get(item_of(edition)))
    assert "只供查看" in page
    assert offered(page) == set()
    story = page.partition('class="timeline"')[2]
    assert "发布" in story
    assert "保密审查" not in story


@pytest.mark.parametrize("make", [drafted, submitted, returned, approved])
def test_a_superior_does_not_see_what_is_not_decided(desks: Desks, make: Making) -> None:
    edition = make(desks.staff, now=desks.now)
    assert superior(desks).get(item_of(edition)).status_code == 404


def test_a_superior_does_not_see_the_correction_under_way(desks: Desks) -> None:
    first = released(desks.staff, now=desks.now)
    again = correcting(desks.staff, first.item_id, desks.now)
    sent = mended(desks, again, title="示范市数据局关于检查的更正稿")
    page = html(superior(desks).get(item_of(first)))
    assert "更正稿" not in page
    address = f"{item_of(first)}revisions/{sent.revision_id}/"
    assert superior(desks, Role.UNIT_HEAD).get(address).status_code == 404
    assert desks.drafter.get(address).status_code == 200


def test_an_administrator_reads_no_items(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    client = signed_in(serving("cz-admin", desks.region.finance, Role.ADMINISTRATOR))
    assert client.get(item_of(edition)).status_code == 404


def test_a_release_by_the_clock_is_in_the_story(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    Publication.objects.update(actor_key="system", actor_name="cz-office设定的定时发布")
    story = html(desks.drafter.get(item_of(edition))).partition('class="timeline"')[2]
    assert "cz-office设定的定时发布" in story


def test_sent_back_twice_the_last_reason_is_in_front(desks: Desks) -> None:
    edition = returned(desks.staff, now=desks.now)
    sent = mended(desks, edition, summary="新的概述，说明检查的范围和步骤。")
    send_back(
        desks.staff.unit_head,
        edition_id=sent.pk,
        expected=sent.version,
        reason="概述仍然不清楚",
        now=desks.now,
    )
    page = html(desks.drafter.get(item_of(edition)))
    assert "概述仍然不清楚" in page.partition("版本")[0]


def test_text_that_looks_like_markup_stays_text(desks: Desks) -> None:
    edition = submitted(
        desks.staff,
        written=replace(draft(now=desks.now), title="关于<script>的通知说明"),
        now=desks.now,
    )
    page = html(desks.drafter.get(item_of(edition)))
    assert "关于&lt;script&gt;的通知说明" in page
    assert "<script>的" not in page


def test_a_set_time_is_told_as_people_write_it(desks: Desks) -> None:
    edition = scheduled(desks.staff, now=desks.now)
    story = html(desks.drafter.get(item_of(edition))).partition('class="timeline"')[2]
    assert re.search(r"设定定时发布</strong>　\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}:\d\d", story)
