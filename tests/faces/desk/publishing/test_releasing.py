"""The page of the disclosure office: releasing, scheduling, filing, reopening, settling."""

from datetime import timedelta

import pytest
from django.utils.timezone import localtime

from gongkai.core.identity import Role
from tests.faces.desk.publishing.desks import (
    Desks,
    fresh,
    item_now,
    item_of,
    release_of,
    seen,
    signed_in,
)
from tests.faces.sending import html
from tests.factories.organs import serving
from tests.factories.publishing import approved, draft, released, scheduled, submitted

pytestmark = pytest.mark.django_db


def test_signed_work_is_released_at_once(desks: Desks) -> None:
    edition = approved(desks.staff, now=desks.now)
    page = html(desks.office.get(release_of(edition)))
    assert "现在发布" in page
    assert "定时发布" in page
    assert "存档，不对外发布" not in page
    answer = desks.office.post(release_of(edition), seen(edition, act="release"), follow=True)
    assert "公众现在就能看到" in html(answer)
    assert item_now(edition).state == "released"


def test_who_presses_twice_is_told(desks: Desks) -> None:
    edition = approved(desks.staff, now=desks.now)
    desks.office.post(release_of(edition), seen(edition, act="release"))
    answer = desks.office.post(release_of(edition), seen(edition, act="release"))
    assert answer.status_code == 409
    assert "现在的状态是“已发布”" in html(answer)


def test_a_release_is_set_for_later_and_taken_back(desks: Desks) -> None:
    edition = approved(desks.staff, now=desks.now)
    later = localtime(desks.now + timedelta(days=1))
    sent = seen(edition, act="schedule", on=f"{later:%Y-%m-%d}", at="09:30")
    assert desks.office.post(release_of(edition), sent).headers["Location"] == item_of(edition)
    waiting = fresh(edition)
    assert waiting.scheduled_for is not None
    assert f"{localtime(waiting.scheduled_for):%H:%M}" == "09:30"
    page = html(desks.office.get(release_of(waiting)))
    assert "取消定时" in page
    assert "9:30" in page
    desks.office.post(release_of(waiting), seen(waiting, act="unschedule"))
    assert fresh(edition).state == "approved"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        pytest.param({"on": "2020-01-01", "at": "09:30"}, "已经过去", id="过去的时间"),
        pytest.param({"on": "x", "at": "09:30"}, "请填写日期", id="不是日期"),
        pytest.param({"on": "2030-01-01", "at": "25:00"}, "请填写时间", id="不是时间"),
        pytest.param({"on": "2030-01-01"}, "这一栏要填写", id="没有时间"),
    ],
)
def test_a_moment_that_cannot_be_is_said_beside_its_field(
    desks: Desks, values: dict[str, str], text: str
) -> None:
    edition = approved(desks.staff, now=desks.now)
    answer = desks.office.post(release_of(edition), seen(edition, act="schedule", **values))
    assert answer.status_code == 422
    assert text in html(answer)
    assert fresh(edition).state == "approved"


def test_what_is_set_for_later_can_be_released_now(desks: Desks) -> None:
    edition = scheduled(desks.staff, now=desks.now)
    desks.office.post(release_of(edition), seen(edition, act="release"))
    assert item_now(edition).state == "released"


def test_what_is_not_for_the_public_is_filed(desks: Desks) -> None:
    kept = draft(
        now=desks.now,
        disclosure_class="not_public",
        ground="DISCUSSION",
        class_reason="记录的是讨论过程，公开会影响以后的讨论。",
    )
    edition = approved(desks.staff, written=kept, now=desks.now)
    page = html(desks.office.get(release_of(edition)))
    assert "现在发布" not in page
    assert "过程性信息：讨论记录" in page
    refused = desks.office.post(release_of(edition), seen(edition, act="release"))
    assert refused.status_code == 422
    assert "不能发布" in html(refused)
    desks.office.post(release_of(edition), seen(edition, act="file_away"))
    assert item_now(edition).state == "filed"


def test_signed_work_is_sent_back_with_a_reason(desks: Desks) -> None:
    edition = approved(desks.staff, now=desks.now)
    answer = desks.office.post(release_of(edition), seen(edition, act="reopen"))
    assert answer.status_code == 422
    sent = seen(edition, act="reopen", reason="附件还要更新")
    answer = desks.office.post(release_of(edition), sent, follow=True)
    assert "附件还要更新" in html(answer)
    assert fresh(edition).state == "returned"


def test_an_objection_is_settled(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now, urgent_reason="暴雨红色预警")
    client = desks.of(desks.staff.holder(edition.level_role))
    address = f"/desk/editions/{edition.pk}/review/"
    client.post(address, seen(edition, act="send_back", reason="预警级别写错"))
    objected = fresh(edition)
    page = html(desks.office.get(release_of(objected)))
    assert "预警级别写错" in page
    sent = seen(objected, act="settle", reason="已经更正预警级别")
    assert desks.office.post(release_of(objected), sent).status_code == 302
    assert fresh(edition).state == "released"


def test_where_nothing_is_to_be_done_the_page_says_so(desks: Desks) -> None:
    page = html(desks.office.get(release_of(submitted(desks.staff, now=desks.now))))
    assert "没有要办的" in page
    assert 'name="act"' not in page


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.LEADER, Role.ADMINISTRATOR])
def test_nobody_but_the_office_comes_here(desks: Desks, role: Role) -> None:
    edition = approved(desks.staff, now=desks.now)
    client = signed_in(serving(f"cz-{role}-2", desks.region.finance, role))
    assert client.get(release_of(edition)).status_code == 404
    assert client.post(release_of(edition), seen(edition, act="release")).status_code == 404


def test_the_office_of_another_organ_comes_not(desks: Desks) -> None:
    edition = approved(desks.staff, now=desks.now)
    client = signed_in(serving("ws-office", desks.region.health, Role.DISCLOSURE_OFFICE))
    assert client.post(release_of(edition), seen(edition, act="release")).status_code == 404
    assert fresh(edition).state == "approved"
