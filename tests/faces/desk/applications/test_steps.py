"""Steps of a case at the desk: registering with its evidence, errors beside their fields, one
winner of a double click, many cases given away at once."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.apps.applications.models import Application, Correction, Deferral
from gongkai.apps.files.models import StoredFile
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.identity import Role
from gongkai.faces.desk.applications.steps import STEPS
from tests.faces.desk.applications.bureau import NAME, Bureau, case_of, fresh, step_of
from tests.faces.desk.publishing.desks import said
from tests.faces.sending import html

pytestmark = pytest.mark.django_db
NEW = "/desk/applications/new/"


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau()


def form(bureau: Bureau, **more: object) -> dict[str, object]:
    """An application as it is entered."""
    told: dict[str, object] = {
        "arrived_on": bureau.today.isoformat(),
        "kind": "disclosure",
        "applicant_kind": "natural",
        "name": NAME,
        "phone": "13800000000",
        "subject": "公共数据开放计划",
        "items": "2024年度公共数据开放计划全文\n\n2023年度公共数据开放计划全文",
    }
    return {**told, **more}


def test_the_forms_of_the_steps_are_those_of_the_lifecycle() -> None:
    known = {step.verb for step in CASE.steps}
    assert {verb for verb, step in STEPS.items() if not step.label} <= known
    offered = set(STEPS)
    wanted = {step.verb for step in CASE.steps if step.by in {Role.HANDLER, Role.HEAD}}
    elsewhere = {"abandon", "submit", "take_back", "reply", "reply_at_once", "archive"}
    assert wanted - offered <= elsewhere


def test_over_the_counter_it_is_received_when_it_is_handed_in(bureau: Bureau) -> None:
    answer = bureau.handler.post(f"{NEW}?way=counter", form(bureau))
    row = Application.objects.get()
    assert answer.headers["Location"] == case_of(row)
    assert row.received_on == bureau.today
    assert row.items.count() == 2


def test_by_post_the_signature_is_asked_for_beside_its_field(bureau: Bureau) -> None:
    answer = bureau.handler.post(f"{NEW}?way=ems", form(bureau))
    assert answer.status_code == 422
    assert "id_signed_on_error" in html(answer)
    assert "公共数据开放计划" in html(answer)
    assert not Application.objects.exists()


def test_a_letter_waits_for_its_confirmation(bureau: Bureau) -> None:
    bureau.handler.post(f"{NEW}?way=letter", form(bureau))
    row = Application.objects.get()
    assert row.received_on is None
    assert "登记确认收到" in html(bureau.handler.get(case_of(row)))
    content = {
        "expected": row.version,
        "confirmed_on": bureau.today.isoformat(),
        "confirm_method": "电话",
    }
    bureau.handler.post(step_of(row, "confirm_receipt"), content)
    assert fresh(row).received_on == bureau.today


def test_a_wrong_day_of_receipt_is_put_right_by_its_evidence(bureau: Bureau) -> None:
    row = bureau.registered()
    earlier = bureau.today - timedelta(days=7)
    assert "更正收到日期" not in html(bureau.handler.get(case_of(row)))
    assert "更正收到日期" in html(bureau.office.get(case_of(row)))
    page = html(bureau.office.get(step_of(row, "correct_receipt")))
    assert f'value="{bureau.today.isoformat()}"' in page
    assert "id_received_on" not in page
    assert "id_signed_on" not in page
    content = {"expected": row.version, "arrived_on": earlier.isoformat(), "reason": ""}
    answer = bureau.office.post(step_of(row, "correct_receipt"), content)
    assert "id_reason_error" in html(answer)
    bureau.office.post(step_of(row, "correct_receipt"), {**content, "reason": "看错了日期"})
    now = fresh(row)
    assert now.received_on == earlier
    assert now.due is not None
    assert row.due is not None
    assert now.due < row.due
    assert "看错了日期" in html(bureau.handler.get(case_of(row)))


@pytest.mark.parametrize(
    ("name", "value"),
    [("arrived_on", "不是日期"), ("arrived_on", "2999-01-01"), ("phone", "12"), ("kind", "x")],
    ids=["日期写错", "日期在将来", "电话不对", "没有这一类"],
)
def test_what_is_wrong_is_said_beside_its_field(bureau: Bureau, name: str, value: str) -> None:
    answer = bureau.handler.post(f"{NEW}?way=counter", form(bureau, **{name: value}))
    assert answer.status_code == 422
    assert f"id_{name}_error" in html(answer)
    assert not Application.objects.exists()


def test_scans_go_into_the_case_and_a_bad_one_is_named(bureau: Bureau) -> None:
    files = [
        SimpleUploadedFile("申请书.txt", "申请".encode()),
        SimpleUploadedFile("程序.exe", b"MZ\x90\x00"),
    ]
    answer = bureau.handler.post(f"{NEW}?way=counter", form(bureau, files=files), follow=True)
    row = Application.objects.get()
    assert [file.name for file in row.files.all()] == ["申请书.txt"]
    assert any("程序.exe" in words for words in said(answer))


def test_a_file_that_was_refused_after_it_came_is_pointed_out(bureau: Bureau) -> None:
    files = [SimpleUploadedFile("申请书.txt", "申请".encode())]
    bureau.handler.post(f"{NEW}?way=counter", form(bureau, files=files))
    row = Application.objects.get()
    assert "不能使用" not in html(bureau.handler.get(case_of(row)))
    StoredFile.objects.update(state="refused", fault="文件有密码。")
    page = html(bureau.handler.get(case_of(row)))
    assert "材料“申请书.txt”" in page
    assert "文件有密码。请联系提供的人换一份" in page


def test_correction_once_and_all_at_once(bureau: Bureau) -> None:
    row = bureau.handled()
    content = {
        "expected": row.version,
        "points": "写明文件名称\n写明年份",
        "guidance": "可以电话咨询。",
        "answer_by": (bureau.today + timedelta(days=15)).isoformat(),
    }
    answer = bureau.handler.post(step_of(row, "ask_correction"), content)
    assert answer.headers["Location"] == case_of(row)
    assert fresh(row).state == "correcting"
    page = html(bureau.handler.get(case_of(row)))
    assert "写明年份" in page
    assert "登记补正" in page


def test_why_a_correction_came_late_is_read_on_the_case(bureau: Bureau) -> None:
    row = bureau.handled()
    last = (bureau.today + timedelta(days=15)).isoformat()
    asked = {"expected": row.version, "points": "写明年份", "answer_by": last}
    bureau.handler.post(step_of(row, "ask_correction"), asked)
    answer = {
        "expected": fresh(row).version,
        "day": bureau.today.isoformat(),
        "answer": "指 2024 年的方案",
        "excuse": "住院治疗，昨天才出院",
    }
    bureau.handler.post(step_of(row, "record_correction"), answer)
    page = html(bureau.handler.get(case_of(row)))
    assert "逾期的理由：住院治疗，昨天才出院" in page


def test_a_form_without_its_facts_keeps_what_was_typed(bureau: Bureau) -> None:
    row = bureau.handled()
    answer = bureau.handler.post(
        step_of(row, "consult"), {"expected": row.version, "party": "示范公司", "kind": "organ"}
    )
    assert answer.status_code == 422
    assert "示范公司" in html(answer)
    assert "id_matter_error" in html(answer)


def test_a_double_click_has_one_winner(bureau: Bureau) -> None:
    row = bureau.registered()
    content = {"expected": row.version}
    first = bureau.handler.post(step_of(row, "examine"), content)
    second = bureau.handler.post(step_of(row, "examine"), content)
    assert (first.status_code, second.status_code) == (302, 422)
    assert "已经有人办过" in html(second)
    assert fresh(row).entries.filter(verb="examine").count() == 1


def test_a_stale_page_changes_nothing(bureau: Bureau) -> None:
    row = bureau.handled()
    content = {"expected": row.version - 1, "reason": "申请人已经死亡，有死亡证明"}
    answer = bureau.handler.post(step_of(row, "end"), content)
    assert answer.status_code == 422
    assert fresh(row).state == "handling"


def test_a_step_that_is_not_open_leads_back(bureau: Bureau) -> None:
    row = bureau.registered()
    answer = bureau.handler.get(step_of(row, "record_payment"), follow=True)
    assert any("现在不能" in words for words in said(answer))
    assert bureau.handler.get(step_of(row, "nonsense")).status_code == 404
    assert bureau.handler.get(step_of(row, "assign")).status_code == 404


def test_several_are_given_away_at_once(bureau: Bureau) -> None:
    rows = [bureau.registered(subject=f"第{number}件事项") for number in range(2)]
    numbers = [row.pk for row in rows]
    page = html(bureau.office.get("/desk/applications/assign/", {"application": numbers}))
    versions = dict(re.findall(r'name="(version-\d+)" value="(\d+)"', page))
    person = bureau.people[Role.HANDLER].pk
    content = {"application": numbers, "person": person, **versions}
    bureau.office.post("/desk/applications/assign/", content)
    assert {fresh(row).handler_name for row in rows} == {"handler"}


def test_an_extension_is_the_heads_to_approve(bureau: Bureau) -> None:
    row = bureau.handled()
    due = fresh(row).due
    content = {"expected": row.version, "workdays": 10, "reason": "需要检索的档案较多"}
    bureau.handler.post(step_of(row, "propose_extension"), content)
    assert bureau.handler.get(step_of(row, "decide_extension")).status_code == 404
    head = bureau.client(Role.HEAD)
    assert "等我批准的延长" in html(head.get("/desk/"))
    head.post(step_of(row, "decide_extension"), {"expected": fresh(row).version, "approved": "yes"})
    now = fresh(row)
    assert now.is_extended
    assert due is not None
    assert now.due is not None
    assert now.due > due


def test_the_day_the_notice_to_give_reasons_arrived_is_entered_at_the_desk(bureau: Bureau) -> None:
    row = bureau.handled()
    until = bureau.today + timedelta(days=15)
    content = {"expected": row.version, "facts": "本月提出 60 件", "answer_by": until.isoformat()}
    bureau.handler.post(step_of(row, "ask_reasons"), content)
    row = fresh(row)
    assert "登记说明理由通知书送达" in html(bureau.handler.get(case_of(row)))
    content = {"expected": row.version, "delivered_on": bureau.today.isoformat()}
    bureau.handler.post(step_of(row, "deliver_reasons"), content)
    assert Deferral.objects.get(application=row).delivered_on == bureau.today
    assert "登记说明理由通知书送达" not in html(bureau.handler.get(case_of(row)))


def test_a_day_of_delivery_is_put_right_with_a_reason(bureau: Bureau) -> None:
    row = bureau.handled()
    until = bureau.today + timedelta(days=15)
    content = {"expected": row.version, "points": "写明年份", "answer_by": until.isoformat()}
    bureau.handler.post(step_of(row, "ask_correction"), content)
    row = fresh(row)
    assert "更正送达日期" not in html(bureau.handler.get(case_of(row)))
    content = {"expected": row.version, "delivered_on": bureau.today.isoformat()}
    bureau.handler.post(step_of(row, "deliver_correction"), content)
    page = html(bureau.handler.get(step_of(row, "amend_delivery")))
    assert f"补正告知书，已经登记 {bureau.today} 送达" in page
    notice = f"correction:{Correction.objects.get(application=row).pk}"
    content |= {"notice": notice}
    answer = bureau.handler.post(step_of(row, "amend_delivery"), content)
    assert "id_reason_error" in html(answer)
    content |= {"reason": "签收单写的是今天", "expected": fresh(row).version}
    bureau.handler.post(step_of(row, "amend_delivery"), content)
    assert "签收单写的是今天" in html(bureau.handler.get(case_of(row)))


def test_what_is_too_late_is_not_offered_and_says_why_when_it_is_sent(bureau: Bureau) -> None:
    bureau.handler.post(f"{NEW}?way=counter", form(bureau))
    row = Application.objects.get()
    Application.objects.update(state="handling", handler_key="")
    offers = html(bureau.handler.get(case_of(row)))
    assert all(name in offers for name in ("申请延长", "建议收费", "告知补正"))
    early = bureau.today - timedelta(days=60)
    Application.objects.update(received_on=early, arrived_on=early, due=early + timedelta(days=30))
    late = html(bureau.handler.get(case_of(row)))
    assert not any(f">{name}</a>" in late for name in ("申请延长", "建议收费", "告知补正"))
    answer_by = (bureau.today + timedelta(days=20)).isoformat()
    content = {"expected": row.version, "points": "写明年份", "answer_by": answer_by}
    answer = bureau.handler.post(f"{case_of(row)}steps/ask_correction/", content)
    assert answer.status_code == 422
    assert "以前告知，已经过了" in html(answer)
