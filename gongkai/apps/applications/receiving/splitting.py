"""One matter, one application (一事一申请): splitting off what else is asked for, joining what
somebody asked for twice."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.casework import drop_open_work, put_result
from gongkai.apps.applications.cases.casework_queries import locked_case, step_of
from gongkai.apps.applications.cases.clocks import (
    Moment,
    begin_clock,
    end_clock,
    history_of,
    note_clock,
)
from gongkai.apps.applications.models import Applicant, Application, CaseFile
from gongkai.apps.applications.receiving import obstacles
from gongkai.apps.applications.receiving.numbering import new_code, next_number
from gongkai.apps.applications.receiving.opening import put_items, registered, tell, texts_of
from gongkai.apps.applications.receiving.registering import REGISTRARS, SUBJECT
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.core.applications.deadlines import Cause, Mark
from gongkai.core.applications.lifecycle import CASE, EARLY, WAITING, WORKING
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor
from gongkai.core.law.statutes import FEES, OGI

SUBJECT_LENGTH: Final = 30
JOINED_AS: Final = "joined"
"""The decision that says what became of it."""
SPLIT_FROM: Final = "由 {number} 拆分，一事一申请"
SPLIT_INTO: Final = "拆分出 {numbers}"
JOINED: Final = "并入 {number}：{reason}"
DIVISIBLE: Final = ("received", *WORKING)
"""States in which something may be split off: the organ has it in hand, its clock runs."""
TAKING_IN: Final = frozenset(EARLY) - {"fee_pending"}
"""States in which more can be asked for: nothing is answered, or to be paid for, yet."""
TOOK_IN: Final = "{number} 并入本件"
CORRECTED: Final = "拆分以前已经补正，答复期限从收到补正的申请之日起计算"
COMMA: Final = "、"
OF_ARRIVAL: Final = (
    "organ_id",
    "unit_id",
    "kind",
    "way",
    "arrived_on",
    "signed_on",
    "confirmed_on",
    "confirm_method",
    "evidence_note",
    "mail_number",
    "received_on",
    "is_corrected",
    "applicant_kind",
    "applicant_masked",
    "identity_key",
    "wanted_form",
    "wanted_way",
    "asks_reduction",
    "reduction_reason",
    "needs_help",
)
"""What the parts have in common with the whole: who asked, how and when."""
OF_APPLICANT: Final = tuple(
    field.attname
    for field in Applicant._meta.concrete_fields
    if field.name not in {"id", "application"}
)


@transaction.atomic
def split(
    actor: Actor,
    *,
    application_id: int,
    expected: int,
    parts: Sequence[Sequence[int]],
    now: datetime,
) -> list[Application]:
    """Split several things off an application, each group under a number of its own.

    `parts` are groups of places (from 1) of what is asked for; what no group names stays with the
    original, which keeps its number and its trace. All have the same day of receipt, for they came
    at the same time. Not while the applicant has to do something: the clock of a part would run
    while that of the whole stands. Raises BlockedError.
    """
    require(actor, *REGISTRARS)
    whole = locked_case(actor, application_id)
    _unchanged(whole, expected)
    if whole.state not in DIVISIBLE:
        raise BlockedError([_undivided(whole.state)])
    texts = texts_of(whole)
    places = [place for part in parts for place in part]
    rest = [place for place in range(1, len(texts) + 1) if place not in places]
    if not _fits(parts, places, texts, rest):
        raise BlockedError([obstacles.nothing_to_split()])
    made = [_part(actor, whole, tuple(texts[place - 1] for place in part), now) for part in parts]
    put_items(whole, tuple(texts[place - 1] for place in rest))
    whole.version += 1
    whole.save()
    numbers = COMMA.join(row.number for row in made)
    tell(whole, "split", actor=actor, now=now, note=SPLIT_INTO.format(numbers=numbers))
    record(
        actor,
        "split_application",
        SUBJECT.format(pk=whole.pk),
        after={"parts": [row.number for row in made]},
        cite=FEES.part("按件计收"),
    )
    return made


def _undivided(state: str) -> Finding:
    """Why nothing is split off now: what the applicant owes the whole, no part could be told."""
    label = CASE.label(state)
    return obstacles.split_waits(label) if state in WAITING else obstacles.wrong_state(label)


def _unchanged(application: Application, expected: int) -> None:
    if application.version != expected:
        raise BlockedError([obstacles.changed_meanwhile()])


def _fits(
    parts: Sequence[Sequence[int]],
    places: Sequence[int],
    texts: Sequence[str],
    rest: Sequence[int],
) -> bool:
    """Whether each thing goes to one part at most, no part is empty, and something stays."""
    known = set(range(1, len(texts) + 1))
    once = len(places) == len(set(places))
    return bool(parts) and all(parts) and once and set(places) <= known and bool(rest)


def _part(actor: Actor, whole: Application, texts: tuple[str, ...], now: datetime) -> Application:
    today = localdate(now)
    serial, number = next_number(whole.organ_id, today)
    part = Application(
        **{name: getattr(whole, name) for name in OF_ARRIVAL},
        year=today.year,
        serial=serial,
        number=number,
        query_code=new_code(),
        subject=" ".join(texts[0].split())[:SUBJECT_LENGTH],
        split_from=whole,
        created_at=now,
        created_by=actor.key,
    )
    part.save()
    put_items(part, texts)
    part.save(update_fields=["description"])
    Applicant.objects.create(
        application=part,
        **{name: getattr(whole.applicant, name) for name in OF_APPLICANT},
    )
    for file in whole.files.all():
        CaseFile.objects.create(
            application=part,
            file_id=file.file_id,
            purpose=file.purpose,
            name=file.name,
            added_at=now,
            added_by=actor.name,
        )
    tell(part, "register", actor=actor, now=now, note=SPLIT_FROM.format(number=whole.number))
    begin_clock(part, actor=actor, now=now)
    _carry_correction(whole, part, Moment(actor, now, CORRECTED))
    registered(part, now)
    return part


def _carry_correction(whole: Application, part: Application, moment: Moment) -> None:
    """What was corrected as a whole has for each part the term that began with the correction."""
    for entry in history_of(whole):
        if entry.mark is Mark.RESTART and entry.cause is Cause.CORRECTION:
            note_clock(part, entry, moment)


@transaction.atomic
def join(
    actor: Actor, *, application_id: int, into_id: int, reason: str, now: datetime
) -> Application:
    """Join an application into another one of the same applicant (并入); it keeps its number and is
    over, its files and its words go over to the other.

    No reply to the other one is under review yet, for it has to answer what is taken in. Raises
    BlockedError.
    """
    require(actor, *REGISTRARS)
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    first, second = sorted((application_id, into_id))
    rows = {row.pk: row for row in (locked_case(actor, first), locked_case(actor, second))}
    one, into = rows[application_id], rows[into_id]
    step = step_of(one, "join")
    if fault := _why_apart(one, into):
        raise BlockedError([fault])
    former, one.state = one.state, step.target
    one.joined_into = into
    put_result(one, JOINED_AS, localdate(now))
    one.version += 1
    one.save()
    drop_open_work(one)
    put_items(into, tuple(dict.fromkeys((*texts_of(into), *texts_of(one)))))
    into.version += 1
    into.save()
    for file in one.files.exclude(file_id__in=into.files.values("file_id")):
        into.files.create(
            file_id=file.file_id,
            purpose=file.purpose,
            name=file.name,
            added_at=now,
            added_by=actor.name,
        )
    note = JOINED.format(number=into.number, reason=reason.strip())
    tell(one, "join", actor=actor, now=now, note=note, before=former)
    tell(into, "take_in", actor=actor, now=now, note=TOOK_IN.format(number=one.number))
    end_clock(one, actor=actor, now=now)
    record(
        actor,
        "join_application",
        SUBJECT.format(pk=one.pk),
        after={"into": into.number, "reason": reason.strip()},
        cite=OGI.at(36, None, 6),
    )
    return one


def _why_apart(one: Application, into: Application) -> Finding | None:
    """Why the one cannot be joined into the other: something would be lost, or put off."""
    is_same = bool(one.identity_key) and one.identity_key == into.identity_key
    if one.pk == into.pk or one.organ_id != into.organ_id or not is_same:
        return obstacles.cannot_join_itself()
    if into.state not in TAKING_IN:
        return obstacles.cannot_take_in(CASE.label(into.state))
    day = one.received_on
    if day is not None and (into.received_on is None or into.received_on > day):
        return obstacles.join_into_earlier(into.number)
    return None
