"""办理记录 one request at a time: who sees it, finding, what changed, export, verification."""

import ast
import re
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings
from python_calamine import CalamineWorkbook

from gongkai.apps.journal.masking import Values
from gongkai.apps.journal.models import Entry
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Organ
from gongkai.apps.reports.demo import demo_files
from gongkai.core.identity import SYSTEM, Actor, Origin, Role
from gongkai.core.law import OGI
from gongkai.faces.desk.journal_words import SUBJECTS, VERBS
from tests.apps.journal.chains import behind_the_back, execute
from tests.faces.conftest import member
from tests.faces.sending import html, opened
from tests.house.sources import files, name_of, tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
JOURNAL = "/desk/journal/"
HOME = "示范市人民政府办公室"
BEFORE: Values = {"state": "draft", "title": "通知", "gone": 1}
AFTER: Values = {"state": "released", "title": "通知", "password": "x"}


@pytest.fixture(autouse=True)
def _data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.GONGKAI_DATA = tmp_path


@pytest.fixture
def auditor(db: None) -> Client:
    client = Client()
    client.force_login(member("auditor", HOME, Role.AUDITOR))
    return client


@pytest.fixture
def entries(auditor: Client) -> None:
    home = Organ.objects.get(name=HOME).pk
    other = Organ.objects.create(name="邻市人民政府办公室").pk
    origin = Origin("10.1.2.3", "Firefox/140.0")
    wang = Actor("user:41", "王敏", home, origin=origin)
    record(wang, "keep_report", "annual_report:5", after={"name": "年报", "tags": ["甲", "乙"]})
    record(wang, "withdraw_report", "annual_report:5", before=BEFORE, after=AFTER, cite=OGI.at(7))
    record(Actor("user:42", "李强", home), "load_workdays", "workdays:2026")
    record(Actor("user:43", "邻居", other), "keep_report", "annual_report:6")
    record(SYSTEM, "expire_entries", "journal")


def number_of(verb: str) -> int:
    return Entry.objects.get(verb=verb).sequence


@pytest.mark.parametrize("address", [JOURNAL, f"{JOURNAL}1/", f"{JOURNAL}verifications/1/"])
@pytest.mark.parametrize("role", [Role.HANDLER, Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR])
def test_nobody_but_an_auditor_sees_it(address: str, role: Role, client: Client) -> None:
    client.force_login(member("somebody", HOME, role))
    record(SYSTEM, "expire_entries", "journal")
    assert client.get(address).status_code == 404
    for action in ("export/", "verify/"):
        assert client.post(f"{JOURNAL}{action}").status_code == 404
    assert f'href="{JOURNAL}"' not in html(client.get("/desk/"))


def test_it_is_in_the_menu_of_an_auditor(auditor: Client) -> None:
    assert f'href="{JOURNAL}"' in html(auditor.get("/desk/"))


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize(
    ("query", "verbs"),
    [
        pytest.param(
            "", {"保存到年报库", "移出年报库", "录入工作日", "清理到期的办理记录"}, id="全部"
        ),
        pytest.param("?person=王敏", {"保存到年报库", "移出年报库"}, id="姓名"),
        pytest.param("?person=user:42", {"录入工作日"}, id="编号"),
        pytest.param("?verb=keep_report", {"保存到年报库"}, id="事项"),
        pytest.param("?subject=workdays", {"录入工作日"}, id="对象"),
        pytest.param("?since=2999-01-01", set(), id="以后"),
        pytest.param("?until=2000-01-01", set(), id="以前"),
    ],
)
def test_the_filter_is_in_the_address(auditor: Client, query: str, verbs: set[str]) -> None:
    page = html(auditor.get(f"{JOURNAL}{query}"))
    body = page.partition("<tbody>")[2]
    found = {label for label in VERBS.values() if f"<td>{label}</td>" in body}
    assert found - {VERBS["sign_in"]} == verbs


@pytest.mark.usefixtures("entries")
def test_the_period_takes_in_its_last_day(auditor: Client) -> None:
    day = Entry.objects.latest("sequence").at.date()
    found = html(auditor.get(f"{JOURNAL}?since={day}&until={day.replace(year=day.year + 1)}"))
    assert "录入工作日</td>" in found


@pytest.mark.parametrize(
    ("query", "said"),
    [("since=昨天", "请填写日期"), ("organ=0", "请从列表中选择"), ("person=" + "长" * 101, "最多")],
)
def test_what_cannot_be_looked_for_is_told_beside_its_field(
    auditor: Client, query: str, said: str
) -> None:
    answer = auditor.get(f"{JOURNAL}?{query}")
    assert answer.status_code == 422
    assert said in html(answer)


