"""The pages about applications: who finds them, what each shows, what an overseer never sees."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.apps.applications.cases.reckoning_anew import follow_workdays
from gongkai.apps.applications.models import Application
from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.actions import load_workdays
from gongkai.apps.organs.queries import calendar
from gongkai.core.events import WorkdaysLoaded
from gongkai.core.identity import SYSTEM, Role
from tests.faces.desk.applications.bureau import NAME, PHONE, Bureau, case_of, intake
from tests.faces.sending import html

pytestmark = pytest.mark.django_db
QUEUE = "/desk/applications/"
SECRET = f"{NAME}名下的房屋，电话{PHONE}，住3号楼2单元501室"


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "?tab=all&text=计划&clock=soon&handler=none&way=counter&applicant=natural&unit=none",
        "?tab=overdue&sort=-due",
        "?tab=nonsense&organ=abc&first=x&figure=y",
        "new/",
        "new/?way=ems",
        "new/?way=letter",
        "calendar/",
        "calendar/?month=2025-12",
        "calendar/?month=99999-99",
        "statistics/",
        "statistics/?by=handler&first=2025-12-31&last=2025-01-01",
        "archive/",
        "archive/?year=2025",
        "templates/",
        "templates/DOC-02/",
        "profile/",
        "chain/",
    ],
)
def test_the_office_opens_every_page(bureau: Bureau, address: str) -> None:
    bureau.handled("甲方案全文", "乙方案全文")
    assert bureau.office.get(QUEUE + address).status_code == 200


@pytest.mark.parametrize("address", ["profile/", "chain/", "templates/DOC-02/", "assign/"])
def test_what_the_office_keeps_is_not_there_for_handlers(bureau: Bureau, address: str) -> None:
    assert bureau.handler.get(QUEUE + address).status_code == 404


def test_another_organ_finds_nothing(bureau: Bureau) -> None:
    row = bureau.handled()
    for role in (Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.LEADER):
        assert bureau.outsider(role).get(case_of(row)).status_code == 404
        assert row.number not in html(bureau.outsider(role).get(f"{QUEUE}?organ=all"))


def test_the_case_page_shows_the_reckoning_the_next_steps_and_what_happened(
    bureau: Bureau,
) -> None:
    page = html(bureau.handler.get(case_of(bureau.handled())))
    for words in (
        "余 20 个工作日",
        "怎样算出来的",
        "征求意见",
        "审核通过，办理",
        "拟写答复",
    ):
        assert words in page
    assert NAME not in page
    assert PHONE not in page


def test_an_overseer_sees_that_there_is_a_case_and_nothing_personal(bureau: Bureau) -> None:
    row = bureau.handled(SECRET, subject=f"{NAME}的拆迁补偿协议")
    page, listed = (html(bureau.above.get(at)) for at in (case_of(row), f"{QUEUE}?organ=all"))
    assert row.number in page
    assert row.number in listed
    for hidden in (NAME, PHONE, "501室", "登记回执", "可以办理", "拟写答复"):
        assert hidden not in page
        assert hidden not in listed


def test_an_overseers_export_has_no_matter(bureau: Bureau) -> None:
    bureau.handled(subject=f"{NAME}的拆迁补偿协议")
    answer = bureau.above.get(f"{QUEUE}?organ=all&tab=all&format=xlsx")
    assert answer.headers["Content-Type"].startswith("application/vnd.openxml")
    answer.close()


def test_seeing_the_applicant_needs_a_purpose_and_is_written_down(bureau: Bureau) -> None:
    row = bureau.handled()
    address = f"{case_of(row)}applicant/"
    refused = bureau.handler.post(address, {"purpose": ""})
    assert refused.status_code == 422
    assert PHONE not in html(refused)
    shown = bureau.handler.post(address, {"purpose": "电话联系补正"})
    assert NAME in html(shown)
    assert PHONE in html(shown)
    assert shown.headers["Cache-Control"] == "no-store"
    entry = Entry.objects.filter(verb="read", subject=f"application:{row.pk}").get()
    assert entry.after == {"purpose": "电话联系补正"}
    assert bureau.above.post(address, {"purpose": "看看"}).status_code == 404
    assert bureau.client(Role.LEADER).post(address, {"purpose": "看看"}).status_code == 404


def test_every_figure_of_the_table_opens_its_cases(bureau: Bureau) -> None:
    row = bureau.handled()
    page = html(bureau.office.get(f"{QUEUE}statistics/"))
    assert "一、本年新收政府信息公开申请数量，自然人，1 件" in page
    year = bureau.today.year
    days = f"first={year}-01-01&last={year}-12-31"
    found = html(bureau.office.get(f"{QUEUE}?tab=all&organ=all&figure=new&{days}"))
    assert row.number in found
    none = html(bureau.office.get(f"{QUEUE}?tab=all&organ=all&figure=closed&{days}"))
    assert row.number not in none


@pytest.mark.parametrize("by", ["row", "organ", "applicant_kind", "way", "unit", "handler"])
def test_every_figure_of_every_dimension_opens_its_cases(bureau: Bureau, by: str) -> None:
    row = bureau.handled()
    page = html(bureau.office.get(f"{QUEUE}statistics/?by={by}"))
    found = re.search(r'<td class="number"><a href="([^"]*)" aria-label="[^"]*，新收 1 件">', page)
    assert found
    listed = html(bureau.office.get(unescape(found[1])))
    assert row.number in listed
    assert "共 1 件" in listed
    assert "统计口径" in listed


def test_a_form_sent_twice_registers_once(bureau: Bureau) -> None:
    address = f"{QUEUE}new/?way=counter"
    form = {**intake().pack(), "items": "示范计划全文", "arrived_on": bureau.today}
    found = re.search(r'name="once" value="([^"]+)"', html(bureau.handler.get(address)))
    assert found is not None
    answers = []
    for _ in range(2):
        scan = SimpleUploadedFile("申请书.txt", "申请书".encode())
        sent = {**form, "once": found[1], "files": scan}
        answers.append(bureau.handler.post(address, sent))
    row = Application.objects.get()
    assert {answer.headers["Location"] for answer in answers} == {case_of(row)}
    assert row.files.count() == 1


def test_statistics_are_exported(bureau: Bureau) -> None:
    answer = bureau.office.get(f"{QUEUE}statistics/?format=xlsx")
    assert answer.content[:2] == b"PK"


def test_what_waits_stands_on_the_first_page(bureau: Bureau) -> None:
    row = bureau.registered()
    page = html(bureau.handler.get("/desk/"))
    assert "新收到、等待审核的申请" in page
    assert row.number in page


def test_the_calendar_lists_whose_due_day_moved_and_why(bureau: Bureau) -> None:
    row = bureau.handled()
    assert "没有变动" in html(bureau.handler.get(f"{QUEUE}calendar/"))
    off = next(day for day in (bureau.today + timedelta(days=n) for n in range(1, 9))
        if calendar().is_workday(day))  # fmt: skip
    load_workdays(SYSTEM, year=off.year, special={off: False}, source="示例通知")
    follow_workdays(WorkdaysLoaded(off.year))
    page = html(bureau.handler.get(f"{QUEUE}calendar/")).split("期限有变动的办件")[1]
    assert row.number in page
    assert f"{off.year} 年的工作日已经录入" in page
    assert row.number not in html(bureau.outsider(Role.HANDLER).get(f"{QUEUE}calendar/"))


def test_a_private_calendar_holds_until_it_is_revoked(bureau: Bureau) -> None:
    row = bureau.handled(subject="示范计划")
    shown = bureau.handler.post(f"{QUEUE}calendar/open/")
    address = html(shown).split('class="secret">')[1].split("<")[0]
    path = "/" + address.split("/", 3)[3]
    fetched = bureau.outsider().get(path)
    assert fetched.status_code == 200
    book = fetched.content.decode()
    assert "BEGIN:VEVENT" in book
    assert row.number.split("〔")[0] in book.replace("\r\n ", "")
    assert "示范计划" not in book
    assert bureau.handler.get(path.replace(".ics", "x.ics")).status_code == 404
    bureau.handler.post(f"{QUEUE}calendar/revoke/")
    assert bureau.handler.get(path).status_code == 404


def test_a_new_calendar_address_ends_the_one_before(bureau: Bureau) -> None:
    first = html(bureau.handler.post(f"{QUEUE}calendar/open/"))
    bureau.handler.post(f"{QUEUE}calendar/open/")
    path = "/" + first.split('class="secret">')[1].split("<")[0].split("/", 3)[3]
    assert bureau.handler.get(path).status_code == 404
