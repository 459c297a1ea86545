"""What the public sees of items: what is released, what is left of the rest, and no file more."""

import re
from io import BytesIO
from urllib.parse import unquote

import pytest
from django.test import Client
from PIL import Image
from pytest_django import Settings

from gongkai.apps.files.storing import store_file
from gongkai.apps.files.tasks import read_file
from gongkai.apps.publishing.closing import replace, withdraw
from gongkai.apps.publishing.determining import Wanted, decide_change, propose_change
from gongkai.apps.publishing.models import Edition
from gongkai.apps.publishing.releasing import release
from gongkai.core.identity import Role
from gongkai.core.publishing.draft import AttachedFile
from tests.faces.desk.publishing.desks import Desks, mended, signed_in
from tests.faces.sending import html
from tests.factories.organs import serving
from tests.factories.publishing import (
    PARTS,
    REASON,
    SUMMARY,
    Staff,
    approved,
    correcting,
    draft,
    drafted,
    filed,
    released,
    returned,
    scheduled,
    submitted,
    through_review,
)

pytestmark = pytest.mark.django_db
WORDS = "公共数据质量检查"
SECRET = "还没有公开的"


@pytest.fixture
def desks(db: None, settings: Settings) -> Desks:
    """Files are read in this process."""
    settings.GONGKAI_ADAPTERS = {
        **settings.GONGKAI_ADAPTERS,
        "batch": "gongkai.adapters.batch.memory.InProcess",
    }
    return Desks()


def page_of(edition: Edition) -> str:
    return f"/items/{edition.item_id}/"


def stored(desks: Desks, name: str, data: bytes) -> int:
    number = store_file(desks.staff.drafter, name=name, data=data, now=desks.now).pk
    read_file.call(number)
    return number


def text_file(desks: Desks, name: str = "目录.txt") -> int:
    return stored(desks, name, "公共数据目录".encode())


def picture(desks: Desks, colour: str = "white") -> int:
    target = BytesIO()
    Image.new("RGB", (8, 8), colour).save(target, "PNG")
    return stored(desks, "示意图.png", target.getvalue())


def carrying(desks: Desks, *files: AttachedFile, picture_id: int | None = None) -> Edition:
    """A released item with attachments, and a picture in its text."""
    body = "".join(PARTS)
    if picture_id is not None:
        body += f'<p><img src="/files/{picture_id}/x.png" alt="检查步骤示意图"></p>'
    written = draft(now=desks.now, attachments=files)
    written = written if picture_id is None else draft(now=desks.now, attachments=files, body=body)
    return released(desks.staff, written=written, now=desks.now)


