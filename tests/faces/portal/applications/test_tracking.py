"""办理进度 on the portal: number and code open one case to one browser, and nothing leaks."""

import time
from statistics import median

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localtime
from pytest_django import Settings

from gongkai.apps.applications.models import Application
from gongkai.apps.applications.receiving.splitting import split
from gongkai.apps.journal.models import Entry
from tests.apps.applications.tracking.test_tracking import to_correct
from tests.faces.sending import html
from tests.factories.intakes import Desk, intake, registered

pytestmark = pytest.mark.django_db
TRACK, CASE = "/applications/track/", "/applications/case/"
INSIDE = ("", "receipt/", "letters/1/")
ACTS = ("correct/", "explain/", "paid/", "retract/")


@pytest.fixture
def case(desk: Desk) -> Application:
    return registered(desk.handler)


def enter(client: Client, case: Application, **changes: str) -> str:
    """Tell number and code; the page one comes to."""
    said = {"number": case.number, "code": case.query_code, **changes}
    return html(client.post(TRACK, said, follow=True))


def test_number_and_code_open_the_case(client: Client, case: Application) -> None:
    page = enter(client, case)
    assert case.number in page
    assert "怎样算出来的" in page
    assert "第三十三条" in page


def test_no_address_carries_number_or_code(client: Client, case: Application) -> None:
    answer = client.post(TRACK, {"number": case.number, "code": case.query_code})
    assert answer.headers["Location"] == CASE


def test_a_wrong_number_and_a_wrong_code_look_the_same(client: Client, case: Application) -> None:
    wrong_code = client.post(TRACK, {"number": "示财依申请〔2025〕1号", "code": "AAAA-BBBB-CCCC"})
    wrong_number = client.post(TRACK, {"number": "示财依申请〔2025〕7号", "code": case.query_code})
    assert wrong_code.status_code == wrong_number.status_code == 422
    assert plain(html(wrong_code), "1号") == plain(html(wrong_number), "7号")
    assert wrong_code.headers["Content-Type"] == wrong_number.headers["Content-Type"]
    assert case.query_code not in html(wrong_number)


def plain(page: str, number: str) -> list[str]:
    """The lines of a page without what was typed and without its token."""
    lines = page.replace(number, "").splitlines()
    return [line for line in lines if "csrfmiddlewaretoken" not in line]


def test_both_take_as_long(client: Client, case: Application, settings: Settings) -> None:
    settings.GONGKAI_APPLY = {"attempts": 999}

    def taken(number: str) -> float:
        start = time.perf_counter()
        client.post(TRACK, {"number": number, "code": "AAAA-BBBB-CCCC"})
        return time.perf_counter() - start

    numbers = (case.number, "示财依申请〔2025〕7号")
    spans = [[taken(number) for number in numbers] for _ in range(15)]
    there, absent = (median(row) for row in zip(*spans, strict=True))
    assert max(there, absent) < 3 * min(there, absent)


def test_guessing_is_stopped_and_then_even_the_right_code_waits(
    client: Client, case: Application, settings: Settings
) -> None:
    settings.GONGKAI_APPLY = {"attempts": 3}
    for _ in range(3):
        client.post(TRACK, {"number": case.number, "code": "AAAA-BBBB-CCCC"})
    page = enter(client, case)
    assert "操作过于频繁" in page
    assert client.get(CASE).status_code == 302


@pytest.mark.parametrize("place", INSIDE)
def test_without_number_and_code_there_is_only_the_form(client: Client, place: str) -> None:
    assert client.get(f"{CASE}{place}").headers["Location"] == TRACK


@pytest.mark.parametrize("place", ACTS)
def test_without_number_and_code_nothing_is_done(client: Client, place: str) -> None:
    assert client.post(f"{CASE}{place}").headers["Location"] == TRACK
    assert client.get(f"{CASE}{place}").status_code == 405


def test_a_browser_sees_the_case_it_told_last_and_no_other(
    client: Client, desk: Desk, case: Application
) -> None:
    other = registered(desk.handler, intake(2, subject="另一件事"))
    enter(client, case)
    assert "另一件事" in enter(client, other)
    assert case.number not in html(client.get(CASE))
    assert Client().get(CASE).status_code == 302


def test_pages_of_a_case_are_kept_by_no_cache(client: Client, case: Application) -> None:
    enter(client, case)
    for place in ("", "receipt/"):
        headers = client.get(f"{CASE}{place}").headers
        assert "no-store" in headers["Cache-Control"]
        assert "noindex" in headers["X-Robots-Tag"]


def test_the_session_is_a_new_one(client: Client, case: Application) -> None:
    session = client.session
    session["planted"] = "x"
    session.save()
    before = client.cookies["sessionid"].value
    enter(client, case)
    assert client.cookies["sessionid"].value != before


def test_after_a_while_the_case_is_closed(
    client: Client, case: Application, settings: Settings
) -> None:
    settings.GONGKAI_APPLY = {"tracking_minutes": 0}
    client.post(TRACK, {"number": case.number, "code": case.query_code})
    assert client.get(CASE).status_code == 302


def test_leaving_closes_the_case(client: Client, case: Application) -> None:
    enter(client, case)
    client.post(f"{CASE}leave/")
    assert client.get(CASE).status_code == 302


def parted(desk: Desk, case: Application) -> Application:
    """What was split off the case, whose code nobody has been told."""
    return split(
        desk.handler, application_id=case.pk, expected=case.version, parts=[[2]], now=localtime()
    )[0]


