"""Pictures lose what was written into them, and not one dot."""

import io

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as given_that
from hypothesis import strategies as st
from PIL import Image

from gongkai.adapters.cleaning.pictures import stripped
from gongkai.core.ports import FileKind
from tests.adapters.files.handling import clean
from tests.samples import pictures

KINDS = {FileKind.JPEG: "JPEG", FileKind.PNG: "PNG", FileKind.WEBP: "WEBP"}
TAKEN, APPENDED = "图片的拍摄信息（时间、位置、设备等）", "图片后面附带的数据"


def told(data: bytes) -> dict[int, object]:
    with Image.open(io.BytesIO(data)) as picture:
        return dict(picture.getexif())


def dots(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGB").tobytes()


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_photograph_keeps_its_dots_colours_and_way_up(kind: FileKind) -> None:
    data = pictures.photograph(KINDS[kind])
    assert pictures.GPS in told(data)
    cleaned = clean(data, kind)
    assert cleaned.removed == (TAKEN,)
    assert told(cleaned.data) == {pictures.ORIENTATION: pictures.TURNED}
    assert dots(cleaned.data) == dots(data)
    with Image.open(io.BytesIO(cleaned.data)) as picture:
        assert picture.info.get("icc_profile")
        assert "Author" not in picture.info


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_an_upright_photograph_tells_nothing(kind: FileKind) -> None:
    cleaned = clean(pictures.photograph(KINDS[kind], 1), kind)
    assert told(cleaned.data) == {}


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_cleaning_is_settled(kind: FileKind) -> None:
    once = clean(pictures.photograph(KINDS[kind]), kind).data
    twice = clean(once, kind)
    assert (twice.data, twice.removed) == (once, ())


@pytest.mark.parametrize("kind", [*KINDS, FileKind.GIF], ids=str)
def test_what_is_appended_goes(kind: FileKind) -> None:
    bare = pictures.animation() if kind is FileKind.GIF else pictures.bare(KINDS[kind])
    cleaned = clean(bare + b"PK\x03\x04 a file behind the picture", kind)
    assert APPENDED in cleaned.removed
    assert b"behind" not in cleaned.data


def test_a_progressive_photograph_is_walked_to_its_end() -> None:
    data = pictures.photograph("JPEG", 1, progressive=True)
    cleaned = clean(data + b"\xff\xd9tail", FileKind.JPEG)
    assert APPENDED in cleaned.removed
    assert dots(cleaned.data) == dots(data)


def test_an_animation_goes_on_without_its_remark() -> None:
    data = pictures.animation()
    cleaned = clean(data, FileKind.GIF)
    assert cleaned.removed == (TAKEN,)
    assert b"jia" not in cleaned.data
    with Image.open(io.BytesIO(cleaned.data)) as picture:
        assert (picture.n_frames, picture.info["loop"]) == (3, 0)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [*KINDS, FileKind.GIF], ids=str)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given_that(data=st.data())
def test_no_damage_brings_it_down(kind: FileKind, data: st.DataObject) -> None:
    whole = pictures.animation() if kind is FileKind.GIF else pictures.photograph(KINDS[kind])
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(12, len(broken) - 1))] = data.draw(st.integers(0, 255))
    cleaned = stripped(kind, bytes(broken))
    assert cleaned is None or isinstance(cleaned.data, bytes)
