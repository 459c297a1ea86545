"""What an auditor (审计员) sees of the journal; nobody else sees anything of it.

Entries of nobody's organ (the system itself, people who did not get in) are seen where no superior
organ is left to see them.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import make_aware

from gongkai.apps.journal.models import Entry, Verification
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import organs_within, within
from gongkai.core.identity import Actor, Role


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: a person by name or key, an organ, a verb, a subject, days."""

    person: str = ""
    organ_id: int | None = None
    verb: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None


EVERYTHING = Asked()


def entries(actor: Actor, asked: Asked = EVERYTHING) -> QuerySet[Entry]:
    """The entries that fit, latest first."""
    if not actor.has(Role.AUDITOR):
        return Entry.objects.none()
    return _seen(actor).filter(_fitting(asked))


def entry(actor: Actor, sequence: int) -> Entry:
    """That entry. Raises DoesNotExist for one the actor does not see."""
    return entries(actor).get(pk=sequence)


def organ_names(actor: Actor) -> dict[int, str]:
    """The organs whose entries the actor sees."""
    if not actor.has(Role.AUDITOR):
        return {}
    return dict(organs_within(actor).values_list("pk", "name"))


def verification(actor: Actor, number: int) -> Verification:
    """That verification of the chain. Raises DoesNotExist for whoever is no auditor."""
    rows = Verification.objects.all() if actor.has(Role.AUDITOR) else Verification.objects.none()
    return rows.get(pk=number)


def _seen(actor: Actor) -> QuerySet[Entry]:
    rows = within(actor, Entry.objects.all(), field="organ_id")
    home = Organ.objects.filter(pk=actor.organ_id) if actor.organ_id else Organ.objects.none()
    if home.filter(superior=None).exists():
        return rows | Entry.objects.filter(organ_id=None)
    return rows


def _fitting(asked: Asked) -> Q:
    person = Q(actor_name__icontains=asked.person) | Q(actor=asked.person)
    tomorrow = asked.until + timedelta(days=1) if asked.until else None
    wanted: tuple[tuple[object, Q], ...] = (
        (asked.person, person),
        (asked.organ_id, Q(organ_id=asked.organ_id)),
        (asked.verb, Q(verb=asked.verb)),
        (asked.subject, Q(subject__startswith=asked.subject)),
        (asked.since, Q(at__gte=_midnight(asked.since or date.min))),
        (tomorrow, Q(at__lt=_midnight(tomorrow or date.min))),
    )
    found = Q()
    for value, condition in wanted:
        found &= condition if value else Q()
    return found


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))
