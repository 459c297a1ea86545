"""What an overseer of its organ is told of an application: nothing that names a person."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from gongkai.apps.applications.models import Applicant, Application
from gongkai.apps.applications.register.queue_queries import own_organs
from gongkai.core.identity import Actor
from gongkai.core.identity.masking import masked

NAMING: Final = ("name", "representative", "contact_name", "address", "credit_code")
"""What of an applicant may be repeated in the text of a request."""
DOOR: Final = re.compile(r"\d+(?:号楼|幢|栋|单元|室)(?:\d+(?:单元|层|室|号))*")
"""The inner part of an address: house, stair and flat."""
HIDDEN: Final = "***"


def subjects(actor: Actor, rows: Sequence[Application]) -> dict[int, str]:
    """What is asked for, by number of the application; masked where it is not the own organ's."""
    own = own_organs(actor)
    foreign = [row.pk for row in rows if row.organ_id not in own]
    names = names_in(foreign)
    return {
        row.pk: row.subject if row.organ_id in own else hushed(row.subject, names[row.pk])
        for row in rows
    }


def hushed(text: str, names: Iterable[str]) -> str:
    """A text without these names, without numbers, addresses of mail, and doors."""
    return DOOR.sub(HIDDEN, masked(text, names))


def names_in(numbers: Iterable[int]) -> defaultdict[int, list[str]]:
    """What names the applicants of these applications, so that it can be struck out of texts."""
    found = defaultdict[int, list[str]](list)
    for row in Applicant.objects.filter(application__in=list(numbers)):
        told = (str(getattr(row, field)) for field in NAMING)
        found[row.application_id] += [name for name in told if name]
    return found
