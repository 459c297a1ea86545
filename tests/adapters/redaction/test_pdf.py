"""What lies under a box is gone from a PDF: from the page, from the text, from the bytes."""

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.adapters.letters.pdf import PdfWriter
from gongkai.core.ports import Area, Box
from tests.adapters.letters.samples import AT, NOTICE
from tests.adapters.redaction import papers
from tests.adapters.redaction.handling import (
    GROUND,
    box_on,
    dark_share,
    drawn,
    is_traceless,
    looks,
    place_of,
    redacted,
    refused,
    texts,
)
from tests.adapters.redaction.papers import NAME, NUMBER
from tests.samples.papers import loaded, locked


def test_a_covered_name_is_gone_and_the_rest_can_still_be_found() -> None:
    data = papers.two_pages()
    made = redacted(data, box_on(data, NAME))
    assert is_traceless(made.data, NAME)
    assert texts(made.data)[0].startswith("申请人")
    assert NUMBER in texts(made.data)[0]
    assert "经审查" in texts(made.data)[0]
    assert dark_share(drawn(made.data), place_of(data, NAME)) > 0.7


def test_pages_without_boxes_stay_as_they_are() -> None:
    data = papers.two_pages()
    made = redacted(data, box_on(data, NAME))
    assert (made.pages, made.pages_rasterised, made.notes) == (2, (1,), ())
    assert texts(made.data)[1] == texts(data)[1]
    assert drawn(made.data, 2).tobytes() == drawn(data, 2).tobytes()


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9], ids=["一角", "一半", "大半"])
def test_a_word_partly_under_a_box_goes_whole(share: float) -> None:
    data = papers.two_pages()
    for text in (NAME, NUMBER):
        area = place_of(data, text)
        part = Area(area.x, area.y, area.width * share, area.height)
        made = redacted(data, Box(1, part, GROUND))
        assert is_traceless(made.data, text)
        assert dark_share(drawn(made.data), area) > 0.7


def test_a_box_that_only_brushes_a_neighbour_lets_it_stand() -> None:
    data = papers.two_pages()
    area = place_of(data, NAME)
    wide = Area(area.x - 0.001, area.y, area.width + 0.002, area.height)
    assert "申请人" in texts(redacted(data, Box(1, wide, GROUND)).data)[0]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_pages_are_covered_where_they_are_shown(degrees: int) -> None:
    data = papers.turned(degrees)
    made = redacted(data, box_on(data, NAME))
    assert is_traceless(made.data, NAME)
    area = place_of(data, NAME)
    assert dark_share(drawn(made.data), area) > 0.5
    assert dark_share(drawn(data), area) < 0.5
    before, after = looks(data)[0], looks(made.data)[0]
    assert (round(before.width), round(before.height)) == (round(after.width), round(after.height))


def test_what_lies_outside_a_cut_page_goes_with_it() -> None:
    data = papers.cut()
    assert f"裁掉的{NAME}" in texts(data)[0]
    assert all(word.area.is_on_page for word in looks(data)[0].words)
    made = redacted(data, box_on(data, NUMBER))
    assert is_traceless(made.data, "裁掉的")
    assert is_traceless(made.data, NUMBER)
    assert NAME in texts(made.data)[0]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(papers.unseen(1), id="识别程序写的隐形文字"),
        pytest.param(papers.white(1), id="白色文字"),
        pytest.param(papers.meant(1), id="替代文字"),
        pytest.param(papers.covered(1), id="图片盖住的文字"),
        pytest.param(papers.layered(1), id="关闭的图层"),
        pytest.param(papers.stamped(1), id="图章里的文字"),
        pytest.param(papers.quoted(), id="书签、属性、批注、附带的文件"),
    ],
)
def test_a_name_hidden_elsewhere_on_the_covered_page_goes_too(data: bytes) -> None:
    assert is_traceless(redacted(data, box_on(data, NAME)).data, NAME)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(papers.unseen(2), "看不见的地方", id="识别程序写的隐形文字"),
        pytest.param(papers.white(2), "看不见的地方", id="白色文字"),
        pytest.param(papers.meant(2), "看不见的地方", id="替代文字"),
        pytest.param(papers.covered(2), "看不见的地方", id="图片盖住的文字"),
        pytest.param(papers.layered(2), "图层", id="关闭的图层"),
        pytest.param(papers.stamped(2), "印章", id="图章里的文字"),
    ],
)
def test_a_page_that_hides_the_name_becomes_a_picture_too(data: bytes, why: str) -> None:
    made = redacted(data, box_on(data, NAME))
    assert made.pages_rasterised == (1, 2)
    assert is_traceless(made.data, NAME)
    assert "第二页是公开的内容" in texts(made.data)[1]
    assert why in made.notes[0]
    assert "第 2 页" in made.notes[0]


def test_a_stamp_is_still_seen_on_a_page_without_boxes() -> None:
    data = papers.stamped(2)
    made = redacted(data, box_on(data, NAME))
    stamp = Area(0.1, 0.62, 0.08, 0.03)
    assert dark_share(drawn(made.data, 2), stamp) > 0.05


