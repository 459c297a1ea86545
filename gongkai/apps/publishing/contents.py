"""What of a draft is checked: its texts, its attachments' texts, its links and pictures."""

from collections.abc import Iterator, Mapping, Sequence

from gongkai.apps.files import queries as files
from gongkai.apps.files.queries import FileFacts
from gongkai.apps.publishing.markup import reading
from gongkai.core.checks.content import (
    Attachment,
    Content,
    ContentFacts,
    Part,
    PartKind,
)
from gongkai.core.publishing.draft import AttachedFile, Draft
from gongkai.core.publishing.kinds import KIND

TEXTS = (
    ("title", "标题", PartKind.TITLE),
    ("summary", "摘要", PartKind.SUMMARY),
    ("author", "作者", PartKind.FIELD),
    ("source_name", "来源", PartKind.FIELD),
)
BODY = "正文"
FILE_NAME = "附件名称“{name}”"
FILE_PART = "附件“{name}”{label}"


def content_of(draft: Draft, kind: str, *, has_interpretation: bool = False) -> Content:
    """Everything that is checked of a draft."""
    read = reading(draft.body)
    facts = files.facts([row.file_id for row in draft.attachments])
    parts = [
        *(Part(name, label, getattr(draft, name), part) for name, label, part in TEXTS),
        Part("body", BODY, read.text, PartKind.BODY),
        *_fields(draft, kind),
        *_files(draft.attachments, facts),
    ]
    return Content(
        parts=tuple(part for part in parts if part.text or part.key in {"title", "body"}),
        facts=ContentFacts(
            kind=kind,
            source=draft.source_name,
            author=draft.author,
            formed_on=draft.day,
            keywords=draft.keywords,
            catalogue_code=draft.catalogue_code,
            disclosure_class=draft.disclosure_class,
            document_number=draft.document_number,
            needs_interpretation=KIND[kind].is_interpreted,
            has_interpretation=has_interpretation,
        ),
        links=read.links,
        pictures=read.pictures,
        grids=read.grids,
        attachments=tuple(_attachments(draft.attachments, facts)),
    )


def _fields(draft: Draft, kind: str) -> Iterator[Part]:
    labels = {row.key: row.label for row in KIND[kind].fields}
    for key, value in draft.fields.items():
        if key in labels:
            yield Part(f"field:{key}", labels[key], value, PartKind.FIELD)


def _files(rows: Sequence[AttachedFile], facts: Mapping[int, FileFacts]) -> Iterator[Part]:
    for row in rows:
        named = FILE_NAME.format(name=row.name)
        yield Part(f"file:{row.file_id}:name", named, row.name, PartKind.FILE_NAME)
        if row.file_id not in facts:
            continue
        for number, part in enumerate(facts[row.file_id].parts):
            kind = PartKind.FILE_HIDDEN if part.hidden else PartKind.FILE
            label = FILE_PART.format(name=row.name, label=part.label)
            yield Part(f"file:{row.file_id}:{number}", label, part.text, kind)


def _attachments(
    rows: Sequence[AttachedFile], facts: Mapping[int, FileFacts]
) -> Iterator[Attachment]:
    for row in rows:
        known = facts.get(row.file_id)
        yield Attachment(
            f"file:{row.file_id}",
            row.name,
            is_read=known is not None and known.is_read,
            remains=() if known is None else known.remains,
        )