@pytest.mark.usefixtures("entries")
def test_another_organs_entries_are_not_there(auditor: Client) -> None:
    assert "邻居" not in html(auditor.get(JOURNAL))
    theirs = Entry.objects.get(actor="user:43").sequence
    assert auditor.get(f"{JOURNAL}{theirs}/").status_code == 404


@pytest.mark.usefixtures("entries")
def test_what_belongs_to_no_organ_is_seen_at_the_top_only(auditor: Client) -> None:
    alone = number_of("expire_entries")
    assert auditor.get(f"{JOURNAL}{alone}/").status_code == 200
    top = Organ.objects.create(name="示范省人民政府办公厅")
    Organ.objects.filter(name=HOME).update(superior=top)
    assert auditor.get(f"{JOURNAL}{alone}/").status_code == 404


@pytest.mark.usefixtures("entries")
def test_an_entry_shows_before_and_after(auditor: Client) -> None:
    page = html(auditor.get(f"{JOURNAL}{number_of('withdraw_report')}/"))
    assert "<del>draft</del>" in page
    assert "<ins>released</ins>" in page
    assert re.findall(r"<td>(新增|删除|改动|未变)</td>", page) == ["删除", "新增", "改动", "未变"]
    assert "（保密，不记录）" in page
    assert "10.1.2.3" in page
    assert "第七条" in page


@pytest.mark.usefixtures("entries")
def test_the_export_holds_what_was_asked_for_and_is_recorded(auditor: Client) -> None:
    answer = auditor.post(f"{JOURNAL}export/", {"person": "王敏"})
    assert answer.headers["Content-Disposition"].startswith("attachment")
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    rows = book.get_sheet_by_index(0).to_python()
    assert [row[5] for row in rows[1:]] == ["移出年报库", "保存到年报库"]
    entry = Entry.objects.latest("sequence")
    assert (entry.verb, entry.after) == ("export_journal", {"person": "王敏", "entries": 2})


@pytest.mark.usefixtures("entries")
def test_too_much_is_not_exported(auditor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongkai.faces.desk.journal.MOST_EXPORTED", 1)
    page = html(auditor.post(f"{JOURNAL}export/", follow=True))
    assert "没有导出" in page
    assert not Entry.objects.filter(verb="export_journal").exists()


@pytest.mark.usefixtures("entries")
def test_a_whole_chain_is_said_to_be_whole(auditor: Client) -> None:
    assert "还没有核验过" in html(auditor.get(JOURNAL))
    page = html(auditor.post(f"{JOURNAL}verify/", follow=True))
    assert "没有发现改动，也没有缺失" in page
    assert "auditor提出" in html(auditor.get(JOURNAL))


@pytest.mark.usefixtures("entries")
def test_a_broken_chain_is_told_with_the_place(auditor: Client) -> None:
    behind_the_back(lambda: execute("UPDATE journal_entry SET verb = 'x' WHERE sequence = 2"))
    page = html(auditor.post(f"{JOURNAL}verify/", follow=True))
    assert "发现 1 处" in page
    assert "第 2 号" in page
    assert "内容被改动" in page
    assert "有改动或者缺失" in html(auditor.get(JOURNAL))


def test_a_verification_under_way_shows_how_far_it_is(auditor: Client, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    page = html(auditor.post(f"{JOURNAL}verify/", follow=True))
    assert "等待核验" in page
    assert '<meta http-equiv="refresh"' in page


def test_the_download_of_an_original_is_recorded(clerk: Client) -> None:
    session = opened(clerk, demo_files()[1], address="/desk/report-check/")
    action = re.search(r'action="([^"]+/keep/)"', html(clerk.get(session)))
    assert action
    kept = clerk.post(action[1]).headers["Location"]
    original = re.search(rf'href="({kept}files/\d+/)"', html(clerk.get(kept)))
    assert original
    answer = clerk.get(original[1], headers={"user-agent": "Firefox/140.0"})
    assert answer.content == demo_files()[1].data
    entry = Entry.objects.get(verb="read")
    assert entry.subject.startswith("annual_report:")
    assert "下载原件" in str(entry.after)
    assert (entry.address, entry.agent) == ("127.0.0.1", "Firefox/140.0")
    assert "下载原件" in html(clerk.get(kept))


def recorded_words() -> dict[str, str]:
    """The verbs and subjects that areas record, with the place where they do."""
    found = dict[str, str]()
    for path in files("gongkai/apps"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "record":
                for argument in node.args[1:2]:
                    if isinstance(argument, ast.Constant):
                        found[str(argument.value)] = name_of(path)
    return found


def test_every_verb_that_is_recorded_has_a_word() -> None:
    assert {verb: at for verb, at in recorded_words().items() if verb not in VERBS} == {}


def test_words_are_said_once() -> None:
    assert len(set(VERBS.values())) == len(VERBS)
    assert len(set(SUBJECTS.values())) == len(SUBJECTS)
