"""PDF and OFD files with all that their writers forget in them; names are invented."""

import io

import pikepdf

from tests.samples import ofd, portable
from tests.samples.drawing import Sketch, lines
from tests.samples.office import AUTHOR
from tests.samples.pictures import photograph
from tests.samples.word import packed, unpacked

NAME = pikepdf.Name


def page() -> Sketch:
    """What the page shows."""
    return lines("公开的正文第一行", "公开的正文第二行")


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    """The bytes of a PDF."""
    buffer = io.BytesIO()
    pdf.save(buffer, **how)  # type: ignore[arg-type]
    return buffer.getvalue()


def plain() -> pikepdf.Pdf:
    """A PDF of one page."""
    return pikepdf.open(io.BytesIO(portable.pdf(page())))


def loaded() -> bytes:
    """A PDF with properties, scripts, an attachment, remarks, a stamp and a photograph."""
    pdf = plain()
    pdf.docinfo["/Author"] = AUTHOR
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [AUTHOR]
    script = pikepdf.Dictionary(S=NAME.JavaScript, JS="app.alert(1)")
    pdf.Root.OpenAction = script
    pdf.attachments["底稿.txt"] = "附带的底稿".encode()
    pdf.Root.Names.JavaScript = pikepdf.Dictionary(Names=["a", script])
    pdf.pages[0].obj.Annots = pdf.make_indirect(
        pikepdf.Array(
            [
                _note("/Text", "此处请再核实"),
                _note("/FreeText", "页面上写的字"),
                pikepdf.Dictionary(
                    Type=NAME.Annot,
                    Subtype=NAME.Link,
                    Rect=[0, 0, 9, 9],
                    A=pikepdf.Dictionary(S=NAME.URI, URI="https://www.example.gov.cn/"),
                ),
                pikepdf.Dictionary(
                    Type=NAME.Annot,
                    Subtype=NAME.Link,
                    Rect=[0, 0, 9, 9],
                    A=pikepdf.Dictionary(S=NAME.Launch, F="cmd.exe"),
                ),
            ]
        )
    )
    picture = pikepdf.Stream(pdf, photograph("JPEG", 1))
    picture.update({"/Type": NAME.XObject, "/Subtype": NAME.Image, "/Width": 48, "/Height": 32})
    picture.update({"/ColorSpace": NAME.DeviceRGB, "/BitsPerComponent": 8})
    picture.Filter = NAME.DCTDecode
    pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(P=pdf.make_indirect(picture))
    return saved(pdf)


def _note(kind: str, text: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=NAME.Annot, Subtype=NAME(kind), Rect=[0, 0, 9, 9], T=AUTHOR, Contents=text
    )


def locked(user: str) -> bytes:
    """A PDF with a password to change it, and one to open it if that is given."""
    return saved(plain(), encryption=pikepdf.Encryption(owner="owner", user=user))


def signed() -> bytes:
    """A PDF with a field that somebody has signed, and an author."""
    pdf = plain()
    pdf.docinfo["/Author"] = AUTHOR
    field = pikepdf.Dictionary(
        FT=NAME.Sig, T="Signature1", V=pdf.make_indirect(pikepdf.Dictionary(Type=NAME.Sig))
    )
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[pdf.make_indirect(field)], SigFlags=3)
    return saved(pdf)


def layered() -> bytes:
    """A PDF with a layer that is switched off, and a redaction that was never applied."""
    pdf = plain()
    layer = pdf.make_indirect(pikepdf.Dictionary(Type=NAME.OCG, Name="底稿"))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer]))
    pdf.pages[0].obj.Annots = pikepdf.Array([_note("/Redact", "")])
    return saved(pdf)


INFO = (
    f"<ofd:DocInfo><ofd:Author>{AUTHOR}</ofd:Author><ofd:Title>旧稿标题</ofd:Title>"
    '<ofd:CustomDatas><ofd:CustomData Name="path">D:/底稿</ofd:CustomData></ofd:CustomDatas>'
    "</ofd:DocInfo>"
)
LISTING = (
    f'<ofd:Attachments {ofd.SPACE}><ofd:Attachment ID="1" Name="底稿.txt"><ofd:FileLoc>a.txt'
    "</ofd:FileLoc></ofd:Attachment></ofd:Attachments>"
)
UNSHOWN = (
    '<ofd:Content><ofd:Layer><ofd:TextObject Visible="false" Boundary="10 10 90 5" Size="4">'
    '<ofd:TextCode X="0" Y="3">藏起来的字</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content>'
)


def ofd_loaded(*, sealed: bool = False, hidden: bool = False) -> bytes:
    """An OFD with an author, data of a program and an attachment; sealed if wanted."""
    parts: dict[str, str | bytes] = {**unpacked(ofd.ofd(page(), extra=UNSHOWN if hidden else ""))}
    seal = "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>" if sealed else ""
    entry = ofd.ENTRY.replace("<ofd:DocBody>", f"<ofd:DocBody>{INFO}")
    parts["OFD.xml"] = entry.replace("</ofd:DocBody>", f"{seal}</ofd:DocBody>")
    document = bytes(parts["Doc_0/Document.xml"]).decode()  # type: ignore[arg-type]
    named = "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>"
    parts["Doc_0/Document.xml"] = document.replace("</ofd:Document>", named)
    parts["Doc_0/Attachs/Attachments.xml"] = LISTING
    parts["Doc_0/Attachs/a.txt"] = "附带的底稿"
    return packed(parts)
