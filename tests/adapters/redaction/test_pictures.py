"""Pictures: the dots go, and so does everything a camera wrote."""

import io

import pytest
from PIL import Image

from gongkai.core.ports import Area, Box
from tests.adapters.redaction import papers
from tests.adapters.redaction.handling import (
    GROUND,
    LIMITS,
    REDACTOR,
    dark_share,
    redacted,
    refused,
)
from tests.samples.pictures import CAMERA, TURNED, animation, photograph

PATCH = Area(0.25, 0.2, 0.25, 0.2)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_the_camera_wrote_is_gone(kind: str) -> None:
    made = redacted(photograph(kind), Box(1, PATCH, GROUND), name=f"照片.{kind.lower()}")
    assert CAMERA.encode() not in made.data
    with Image.open(io.BytesIO(made.data)) as picture:
        assert not picture.getexif()
        assert not {"exif", "icc_profile", "Author"} & set(picture.info)


def test_a_turned_photograph_is_covered_as_it_is_shown() -> None:
    data = photograph("JPEG", TURNED)
    (page,) = REDACTOR.pages("照片.jpg", data, LIMITS)
    assert (page.width, page.height) == (32, 48)
    made = redacted(data, Box(1, Area(0, 0, 1, 0.25), GROUND), name="照片.jpg")
    with Image.open(io.BytesIO(made.data)) as picture:
        assert picture.size == (32, 48)
        assert dark_share(picture, Area(0, 0, 1, 0.2)) > 0.8


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK", "I;16", "LA"])
def test_pictures_of_all_colour_models_are_redacted(mode: str) -> None:
    picture = Image.new("L" if mode == "I;16" else mode, (80, 60))
    if mode == "I;16":
        picture = Image.new("I;16", (80, 60), 40000)
    buffer = io.BytesIO()
    picture.save(buffer, "TIFF")
    made = redacted(buffer.getvalue(), Box(1, PATCH, GROUND), name="扫描.tiff")
    assert made.pages == 1


def test_colours_behind_clear_dots_are_not_given_out() -> None:
    picture = Image.new("RGBA", (80, 60), (255, 0, 0, 0))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    made = redacted(buffer.getvalue(), Box(1, PATCH, GROUND), name="图.png")
    with Image.open(io.BytesIO(made.data)) as shown:
        assert shown.mode == "RGB"
        assert shown.getpixel((70, 50)) == (255, 255, 255)


def test_a_moving_picture_is_refused() -> None:
    assert refused(animation(), Box(1, PATCH, GROUND), name="动.gif").code == "REDACT-FRAMES"


def test_the_code_of_the_ground_is_written_on_the_black() -> None:
    data = papers.scan("PNG")
    made = redacted(data, Box(1, PATCH, GROUND), name="图.png")
    with Image.open(io.BytesIO(made.data)) as picture:
        patch = picture.crop((102, 62, 198, 118))
        assert 0.002 < patch.convert("L").histogram()[-1] / (patch.width * patch.height) < 0.2
    plain = redacted(data, Box(1, PATCH, "不是理由"), name="图.png")
    with Image.open(io.BytesIO(plain.data)) as picture:
        assert picture.crop((102, 62, 198, 118)).getextrema() == ((0, 0),) * 3