def test_a_name_that_is_open_on_another_page_is_pointed_out() -> None:
    data = papers.with_drawing(papers.drawn(NAME), 2)
    made = redacted(data, box_on(data, NAME))
    assert made.pages_rasterised == (1,)
    assert NAME in texts(made.data)[1]
    assert "第 2 页还有" in made.notes[0]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(papers.shared(), id="两页共用的资源"),
        pytest.param(papers.inherited(), id="从页面树继承的资源"),
    ],
)
def test_what_another_page_could_draw_and_does_not_goes(data: bytes) -> None:
    made = redacted(data, box_on(data, "李四光"))
    assert made.pages_rasterised == (1,)
    assert is_traceless(made.data, "李四光")


def test_letters_of_a_covered_name_are_not_left_in_a_font() -> None:
    data = PdfWriter().write(NOTICE, made_at=AT).data
    pages = looks(data)
    assert len(pages) > 1
    made = redacted(data, box_on(data, "张"))
    assert "张" not in "".join(texts(made.data))
    assert any("字体" in note for note in made.notes)
    assert made.pages_rasterised == tuple(range(1, len(pages) + 1))
    kept = "".join(texts(made.data))
    assert "第80号文件" in kept


def test_nothing_is_left_beside_the_pages() -> None:
    data = loaded()
    made = redacted(data, Box(1, Area(0.1, 0.1, 0.2, 0.05), GROUND))
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert "/Info" not in pdf.trailer
        assert len(pdf.attachments) == 0
        assert "/Annots" not in pdf.pages[0].obj
    for word in ("底稿", "app.alert", "某牌手机", "jia"):
        assert is_traceless(made.data, word)


def test_pages_that_stay_lose_what_hangs_on_them_as_well() -> None:
    data = papers.quoted()
    made = redacted(data, box_on(data, NUMBER))
    assert made.pages_rasterised == (1,)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert not {"/Annots", "/PieceInfo"} & set(pdf.pages[1].obj.keys())
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}


def test_earlier_versions_are_not_carried_along() -> None:
    data = papers.two_pages()
    later = data + b"\n" + NAME.encode() + b"\nstartxref\n"
    later += data[data.rindex(b"startxref") + 10 :]
    made = redacted(later, box_on(later, NAME))
    assert made.data.count(b"%%EOF") == 1
    assert is_traceless(made.data, NAME)


def test_the_same_boxes_give_the_same_bytes() -> None:
    data = papers.two_pages()
    assert redacted(data, box_on(data, NAME)) == redacted(data, box_on(data, NAME))


def test_a_file_locked_only_against_changes_is_redacted_and_open() -> None:
    data = locked("")
    made = redacted(data, Box(1, Area(0.1, 0.09, 0.1, 0.03), GROUND))
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert not pdf.is_encrypted


@pytest.mark.parametrize(
    ("width", "height"),
    [(14400, 14400), (14400, 200), (3, 3)],
    ids=["最大的页", "长条", "极小的页"],
)
def test_pages_of_odd_sizes_keep_their_size(width: int, height: int) -> None:
    def resize(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = [0, 0, width, height]

    data = papers.changed(resize)
    made = redacted(data, Box(1, Area(0.2, 0.2, 0.5, 0.5), GROUND))
    page = looks(made.data)[0]
    assert (round(page.width), round(page.height)) == (width, height)
    assert dark_share(drawn(made.data), Area(0.25, 0.25, 0.1, 0.1)) > 0.9


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(locked("open"), "FILE-ENCRYPTED", id="打开密码"),
        pytest.param(b"%PDF-1.7\nbroken", "FILE-DAMAGED", id="不是PDF"),
        pytest.param(papers.two_pages()[:300], "FILE-DAMAGED", id="截断"),
        pytest.param(b" \n", "FILE-EMPTY", id="空文件"),
        pytest.param("只是文字".encode(), "REDACT-KIND", id="纯文本"),
    ],
)
def test_what_cannot_be_opened_is_refused_in_a_sentence(data: bytes, code: str) -> None:
    found = refused(data, Box(1, Area(0.1, 0.1, 0.1, 0.1), GROUND))
    assert found.code == code
    assert found.text.endswith("。")
    assert found.hint.endswith("。")


@settings(max_examples=25, deadline=None)
@given(
    x=st.floats(0, 0.9),
    y=st.floats(0.08, 0.13),
    width=st.floats(0.01, 0.6),
    height=st.floats(0.005, 0.05),
)
def test_no_word_under_any_box_can_be_had(x: float, y: float, width: float, height: float) -> None:
    data = papers.two_pages()
    area = Area(x, y, width, height)
    under = [word for word in looks(data)[0].words if area.clamped().shared_with(word.area) > 0.15]
    made = redacted(data, Box(1, area, GROUND))
    left = texts(made.data)[0]
    for word in under:
        assert len(word.text) == 1 or word.text not in left
