"""Changes of disclosure class, what is looked at again, and the printed forms."""

from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from gongkai.apps.journal.models import Entry
from gongkai.apps.publishing.models import AttributeChange, Item, Reassessment
from gongkai.core.identity import Role
from tests.faces.desk.publishing.desks import Desks, item_now, item_of, signed_in
from tests.faces.sending import html
from tests.factories.organs import serving
from tests.factories.publishing import draft, drafted, filed, released

pytestmark = pytest.mark.django_db
LIST, QUEUE = "/desk/changes/", "/desk/reassessments/"


def proposed(desks: Desks) -> AttributeChange:
    """What was kept back shall become public."""
    edition = filed(desks.staff, now=desks.now)
    sent = {"after": "proactive", "reason": "会议事项已经办结，可以公开"}
    answer = desks.drafter.post(f"{item_of(edition)}change/", sent)
    row = AttributeChange.objects.get()
    assert answer.headers["Location"] == f"{LIST}{row.pk}/"
    return row


def kept(desks: Desks, number: int, days: int) -> Item:
    """Something kept back that is to be looked at again in so many days."""
    written = draft(
        number,
        now=desks.now,
        disclosure_class="not_public",
        ground="DISCUSSION",
        class_reason="记录的是讨论过程，公开会影响以后的讨论。",
    )
    item = item_now(filed(desks.staff, written=written, now=desks.now))
    item.reassess_on = (desks.now + timedelta(days=days)).date()
    item.save()
    return item


def test_a_change_is_proposed_endorsed_and_approved(desks: Desks) -> None:
    row = proposed(desks)
    address = f"{LIST}{row.pk}/"
    assert "提交意见" not in html(desks.drafter.get(address))
    assert "提交意见" not in html(desks.leader.get(address))
    assert "提交意见" in html(desks.office.get(address))
    page = html(desks.office.post(address, {"decision": "agree"}, follow=True))
    assert "报主要领导审批" in page
    page = html(desks.leader.get(address))
    assert "20 个工作日内发布" in page
    sent = {"decision": "agree", "reason": "同意公开"}
    page = html(desks.leader.post(address, sent, follow=True))
    assert "属性从现在起变更" in page
    assert "同意公开" in page
    assert Item.objects.get(pk=row.item_id).disclosure_class == "proactive"


def test_a_refusal_needs_a_reason(desks: Desks) -> None:
    address = f"{LIST}{proposed(desks).pk}/"
    answer = desks.office.post(address, {"decision": "refuse"})
    assert answer.status_code == 422
    assert "没有写明理由" in html(answer)
    assert desks.office.post(address, {}).status_code == 422
    sent = {"decision": "refuse", "reason": "理由仍然成立"}
    assert "没有批准" in html(desks.office.post(address, sent, follow=True))
    again = desks.office.post(address, sent)
    assert again.status_code == 422
    assert "当前状态是“未批准”" in html(again)


def test_nobody_decides_his_own_proposal(desks: Desks) -> None:
    edition = filed(desks.staff, now=desks.now)
    sent = {"after": "proactive", "reason": "已经办结"}
    desks.office.post(f"{item_of(edition)}change/", sent)
    address = f"{LIST}{AttributeChange.objects.get().pk}/"
    assert "这份变更是您提出的" in html(desks.office.get(address))
    assert desks.office.post(address, {"decision": "agree"}).status_code == 422
    assert desks.leader.post(address, {"decision": "agree"}).status_code == 404


@pytest.mark.parametrize(
    ("sent", "field", "text"),
    [
        pytest.param({"after": "not_public", "reason": "x"}, "after", "与现在相同", id="相同"),
        pytest.param({"after": "proactive"}, "reason", "要填写", id="没有理由"),
        pytest.param(
            {"after": "proactive", "ground": "DISCUSSION", "reason": "x"},
            "ground",
            "清空这一栏",
            id="多余的法定理由",
        ),
        pytest.param({"after": "x", "reason": "x"}, "after", "请从列表中选择", id="没有的属性"),
    ],
)
def test_what_is_wrong_with_a_proposal_stands_beside_its_field(
    desks: Desks, sent: dict[str, str], field: str, text: str
) -> None:
    edition = filed(desks.staff, now=desks.now)
    answer = desks.drafter.post(f"{item_of(edition)}change/", sent)
    page = html(answer)
    assert answer.status_code == 422
    assert text in page.partition(f'id="id_{field}_error"')[2].partition("</div>")[0]


def test_changes_are_listed_by_whom_they_wait_for(desks: Desks) -> None:
    row = proposed(desks)
    title = f'href="{LIST}{row.pk}/"'
    assert title in html(desks.office.get(f"{LIST}?which=mine"))
    assert title not in html(desks.leader.get(f"{LIST}?which=mine"))
    assert title in html(desks.leader.get(LIST))
    assert title not in html(desks.leader.get(f"{LIST}?which=closed"))
    assert title not in html(desks.leader.get(f"{LIST}?after=not_public"))
    assert title in html(desks.leader.get(f"{LIST}?which=x&after=x&text=公共数据&sort=-on"))
    other = signed_in(serving("ws-office", desks.region.health, Role.DISCLOSURE_OFFICE))
    assert title not in html(other.get(f"{LIST}?which=all"))
    assert other.get(f"{LIST}{row.pk}/").status_code == 404


