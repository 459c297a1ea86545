"""OFD files, written part by part."""

from xml.sax.saxutils import escape

from tests.samples.drawing import Sketch
from tests.samples.word import packed

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
MILLIMETRE = 72 / 25.4
ROOT = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
ENTRY = f"<ofd:OFD {SPACE}>{ROOT}</ofd:OFD>"


def ofd(*sketches: Sketch, template: Sketch | None = None, extra: str = "") -> bytes:
    """A file with one page for each sketch, each on the same template if there is one."""
    pages = "".join(
        f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/{n}.xml"/>' for n in range(len(sketches))
    )
    under = '<ofd:TemplatePage ID="9" BaseLoc="Tpls/0.xml"/>' if template else ""
    box = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    parts: dict[str, str | bytes] = {
        "OFD.xml": ENTRY,
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData>{box}{under}</ofd:CommonData>"
        f"<ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
    }
    if template:
        parts["Doc_0/Tpls/0.xml"] = content(template)
    for number, sketch in enumerate(sketches):
        used = '<ofd:Template TemplateID="9"/>' if template else ""
        parts[f"Doc_0/Pages/{number}.xml"] = content(sketch, used + extra)
    return packed(parts)


def content(sketch: Sketch, extra: str = "") -> str:
    """One page."""
    objects = [_text(*text) for text in sketch.texts] + [_rule(*rule) for rule in sketch.rules]
    layer = f"<ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content>"
    return f"<ofd:Page {SPACE}>{extra}{layer}</ofd:Page>"


def _text(x: float, y: float, size: float, text: str) -> str:
    mm = size / MILLIMETRE
    deltas = " ".join(f"{mm if c >= '⺀' else mm / 2:.4f}" for c in text[:-1])
    delta = f' DeltaX="{deltas}"' if deltas else ""
    boundary = f"{x / MILLIMETRE:.4f} {y / MILLIMETRE:.4f} 200 {mm:.4f}"
    return (
        f'<ofd:TextObject Boundary="{boundary}" Font="1" Size="{mm:.4f}">'
        f'<ofd:TextCode X="0" Y="{0.88 * mm:.4f}"{delta}>{escape(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def _rule(x0: float, y0: float, x1: float, y1: float) -> str:
    x, y, wide, high = (v / MILLIMETRE for v in (x0, y0, x1 - x0, y1 - y0))
    return (
        f'<ofd:PathObject Boundary="{x:.4f} {y:.4f} {wide:.4f} {high:.4f}">'
        f"<ofd:AbbreviatedData>M 0 0 L {wide:.4f} {high:.4f}</ofd:AbbreviatedData></ofd:PathObject>"
    )
