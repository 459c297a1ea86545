"""Findings on the reviewer's page, marked in the text, waived and taken back; attachments there."""

import re

import pytest
from pytest_django import Settings

from gongkai.apps.checks.models import Waiver
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.storing import store_file
from gongkai.apps.files.tasks import read_file
from gongkai.apps.publishing.models import Edition
from gongkai.core.identity import Role
from gongkai.core.publishing.draft import AttachedFile
from tests.faces.desk.publishing.desks import (
    Desks,
    fresh,
    release_of,
    review_of,
    seen,
    signed_in,
)
from tests.faces.sending import html
from tests.factories.organs import serving
from tests.factories.publishing import draft, passed_on, submitted

pytestmark = pytest.mark.django_db
PRIVATE = "110105194912310021"
REASON = "公示期内依法应当公开"


@pytest.fixture
def edition(desks: Desks) -> Edition:
    """A text with an identity number in it, before its first level."""
    clean = draft(now=desks.now)
    body = f"{clean.body}<p>联系人的身份证号是{PRIVATE}。</p>"
    return submitted(desks.staff, written=draft(now=desks.now, body=body), now=desks.now)


def waive_of(edition: Edition) -> str:
    return f"/desk/editions/{edition.pk}/waive/"


def mark_of(desks: Desks, edition: Edition) -> str:
    """The fingerprint of the one finding, as its button sends it."""
    page = html(desks.unit_head.get(review_of(edition)))
    found = re.search(r'name="fingerprint" value="(\w+)"', page)
    assert found
    return found[1]


def waived(desks: Desks, edition: Edition) -> Waiver:
    mark = mark_of(desks, edition)
    sent = {"fingerprint": mark, f"reason-{mark}": REASON, "back": review_of(edition)}
    answer = desks.unit_head.post(waive_of(edition), sent)
    assert answer.headers["Location"] == review_of(edition)
    return Waiver.objects.get()


def test_a_finding_is_marked_where_it_stands(desks: Desks, edition: Edition) -> None:
    page = html(desks.unit_head.get(review_of(edition)))
    assert re.search(rf'<mark[^>]* data-finding="1"[^>]*>{PRIVATE}</mark>', page)
    assert 'href="#place-1"' in page
    assert "1 处没有处理" in page
    assert "《中华人民共和国个人信息保护法》" in page


def test_nobody_passes_what_is_not_settled(desks: Desks, edition: Edition) -> None:
    sent = seen(edition, act="approve", proofread="on", text="同意")
    answer = desks.unit_head.post(review_of(edition), sent)
    assert answer.status_code == 422
    assert "内容检查还有 1 处没有处理" in html(answer)
    assert fresh(edition).level == 0


def test_a_reviewer_lets_it_pass_with_a_reason(desks: Desks, edition: Edition) -> None:
    waived(desks, edition)
    page = html(desks.unit_head.get(review_of(edition)))
    assert "已豁免" in page
    assert REASON in page
    assert "没有待处理的问题" in page
    sent = seen(edition, act="approve", proofread="on")
    assert desks.unit_head.post(review_of(edition), sent).status_code == 302


def test_an_opinion_begun_before_a_waiver_is_not_lost(desks: Desks, edition: Edition) -> None:
    mark = mark_of(desks, edition)
    sent = {
        "fingerprint": mark,
        f"reason-{mark}": REASON,
        "text": "数字已经核对",
        "proofread": "on",
        "act": "approve",
    }
    page = html(desks.unit_head.post(waive_of(edition), sent, follow=True))
    assert "数字已经核对</textarea>" in page
    assert re.search(r'id="approve_proofread"[^>]* checked', page)
    assert fresh(edition).level == 0
    assert "数字已经核对" not in html(desks.unit_head.get(review_of(edition)))


def test_a_waiver_is_taken_back(desks: Desks, edition: Edition) -> None:
    row = waived(desks, edition)
    address = f"/desk/editions/{edition.pk}/lift-waiver/"
    assert "取消豁免" not in html(desks.drafter.get(review_of(edition)))
    sent = {"waiver": row.pk, "back": "https://elsewhere.example/"}
    answer = desks.secrecy.post(address, sent)
    assert answer.headers["Location"] == review_of(edition)
    assert "1 处没有处理" in html(desks.unit_head.get(review_of(edition)))
    again = desks.secrecy.post(address, sent, follow=True)
    assert "没有这项豁免" in html(again)


