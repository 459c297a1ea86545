"""Attachments in a real browser: read and cleaned by the worker, reviewed one by one, given out."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.management import call_command
from docx import Document
from playwright.sync_api import FilePayload, Page, expect
from pytest_django import Settings

from gongkai.apps.organs.models import User
from gongkai.apps.publishing.drafting import open_item
from tests.factories.organs import Region
from tests.factories.publishing import NOW, Staff, draft
from tests.journeys.conftest import assert_accessible
from tests.journeys.test_publishing import enter, submit

pytestmark = [
    pytest.mark.journey,
    pytest.mark.enable_socket,
    pytest.mark.django_db(transaction=True),
]
Visit = Callable[..., Page]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_file(text: str) -> bytes:
    """A document whose properties name somebody."""
    made, target = Document(), BytesIO()
    made.core_properties.author = "某某"
    made.add_paragraph(text)
    made.save(target)
    return target.getvalue()


@pytest.fixture
def staff(system: str, settings: Settings) -> Staff:
    """A bureau whose files wait for the worker, as they do in use."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return Staff(Region().bureau)


def work() -> None:
    """Let the worker do what waits."""
    call_command("work", batch=True, interval=0)


def desk_of(visit: Visit, key: str) -> Page:
    return enter(visit, User.objects.get(pk=int(key.partition(":")[2])))


def test_a_file_is_read_cleaned_reviewed_and_given_to_the_public(
    visit: Visit, staff: Staff
) -> None:
    edition = open_item(staff.drafter, kind="news", draft=draft(), now=NOW)
    attached(visit, staff, edition.pk)
    address = f"/desk/editions/{edition.pk}/review/"
    agree(desk_of(visit, staff.unit_head.key), address, "已经校对")
    secrecy = desk_of(visit, staff.secrecy_reviewer.key)
    secrecy.goto(address)
    secrecy.get_by_role("checkbox", name="正文").check()
    secrecy.get_by_role("button", name="同意", exact=True).click()
    expect(secrecy.get_by_text("还没有审查：检查标准.docx").first).to_be_visible()
    agree(secrecy, "", "正文", "检查标准.docx")
    agree(desk_of(visit, staff.deputy_leader.key), address, "已经校对")
    agree(desk_of(visit, staff.leader.key), address, "已经校对")
    office = desk_of(visit, staff.office.key)
    office.goto(f"/desk/editions/{edition.pk}/release/")
    office.get_by_role("button", name="现在发布").click()
    expect(office.get_by_role("status").first).to_be_visible()
    public = visit(f"/items/{edition.item_id}/")
    with public.expect_download() as given:
        public.get_by_role("link", name="检查标准").first.click()
    assert Document(str(given.value.path())).core_properties.author == ""


def attached(visit: Visit, staff: Staff, edition_id: int) -> None:
    """One file is taken and cleaned, another is refused; the draft goes to review."""
    page = desk_of(visit, staff.drafter.key)
    page.goto(f"/desk/editions/{edition_id}/edit/")
    page.locator("input[type=file]").set_input_files(
        [
            FilePayload(name="检查标准.docx", mimeType=WORD, buffer=word_file("检查标准如下。")),
            FilePayload(name="说明.pdf", mimeType="application/pdf", buffer=b"MZ not a pdf"),
        ]
    )
    expect(page.get_by_text("没有收下")).to_be_visible()
    expect(page.get_by_text("正在读取").first).to_be_visible()
    work()
    expect(page.get_by_text("已清除").first).to_be_visible()
    assert_accessible(page)
    submit(page)
    expect(page.get_by_role("status").first).to_be_visible()


def agree(page: Page, address: str, *ticks: str) -> None:
    """Tick what has to be ticked on the page (of that address) and let it pass."""
    if address:
        page.goto(address)
    for tick in ticks:
        page.get_by_role("checkbox", name=tick).check()
    page.get_by_role("button", name="同意", exact=True).click()
    expect(page.get_by_role("status").first).to_be_visible()
