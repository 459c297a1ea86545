"""The ledger at the desk: entered, stepped through, counted; every figure opens its disputes."""

import re
from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from django.test import Client
from django.utils.timezone import localdate
from python_calamine import CalamineWorkbook

from gongkai.apps.disputes.models import Dispute
from gongkai.apps.journal.models import Entry
from gongkai.core.disputes.doors import READERS, WRITERS
from gongkai.core.identity import Role
from gongkai.core.identity.roles import GIVEN
from tests.faces.desk.publishing.desks import signed_in
from tests.faces.sending import html
from tests.factories.organs import Region, serving
from tests.factories.register import stored

pytestmark = pytest.mark.django_db
DISPUTES = "/desk/disputes/"
TABLE = f"{DISPUTES}table/"
TODAY = localdate()
OPENING = {
    "kind": "review",
    "case_number": "示府复〔2025〕12号",
    "body": "示范市人民政府",
    "party": "张明",
    "is_person": "on",
    "act": "不予公开决定书",
    "received_on": (TODAY - timedelta(days=3)).isoformat(),
}
CELL = re.compile(r'<td class="number">(?:<a href="([^"]*)"[^>]*>)?(\d+)')
LISTED = re.compile(r"共 (\d+) 件")


class Office:
    """A bureau with a handler and a disclosure office, signed in."""

    def __init__(self) -> None:
        self.region = Region()
        self.organ = self.region.finance
        self.handler = signed_in(serving("handler", self.organ, Role.HANDLER))
        self.office = signed_in(serving("office", self.organ, Role.DISCLOSURE_OFFICE))
        self.above = signed_in(serving("above", self.region.city, Role.HANDLER))

    def entered(self, **changes: str) -> Dispute:
        """A dispute, through the form."""
        answer = self.handler.post(f"{DISPUTES}new/", {**OPENING, **changes})
        assert answer.status_code == 302, html(answer)
        return Dispute.objects.latest("pk")


@pytest.fixture
def office(db: None) -> Office:
    return Office()


def step(client: Client, row: Dispute, key: str, **values: str) -> int:
    """Send the form of a step as it was opened."""
    row.refresh_from_db()
    sent = {"version": str(row.version), **values}
    return client.post(f"{DISPUTES}{row.pk}/{key}/", sent).status_code


@pytest.mark.parametrize("role", GIVEN)
def test_only_some_roles_find_the_ledger(role: Role) -> None:
    region = Region()
    who = signed_in(serving("somebody", region.office, role))
    assert who.get(DISPUTES).status_code == (200 if role in READERS else 404)
    assert who.get(TABLE).status_code == (200 if role in READERS else 404)
    assert who.get(f"{DISPUTES}new/").status_code == (200 if role in WRITERS else 404)
    in_menu = 'href="/desk/disputes/"' in html(who.get("/desk/"))
    assert in_menu is (role in READERS)


def test_a_dispute_is_entered_and_its_calendar_shown(office: Office) -> None:
    row = office.entered()
    page = html(office.handler.get(f"{DISPUTES}{row.pk}/"))
    assert "示府复〔2025〕12号" in page
    assert "书面答复并提交证据" in page
    assert "《中华人民共和国行政复议法》第四十八条" in page
    assert "当天不计算" in page
    assert "张＊" in page
    assert "张明" not in page


def test_what_is_wrong_stands_beside_its_field(office: Office) -> None:
    late = (TODAY + timedelta(days=1)).isoformat()
    answer = office.handler.post(f"{DISPUTES}new/", {**OPENING, "received_on": late})
    assert answer.status_code == 422
    page = html(answer)
    assert "还没有到" in page
    assert 'value="示范市人民政府"' in page
    assert not Dispute.objects.exists()


def test_an_application_is_bound_by_its_number(office: Office) -> None:
    case = stored(office.organ, 3)
    row = office.entered(application_number=case.number)
    assert row.application_id == case.pk
    assert case.number in html(office.handler.get(f"{DISPUTES}{row.pk}/"))
    page = html(office.handler.get(f"{DISPUTES}new/?application={case.number}"))
    assert f'value="{case.number}"' in page


@pytest.mark.parametrize("which", ["foreign", "unknown"])
def test_an_unknown_number_is_said(office: Office, which: str) -> None:
    foreign = stored(office.region.health, 4)
    number = foreign.number if which == "foreign" else "没有〔2025〕1号"
    answer = office.handler.post(f"{DISPUTES}new/", {**OPENING, "application_number": number})
    assert answer.status_code == 422
    assert "本机关没有这个登记号的申请" in html(answer)


def test_a_lawsuit_goes_through_its_steps(office: Office) -> None:
    day = TODAY.isoformat()
    row = office.entered(kind="direct")
    assert step(office.handler, row, "answer", day=day, note="邮寄") == 302
    assert step(office.handler, row, "judgment", day=day, form="judgment") == 302
    assert step(office.handler, row, "appeal", day=day) == 302
    close = {"result": "corrected", "day": day, "outcome": "撤销", "asks_again": "on"}
    assert step(office.handler, row, "close", **close) == 302
    assert step(office.handler, row, "redo", day=day) == 302
    assert step(office.handler, row, "lessons", lessons="检索留痕") == 302
    assert step(office.handler, row, "reopen", reason="录错") == 404
    page = html(office.handler.get(f"{DISPUTES}{row.pk}/"))
    for words in ("登记一审裁判", "登记上诉", "结果纠正", "检索留痕", "邮寄"):
        assert words in page
    assert step(office.office, row, "reopen", reason="录错") == 302
    row.refresh_from_db()
    assert row.result == "pending"