def test_the_list_of_changes_is_exported(desks: Desks) -> None:
    proposed(desks)
    answer = desks.office.get(f"{LIST}?format=xlsx")
    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0)
    head, row = sheet.to_python()
    assert head[:3] == ["信息", "原属性", "拟变更为"]
    assert row[1:3] == ["不予公开", "主动公开"]


def test_the_queue_says_what_is_due_and_filters(desks: Desks) -> None:
    late, soon, later = kept(desks, 1, -3), kept(desks, 2, 10), kept(desks, 3, 100)
    page = html(desks.office.get(QUEUE))
    assert "共 3 条：已经到期 1 条，三十天内 1 条，以后 1 条" in page
    places = [page.find(f"/desk/items/{row.pk}/reassess/") for row in (late, soon, later)]
    assert places == sorted(places)
    assert "✗ 到期" in page
    for which, row in (("overdue", late), ("due", soon), ("coming", later)):
        found = html(desks.office.get(f"{QUEUE}?which={which}&class=not_public"))
        assert f"/desk/items/{row.pk}/reassess/" in found
        assert found.count("/reassess/") == 1
    assert "没有符合条件" in html(desks.office.get(f"{QUEUE}?ground=TRADE_SECRET"))
    answer = desks.office.get(f"{QUEUE}?format=xlsx&which=overdue")
    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0)
    assert len(sheet.to_python()) == 2


def test_several_are_kept_back_with_one_reason(desks: Desks) -> None:
    rows = [kept(desks, number, -3) for number in (1, 2)]
    numbers = [str(row.pk) for row in rows]
    refused = desks.office.post(QUEUE, {"item": numbers})
    assert refused.status_code == 422
    assert "没有写明理由" in html(refused)
    assert html(refused).count(" checked") == 2
    nothing = desks.office.post(QUEUE, {"reason": "理由仍然成立"})
    assert "没有选中任何一条" in html(nothing)
    assert "理由仍然成立</textarea>" in html(nothing)
    stranger = kept(desks, 3, -3)
    Item.objects.filter(pk=stranger.pk).update(organ=desks.region.health)
    sent = {"item": [*numbers, str(stranger.pk)], "reason": "理由仍然成立"}
    page = html(desks.office.post(f"{QUEUE}?which=overdue", sent, follow=True))
    assert "已经评估 2 条" in page
    assert "不在评估范围内" in page
    assert Reassessment.objects.count() == 2


def test_one_is_looked_at_again_and_becomes_a_change(desks: Desks) -> None:
    row = kept(desks, 1, -3)
    address = f"/desk/items/{row.pk}/reassess/"
    page = html(desks.office.get(address))
    assert "现在的公开属性：不予公开（过程性信息：讨论记录）" in page
    assert "维持不公开" in page
    assert desks.office.post(address, {"reason": "x"}).status_code == 422
    sent = {"outcome": "to_proactive", "reason": "事项已经办结"}
    page = html(desks.office.post(address, sent, follow=True))
    assert "转为主动公开" in page
    assert AttributeChange.objects.get().after == "proactive"


def test_only_the_office_looks_again(desks: Desks) -> None:
    row = kept(desks, 1, -3)
    assert desks.drafter.get(QUEUE).status_code == 404
    assert desks.drafter.get(f"/desk/items/{row.pk}/reassess/").status_code == 404


def words_of(data: bytes) -> str:
    """Everything a form says."""
    book = Document(BytesIO(data))
    cells = [cell.text for table in book.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(part.text for part in book.paragraphs), *cells])


def test_the_form_of_a_determination_carries_every_opinion(desks: Desks) -> None:
    edition = released(desks.staff, now=desks.now)
    address = f"{item_of(edition)}determination/"
    answer = desks.drafter.get(f"{address}?format=docx")
    said = words_of(answer.content)
    assert "政府信息公开属性认定审核表" in said
    for label in ("科室负责人", "保密审查", "分管领导", "主要领导"):
        assert label in said
    assert "逐项审查无涉密内容：正文" in said
    assert "（此件公开发布）" in said
    assert "cz-leader" in said
    assert desks.drafter.get(address).content.startswith(b"%PDF-")
    read = Entry.objects.filter(verb="read", subject=f"item:{edition.item_id}")
    assert read.count() == 2


def test_a_form_is_not_printed_before_it_is_submitted(desks: Desks) -> None:
    edition = drafted(desks.staff, now=desks.now)
    assert desks.drafter.get(f"{item_of(edition)}determination/").status_code == 404
    assert "认定审核表" not in html(desks.drafter.get(item_of(edition)))


def test_the_form_of_a_change_leaves_room_for_who_has_not_signed(desks: Desks) -> None:
    row = proposed(desks)
    desks.office.post(f"{LIST}{row.pk}/", {"decision": "agree", "reason": "情况属实"})
    answer = desks.leader.get(f"{LIST}{row.pk}/form/?format=docx")
    said = words_of(answer.content)
    assert "政府信息公开属性变更审批表" in said
    assert "情况属实" in said
    assert "待领导审批" in said
    assert "会议事项已经办结，可以公开" in said
    assert "attachment" in answer.headers["Content-Disposition"]
    other = signed_in(serving("ws-leader", desks.region.health, Role.LEADER))
    assert other.get(f"{LIST}{row.pk}/form/").status_code == 404
