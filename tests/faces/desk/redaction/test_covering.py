"""The page on which parts of a document are covered."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.apps.applications.models import Redaction
from tests.faces.desk.redaction.conftest import DATA, NAME, PHONE, Bench

GROUND = "PERSONAL_PRIVACY"


def word(bench: Bench, text: str) -> str:
    """The value of a word in the list of words."""
    page = bench.of(bench.handler).get(bench.address).content.decode()
    row = page[: page.index(f". {text}</option>")]
    return row[row.rindex('value="') + 7 : row.rindex('"')]


def test_a_file_is_sent_and_its_pages_are_shown(bench: Bench) -> None:
    client = bench.of(bench.handler)
    assert "还没有做过区分处理" in client.get(bench.listing).content.decode()
    sent = SimpleUploadedFile("来访记录.pdf", DATA, "application/pdf")
    response = client.post(bench.listing, {"file": sent}, follow=True)
    page = response.content.decode()
    assert "已经开始准备页面" in page
    assert "第 2 页" in page
    assert f". {NAME}</option>" in page
    picture = client.get(f"{response.redirect_chain[-1][0]}before/1/")
    assert picture.headers["Content-Type"] == "image/png"
    assert "no-store" in picture.headers["Cache-Control"]


def test_a_file_of_the_case_is_opened_again_after_discarding(bench: Bench) -> None:
    file_id, client = bench.work.source_id, bench.of(bench.handler)
    response = client.post(bench.listing, {"chosen": file_id})
    assert response.status_code == 422
    assert "已经有一份没有放行的区分处理" in response.content.decode()
    client.post(f"{bench.address}step/", {"act": "discard"})
    page = client.post(bench.listing, {"chosen": file_id}, follow=True).content.decode()
    assert "区分处理：来访记录.pdf" in page


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("说明.txt", "文字".encode(), "不能在页面上遮盖"),
        ("假的.pdf", b"MZ not a pdf", "内容却是"),
        ("空.pdf", b"", "这个文件是空的"),
    ],
    ids=["纯文本", "假扩展名", "空文件"],
)
def test_what_cannot_be_covered_is_refused_in_a_sentence(
    bench: Bench, name: str, data: bytes, says: str
) -> None:
    response = bench.of(bench.handler).post(bench.listing, {"file": SimpleUploadedFile(name, data)})
    assert response.status_code == 422
    assert says in response.content.decode()


def test_a_word_is_covered_by_choosing_it(bench: Bench) -> None:
    content = {"first": word(bench, NAME), "ground": GROUND, "what": "申请人姓名"}
    page = bench.of(bench.handler).post(bench.address, content, follow=True).content.decode()
    assert "处：申请人姓名（E15-2）" in page


def test_a_place_is_covered_by_its_numbers(bench: Bench) -> None:
    content = {"x": "10", "y": "12.5", "width": "20", "height": "3", "ground": "TRADE_SECRET"}
    address = f"{bench.address}?page=2"
    page = bench.of(bench.handler).post(address, content, follow=True).content.decode()
    assert "第 1 处（E15-1）" in page
    box = bench.work.boxes.get(page=2)
    assert (box.x, box.y, box.width, box.height) == pytest.approx((0.1, 0.125, 0.2, 0.03))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({"ground": GROUND}, "请选择要遮盖的词"),
        ({"first": "0", "ground": ""}, "这一栏要填写"),
        ({"first": "2", "last": "1", "ground": GROUND}, "应当在“从哪个词”的后面"),
        ({"first": "999", "ground": GROUND}, "请从列表中选择"),
        ({"first": "0", "ground": "E99"}, "请从列表中选择"),
        ({"x": "a", "y": "1", "width": "1", "height": "1", "ground": GROUND}, "请填写数字"),
        ({"x": "1", "y": "1", "width": "0", "height": "1", "ground": GROUND}, "没有大小"),
        ({"x": "1", "ground": GROUND}, "请选择要遮盖的词"),
    ],
    ids=[
        "没有位置",
        "没有理由",
        "前后颠倒",
        "没有这个词",
        "没有这条",
        "不是数字",
        "没有宽",
        "缺边",
    ],
)
def test_a_box_without_place_or_ground_is_said_at_its_field(
    bench: Bench, content: dict[str, str], says: str
) -> None:
    response = bench.of(bench.handler).post(bench.address, content)
    assert response.status_code == 422
    assert says in response.content.decode()
    assert not bench.work.boxes.filter(is_accepted=True).exists()


def test_suggestions_are_accepted_or_dropped_together(bench: Bench) -> None:
    client = bench.of(bench.handler)
    assert "系统建议" in client.get(bench.address).content.decode()
    client.post(f"{bench.address}suggested/1/", {"act": "accept", "ground": "nothing"})
    assert bench.work.boxes.filter(is_accepted=False).count() == 1
    client.post(f"{bench.address}suggested/1/", {"act": "accept", "ground": GROUND})
    assert bench.work.boxes.filter(is_accepted=True).count() == 1
    assert "系统建议</h2>" not in client.get(bench.address).content.decode()


def test_dropped_suggestions_are_gone(bench: Bench) -> None:
    bench.of(bench.handler).post(f"{bench.address}suggested/1/", {"act": "remove"})
    assert not bench.work.boxes.exists()


def test_a_box_is_changed_and_removed(bench: Bench) -> None:
    client, box = bench.of(bench.handler), bench.work.boxes.get()
    address = f"{bench.address}boxes/{box.pk}/"
    content = {"x": "10", "y": "10", "width": "5", "height": "5", "ground": "DISCUSSION"}
    client.post(address, {**content, "what": "讨论", "act": "change"})
    box.refresh_from_db()
    assert (box.ground, box.what, box.x, box.is_accepted) == ("DISCUSSION", "讨论", 0.1, True)
    page = client.post(address, {"act": "change", "ground": ""}, follow=True).content.decode()
    assert "没有保存" in page
    client.post(address, {"act": "remove"})
    assert not bench.work.boxes.exists()


def test_others_look_and_may_take_over(bench: Bench) -> None:
    page = bench.of(bench.checker).get(bench.address).content.decode()
    assert "只供查看" in page
    assert "data-placing" not in page
    assert "接手" not in page.replace("可以接手", "")
    assert bench.of(bench.drafter).get(bench.address).status_code == 404


def test_a_page_that_is_not_there_shows_the_first(bench: Bench) -> None:
    client = bench.of(bench.handler)
    for page in ("0", "99", "x", "9" * 40):
        assert client.get(f"{bench.address}?page={page}").status_code == 200
    assert client.get(f"{bench.address}before/99/").status_code == 404
    assert client.get(f"{bench.address}after/1/").status_code == 404
    assert client.get(f"{bench.address}result/").status_code == 404


def test_it_lies_below_its_own_case_only(bench: Bench) -> None:
    wrong = bench.address.replace(f"/{bench.case.pk}/", f"/{bench.case.pk + 1}/")
    client = bench.of(bench.handler)
    for rest in ("", "check/", "before/1/", "progress/", "result/"):
        assert client.get(f"{wrong}{rest}").status_code == 404
    assert client.post(f"{wrong}step/", {"act": "discard"}).status_code == 404
    assert Redaction.objects.filter(pk=bench.work.pk).exists()


def test_nothing_of_the_page_is_inline(bench: Bench) -> None:
    page = bench.of(bench.handler).get(bench.address).content.decode()
    assert "style=" not in page
    assert "onclick" not in page
    assert "<script>" not in page
    assert PHONE in page  # the list of words
