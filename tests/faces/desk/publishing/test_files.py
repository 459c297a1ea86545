"""Files of an edition: each with its own result, in the order that was typed, within the organ."""

import json
import re
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pytest_django import Settings

from gongkai.apps.files.storing import store_file
from gongkai.apps.files.tasks import read_file
from gongkai.apps.publishing.models import Edition
from gongkai.core.identity import Role
from gongkai.core.publishing.draft import AttachedFile, unpack
from tests.faces.desk.publishing.desks import Desks, fresh, signed_in
from tests.faces.desk.publishing.test_editing import edit_of, now, typed
from tests.faces.sending import html
from tests.factories.organs import acting, serving
from tests.factories.publishing import Staff, draft, drafted, released

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def read_here(settings: Settings) -> None:
    settings.GONGKAI_ADAPTERS = {
        **settings.GONGKAI_ADAPTERS,
        "batch": "gongkai.adapters.batch.memory.InProcess",
    }


@pytest.fixture
def edition(desks: Desks) -> Edition:
    return drafted(desks.staff, written=draft(now=desks.now), now=desks.now)


def text_file(name: str = "目录.txt", text: str = "公共数据目录") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def picture(name: str = "示意图.png") -> SimpleUploadedFile:
    target = BytesIO()
    Image.new("RGB", (8, 8), "white").save(target, "PNG")
    return SimpleUploadedFile(name, target.getvalue())


def scan(name: str = "扫描件.pdf") -> SimpleUploadedFile:
    target = BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(target)
    return SimpleUploadedFile(name, target.getvalue())


def upload_of(edition: Edition) -> str:
    return f"/desk/editions/{edition.pk}/files/"


def numbers(page: str) -> list[int]:
    return [int(found) for found in re.findall(r'name="file" value="(\d+)"', page)]


def test_files_go_with_the_form_without_script(desks: Desks, edition: Edition) -> None:
    sent = typed(edition, files=[text_file(), text_file("说明.txt", "说明")])
    assert desks.drafter.post(edit_of(edition), sent).status_code == 302
    assert [row.name for row in now(edition).attachments] == ["目录.txt", "说明.txt"]
    page = html(desks.drafter.get(edit_of(edition)))
    assert "正在读取和清理" in page


def test_one_that_is_refused_does_not_hold_up_the_others(desks: Desks, edition: Edition) -> None:
    sent = typed(edition, summary="一起改的", files=[text_file(), text_file("病毒.exe", "MZ")])
    answer = desks.drafter.post(edit_of(edition), sent)
    page = html(answer)
    assert answer.status_code == 422
    assert "病毒.exe" in page
    assert [row.name for row in now(edition).attachments] == ["目录.txt"]
    assert now(edition).summary == "一起改的"


def test_each_file_is_taken_at_once_with_its_own_line(desks: Desks, edition: Edition) -> None:
    answer = desks.drafter.post(upload_of(edition), {"files": [text_file()], "after": "3"})
    page = html(answer)
    assert answer.status_code == 200
    assert "<html" not in page
    [number] = numbers(page)
    assert f'name="file_order_{number}" value="4"' in page
    assert now(edition).attachments == ()
    refused = desks.drafter.post(upload_of(edition), {"files": [text_file("x.html", "<p>")]})
    assert refused.status_code == 422
    assert "没有收下" in html(refused)


def test_names_order_and_removal_are_typed(desks: Desks, edition: Edition) -> None:
    sent = typed(edition, files=[text_file("甲.txt", "甲"), text_file("乙.txt", "乙")])
    desks.drafter.post(edit_of(edition), sent)
    first, second = (row.file_id for row in now(edition).attachments)
    rows: dict[str, object] = {
        "file": [first, second],
        f"file_name_{first}": "名单",
        f"file_order_{first}": "2",
        f"file_name_{second}": " ",
        f"file_order_{second}": "1",
    }
    desks.drafter.post(edit_of(edition), typed(fresh(edition), "save", **rows))
    assert now(edition).attachments == (AttachedFile(second, "乙.txt"), AttachedFile(first, "名单"))
    gone = {**rows, "file_remove": [second]}
    desks.drafter.post(edit_of(edition), typed(fresh(edition), "save", **gone))
    assert now(edition).attachments == (AttachedFile(first, "名单"),)


