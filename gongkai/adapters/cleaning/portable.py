"""What goes out of PDF files: properties, scripts, attachments, comments, earlier versions."""

import io
from collections.abc import Callable, Iterator

import pikepdf

from gongkai.adapters.cleaning.pictures import stripped
from gongkai.adapters.documents.job import Job
from gongkai.adapters.files.texts.pdf import annotations, fields, words
from gongkai.core.ports import Cleaned, FileKind

RUNNING = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/RichMediaExecute"})
COMMENTS = frozenset(
    {
        *("/Text", "/Popup", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret"),
        *("/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"),
    }
)
WRITERS = ("/T", "/Subj", "/CreationDate", "/M", "/NM", "/RC")
BESIDE = ("/Metadata", "/PieceInfo", "/Thumb")
VERSION_END = b"%%EOF"
SIGNED_LABEL = "电子签名（清除会使签名失效，没有改动）：{label}"
LAYERS_LABEL = "隐藏的图层"
REDACTION_LABEL = "没有应用的密文标记（被遮盖的文字仍在）"


def holders(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary and stream, also those that stand within others."""
    waiting = [pdf.trailer, *pdf.objects]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Array):
            waiting += [row for row in thing if _is_direct(row)]
        elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            yield thing
            waiting += [value for _, value in thing.items() if _is_direct(value)]


def _is_direct(value: object) -> bool:
    """Whether a value stands here itself and not only a reference to it."""
    kinds = (pikepdf.Array, pikepdf.Dictionary)
    return isinstance(value, kinds) and not value.is_indirect


def drop_properties(pdf: pikepdf.Pdf) -> bool:
    """Who wrote the file, with what, when; of the file, its pages and its pictures."""
    found = "/Info" in pdf.trailer
    if found:
        del pdf.trailer["/Info"]
    for thing in list(holders(pdf)):
        for key in BESIDE:
            if key in thing:
                del thing[key]
                found = True
    return found


def drop_scripts(pdf: pikepdf.Pdf) -> bool:
    """Programs, and what starts something when the file is opened or a field is left."""
    found = False
    for thing in list(holders(pdf)):
        for key in ("/OpenAction", "/A", "/AA", "/Next"):
            if key in thing and _runs(thing[key], whole=key == "/AA"):
                del thing[key]
                found = True
    names = pdf.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names:
        del names["/JavaScript"]
        found = True
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        del form["/XFA"]
        found = True
    return found


def _runs(action: pikepdf.Object, *, whole: bool) -> bool:
    """Whether an action runs something; a set of them always may."""
    return whole or (isinstance(action, pikepdf.Dictionary) and words(action, "/S") in RUNNING)


def drop_attachments(pdf: pikepdf.Pdf) -> bool:
    """Files put into the file."""
    names = pdf.Root.get("/Names")
    found = isinstance(names, pikepdf.Dictionary) and "/EmbeddedFiles" in names
    if found and isinstance(names, pikepdf.Dictionary):
        del names["/EmbeddedFiles"]
    for thing in (pdf.Root, *(page.obj for page in pdf.pages)):
        for key in ("/AF", "/Collection"):
            if key in thing:
                del thing[key]
                found = True
    return found


def drop_comments(pdf: pikepdf.Pdf) -> bool:
    """Remarks of readers; what is written or stamped on a page stays, without who did it."""
    found = False
    for page in pdf.pages:
        rows = page.obj.get("/Annots")
        if isinstance(rows, pikepdf.Array):
            kept = [row for row in rows if words(row, "/Subtype") not in COMMENTS]
            if len(kept) < len(rows):
                page.obj["/Annots"] = pikepdf.Array(kept)
                found = True
    for row in annotations(pdf):
        if words(row, "/Subtype") not in {"/Widget", "/Link"}:
            told = [key for key in (*WRITERS, "/Popup") if key in row]
            for key in told:
                del row[key]
            found |= bool(told)
    return found


def strip_pictures(pdf: pikepdf.Pdf) -> bool:
    """Where and when the pictures in the file were taken."""
    found = False
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Filter") == "/DCTDecode":
            cleaned = stripped(FileKind.JPEG, thing.read_raw_bytes())
            if cleaned and cleaned.removed:
                thing.write(cleaned.data, filter=pikepdf.Name.DCTDecode)
                found = True
    return found


STEPS: tuple[tuple[str, Callable[[pikepdf.Pdf], bool]], ...] = (
    ("文档属性（作者、单位、软件等）", drop_properties),
    ("脚本和自动执行的动作", drop_scripts),
    ("附带的文件", drop_attachments),
    ("批注", drop_comments),
    ("图片的拍摄信息", strip_pictures),
)
LOCK_LABEL = "编辑限制"
VERSIONS_LABEL = "历史版本"


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Whether somebody has signed the file."""
    return any(words(row, "/FT") == "/Sig" and "/V" in row for row in fields(pdf))


def remains_in(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """What is hidden in the file and cannot be taken out without changing pages."""
    found = []
    layers = pdf.Root.get("/OCProperties")
    default = layers.get("/D") if isinstance(layers, pikepdf.Dictionary) else None
    if isinstance(default, pikepdf.Dictionary):
        off = default.get("/OFF")
        if words(default, "/BaseState") == "/OFF" or (isinstance(off, pikepdf.Array) and len(off)):
            found.append(LAYERS_LABEL)
    if any(words(row, "/Subtype") == "/Redact" for row in annotations(pdf)):
        found.append(REDACTION_LABEL)
    return tuple(found)


def clean_pdf(job: Job) -> Cleaned:
    """Clean a PDF. A signed one is left as it is, and what is in it is said."""
    with pikepdf.open(io.BytesIO(job.data)) as pdf:
        signed, locked = is_signed(pdf), pdf.is_encrypted
        versions = job.data.count(VERSION_END) > 1 and not pdf.is_linearized
        removed = [label for label, take in STEPS if take(pdf)]
        removed += [LOCK_LABEL] * locked + [VERSIONS_LABEL] * (versions and not signed)
        remains = remains_in(pdf)
        if signed:
            kept = tuple(SIGNED_LABEL.format(label=label) for label in removed)
            return Cleaned(job.data, (), (*remains, *kept))
        if not removed:
            return Cleaned(job.data, (), remains)
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
    return Cleaned(buffer.getvalue(), tuple(removed), remains)