@pytest.mark.parametrize(
    ("fingerprint", "reason", "text"),
    [("x", REASON, "没有这个问题"), ("", "", "没有这个问题"), (None, " ", "写明理由")],
)
def test_what_cannot_be_waived_is_said(
    desks: Desks, edition: Edition, fingerprint: str | None, reason: str, text: str
) -> None:
    mark = mark_of(desks, edition)
    chosen = mark if fingerprint is None else fingerprint
    sent = {"fingerprint": chosen, f"reason-{chosen}": reason}
    assert text in html(desks.unit_head.post(waive_of(edition), sent, follow=True))
    assert not Waiver.objects.exists()


def test_the_writer_is_not_offered_what_a_reviewer_decides(desks: Desks, edition: Edition) -> None:
    mark = mark_of(desks, edition)
    page = html(desks.drafter.get(review_of(edition)))
    assert "确认无误，豁免" not in page
    assert "审核人" in page
    sent = {"fingerprint": mark, f"reason-{mark}": REASON}
    assert "审核人" in html(desks.drafter.post(waive_of(edition), sent, follow=True))
    assert not Waiver.objects.exists()


def test_another_organ_waives_nothing(desks: Desks, edition: Edition) -> None:
    other = signed_in(serving("ws-secrecy", desks.region.health, Role.SECRECY_REVIEWER))
    assert other.post(waive_of(edition), {"reason": REASON}).status_code == 404
    assert other.post(f"/desk/editions/{edition.pk}/lift-waiver/").status_code == 404


def test_from_the_page_of_the_office_one_comes_back_there(desks: Desks, edition: Edition) -> None:
    mark = mark_of(desks, edition)
    sent = {"fingerprint": mark, f"reason-{mark}": REASON, "back": release_of(edition)}
    answer = desks.office.post(waive_of(edition), sent)
    assert answer.headers["Location"] == release_of(edition)


def with_file(desks: Desks, settings: Settings, text: str) -> Edition:
    """A submission with an attachment that has been read."""
    settings.GONGKAI_ADAPTERS = {
        **settings.GONGKAI_ADAPTERS,
        "batch": "gongkai.adapters.batch.memory.InProcess",
    }
    file = store_file(desks.staff.drafter, name="自查表格式.txt", data=text.encode(), now=desks.now)
    read_file.func(file.pk)
    assert StoredFile.objects.get(pk=file.pk).state == "ready"
    attached = (AttachedFile(file.pk, "自查表格式.txt"),)
    body = draft(now=desks.now).body + "<p>附件：自查表格式</p>"
    written = draft(now=desks.now, attachments=attached, body=body)
    return submitted(desks.staff, written=written, now=desks.now)


def test_each_attachment_is_shown_and_cleared_by_itself(desks: Desks, settings: Settings) -> None:
    edition = with_file(desks, settings, "一、目录名称；二、更新周期")
    page = html(desks.unit_head.get(review_of(edition)))
    assert "文字摘录" in page
    assert "二、更新周期" in page
    edition = passed_on(desks.staff, edition, desks.now)
    page = html(desks.secrecy.get(review_of(edition)))
    assert page.count('name="parts"') == 2
    answer = desks.secrecy.post(review_of(edition), seen(edition, act="approve", parts=["item"]))
    assert answer.status_code == 422
    assert "还没有审查：自查表格式.txt" in html(answer)
    parts = re.findall(r'name="parts" value="([^"]+)"', page)
    sent = seen(edition, act="approve", parts=parts)
    assert desks.secrecy.post(review_of(edition), sent).status_code == 302


def test_what_a_file_says_is_text_and_nothing_else(desks: Desks, settings: Settings) -> None:
    edition = with_file(desks, settings, "自查表<script>alert(1)</script>")
    page = html(desks.unit_head.get(review_of(edition)))
    assert "自查表&lt;script&gt;" in page
    assert "<script>alert" not in page