def test_a_lawsuit_rests_and_is_sent_back(office: Office) -> None:
    day = TODAY.isoformat()
    row = office.entered(kind="direct")
    assert step(office.handler, row, "answer", day=day) == 302
    assert step(office.handler, row, "suspend", day=day, note="等待另案裁判") == 302
    page = html(office.handler.get(f"{DISPUTES}{row.pk}/"))
    assert "审理中止" in page
    assert "登记恢复审理" in page
    assert step(office.handler, row, "resume", day=day) == 302
    assert step(office.handler, row, "judgment", day=day, form="judgment") == 302
    assert step(office.handler, row, "appeal", day=day) == 302
    assert step(office.handler, row, "remand", day=day) == 302
    page = html(office.handler.get(f"{DISPUTES}{row.pk}/"))
    for words in ("登记发回重审", "登记中止审理", "等待另案裁判", "登记一审裁判"):
        assert words in page


def test_a_step_that_is_not_open_is_said(office: Office) -> None:
    row = office.entered()
    assert step(office.handler, row, "redo", day=TODAY.isoformat()) == 422
    assert step(office.handler, row, "judgment", day=TODAY.isoformat(), form="ruling") == 422
    sent = {"version": "9", "day": TODAY.isoformat()}
    answer = office.handler.post(f"{DISPUTES}{row.pk}/answer/", sent)
    assert "别人已经改过" in html(answer)


def test_amending_shows_what_was_entered(office: Office) -> None:
    row = office.entered()
    page = html(office.handler.get(f"{DISPUTES}{row.pk}/edit/"))
    assert 'value="张明"' in page
    changed = {**OPENING, "version": "0", "is_simplified": "on"}
    assert office.handler.post(f"{DISPUTES}{row.pk}/edit/", changed).status_code == 302
    row.refresh_from_db()
    assert row.is_simplified


def test_the_name_is_shown_once_its_purpose_is_said(office: Office) -> None:
    row = office.entered()
    address = f"{DISPUTES}{row.pk}/party/"
    assert "张明" not in html(office.handler.get(address))
    assert office.handler.post(address, {"purpose": ""}).status_code == 422
    assert "张明" in html(office.handler.post(address, {"purpose": "核对身份"}))
    assert Entry.objects.filter(verb="read", subject=f"dispute:{row.pk}").count() == 1
    assert office.above.post(address, {"purpose": "看"}).status_code == 404


def test_whoever_is_above_sees_it_without_name_and_steps(office: Office) -> None:
    row = office.entered()
    assert step(office.handler, row, "lessons", lessons="内部教训") == 302
    page = html(office.above.get(f"{DISPUTES}{row.pk}/"))
    assert "示府复〔2025〕12号" in page
    assert "张明" not in page
    assert "内部教训" not in page
    assert "登记审结" not in page
    assert office.above.get(f"{DISPUTES}{row.pk}/edit/").status_code == 404


def test_the_ledger_is_filtered_and_exported(office: Office) -> None:
    row = office.entered()
    office.entered(kind="direct", case_number="（2025）示行初7号")
    assert "共 2 件" in html(office.handler.get(DISPUTES))
    page = html(office.handler.get(f"{DISPUTES}?kind=review"))
    assert "共 1 件" in page
    assert str(row) in page
    assert "共 2 件" in html(office.handler.get(f"{DISPUTES}?tab=due&text=张明"))
    assert "没有符合条件" in html(office.handler.get(f"{DISPUTES}?tab=closed"))
    assert office.handler.get(f"{DISPUTES}?tab=x&kind=x&organ=x&page=x").status_code == 200
    answer = office.handler.get(f"{DISPUTES}?format=xlsx")
    data = answer.getvalue()
    sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    assert len(sheet) == 3
    assert "张明" not in str(sheet)


def test_every_figure_opens_its_disputes(office: Office) -> None:
    office.entered()
    row = office.entered(kind="direct", case_number="（2025）示行初7号")
    close = {"result": "upheld", "day": TODAY.isoformat(), "outcome": "驳回"}
    assert step(office.handler, row, "close", **close) == 302
    page = html(office.handler.get(TABLE))
    cells = CELL.findall(page)
    assert len(cells) == 15
    assert [int(number) for _, number in cells] == [0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0]
    for address, number in cells:
        if address:
            found = LISTED.search(html(office.handler.get(unescape(address))))
            assert found is not None
            assert found[1] == number


def test_the_table_is_exported_and_bears_odd_addresses(office: Office) -> None:
    office.entered()
    answer = office.handler.get(f"{TABLE}?format=xlsx")
    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0)
    assert sheet.to_python()[1] == ["行政复议", 0, 0, 0, 1, 1]
    for odd in ("year=99999", "year=x", "year=0", "first=2025-01-01", "organ=x", "organ=999"):
        assert office.handler.get(f"{TABLE}?{odd}").status_code == 200


def test_what_is_due_waits_at_home(office: Office) -> None:
    office.entered(received_on=(TODAY - timedelta(days=60)).isoformat())
    page = html(office.handler.get("/desk/"))
    assert "复议诉讼今天到期和已经逾期" in page
    assert "答复并举证" in page
    assert "复议诉讼今天到期" not in html(office.above.get("/desk/"))
