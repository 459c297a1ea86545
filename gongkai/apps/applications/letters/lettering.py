"""Issuing letters (文书印发): numbered, written as PDF and DOCX, kept in the case.

Notices on the way are issued by the step that makes them necessary, in its transaction: it calls
`issued` with what it has to say. A letter never changes; a wrong one is voided and
keeps its number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.casework_queries import locked_case
from gongkai.apps.applications.letters import obstacles
from gongkai.apps.applications.letters.files import kept
from gongkai.apps.applications.letters.templates_queries import wording_of
from gongkai.apps.applications.letters.values import (
    profile_of,
    remedy_values,
    values_of,
    ways_of,
)
from gongkai.apps.applications.models import Application, Letter, Reply
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core import ports
from gongkai.core.applications.decisions import Remedy
from gongkai.core.applications.letters.kinds import LETTER, LetterKind, Party
from gongkai.core.applications.letters.making import Frame, made
from gongkai.core.applications.letters.wording import filled
from gongkai.core.applications.numbering import Place, letter_number
from gongkai.core.applications.remedies import lacking
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, Role

SUBJECT: Final = "application:{pk}"
VOID: Final = "voided"
WRITERS: Final = (Role.HANDLER, Role.DISCLOSURE_OFFICE)


@dataclass(frozen=True, slots=True)
class Order:
    """What a letter is to say. `values` are its own fields beside those every letter knows.

    `to` is whom it is for, where that is not the applicant. `source` is what it comes of, such as
    `correction:12`. `paragraphs`: the text where it was edited; else the wording is filled.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    to: str = ""
    source: str = ""
    paragraphs: Sequence[str] = ()
    attachments: Sequence[str] = ()
    reply: Reply | None = None
    remedy: Remedy = Remedy.EITHER
    in_part: bool = False

    @property
    def kind(self) -> LetterKind:
        """What kind of letter it is."""
        return LETTER[self.code]


def issued(application: Application, order: Order, *, actor: Actor, now: datetime) -> Letter:
    """A letter of the case, numbered and written, inside the caller's transaction.

    The case is locked, so that no two letters get one number. Raises BlockedError where something
    the letter has to say is not known.
    """
    letter = composed(application, order, now)
    row = Letter.objects.create(
        application=application,
        reply=order.reply,
        code=order.code,
        source=order.source,
        number=letter.document_number,
        title=order.kind.title,
        addressee=letter.addressee or order.kind.party.label,
        content=plain_text(letter),
        pdf=kept(letter, ports.LetterFormat.PDF, actor, now),
        docx=kept(letter, ports.LetterFormat.DOCX, actor, now),
        dated_on=localdate(now),
        issued_at=now,
        issued_by=actor.name[:100],
    )
    record(
        actor,
        "issue_letter",
        SUBJECT.format(pk=application.pk),
        after={"letter": row.pk, "code": row.code, "number": row.number},
        cite=order.kind.cite,
    )
    return row


def composed(application: Application, order: Order, now: datetime) -> ports.Letter:
    """The letter as it would be issued now. Raises BlockedError."""
    kind = order.kind
    values = {**values_of(application), **order.values}
    if kind.has_remedy:
        values |= remedy_values(
            application.organ, order.remedy, in_part=order.in_part, is_decision=kind.is_decision
        )
    paragraphs = order.paragraphs or filled(wording_of(application.organ_id)(order.code), values)
    frame = Frame(
        application.organ.name,
        order.to or (values["applicant"] if kind.party is Party.APPLICANT else ""),
        number_for(application, kind),
        localdate(now),
        tuple(order.attachments),
    )
    letter, found = made(kind, paragraphs, frame, values)
    ways = ways_of(application.organ)
    needed = order.remedy if kind.has_remedy else Remedy.NONE
    if faults := [*found, *lacking(ways, needed, by_internet=False)]:
        raise BlockedError(faults)
    return letter


def number_for(application: Application, kind: LetterKind) -> str:
    """The number of the next letter with that word; voided ones keep theirs."""
    same = [row.code for row in LETTER.values() if row.word == kind.word]
    before = Letter.objects.filter(application=application, code__in=same).count()
    code = profile_of(application.organ_id).code_word
    place = Place(code, application.year, application.serial)
    return letter_number(place, kind.word, before + 1)


def plain_text(letter: ports.Letter) -> str:
    """What a letter says, without its tables: for pages and for the archive."""
    told = [
        block.text for block in letter.blocks if isinstance(block, ports.Paragraph | ports.Heading)
    ]
    return "\n".join(told)


@transaction.atomic
def void_letter(actor: Actor, *, letter_id: int, reason: str) -> Letter:
    """Void a letter that was issued by mistake and has reached nobody. Raises BlockedError."""
    require(actor, *WRITERS)
    found = one(actor, Letter.objects.all(), letter_id, to=Purpose.WORK, field="application__organ")
    locked_case(actor, found.application_id)
    row = Letter.objects.select_for_update(of=("self",)).get(pk=letter_id)
    if faults := list(_void_faults(row, reason)):
        raise BlockedError(faults)
    row.state, row.voided_reason = VOID, reason.strip()[:500]
    row.save(update_fields=["state", "voided_reason"])
    record(
        actor,
        "void_letter",
        SUBJECT.format(pk=row.application_id),
        after={"letter": row.pk, "number": row.number, "reason": row.voided_reason},
    )
    return row


def _void_faults(row: Letter, reason: str) -> Iterator[Finding]:
    if row.state == VOID:
        yield obstacles.voided()
    if row.reply_id is not None:
        yield obstacles.reply_stands()
    if row.deliveries.exclude(counts_on=None).exists():
        yield obstacles.already_sent()
    if not reason.strip():
        yield obstacles.no_reason()
