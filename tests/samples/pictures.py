"""Pictures as cameras and phones write them: with time, place and way up."""

import io

from PIL import Image, ImageCms, PngImagePlugin

TURNED = 6
MAKER, GPS, ORIENTATION = 0x010F, 0x8825, 0x0112
CAMERA = "某牌手机"


def _drawn(size: tuple[int, int] = (48, 32)) -> Image.Image:
    picture = Image.new("RGB", size)
    picture.putdata(
        [(x * 5 % 256, y * 7 % 256, 90) for y in range(size[1]) for x in range(size[0])]
    )
    return picture


def exif(turn: int = TURNED) -> bytes:
    """What a phone writes about a photograph."""
    told = Image.Exif()
    told[MAKER] = CAMERA.encode().decode("latin-1")
    told[ORIENTATION] = turn
    told[GPS] = {1: "N", 2: (39.0, 54.0, 20.0), 3: "E", 4: (116.0, 23.0, 29.0)}
    return told.tobytes()


def photograph(kind: str = "JPEG", turn: int = TURNED, **more: object) -> bytes:
    """A photograph with its tale and a colour profile."""
    buffer = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if kind == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Author", "jia")
        more |= {"pnginfo": told}
    _drawn().save(buffer, kind, exif=exif(turn), icc_profile=profile, **more)
    return buffer.getvalue()


def animation() -> bytes:
    """A GIF that moves without end, with a remark."""
    frames = [Image.new("RGB", (24, 24), colour) for colour in ("red", "green", "blue")]
    buffer = io.BytesIO()
    frames[0].save(
        buffer, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=b"by jia yi"
    )
    return buffer.getvalue()


def bare(kind: str) -> bytes:
    """A picture that tells nothing."""
    buffer = io.BytesIO()
    _drawn().save(buffer, kind)
    return buffer.getvalue()
