"""Pages that are pictures: the picture, and under it the words that stay, unseen but findable."""

import io
from collections.abc import Sequence
from zlib import compress

import pikepdf
from PIL import Image, ImageChops

from gongkai.adapters.redaction.pdf.laying import LaidSign, Line

NAME = pikepdf.Name
QUALITY = 85
MOST_TINT = 6  # of 255: below that a picture is grey
PICTURE, LETTERS = "/Picture", "/Letters"
ASCENT, DESCENT, EM = 800, -200, 1000
UNSEEN = 3
BLANK = (" ", 250)
Codes = dict[tuple[str, int], int]
LETTERING_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange"
)
LETTERING_END = "endcmap end end"
ROWS = 100  # of a table of letters, at most


def add_picture_page(
    pdf: pikepdf.Pdf, picture: Image.Image, size: tuple[float, float], lines: Sequence[Line] = ()
) -> None:
    """Add a page of this size in points, with lines that can be found but not seen."""
    width, height = size
    page = pdf.add_blank_page(page_size=(width, height))
    drawing = [f"q {width:.4f} 0 0 {height:.4f} 0 0 cm {PICTURE} Do Q"]
    resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary())
    resources.XObject[PICTURE] = _stored(pdf, picture)
    if lines:
        known = {_code_of(sign, size) for line in lines for sign in line}
        codes = {one: code for code, one in enumerate(sorted({*known, BLANK}), 1)}
        resources.Font = pikepdf.Dictionary({LETTERS: _font(pdf, codes)})
        drawing += [f"BT {UNSEEN} Tr", *(_drawn(line, codes, size) for line in lines), "ET"]
    page.obj.Resources = resources
    page.obj.Contents = pdf.make_stream("\n".join(drawing).encode())


def _stored(pdf: pikepdf.Pdf, picture: Image.Image) -> pikepdf.Object:
    """The picture as a stream: without loss, or as a photograph where that is smaller."""
    shown = picture.convert("L") if _is_grey(picture) else picture
    photograph = io.BytesIO()
    shown.save(photograph, "JPEG", quality=QUALITY)
    exact = compress(shown.tobytes(), 6)
    if len(exact) <= photograph.tell():
        stream, way = pikepdf.Stream(pdf, exact), NAME.FlateDecode
        stream.write(exact, filter=way)
    else:
        stream = pikepdf.Stream(pdf, b"")
        stream.write(photograph.getvalue(), filter=NAME.DCTDecode)
    stream.update({"/Type": NAME.XObject, "/Subtype": NAME.Image, "/BitsPerComponent": 8})
    stream.update({"/Width": shown.width, "/Height": shown.height})
    stream.ColorSpace = NAME.DeviceGray if shown.mode == "L" else NAME.DeviceRGB
    return pdf.make_indirect(stream)


def _is_grey(picture: Image.Image) -> bool:
    """Whether a picture has no colours to speak of."""
    red, green, blue = picture.split()
    pairs = ((red, green), (green, blue))
    tints = [ImageChops.difference(one, other).getextrema()[1] for one, other in pairs]
    return max(float(tint) for tint in tints if not isinstance(tint, tuple)) < MOST_TINT


def _code_of(sign: LaidSign, size: tuple[float, float]) -> tuple[str, int]:
    """A letter, and how wide it is in thousandths of its height: each pair has a code."""
    width, height = size
    return sign.text, max(1, round(EM * sign.area.width * width / _tall(sign, height)))


def _tall(sign: LaidSign, height: float) -> float:
    return max(sign.area.height * height, 1.0)


def _drawn(line: Line, codes: Codes, size: tuple[float, float]) -> str:
    """One line: every sign at its place, a blank at the end."""
    width, height = size
    first, tall = line[0], _tall(line[0], height)
    x, y = first.area.x * width, (1 - first.area.bottom) * height - tall * DESCENT / EM
    parts = []
    for sign, after in zip(line, [*line[1:], None], strict=True):
        code = _code_of(sign, size)
        gap = 0.0 if after is None else (after.area.x - sign.area.x) * width / tall * EM - code[1]
        parts.append(f"<{codes[code]:04X}> {-gap:.1f}")
    text = " ".join([*parts, f"<{codes[BLANK]:04X}>"])
    return f"{LETTERS} {tall:.3f} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm [{text}] TJ"


def _font(pdf: pikepdf.Pdf, codes: Codes) -> pikepdf.Object:
    """A font without shapes that knows only the letters of the words that stay."""
    base = NAME("/Unseen")
    described = pikepdf.Dictionary(
        Type=NAME.FontDescriptor, FontName=base, Flags=4, FontBBox=[0, DESCENT, EM, ASCENT],
        ItalicAngle=0, Ascent=ASCENT, Descent=DESCENT, CapHeight=ASCENT, StemV=80,
    )  # fmt: skip
    system = pikepdf.Dictionary(
        Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
    )
    widths = pikepdf.Array([1, pikepdf.Array([wide for _, wide in codes])])
    inner = pikepdf.Dictionary(
        Type=NAME.Font, Subtype=NAME.CIDFontType2, BaseFont=base, DW=EM, CIDSystemInfo=system,
        W=widths, FontDescriptor=pdf.make_indirect(described),
    )  # fmt: skip
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=NAME.Font, Subtype=NAME.Type0, BaseFont=base, Encoding=NAME("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(inner)],
            ToUnicode=pdf.make_stream(_lettering(codes)),
        )
    )  # fmt: skip


def _lettering(codes: Codes) -> bytes:
    """The table from codes to letters."""
    rows = [
        f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>"
        for (letter, _), code in codes.items()
    ]
    parts = [rows[start : start + ROWS] for start in range(0, len(rows), ROWS)]
    blocks = [f"{len(part)} beginbfchar {' '.join(part)} endbfchar" for part in parts]
    return " ".join([LETTERING_HEAD, *blocks, LETTERING_END]).encode()
