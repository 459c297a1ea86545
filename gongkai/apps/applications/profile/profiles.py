"""What an organ says of its receiving of applications (受理信息), kept by the disclosure office."""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.clocks import INTERNAL
from gongkai.apps.applications.models import Application, Profile
from gongkai.apps.applications.profile import obstacles
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.applications.deadlines.terms import REPLY
from gongkai.core.applications.kinds import BASIC_WAYS, SubmissionWay
from gongkai.core.applications.numbering import (
    APPLICATION_PATTERN,
    CODE,
    number_frame,
    pattern_faults,
)
from gongkai.core.applications.requirements import EMAIL, POSTCODE
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, Role
from gongkai.core.law.statutes import OGI

CODE_WORD: Final = re.compile(r"[A-Za-z\u4e00-\u9fff]{1,10}")
STATUTORY: Final = REPLY.workdays or 0
CODE_PLACE: Final = f"{{{CODE}}}"
NEEDS: Final = {
    SubmissionWay.FAX: ("fax", "传真"),
    SubmissionWay.EMAIL: ("email", "电子邮箱"),
}
"""Ways that need to be told where they lead."""


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """What is entered. `ways` are those that are open: opened, they bind (R1-21).
    `internal_workdays` is the organ's own, shorter term for a reply."""

    code_word: str
    number_pattern: str = ""
    office: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    hours: str = ""
    ways: tuple[str, ...] = tuple(way.value for way in SubmissionWay if way in BASIC_WAYS)
    review_body: str = ""
    review_address: str = ""
    court: str = ""
    account: str = ""
    internal_workdays: int | None = None

    def faults(self) -> Iterator[Finding]:
        """What is wrong with it."""
        if not self.code_word:
            yield obstacles.code_word_missing()
        elif not CODE_WORD.fullmatch(self.code_word):
            yield obstacles.code_word_odd()
        if self.number_pattern:
            yield from pattern_faults(self.number_pattern)
            if CODE_PLACE not in self.number_pattern:
                yield obstacles.pattern_without_code()
        yield from self._contact_faults()
        days = self.internal_workdays
        if days is not None and not 0 < days < STATUTORY:
            yield obstacles.internal_term_odd(STATUTORY)

    def _contact_faults(self) -> Iterator[Finding]:
        if not self.address.strip():
            yield obstacles.no_address()
        if not {way.value for way in BASIC_WAYS} <= set(self.ways):
            yield obstacles.basic_way_missing()
        for way, (name, label) in NEEDS.items():
            if way in self.ways and not getattr(self, name).strip():
                yield obstacles.way_without_contact(way, label)
        if self.email.strip() and not EMAIL.fullmatch(self.email.strip()):
            yield obstacles.bad_email()
        if self.postcode.strip() and not POSTCODE.fullmatch(self.postcode.strip()):
            yield obstacles.bad_postcode()


@transaction.atomic
def save_profile(actor: Actor, *, organ_id: int, facts: ProfileFacts, now: datetime) -> Profile:
    """Keep what an organ says; numbers given before stay as they are. Raises BlockedError."""
    require(actor, Role.DISCLOSURE_OFFICE)
    organ = one(actor, Organ.objects.all(), organ_id, to=Purpose.WORK, field="pk")
    profile, _ = Profile.objects.get_or_create(organ=organ, defaults={"changed_at": now})
    profile = Profile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
    found = list(facts.faults()) or list(_taken(facts, organ, now))
    if found:
        raise BlockedError(found)
    values = values_of(facts)
    before = {name: getattr(profile, name) for name in values}
    for name, value in values.items():
        setattr(profile, name, value)
    profile.changed_at = now
    profile.save()
    changed = [name for name, value in values.items() if before[name] != value]
    record(
        actor,
        "save_profile",
        f"organ:{organ.pk}",
        before={name: before[name] for name in changed},
        after={name: values[name] for name in changed},
        cite=OGI.at(12),
    )
    return profile


def values_of(facts: ProfileFacts) -> dict[str, Any]:
    """What is stored of what was entered."""
    values = asdict(facts)
    days = values.pop("internal_workdays")
    ways = [way.value for way in SubmissionWay if way in facts.ways]
    return values | {"ways": ways, "internal_terms": {INTERNAL: days} if days else {}}


def _taken(facts: ProfileFacts, organ: Organ, now: datetime) -> Iterator[Finding]:
    """Whether another organ numbers like this, or has done so this year: it keeps those numbers."""
    others = Profile.objects.filter(code_word__iexact=facts.code_word).exclude(organ=organ)
    other = others.exclude(code_word="").select_related("organ").first()
    year, pattern = localdate(now).year, facts.number_pattern or APPLICATION_PATTERN
    before, after = number_frame(facts.code_word, year, pattern)
    rows = Application.objects.filter(year=year, number__startswith=before, number__endswith=after)
    used = rows.exclude(organ=organ).select_related("organ").first()
    if found := other or used:
        yield obstacles.code_word_taken(found.organ.name)