class TestPage:
    def test_released(self, desks: Desks, client: Client) -> None:
        edition = released(desks.staff, written=draft(now=desks.now), now=desks.now)
        answer = client.get(page_of(edition))
        page = html(answer)
        assert answer.status_code == 200
        title = f"示范市数据局关于开展第1批{WORDS}的通知"
        assert f"<title>{title}" in page
        assert f"<h1>{title}</h1>" in page
        for said in ("示范市财政局", "索引号", "公共数据、质量检查", "四、工作要求", SUMMARY):
            assert said in page
        assert "更正和变动" not in page
        assert client.head(page_of(edition)).status_code == 200
        assert not client.head(page_of(edition)).content
        assert client.post(page_of(edition)).status_code == 405

    @pytest.mark.parametrize(
        "made",
        [
            pytest.param(drafted, id="草稿"),
            pytest.param(submitted, id="审核中"),
            pytest.param(returned, id="已退回"),
            pytest.param(approved, id="待发布"),
            pytest.param(scheduled, id="定时发布"),
        ],
    )
    def test_what_never_was_public_is_not_there(self, desks: Desks, client: Client, made) -> None:  # type: ignore[no-untyped-def]
        edition = made(desks.staff, written=draft(now=desks.now), now=desks.now)
        for who in (client, desks.drafter, desks.office):
            answer = who.get(page_of(edition))
            assert answer.status_code == 404
            assert WORDS not in html(answer)

    def test_what_is_kept_back_is_not_there(self, desks: Desks, client: Client) -> None:
        answer = client.get(page_of(filed(desks.staff, now=desks.now)))
        assert answer.status_code == 404
        assert WORDS not in html(answer)

    @pytest.mark.parametrize("number", ["0", "99999999", "9" * 19, "9" * 40])
    def test_what_does_not_exist(self, desks: Desks, client: Client, number: str) -> None:
        assert client.get(f"/items/{number}/").status_code == 404
        assert client.get(f"/files/{number}/").status_code == 404
        assert client.get(f"/files/{number}/x.pdf").status_code == 404

    def test_a_correction_shows_only_once_it_is_released(
        self, desks: Desks, client: Client
    ) -> None:
        edition = released(desks.staff, written=draft(now=desks.now), now=desks.now)
        later = correcting(desks.staff, edition.item_id, desks.now)
        title = f"{SECRET}更正"
        sent = mended(desks, later, title=f"{title}以后的通知", summary=f"{SUMMARY}{SECRET}")
        signed = through_review(desks.staff, sent, desks.now)
        assert SECRET not in html(client.get(page_of(edition)))
        chosen = {"edition_id": signed.pk, "expected": signed.version}
        release(desks.staff.office, now=desks.now, **chosen)
        page = html(client.get(page_of(edition)))
        assert f"<h1>{title}以后的通知</h1>" in page
        assert "更正和变动" in page
        assert f"更正：{REASON}" in page

    def test_withdrawn(self, desks: Desks, client: Client) -> None:
        edition = released(desks.staff, written=draft(now=desks.now), now=desks.now)
        withdraw(desks.staff.office, item_id=edition.item_id, reason=REASON, now=desks.now)
        answer = client.get(page_of(edition))
        assert answer.status_code == 410
        page = html(answer)
        assert REASON in page
        assert "示范市财政局" in page
        assert WORDS not in page
        assert client.head(page_of(edition)).status_code == 410

    def test_turned_into_what_is_not_public(self, desks: Desks, client: Client) -> None:
        staff, now = desks.staff, desks.now
        edition = released(staff, written=draft(now=now), now=now)
        wanted = Wanted("not_public", "涉及工作秘密的内容", "DISCUSSION")
        change = propose_change(staff.drafter, item_id=edition.item_id, wanted=wanted, now=now)
        for judge in (staff.office, staff.leader):
            decide_change(judge, change_id=change.pk, agrees=True, opinion="同意", now=now)
        answer = client.get(page_of(edition))
        assert answer.status_code == 410
        assert WORDS not in html(answer)

    def test_replaced(self, desks: Desks, client: Client) -> None:
        old = released(desks.staff, written=draft(1, now=desks.now), now=desks.now)
        new = released(desks.staff, written=draft(2, now=desks.now), now=desks.now)
        office = desks.staff.office
        replace(office, item_id=old.item_id, by_id=new.item_id, reason=REASON, now=desks.now)
        answer = client.get(page_of(old))
        assert answer.status_code == 301
        assert answer.headers["Location"] == page_of(new)
        withdraw(office, item_id=new.item_id, reason=REASON, now=desks.now)
        assert client.get(page_of(old), follow=True).status_code == 410

    def test_structured_values(self, desks: Desks, client: Client) -> None:
        fields = {
            "name": "一步镇新材料产业园",
            "industry": "新材料",
            "investment": "12000",
            "place": "一步镇<b>东</b>",
            "contact": "招商科",
            "stage": "招商洽谈",
        }
        written = draft(now=desks.now, fields=fields)
        edition = released(desks.staff, kind="investment", written=written, now=desks.now)
        page = html(client.get(page_of(edition)))
        assert '<th scope="row">投资额</th><td>12000 万元</td>' in page
        assert "一步镇&lt;b&gt;东&lt;/b&gt;" in page
        assert "联系电话" not in page

    def test_no_relation_to_what_is_not_public(self, desks: Desks, client: Client) -> None:
        staff, now = desks.staff, desks.now
        policy = released(staff, kind="policy", written=draft(1, now=now), now=now)
        about = {
            "interprets": (policy.item_id,),
            "fields": {"form": "图解"},
            "title": f"{SECRET}解读",
        }
        written = draft(2, now=now, **about)
        waits = approved(staff, kind="interpretation", written=written, now=now)
        assert SECRET not in html(client.get(page_of(policy)))
        chosen = {"edition_id": waits.pk, "expected": waits.version}
        release(staff.office, now=now, **chosen)
        assert f"{SECRET}解读</a>" in html(client.get(page_of(policy)))
        assert f'href="{page_of(policy)}"' in html(client.get(page_of(waits)))
        withdraw(staff.office, item_id=policy.item_id, reason=REASON, now=now)
        page = html(client.get(page_of(waits)))
        assert page_of(policy) not in page
        assert "第1批" not in page


