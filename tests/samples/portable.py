"""PDF files, written object by object. The font is not embedded: its map to Unicode is standard."""

from tests.samples.drawing import Sketch

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
    " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
    " /W [1 95 500 814 939 500]"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
    " /FontDescriptor 4 0 R >>] >>"
)
DESCRIPTOR = (
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880]"
    " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
)


def pdf(*sketches: Sketch, rotate: int = 0) -> bytes:
    """A file with one page for each sketch."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(sketches)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sketches)} >>",
        FONT,
        DESCRIPTOR,
    ]
    for number, sketch in enumerate(sketches):
        content = drawn(sketch, rotate)
        box = f"/MediaBox [0 0 {sketch.width} {sketch.height}] /Rotate {rotate}"
        fonts = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {box} {fonts} /Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return assembled(objects)


def over_picture(sketch: Sketch) -> bytes:
    """A page that a grey picture fills, with text over it."""
    picture = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        " /BitsPerComponent 8 /Length 1 >>\nstream\n\xe0\nendstream"
    )
    content = f"q {sketch.width} 0 0 {sketch.height} 0 0 cm /I Do Q\n{drawn(sketch)}"
    resources = "/Resources << /Font << /F1 3 0 R >> /XObject << /I 7 0 R >> >>"
    box = f"/MediaBox [0 0 {sketch.width} {sketch.height}]"
    return assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            FONT,
            DESCRIPTOR,
            f"<< /Type /Page /Parent 2 0 R {box} {resources} /Contents 6 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
            picture,
        ]
    )


def drawn(sketch: Sketch, rotate: int = 0) -> str:
    """The stream that draws a sketch, turned against the page where the page is turned."""
    turn = {0: "1 0 0 1 0 0", 90: f"0 1 -1 0 {sketch.width} 0"}[rotate]
    height = sketch.height if not rotate else sketch.width
    parts = [f"q {turn} cm"]
    for x, y, size, text in sketch.texts:
        code = text.encode("utf-16-be").hex()
        parts.append(f"BT /F1 {size} Tf {x:.2f} {height - y - 0.88 * size:.2f} Td <{code}> Tj ET")
    for x0, y0, x1, y1 in sketch.rules:
        parts.append(f"{x0:.2f} {height - y0:.2f} m {x1:.2f} {height - y1:.2f} l S")
    return "\n".join([*parts, "Q"])


def assembled(objects: list[str], trailer: str = "") -> bytes:
    """A file of these objects, the first of them the catalogue."""
    out = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()
