"""What a PDF holds beside its pages: notes, form fields, properties."""

import io
from collections.abc import Iterator

import pikepdf

from gongkai.adapters.documents.job import Job
from gongkai.adapters.files.texts.common import COMMENTS_LABEL, PROPERTIES_LABEL, part
from gongkai.core.ports import FilePart

FIELDS_LABEL = "表单中填写的内容"
WRITTEN_LABEL = "页面上的批注文字"
NAMES_LABEL = "附带的文件"
SEEN = frozenset({"/FreeText", "/Stamp"})
UNTOLD = frozenset({"/Link", "/Widget", "/Popup"})
DEEPEST = 20


def annotations(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Everything that hangs on the pages."""
    for page in pdf.pages:
        rows = page.obj.get("/Annots")
        if isinstance(rows, pikepdf.Array):
            for row in rows:
                if isinstance(row, pikepdf.Dictionary):
                    yield row


def words(holder: pikepdf.Object, key: str) -> str:
    """A text of a dictionary; empty where there is none."""
    value = holder.get(key) if isinstance(holder, pikepdf.Dictionary) else None
    return str(value) if isinstance(value, (pikepdf.String, pikepdf.Name)) else ""


def beside(job: Job) -> Iterator[FilePart]:
    """The parts of a PDF that are not on its pages."""
    with pikepdf.open(io.BytesIO(job.data)) as pdf:
        rows = list(annotations(pdf))
        kinds = [(words(row, "/Subtype"), row) for row in rows]
        seen = [words(row, "/Contents") for kind, row in kinds if kind in SEEN]
        told = [
            f"{words(row, '/T')} {words(row, '/Contents')}".strip()
            for kind, row in kinds
            if kind not in SEEN | UNTOLD
        ]
        yield from part(WRITTEN_LABEL, seen)
        yield from part(FIELDS_LABEL, (words(row, "/V") for row in fields(pdf)))
        yield from part(COMMENTS_LABEL, told, hidden=True)
        yield from part(NAMES_LABEL, (str(name) for name in pdf.attachments), hidden=True)
        yield from part(PROPERTIES_LABEL, _properties(pdf), hidden=True)


def fields(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The fields of a form, those within others too."""
    form = pdf.Root.get("/AcroForm")
    rows = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    yield from _fields(rows, DEEPEST)


def _fields(rows: object, depth: int) -> Iterator[pikepdf.Dictionary]:
    for row in rows if isinstance(rows, pikepdf.Array) and depth else ():
        if isinstance(row, pikepdf.Dictionary):
            yield row
            yield from _fields(row.get("/Kids"), depth - 1)


def _properties(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What the file says about its writers."""
    if "/Info" in pdf.trailer:
        for key, value in pdf.docinfo.items():
            if isinstance(value, pikepdf.String) and key not in {"/CreationDate", "/ModDate"}:
                yield f"{key.lstrip('/')}：{value}"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key, value in metadata.items():
            name = str(key).rpartition("}")[2]
            texts = value if isinstance(value, (list, set)) else [value]
            if name in {"creator", "title", "subject", "description", "Author", "Keywords"}:
                yield f"{name}：{'、'.join(map(str, texts))}"
