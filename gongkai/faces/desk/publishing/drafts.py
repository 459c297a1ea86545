"""From the editor's form to a draft, and the files that go with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.http import HttpRequest, QueryDict

from gongkai.apps.files import queries as files
from gongkai.apps.files.limits import MEGABYTE, limits
from gongkai.apps.files.queries import FileFacts
from gongkai.apps.files.storing import store_file
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor
from gongkai.core.publishing.draft import AttachedFile, Draft
from gongkai.faces.desk.publishing.forms import DraftForm, first_values, is_number

HAS_FILES = "has_files"
"""Stands in every form that shows the attachments: without it they stay as they are."""
NAME_MOST = 200
LAST = 10_000


@dataclass(frozen=True, slots=True)
class FileRow:
    """One attachment as the editor shows it."""

    file_id: int
    name: str
    position: int
    facts: FileFacts | None

    @property
    def state(self) -> str:
        """Waiting, fit for use, turned away, or not there."""
        return "missing" if self.facts is None else self.facts.state.value


@dataclass(frozen=True, slots=True)
class Upload:
    """What became of one file that was sent: the row it has now, or what is wrong with it."""

    name: str
    row: FileRow | None = None
    problems: tuple[Finding, ...] = ()


def draft_of(form: DraftForm, post: QueryDict, before: Draft) -> Draft:
    """What was typed, as a draft."""
    attached = attachments_of(post) if HAS_FILES in post else before.attachments
    return replace(
        before,
        **form.texts(),
        keywords=form.words("keywords"),
        tags=form.words("tags"),
        is_key=bool(form.cleaned_data.get("is_key")),
        fields={**before.fields, **form.fields_of_kind()},
        interprets=form.targets(),
        attachments=attached,
    )


def attachments_of(post: QueryDict) -> tuple[AttachedFile, ...]:
    """The attachments in the order that was typed, those to be removed left out."""
    removed = set(post.getlist("file_remove"))
    rows = []
    for number in dict.fromkeys(post.getlist("file")):
        if is_number(number) and number not in removed:
            order = post.get(f"file_order_{number}", "")
            name = post.get(f"file_name_{number}", "").strip()[:NAME_MOST]
            rows.append((int(order) if is_number(order) else LAST, int(number), name))
    ordered = sorted(rows, key=lambda row: row[0])
    known = files.facts([number for _, number, name in ordered if not name])
    return tuple(
        AttachedFile(number, name or (known[number].name if number in known else ""))
        for _, number, name in ordered
    )


def completed(post: QueryDict, stored: Draft) -> QueryDict:
    """What was sent of a form, with the stored values of the fields that did not change."""
    whole = QueryDict(mutable=True)
    for name, value in first_values(stored).items():
        if isinstance(value, list):
            whole.setlist(name, value)
        elif value is not False:
            whole[name] = str(value)
    whole[HAS_FILES] = "1"
    whole.setlist("file", [str(row.file_id) for row in stored.attachments])
    for position, row in enumerate(stored.attachments, start=1):
        whole[f"file_name_{row.file_id}"] = row.name
        whole[f"file_order_{row.file_id}"] = str(position)
    for name in post.getlist("changed"):
        whole.setlist(name, [])
    for name, values in post.lists():
        whole.setlist(name, values)
    return whole


def rows_of(attached: Sequence[AttachedFile]) -> list[FileRow]:
    """The attachments with what is known of their files."""
    known = files.facts([row.file_id for row in attached])
    return [
        FileRow(row.file_id, row.name, position, known.get(row.file_id))
        for position, row in enumerate(attached, start=1)
    ]


def uploads(who: Actor, request: HttpRequest, now: datetime, *, after: int = 0) -> list[Upload]:
    """Store each file that was sent; one that is refused does not hold up the others."""
    most = limits().file_megabytes * MEGABYTE + 1
    found = []
    for number, sent in enumerate(request.FILES.getlist("files"), start=after + 1):
        name = sent.name or ""
        try:
            stored = store_file(who, name=name, data=sent.read(most), now=now)
        except BlockedError as error:
            found.append(Upload(name, problems=error.findings))
        else:
            facts = files.file(who, stored.pk)
            found.append(Upload(name, FileRow(stored.pk, stored.name, number, facts)))
    return found


def with_uploads(draft: Draft, sent: Iterable[Upload]) -> Draft:
    """The draft with the files that were taken, behind those it had."""
    new = tuple(AttachedFile(row.row.file_id, row.row.name) for row in sent if row.row)
    return replace(draft, attachments=(*draft.attachments, *new))
