"""The reviewer's page: what it shows, what can be done there, and what the second one is told."""

import re

import pytest

from gongkai.apps.organs.models import User
from gongkai.apps.publishing.models import Review
from gongkai.core.identity import Role
from tests.faces.desk.publishing.desks import (
    Desks,
    fresh,
    item_now,
    item_of,
    mended,
    review_of,
    seen,
    signed_in,
)
from tests.faces.sending import html
from tests.factories.organs import serving
from tests.factories.publishing import draft as written
from tests.factories.publishing import (
    drafted,
    passed_on,
    released,
    returned,
    submitted,
    through_review,
)

pytestmark = pytest.mark.django_db


def test_whose_turn_it_is_sees_everything_and_passes_it_on(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    page = html(desks.unit_head.get(review_of(edition)))
    assert "科室负责人审核" in page
    assert "公共数据平台" in page
    assert "主动公开" in page
    assert 'aria-current="step"' in page
    assert "没有待处理的问题" in page
    answer = desks.unit_head.post(
        review_of(edition),
        seen(edition, act="approve", proofread="on", text="数字已核对"),
        follow=True,
    )
    shown = html(answer)
    assert "接下来是：保密审查" in shown
    assert "数字已核对" in shown
    assert fresh(edition).level_role == Role.SECRECY_REVIEWER


def test_proofreading_is_asked_for_beside_its_field(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    answer = desks.unit_head.post(review_of(edition), seen(edition, act="approve", text="同意"))
    page = html(answer)
    assert answer.status_code == 422
    assert re.search(r'id="approve_proofread_error".*?没有确认已经校对', page, re.DOTALL)
    assert ">同意</textarea>" in page.replace("\n", "")
    assert not Review.objects.exists()


def test_secrecy_review_goes_part_by_part(desks: Desks) -> None:
    edition = passed_on(desks.staff, submitted(desks.staff, now=desks.now), desks.now)
    page = html(desks.secrecy.get(review_of(edition)))
    assert "逐项审查" in page
    assert 'value="item"' in page
    assert "approve_proofread" not in page
    answer = desks.secrecy.post(review_of(edition), seen(edition, act="approve"))
    assert answer.status_code == 422
    assert "还没有审查：正文" in html(answer)
    sent = seen(edition, act="approve", parts=["item"])
    assert desks.secrecy.post(review_of(edition), sent).status_code == 302
    assert fresh(edition).level_role == Role.DEPUTY_LEADER


def test_the_last_level_signs(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    while edition.level_role != Role.LEADER:
        edition = passed_on(desks.staff, edition, desks.now)
    sent = seen(edition, act="approve", proofread="on")
    answer = desks.leader.post(review_of(edition), sent, follow=True)
    assert "等待公开办发布" in html(answer)
    assert fresh(edition).state == "approved"


def test_sending_back_needs_a_reason_and_phrases_help(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    answer = desks.unit_head.post(review_of(edition), seen(edition, act="send_back"))
    assert answer.status_code == 422
    assert "没有写明理由" in html(answer)
    sent = seen(edition, act="send_back", phrase="要素不全，请补充。", reason="缺少联系电话")
    answer = desks.unit_head.post(review_of(edition), sent, follow=True)
    page = html(answer)
    assert "已经退回" in page
    assert "缺少联系电话" in page
    assert fresh(edition).note == "要素不全，请补充。\n缺少联系电话"


def test_a_colleague_is_asked_to_review(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    page = html(desks.unit_head.get(review_of(edition)))
    legal = User.objects.get(username="cz-legal")
    drafter = User.objects.get(username="cz-drafter")
    assert f'<option value="{legal.pk}">' in page
    assert f'<option value="{drafter.pk}">' not in page
    sent = seen(edition, act="hand_over", person=legal.pk)
    answer = desks.unit_head.post(review_of(edition), sent, follow=True)
    assert "委托给cz-legal" in html(answer)
    colleague = desks.of(desks.staff.legal_reviewer)
    assert "科室负责人审核" in html(colleague.get(review_of(edition)))
    again = seen(fresh(edition), act="approve", proofread="on")
    assert colleague.post(review_of(edition), again).status_code == 302
    assert Review.objects.get().on_behalf == "受cz-unit-head委托"


def test_a_person_of_no_reviewing_role_is_not_offered_and_not_taken(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    other = serving("cz-other", desks.region.finance, Role.HANDLER)
    sent = seen(edition, act="hand_over", person=other.pk)
    answer = desks.unit_head.post(review_of(edition), sent)
    assert answer.status_code == 422
    assert fresh(edition).assignee_key == ""


def test_the_second_of_two_is_told_who_was_quicker(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    second = signed_in(serving("cz-second", desks.region.finance, Role.UNIT_HEAD))
    sent = seen(edition, act="approve", proofread="on", text="我也同意")
    assert desks.unit_head.post(review_of(edition), sent).status_code == 302
    answer = second.post(review_of(edition), sent)
    page = html(answer)
    assert answer.status_code == 409
    assert "cz-unit-head已经在" in page
    assert "现在的状态是“审核中”" in page
    assert "我也同意" in page
    assert "连续点了两次" not in page
    assert Review.objects.count() == 1


def test_a_double_click_is_explained(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    sent = seen(edition, act="approve", proofread="on")
    desks.unit_head.post(review_of(edition), sent)
    answer = desks.unit_head.post(review_of(edition), sent)
    assert answer.status_code == 409
    assert "连续点了两次" in html(answer)


@pytest.mark.parametrize("sent", [{}, {"expected": "x"}, {"expected": "-1"}])
def test_a_form_without_its_version_does_nothing(desks: Desks, sent: dict[str, str]) -> None:
    edition = submitted(desks.staff, now=desks.now)
    answer = desks.unit_head.post(review_of(edition), {"act": "approve", "proofread": "on", **sent})
    assert answer.status_code == 409
    assert not Review.objects.exists()


def test_the_writer_may_look_and_is_told_why_he_does_not_review(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    page = html(desks.drafter.get(review_of(edition)))
    assert "只供查看" in page
    assert "不能再审核" in page
    assert 'name="act"' not in page
    sent = seen(edition, act="approve", proofread="on")
    answer = desks.drafter.post(review_of(edition), sent)
    assert answer.status_code == 422
    assert "不能再审核" in html(answer)


def test_an_act_that_does_not_exist_changes_nothing(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    assert desks.unit_head.post(review_of(edition), seen(edition, act="x")).status_code == 200
    assert fresh(edition).version == edition.version


def test_a_draft_has_no_review_page(desks: Desks) -> None:
    assert desks.unit_head.get(review_of(drafted(desks.staff, now=desks.now))).status_code == 404


def test_another_organ_and_a_superior_find_no_review_page(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    for place in (desks.region.health, desks.region.city):
        client = signed_in(serving(f"of-{place.pk}", place, Role.LEADER))
        assert client.get(review_of(edition)).status_code == 404
        assert client.post(review_of(edition), seen(edition, act="approve")).status_code == 404


def test_the_next_one_is_a_press_away(desks: Desks) -> None:
    first, second = (
        submitted(desks.staff, written=written(n, now=desks.now), now=desks.now) for n in (1, 2)
    )
    page = html(desks.unit_head.get(review_of(first)))
    assert f'href="{review_of(second)}" data-key=' in page
    sent = seen(first, act="approve", proofread="on", then="next")
    assert desks.unit_head.post(review_of(first), sent).headers["Location"] == review_of(second)
    sent = seen(second, act="approve", proofread="on", then="next")
    answer = desks.unit_head.post(review_of(second), sent)
    assert answer.headers["Location"] == "/desk/"


def test_what_was_mended_after_a_sending_back_is_shown(desks: Desks) -> None:
    edition = returned(desks.staff, now=desks.now)
    body = written(now=desks.now).body.replace("七月底", "八月初")
    mended(desks, edition, body=body, summary="新的概述，说明检查的范围。")
    page = html(desks.unit_head.get(review_of(edition)))
    assert "与这一级上次看到的版本对照" in page
    assert "<del" in page
    assert "内容概述" in page
    plain = html(desks.unit_head.get(review_of(edition) + "?compare="))
    assert "<del" not in plain.split("已有意见")[0].split("送审的版本")[1]
    assert "新的概述" in plain


def test_a_correction_is_compared_with_what_is_public(desks: Desks) -> None:
    first = released(desks.staff, now=desks.now)
    assert (
        desks.drafter.post(f"{item_of(first)}correct/", {"reason": "表中时间有误"}).status_code
        == 302
    )
    edition = item_now(first).editions.latest("pk")
    body = written(now=desks.now).body.replace("七月底", "八月初")
    mended(desks, edition, body=body)
    page = html(desks.unit_head.get(review_of(edition)))
    assert "与现在公开的版本对照" in page
    assert "表中时间有误" in page
    assert "八月初" in page


def test_urgent_work_is_marked_and_reviewed_afterwards(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now, urgent_reason="暴雨红色预警")
    assert edition.state == "released_urgently"
    client = desks.of(desks.staff.holder(edition.level_role))
    page = html(client.get(review_of(edition)))
    assert "暴雨红色预警" in page
    assert "补审同意" in page
    sent = seen(edition, act="send_back", reason="预警级别写错")
    answer = client.post(review_of(edition), sent, follow=True)
    assert "公开办会处理" in html(answer)
    assert fresh(edition).state == "objected"


def test_an_after_review_is_completed(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now, urgent_reason="暴雨红色预警")
    while edition.state == "released_urgently":
        client = desks.of(desks.staff.holder(edition.level_role))
        sent = seen(edition, act="approve", proofread="on", parts=["item"])
        assert client.post(review_of(edition), sent).status_code == 302
        edition = fresh(edition)
    assert edition.state == "released"


def test_a_submission_is_taken_back(desks: Desks) -> None:
    edition = submitted(desks.staff, now=desks.now)
    address = f"/desk/editions/{edition.pk}/take-back/"
    assert desks.unit_head.get(address).status_code == 405
    assert desks.drafter.post(address, seen(edition)).headers["Location"] == item_of(edition)
    assert fresh(edition).state == "draft"
    assert desks.drafter.post(address, seen(edition)).status_code == 409


def test_signed_work_is_shown_for_reading_only(desks: Desks) -> None:
    edition = through_review(desks.staff, submitted(desks.staff, now=desks.now), desks.now)
    page = html(desks.unit_head.get(review_of(edition)))
    assert "只供查看" in page
    assert page.count("逐项审查：正文") == 1
    assert "已校对" in page