def test_autosave_keeps_the_files_that_it_is_not_told_of(desks: Desks, edition: Edition) -> None:
    desks.drafter.post(edit_of(edition), typed(edition, files=[text_file()]))
    [row] = now(edition).attachments
    address, seen = f"/desk/editions/{edition.pk}/autosave/", fresh(edition)
    sent = {"version": seen.version, "changed": "title", "title": "新标题"}
    desks.drafter.post(address, sent)
    assert now(edition).attachments == (row,)
    name = f"file_name_{row.file_id}"
    sent = {"version": fresh(edition).version, "changed": name, name: "目录（新）"}
    desks.drafter.post(address, sent)
    assert now(edition).attachments == (AttachedFile(row.file_id, "目录（新）"),)


def test_the_file_of_another_organ_is_not_attached(desks: Desks, edition: Edition) -> None:
    other = acting("fremd", desks.region.stranger, Role.DRAFTER)
    number = store_file(other, name="秘事.txt", data="内部事项".encode(), now=desks.now).pk
    sent = typed(edition, file=[number], **{f"file_name_{number}": "x"})
    answer = desks.drafter.post(edit_of(edition), sent)
    assert answer.status_code == 409
    assert "有一个附件找不到" in html(answer)
    assert "内部事项" not in html(answer)
    assert unpack(fresh(edition).content).attachments == ()


def test_the_page_asks_until_a_file_is_read(desks: Desks, edition: Edition) -> None:
    [number] = numbers(html(desks.drafter.post(upload_of(edition), {"files": [text_file()]})))
    address = f"/desk/files/{number}/state/"
    assert "hx-get" in html(desks.drafter.get(address))
    read_file.call(number)
    page = html(desks.drafter.get(address))
    assert "可以使用" in page
    assert "hx-get" not in page


def test_a_file_is_had_back_and_that_is_written_down(desks: Desks, edition: Edition) -> None:
    [number] = numbers(html(desks.drafter.post(upload_of(edition), {"files": [text_file()]})))
    read_file.call(number)
    answer = desks.leader.get(f"/desk/files/{number}/")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert "公共数据目录".encode() in answer.content


def test_only_pictures_that_are_fit_are_offered_to_the_text(desks: Desks, edition: Edition) -> None:
    address = f"/desk/editions/{edition.pk}/pictures/"
    desks.drafter.post(edit_of(edition), typed(edition, files=[picture(), text_file()]))
    assert json.loads(desks.drafter.get(address).content) == {"pictures": []}
    for row in now(edition).attachments:
        read_file.call(row.file_id)
    [found] = json.loads(desks.drafter.get(address).content)["pictures"]
    assert found["alt"] == "示意图"
    assert found["address"].startswith(f"/files/{now(edition).attachments[0].file_id}/")
    assert desks.drafter.get(found["address"]).headers["Content-Type"] == "image/png"


def test_strangers_find_no_files(desks: Desks, edition: Edition) -> None:
    [number] = numbers(html(desks.drafter.post(upload_of(edition), {"files": [text_file()]})))
    read_file.call(number)
    stranger = signed_in(serving("fremd", desks.region.stranger, Role.DRAFTER))
    for address in (f"/desk/files/{number}/", f"/desk/files/{number}/state/", f"/files/{number}/x"):
        assert stranger.get(address).status_code == 404
    assert stranger.post(upload_of(edition), {"files": [text_file()]}).status_code == 404


def test_a_superior_has_what_is_settled_and_nothing_of_drafts(desks: Desks) -> None:
    staff = Staff(desks.region.bureau, "xian")
    number = store_file(staff.drafter, name="目录.txt", data=b"x", now=desks.now).pk
    read_file.call(number)
    written = draft(now=desks.now, attachments=(AttachedFile(number, "公共数据目录.txt"),))
    above = signed_in(serving("above", desks.region.county, Role.DISCLOSURE_OFFICE))
    drafted(staff, written=written, now=desks.now)
    assert above.get(f"/desk/files/{number}/").status_code == 404
    released(staff, written=written, now=desks.now)
    assert above.get(f"/desk/files/{number}/").status_code == 200


def test_what_stands_in_a_file_is_shown_but_not_mended_from_here(
    desks: Desks, edition: Edition
) -> None:
    sent = typed(edition, files=[text_file("名单.txt", "身份证号码：11010519491231002X")])
    desks.drafter.post(edit_of(edition), sent)
    read_file.call(now(edition).attachments[0].file_id)
    page = html(desks.drafter.get(edit_of(edition)))
    assert "110105********002X" in page
    assert "data-mend" not in page


def test_what_was_not_read_ends_with_one_full_stop(desks: Desks, edition: Edition) -> None:
    [number] = numbers(html(desks.drafter.post(upload_of(edition), {"files": [scan()]})))
    read_file.call(number)
    page = html(desks.drafter.get(f"/desk/files/{number}/state/"))
    assert "没有读出" in page
    assert "。。" not in page
