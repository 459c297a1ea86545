"""Files to be redacted, each hiding a name in its own way; names and numbers are invented."""

import io
from collections.abc import Callable

import pikepdf
from PIL import Image, ImageDraw

from tests.samples import portable
from tests.samples.drawing import lines
from tests.samples.papers import saved

NAME = "张三丰"
NUMBER = "110105194912310021"
FIRST = (f"申请人{NAME}的证件号码为{NUMBER}", "经审查，现答复如下。")
SECOND = ("第二页是公开的内容", "与第一页无关")


def two_pages() -> bytes:
    """A name on the first page, nothing on the second."""
    return portable.pdf(lines(*FIRST), lines(*SECOND))


def opened(data: bytes) -> pikepdf.Pdf:
    """A file to be changed."""
    return pikepdf.open(io.BytesIO(data))


def changed(change: Callable[[pikepdf.Pdf], None], data: bytes | None = None) -> bytes:
    """The two pages, changed."""
    with opened(data or two_pages()) as pdf:
        change(pdf)
        return saved(pdf)


def turned(degrees: int) -> bytes:
    """Both pages turned as a whole."""

    def turn(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.Rotate = degrees

    return changed(turn)


def cut() -> bytes:
    """Both pages cut to their upper half, a name written below the cut."""
    whole = portable.pdf(lines(*FIRST, *[""] * 25, f"裁掉的{NAME}"), lines(*SECOND))

    def cutting(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.CropBox = [30, 421, 565, 842]

    return changed(cutting, whole)


def drawn(text: str, how: str = "") -> bytes:
    """What draws a text of the sample font."""
    code = text.encode("utf-16-be").hex()
    return f"q BT /F1 12 Tf {how} 1 0 0 1 60 300 Tm <{code}> Tj ET Q".encode()


def with_drawing(content: bytes, page: int) -> bytes:
    """The two pages with something more drawn on one."""

    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[page - 1].contents_add(pdf.make_stream(content))

    return changed(add)


def unseen(page: int) -> bytes:
    """A name written without ink, as recognition programs do."""
    return with_drawing(drawn(NAME, "3 Tr"), page)


def white(page: int) -> bytes:
    """A name written in white."""
    return with_drawing(drawn(NAME, "1 1 1 rg"), page)


def meant(page: int) -> bytes:
    """A sign whose meaning for readers of the text is a name."""
    told = NAME.encode("utf-16-be").hex()
    return with_drawing(
        f"/Span << /ActualText <FEFF{told}> >> BDC\n".encode() + drawn("甲") + b"\nEMC", page
    )


def covered(page: int) -> bytes:
    """A name with a picture over it."""
    picture = b"q 200 0 0 40 50 290 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q"
    return with_drawing(drawn(NAME) + b"\n" + picture, page)


def layered(page: int) -> bytes:
    """A name on a layer that is switched off."""

    def add(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="底稿"))
        default = pikepdf.Dictionary(OFF=[layer])
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=default)
        holder = pdf.pages[page - 1]
        holder.obj.Resources.Properties = pikepdf.Dictionary(L1=layer)
        content = b"/OC /L1 BDC\n" + drawn(NAME) + b"\nEMC"
        holder.contents_add(pdf.make_stream(content))

    return changed(add)


def stamped(page: int) -> bytes:
    """A name in a stamp that lies on a page, which is seen."""

    def add(pdf: pikepdf.Pdf) -> None:
        holder = pdf.pages[page - 1].obj
        look = pdf.make_stream(drawn(NAME))
        look.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form})
        look.BBox = [0, 0, 595, 842]
        look.Resources = holder.Resources
        stamp = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[0, 0, 595, 842],
            AP=pikepdf.Dictionary(N=look), Contents=NAME, F=4,
        )  # fmt: skip
        holder.Annots = pikepdf.Array([pdf.make_indirect(stamp)])

    return changed(add)


def quoted() -> bytes:
    """A name in the outline, the properties, a note, a file put in, and the names of targets."""

    def add(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(NAME, 0))
        pdf.docinfo["/Title"] = NAME
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = NAME
        pdf.attachments[f"{NAME}.txt"] = NAME.encode()
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=NAME
        )
        pdf.pages[1].obj.Annots = pikepdf.Array([note])
        pdf.pages[1].obj.PieceInfo = pikepdf.Dictionary(X=pikepdf.Dictionary(Private=NAME))
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(P=NAME)])

    return changed(add)


def shared() -> bytes:
    """A name in a form that both pages could draw, and only the first does."""

    def add(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(drawn("李四光"))
        form.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form})
        form.BBox = [0, 0, 595, 842]
        form.Resources = pdf.pages[0].obj.Resources
        for page in pdf.pages:
            page.obj.Resources = pikepdf.Dictionary(
                Font=page.obj.Resources.Font, XObject=pikepdf.Dictionary(N=form)
            )
        pdf.pages[0].contents_add(pdf.make_stream(b"/N Do"))

    return changed(add)


def inherited() -> bytes:
    """The same, in resources that all pages have from the tree they hang on."""

    def move(pdf: pikepdf.Pdf) -> None:
        common = pdf.make_indirect(pdf.pages[0].obj.Resources)
        for page in pdf.pages:
            del page.obj["/Resources"]
        pdf.Root.Pages.Resources = common

    return changed(move, shared())


def scan(kind: str, pages: int = 1, **more: object) -> bytes:
    """A grey picture with a coloured patch where boxes are put."""
    frames = []
    for _ in range(pages):
        frame = Image.new("RGB", (400, 300), "#dddddd")
        ImageDraw.Draw(frame).rectangle((100, 60, 199, 119), fill="#ff0000")
        frames.append(frame)
    buffer = io.BytesIO()
    if pages > 1:
        more |= {"save_all": True, "append_images": frames[1:]}
    frames[0].save(buffer, kind, **more)
    return buffer.getvalue()