def test_whoever_holds_the_whole_opens_its_parts_and_goes_back(client: Client, desk: Desk) -> None:
    whole = registered(desk.handler, intake(items=("甲地块的方案", "乙地块的方案")))
    part = parted(desk, whole)
    page = enter(client, whole)
    assert part.number in page
    assert part.query_code not in page
    page = html(client.post(f"{CASE}turn/", {"to": part.pk}, follow=True))
    assert f"<h1>{part.number}</h1>" in page
    assert f"回到 {whole.number}" in page
    assert part.query_code in html(client.get(f"{CASE}receipt/"))
    client.post(f"{CASE}retract/", {"case": part.pk, "text": ""})
    part.refresh_from_db()
    assert part.state == "retracted"
    page = html(client.post(f"{CASE}turn/", {"to": whole.pk}, follow=True))
    assert f"<h1>{whole.number}</h1>" in page


def test_the_code_of_a_part_opens_that_part_alone(client: Client, desk: Desk) -> None:
    several = intake(items=("甲地块的方案", "乙地块的方案"))
    whole, stranger = registered(desk.handler, several), registered(desk.handler, several)
    part = parted(desk, whole)
    page = enter(client, part)
    assert whole.number not in page.replace(part.entries.get().note, "")
    for row in (whole, stranger, parted(desk, stranger)):
        assert client.post(f"{CASE}turn/", {"to": row.pk}).status_code == 404
    for nonsense in ("", "x", "9" * 30, "-1"):
        assert client.post(f"{CASE}turn/", {"to": nonsense}).status_code == 404
    assert f"<h1>{part.number}</h1>" in html(client.get(CASE))
    assert Client().post(f"{CASE}turn/", {"to": part.pk}).headers["Location"] == TRACK


def test_only_masked_particulars_are_shown(client: Client, case: Application) -> None:
    page = enter(client, case) + html(client.get(f"{CASE}receipt/"))
    for said in ("张小明", "13900000000", intake().paper_number, "zhang@example.com"):
        assert said not in page


def test_a_correction_with_a_file_goes_into_the_case(
    client: Client, desk: Desk, case: Application
) -> None:
    to_correct(desk, case)
    page = enter(client, case)
    assert "写明年份" in page
    file = SimpleUploadedFile("说明.txt", "补正说明".encode())
    said = {"text": "指 2024 年的方案。", "excuse": "住院。", "files": file}
    assert "重新计算" in html(client.post(f"{CASE}correct/", said, follow=True))
    assert case.files.get().name == "说明.txt"
    case.refresh_from_db()
    assert case.state == "handling"


def test_an_empty_correction_is_refused_and_the_words_stay(
    client: Client, desk: Desk, case: Application
) -> None:
    to_correct(desk, case)
    enter(client, case)
    answer = client.post(f"{CASE}correct/", {"text": "字" * 901})
    assert answer.status_code == 422
    assert "字" * 901 in html(answer)


def test_after_the_term_the_reason_is_asked_for_and_the_handler_reads_it(
    client: Client, desk: Desk, case: Application
) -> None:
    to_correct(desk, case)
    assert 'name="excuse"' in enter(client, case)
    answer = client.post(f"{CASE}correct/", {"text": "指 2024 年的方案。"})
    assert answer.status_code == 422
    assert "没有写明逾期的理由" in html(answer)
    assert "指 2024 年的方案。" in html(answer)
    said = {"text": "指 2024 年的方案。", "excuse": "住院治疗，昨天才出院。"}
    assert client.post(f"{CASE}correct/", said).status_code == 302
    assert case.correction.excuse == "住院治疗，昨天才出院。"


def test_an_answer_that_was_refused_and_sent_again_brings_its_files_once(
    client: Client, desk: Desk, case: Application
) -> None:
    to_correct(desk, case)
    enter(client, case)

    def sent(*names: str) -> dict[str, object]:
        files = [SimpleUploadedFile(name, "说明".encode()) for name in names]
        return {"text": "指 2024 年的方案。", "excuse": "住院。", "files": files}

    assert client.post(f"{CASE}correct/", sent("说明.txt", "程序.exe")).status_code == 422
    assert client.post(f"{CASE}correct/", sent("说明.txt")).status_code == 302
    assert [file.name for file in case.files.all()] == ["说明.txt"]


def test_a_second_press_retracts_once(client: Client, case: Application) -> None:
    enter(client, case)
    assert client.post(f"{CASE}retract/", {"text": ""}).status_code == 302
    again = client.post(f"{CASE}retract/", {"text": ""})
    assert again.status_code == 422
    case.refresh_from_db()
    assert case.state == "retracted"


def test_the_receipt_is_fetched_and_that_is_written_down(client: Client, case: Application) -> None:
    letter = case.letters.get()
    enter(client, case)
    answer = client.get(f"{CASE}letters/{letter.pk}/")
    assert answer.content.startswith(b"%PDF")
    assert "no-store" in answer.headers["Cache-Control"]
    assert Entry.objects.filter(verb="read", subject=f"letter:{letter.pk}").exists()
    assert client.get(f"{CASE}letters/{letter.pk + 1}/").status_code == 404


@pytest.mark.parametrize("act", ACTS)
def test_a_page_of_one_case_does_nothing_to_another(
    client: Client, desk: Desk, case: Application, act: str
) -> None:
    other = registered(desk.handler, intake(2))
    for row in (case, other):
        to_correct(desk, row)
    assert f'name="case" value="{case.pk}"' in enter(client, case)
    enter(client, other)
    answer = client.post(f"{CASE}{act}", {"case": case.pk, "text": "给第一件写的话"})
    assert answer.status_code == 422
    assert "另一件申请" in html(answer)
    assert "给第一件写的话" in html(answer)
    for row in (case, other):
        row.refresh_from_db()
        assert row.state == "correcting"
