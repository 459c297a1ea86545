"""The demo's register: how its organs receive applications, what they handled in three years."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

from django.db import transaction
from django.utils import timezone

from gongkai.apps.applications.cases.identities import applicant_of, identity_key, masked_name
from gongkai.apps.applications.demo import texts
from gongkai.apps.applications.models import (
    Applicant,
    Application,
    ClockEntry,
    Entry,
    NumberSeries,
    Profile,
)
from gongkai.apps.applications.receiving.numbering import new_code
from gongkai.apps.journal.record import record
from gongkai.apps.organs.demo_city import HOME, ORGANS, SERVED
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines import Cause, Mark
from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.intake import Intake
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.applications.numbering import Place, application_number
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Actor

YEARS: Final = 3
FEWEST, MOST = 4, 16
"""How many applications an organ gets in a year."""
SETTLED: Final = timedelta(days=90)
"""What came later than this before today was handled on the desk, not in an old register."""
DECIDED: Final = (
    *(("granted",) * 6),
    *(("already_public",) * 4),
    *(("partial",) * 3),
    *(("not_held",) * 4),
    *(("not_responsible",) * 2),
    "needs_creating",
    "refused_third_party",
    "refused_internal",
    "refused_process",
    "petition",
    "repeated",
    "reissue",
    "uncorrected",
    "retracted",
)
"""How often what was decided."""
WAYS: Final = (
    SubmissionWay.COUNTER,
    SubmissionWay.EMS,
    SubmissionWay.EMS,
    SubmissionWay.PORTAL,
    SubmissionWay.PORTAL,
    SubmissionWay.EMAIL,
)
OLD: Final = Actor("system", texts.FROM_BEFORE)


@transaction.atomic
def prepare_register(actor: Actor, *, today: date) -> int:
    """Write profiles and the applications of three years, once; says how many applications."""
    if Application.objects.exists():
        return 0
    named = {row.name: row.key for row in ORGANS}
    served = {*SERVED, HOME}
    organs = [row for row in Organ.objects.filter(name__in=named) if named[row.name] in served]
    days, draw = calendar(), Random(11)  # noqa: S311 - nothing is secret here
    total = 0
    for number, organ in enumerate(sorted(organs, key=lambda row: row.pk), start=1):
        is_home = named[organ.name] == HOME
        profile = _profile(organ, texts.HOME_WORD if is_home else _word(number), today)
        rows = list(_history(organ, profile.code_word, today, days, draw))
        total += _stored(organ, rows)
    record(actor, "prepare_demo", "applications", after={"applications": total})
    return total


def _word(number: int) -> str:
    stem, branch = (row[number % len(row)] for row in (texts.STEMS, texts.BRANCHES))
    return texts.CODE_WORD.format(stem=stem, branch=branch)


def _profile(organ: Organ, word: str, today: date) -> Profile:
    return Profile.objects.create(
        organ=organ,
        code_word=word,
        office=texts.OFFICE,
        address=texts.ADDRESS,
        postcode=texts.POSTCODE,
        phone=texts.PHONE,
        fax=texts.FAX,
        email=texts.EMAIL,
        hours=texts.HOURS,
        ways=[way.value for way in SubmissionWay],
        review_body=str(organ.superior or organ),
        review_address=texts.REVIEW,
        court=texts.COURT,
        account=texts.ACCOUNT,
        internal_terms={"reply": 15},
        changed_at=moment(today),
    )


def _history(
    organ: Organ, word: str, today: date, days: WorkdayCalendar, draw: Random
) -> Iterator[tuple[Application, Intake]]:
    """The applications of one organ, all closed, none later than three months ago."""
    for year in range(today.year - YEARS + 1, today.year + 1):
        last = min(date(year, 12, 31), today - SETTLED)
        span = (last - date(year, 1, 1)).days
        if span < 1:
            continue
        arrived = sorted(draw.randrange(span) for _ in range(draw.randint(FEWEST, MOST)))
        for serial, offset in enumerate(arrived, start=1):
            received = days.next_workday(date(year, 1, 1) + timedelta(days=offset))
            place = Place(word, year, serial)
            yield _closed(organ, place, received, days, draw)


def _closed(
    organ: Organ, place: Place, received: date, days: WorkdayCalendar, draw: Random
) -> tuple[Application, Intake]:
    form = intake_of(draw.randrange(10_000), received.year)
    decision = DECISION[draw.choice(DECIDED)]
    way = draw.choice(WAYS)
    due = days.add(received, 20)
    took = draw.choice((3, 6, 9, 12, 15, 17, 18, 19, 20, 20, 22))
    closed = days.add(received, took)
    application = Application(
        organ=organ,
        year=place.year,
        serial=place.number,
        number=application_number(place),
        query_code=new_code(),
        state="archived",
        way=way.value,
        arrived_on=received,
        signed_on=received if way is SubmissionWay.EMS else None,
        confirmed_on=received if way in {SubmissionWay.PORTAL, SubmissionWay.EMAIL} else None,
        evidence_note=texts.FROM_BEFORE,
        received_on=received,
        applicant_kind=form.applicant_kind,
        applicant_masked=masked_name(form),
        identity_key=identity_key(form),
        subject=form.subject,
        description=form.description,
        wanted_form=form.medium,
        wanted_way=form.provision,
        handler_name=draw.choice(texts.HANDLERS),
        due=due,
        decision=decision.key,
        result_row=decision.row,
        remedy=decision.remedy.value,
        replied_on=closed,
        closed_on=closed,
        counted_on=closed,
        counted_row=decision.row,
        archived_on=days.add(closed, 10),
        created_at=moment(received),
        created_by=OLD.key,
    )
    return application, form


def intake_of(number: int, year: int) -> Intake:
    """What somebody asks for; the same number gives the same."""
    person = texts.PEOPLE[number % len(texts.PEOPLE)]
    subject, matter = texts.MATTERS[number % len(texts.MATTERS)]
    medium, provision = texts.WANTED[number % len(texts.WANTED)]
    return Intake(
        applicant_kind=person.kind.value,
        name=person.name,
        paper=texts.PAPER[person.kind.is_person].value,
        paper_number=texts.PAPER_NUMBER.format(number=number % len(texts.PEOPLE)),
        contact_name="" if person.kind.is_person else texts.PEOPLE[0].name,
        phone=person.phone,
        email=person.email or texts.EMAIL,
        address=person.address,
        postcode=texts.POSTCODE,
        subject=subject,
        items=(matter.format(year=year),),
        medium=medium.value,
        provision=provision.value,
    )


def _stored(organ: Organ, rows: Sequence[tuple[Application, Intake]]) -> int:
    """Store what was drawn, with its clock and its history, and where the numbers stand."""
    made = Application.objects.bulk_create([row for row, _ in rows])
    Applicant.objects.bulk_create(
        [applicant_of(row, form) for row, (_, form) in zip(made, rows, strict=True)]
    )
    ClockEntry.objects.bulk_create([entry for row in made for entry in _clock(row)])
    Entry.objects.bulk_create([entry for row in made for entry in _told(row)])
    lasts = {row.year: row.serial for row in made}
    NumberSeries.objects.bulk_create(
        [NumberSeries(organ=organ, year=year, last=last) for year, last in lasts.items()]
    )
    return len(made)


def _clock(row: Application) -> Iterator[ClockEntry]:
    for mark, cause, day in (
        (Mark.START, Cause.RECEIPT, row.received_on),
        (Mark.END, Cause.CLOSED, row.closed_on),
    ):
        if day is not None:
            yield ClockEntry(
                application=row,
                verb=mark.value,
                cause=cause.value,
                day=day,
                note=cause.label,
                actor_name=OLD.name,
                at=moment(day),
            )


def _told(row: Application) -> Iterator[Entry]:
    steps = (
        ("register", "", "received", row.received_on, texts.FROM_BEFORE),
        ("reply", "handling", "replied", row.closed_on, texts.REPLIED),
        ("archive", "replied", "archived", row.archived_on, ""),
    )
    for verb, before, after, day, note in steps:
        if day is not None:
            yield Entry(
                application=row,
                verb=verb,
                before=before,
                after=after,
                day=day,
                note=note,
                is_public=True,
                actor_key=OLD.key,
                actor_name=OLD.name,
                at=moment(day),
            )


def moment(day: date, hour: int = 10) -> datetime:
    """A moment of that day."""
    return datetime.combine(day, time(hour), timezone.get_default_timezone())