class TestFiles:
    def test_attachments_are_saved_under_their_names(self, desks: Desks, client: Client) -> None:
        number = text_file(desks)
        edition = carrying(desks, AttachedFile(number, "公共数据目录（2025年）"))
        found = re.search(r'href="(/files/\d+/[^"]+)"', html(client.get(page_of(edition))))
        assert found
        answer = client.get(found[1])
        assert answer.status_code == 200
        assert answer.content.decode() == "公共数据目录"
        disposition = unquote(answer.headers["Content-Disposition"])
        assert disposition.startswith("attachment")
        assert disposition.endswith("公共数据目录（2025年）.txt")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer.headers["Content-Type"] == "text/plain"
        assert answer.headers["Cache-Control"] == "no-cache"
        head = client.head(found[1])
        assert (head.status_code, head.content) == (200, b"")
        assert client.post(found[1]).status_code == 405

    @pytest.mark.parametrize(
        ("called", "saved"),
        [
            pytest.param("名单/2025年", "名单_2025年.txt", id="斜线"),
            pytest.param("../../etc/passwd", "etc_passwd.txt", id="上级目录"),
            pytest.param('a"; filename="x.exe', "a_;_filename=_x.exe.txt", id="引号"),
            pytest.param("a\r\nSet-Cookie: x=1", "aSet-Cookie_x=1.txt", id="换行"),
            pytest.param("目录.TXT", "目录.TXT", id="大写"),
            pytest.param("目录.pdf", "目录.pdf.txt", id="别的扩展名"),
            pytest.param("目录\u202etxt.exe", "目录txt.exe.txt", id="翻转的字"),
            pytest.param("<script>alert(1)</script>", "script_alert(1)_script.txt", id="标记"),
        ],
    )
    def test_tricks_in_names(self, desks: Desks, client: Client, called: str, saved: str) -> None:
        edition = carrying(desks, AttachedFile(text_file(desks), called))
        page = html(client.get(page_of(edition)))
        assert "<script>alert" not in page
        found = re.search(r'href="(/files/(\d+)/[^"]+)"', page)
        assert found
        for address in (found[1], f"/files/{found[2]}/", f"/files/{found[2]}/anything.exe"):
            answer = client.get(address)
            assert answer.status_code == 200
            shown = unquote(answer.headers["Content-Disposition"]).replace(r"\"", '"')
            assert saved in shown
            assert "Set-Cookie" not in answer.headers

    def test_pictures_are_shown_in_the_page(self, desks: Desks, client: Client) -> None:
        number = picture(desks)
        edition = carrying(desks, picture_id=number)
        assert f'src="/files/{number}/' in html(client.get(page_of(edition)))
        answer = client.get(f"/files/{number}/x.png")
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["Content-Disposition"].startswith("inline")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"

    def test_a_file_goes_with_its_item(self, desks: Desks, client: Client) -> None:
        number = text_file(desks)
        edition = carrying(desks, AttachedFile(number, "目录.txt"))
        assert client.get(f"/files/{number}/").status_code == 200
        withdraw(desks.staff.office, item_id=edition.item_id, reason=REASON, now=desks.now)
        for who in (client, desks.drafter, desks.office):
            assert who.get(f"/files/{number}/").status_code == 404

    def test_a_file_goes_with_the_correction_that_leaves_it_out(
        self, desks: Desks, client: Client
    ) -> None:
        number = text_file(desks)
        edition = carrying(desks, AttachedFile(number, "目录.txt"))
        later = correcting(desks.staff, edition.item_id, desks.now)
        signed = through_review(desks.staff, mended(desks, later, attachments=()), desks.now)
        assert client.get(f"/files/{number}/").status_code == 200
        release(desks.staff.office, edition_id=signed.pk, expected=signed.version, now=desks.now)
        assert client.get(f"/files/{number}/").status_code == 404

    def test_a_file_of_two_items_stays_with_the_other(self, desks: Desks, client: Client) -> None:
        number = text_file(desks)
        first = carrying(desks, AttachedFile(number, "目录.txt"))
        written = draft(2, now=desks.now, attachments=(AttachedFile(number, "目录（二）.txt"),))
        released(desks.staff, written=written, now=desks.now)
        withdraw(desks.staff.office, item_id=first.item_id, reason=REASON, now=desks.now)
        answer = client.get(f"/files/{number}/")
        assert answer.status_code == 200
        assert "目录（二）" in unquote(answer.headers["Content-Disposition"])

    def test_what_is_still_written_is_not_there(self, desks: Desks, client: Client) -> None:
        numbers = (text_file(desks), picture(desks))
        attached = tuple(AttachedFile(number, "附件") for number in numbers)
        drafted(desks.staff, written=draft(now=desks.now, attachments=attached), now=desks.now)
        stranger = signed_in(serving("li", desks.region.stranger, Role.DISCLOSURE_OFFICE))
        above = signed_in(serving("wang", desks.region.city, Role.DISCLOSURE_OFFICE))
        for who in (client, stranger, above):
            for number in numbers:
                assert who.get(f"/files/{number}/").status_code == 404

    def test_own_staff_sees_the_pictures_of_what_it_writes(self, desks: Desks) -> None:
        shown, saved = picture(desks), text_file(desks)
        answer = desks.drafter.get(f"/files/{shown}/x.png")
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert desks.drafter.get(f"/files/{saved}/").status_code == 404

    def test_what_is_not_read_yet_is_shown_to_nobody(self, desks: Desks) -> None:
        target = BytesIO()
        Image.new("RGB", (8, 8), "red").save(target, "PNG")
        data = target.getvalue()
        row = store_file(desks.staff.drafter, name="图.png", data=data, now=desks.now)
        assert desks.drafter.get(f"/files/{row.pk}/x.png").status_code == 404


def test_the_page_of_one_organ_shows_nothing_of_another(desks: Desks, client: Client) -> None:
    other = Staff(desks.region.bureau, "xian")
    drafted(other, written=draft(8, now=desks.now, title=f"{SECRET}事项"), now=desks.now)
    edition = released(desks.staff, written=draft(now=desks.now), now=desks.now)
    assert SECRET not in html(client.get(page_of(edition)))
    assert SECRET not in html(client.get("/"))
