"""The page of a reply: facts the case tells by itself, levels that look anew after a recall."""

from datetime import timedelta

import pytest
from django.utils.timezone import localtime

from gongkai.apps.applications.models import (
    Application,
    Consultation,
    Redaction,
    RedactionBox,
    Reply,
)
from gongkai.apps.applications.replies.deciding import Choice, begin_reply, save_decision
from gongkai.apps.applications.replies.replying import propose_reply
from gongkai.apps.applications.replies.reviewing import pass_reply, recall_reply
from gongkai.apps.files.storing import store_file
from gongkai.core.applications.decisions import DECISION
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Role
from gongkai.core.law.grounds import GROUND
from gongkai.faces.desk.applications.replies import levels
from tests.faces.desk.applications.bureau import Bureau
from tests.faces.sending import html
from tests.factories.decisions import facts_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau()


def decided(bureau: Bureau, row: Application, kind: str, **facts: str) -> Reply:
    """A reply with its decision and the facts of the samples."""
    who = bureau.actor(Role.HANDLER)
    reply = begin_reply(who, application_id=row.pk, now=bureau.now)
    return save_decision(
        who,
        reply_id=reply.pk,
        expected=reply.version,
        choice=Choice(kind, facts_for(DECISION[kind]) | facts),
        now=bureau.now,
    )


def test_what_was_covered_fills_the_empty_field(bureau: Bureau) -> None:
    row = bureau.handled()
    who = bureau.actor(Role.HANDLER)
    file = store_file(who, name="批复.txt", data="批复".encode(), now=bureau.now)
    made = Redaction.objects.create(
        application=row, source=file, name="批复.txt", state="released", made_by_key="user:0",
        made_by="示例", made_at=localtime() - timedelta(hours=1),
    )  # fmt: skip
    RedactionBox.objects.create(
        redaction=made, page=3, x=0, y=0, width=0.1, height=0.1,
        ground=next(iter(GROUND)), what="身份证号码",
    )  # fmt: skip
    reply = decided(bureau, row, "partial", withheld="")
    page = html(bureau.handler.get(f"/desk/replies/{reply.pk}/facts/"))
    assert "第3页身份证号码" in page
    kept = decided(bureau, bureau.handled(), "partial", withheld="第9页的姓名")
    assert "第9页的姓名" in html(bureau.handler.get(f"/desk/replies/{kept.pk}/facts/"))


def test_what_should_be_thought_over_does_not_hinder(bureau: Bureau) -> None:
    row = bureau.handled()
    reply = decided(bureau, row, "refused_third_party")
    page = html(bureau.handler.get(f"/desk/replies/{reply.pk}/"))
    assert "送审以前请核对" in page
    assert "没有征求第三方意见的记录" in page
    assert "预览 PDF" in page
    Consultation.objects.create(
        application=row, kind="third_party", party="示范公司", party_masked="示范公司",
        matter="报价", asked_on=bureau.today, opinion="agree", answered_on=bureau.today,
    )  # fmt: skip
    page = html(bureau.handler.get(f"/desk/replies/{reply.pk}/"))
    assert "送审以前还要补齐" in page
    assert "示范公司同意公开" in page
    with pytest.raises(BlockedError) as error:
        propose_reply(
            bureau.actor(Role.HANDLER), reply_id=reply.pk, expected=reply.version, now=bureau.now
        )
    assert [finding.code for finding in error.value.findings] == ["OPINION-AGREED"]


def test_after_a_recall_all_levels_are_still_to_come(bureau: Bureau) -> None:
    row = decided(bureau, bureau.handled(), "granted")
    who, now = bureau.actor(Role.HANDLER), bureau.now
    row = propose_reply(who, reply_id=row.pk, expected=row.version, now=now)
    assert levels(row)[0][2] == "正在审核"
    for role in (Role.DISCLOSURE_OFFICE, Role.LEGAL_REVIEWER, Role.LEADER):
        row = pass_reply(bureau.actor(role), reply_id=row.pk, expected=row.version, now=now)
    assert {word for _, _, word in levels(row)} == {"已通过"}
    row = recall_reply(
        bureau.actor(Role.DISCLOSURE_OFFICE),
        reply_id=row.pk,
        expected=row.version,
        reason="事实有变化",
        now=now,
    )
    assert {word for _, _, word in levels(row)} == {"还没有到"}
    assert "已通过" not in html(bureau.handler.get(f"/desk/replies/{row.pk}/"))
