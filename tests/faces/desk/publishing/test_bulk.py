"""Several at once: what it brings about is said first, then each row's own result."""

import re
from typing import TYPE_CHECKING

import pytest

from gongkai.apps.publishing.models import Edition
from gongkai.core.identity import Role
from tests.faces.desk.publishing.desks import Desks, fresh, signed_in
from tests.faces.sending import html
from tests.factories.organs import serving
from tests.factories.publishing import approved, draft, drafted, passed_on, submitted

if TYPE_CHECKING:
    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

pytestmark = pytest.mark.django_db
BULK = "/desk/items/bulk/"


def tick(edition: Edition) -> str:
    return f"{edition.pk}:{edition.version}"


def send(client: "Client", deed: str, *editions: Edition, **values: str) -> "Response":
    return client.post(BULK, {"deed": deed, "edition": [tick(row) for row in editions], **values})


def outcomes(response: "Response") -> list[str]:
    return re.findall(r"</span>(办成|没有办)</span>", html(response))


def written(desks: Desks, number: int, **values: str) -> Edition:
    return drafted(desks.staff, written=draft(number, now=desks.now, **values), now=desks.now)


def test_it_asks_first_and_says_what_it_brings_about(desks: Desks) -> None:
    edition = written(desks, 1)
    page = html(send(desks.drafter, "discard", edition, back="?stage=draft&page=1"))
    assert "从未发布的信息随之作废" in page
    assert "作废 1 件" in page
    assert "/desk/items/?stage=draft&amp;page=1" in page
    assert fresh(edition).state == "draft"


def test_each_row_has_its_own_result(desks: Desks) -> None:
    good, bad, late = written(desks, 1), written(desks, 2, disclosure_class=""), written(desks, 3)
    send(desks.drafter, "submit", late, sure="1")
    answer = send(desks.drafter, "submit", good, bad, late, sure="1")
    page = html(answer)
    assert outcomes(answer) == ["办成", "没有办", "没有办"]
    assert "现在由“科室负责人”审核" in page
    assert "还没有认定公开属性" in page
    assert "办成 1 件" in page
    assert [fresh(row).state for row in (good, bad, late)] == ["in_review", "draft", "in_review"]


def test_taking_back_and_giving_up(desks: Desks) -> None:
    edition = submitted(desks.staff, written=draft(now=desks.now), now=desks.now)
    assert outcomes(send(desks.drafter, "take_back", edition, sure="1")) == ["办成"]
    assert outcomes(send(desks.drafter, "discard", fresh(edition), sure="1")) == ["办成"]
    assert fresh(edition).state == "discarded"


class TestPassing:
    def test_proofreading_is_vouched_for(self, desks: Desks) -> None:
        edition = submitted(desks.staff, written=draft(now=desks.now), now=desks.now)
        answer = send(desks.unit_head, "approve", edition, sure="1")
        assert answer.status_code == 422
        assert "三审三校" in html(answer)
        answer = send(desks.unit_head, "approve", edition, sure="1", proofread="on")
        assert outcomes(answer) == ["办成"]
        assert fresh(edition).reviews.get().proofread

    def test_secrecy_is_reviewed_one_by_one(self, desks: Desks) -> None:
        edition = submitted(desks.staff, written=draft(now=desks.now), now=desks.now)
        edition = passed_on(desks.staff, edition, desks.now)
        answer = send(desks.secrecy, "approve", edition, sure="1", proofread="on")
        assert outcomes(answer) == ["没有办"]
        assert "要逐件办理" in html(answer)

    def test_not_out_of_turn(self, desks: Desks) -> None:
        edition = submitted(desks.staff, written=draft(now=desks.now), now=desks.now)
        answer = send(desks.leader, "approve", edition, sure="1", proofread="on")
        assert "现在轮到“科室负责人”" in html(answer)
        assert not fresh(edition).reviews.exists()


def test_the_office_releases_several(desks: Desks) -> None:
    rows = [
        approved(desks.staff, written=draft(number, now=desks.now), now=desks.now)
        for number in (1, 2)
    ]
    assert outcomes(send(desks.office, "release", *rows, sure="1")) == ["办成", "办成"]
    assert {fresh(row).state for row in rows} == {"released"}
    again = send(desks.office, "release", *rows, sure="1")
    assert outcomes(again) == ["没有办", "没有办"]
    assert "已经在" in html(again)


def test_nothing_ticked_is_said(desks: Desks) -> None:
    answer = desks.drafter.post(BULK, {"deed": "submit"})
    assert answer.status_code == 422
    assert "没有选择" in html(answer)


@pytest.mark.parametrize("ticked", ["", "x:1", "1:x", "99:1", "9" * 30 + ":1"])
def test_ticks_that_make_no_sense(desks: Desks, ticked: str) -> None:
    answer = desks.drafter.post(BULK, {"deed": "submit", "edition": ticked, "sure": "1"})
    assert answer.status_code in {200, 422}
    assert "办成</span>" not in html(answer)


def test_another_organs_row_is_not_found(desks: Desks) -> None:
    edition = written(desks, 1)
    stranger = signed_in(serving("fremd", desks.region.stranger, Role.DRAFTER))
    answer = send(stranger, "discard", edition, sure="1")
    assert "不是本机关的" in html(answer)
    assert "公共数据" not in html(answer)
    assert fresh(edition).state == "draft"


@pytest.mark.parametrize("deed", ["release", "", "shred"])
def test_only_deeds_of_the_own_role(desks: Desks, deed: str) -> None:
    assert send(desks.drafter, deed, written(desks, 1), sure="1").status_code == 404
