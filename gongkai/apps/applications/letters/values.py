"""What letters of a case say of it: applicant, dates, the organ's own data, the remedy."""

from typing import Final

from gongkai.apps.applications.models import Applicant, Application, Profile
from gongkai.apps.organs.models import Organ
from gongkai.core.applications.decisions import Remedy
from gongkai.core.applications.kinds import ApplicantKind, SubmissionWay
from gongkai.core.applications.letters.making import day_in_words
from gongkai.core.applications.remedies import (
    ANSWER_WORD,
    DECISION_WORD,
    OR,
    Standing,
    Ways,
    bodies,
    clauses,
    court,
)
from gongkai.core.identity import OrganKind

MOST_ABOVE: Final = 8
"""How far up the tree somebody is looked for who reviews."""
TO_PERSON: Final = "您"
TO_ORGANISATION: Final = "你单位"


def profile_of(organ_id: int) -> Profile:
    """What the organ says of itself; an empty one where it has said nothing yet."""
    return Profile.objects.filter(organ_id=organ_id).first() or Profile(organ_id=organ_id)


def values_of(application: Application) -> dict[str, str]:
    """The common fields of all letters of a case."""
    organ, profile = application.organ, profile_of(application.organ_id)
    is_person = application.applicant_kind == ApplicantKind.NATURAL
    return {
        "organ": organ.name,
        "applicant": applicant_name(application),
        "you": TO_PERSON if is_person else TO_ORGANISATION,
        "number": application.number,
        "received_on": day_in_words(application.received_on),
        "way": _way(application.way),
        "request": application.description,
        "due": day_in_words(application.due),
        "office": profile.office or organ.name,
        "phone": profile.phone,
        "address": profile.address,
    }


def _way(way: str) -> str:
    return SubmissionWay(way).label if way in set(SubmissionWay) else way


def applicant_name(application: Application) -> str:
    """The applicant's full name; the masked one where the record is not there."""
    row = Applicant.objects.filter(application=application).first()
    return row.name if row and row.name else application.applicant_masked


def standing_of(organ: Organ) -> Standing:
    """The organ and those above it."""
    above, superior = list[tuple[OrganKind, str]](), organ.superior
    while superior is not None and len(above) < MOST_ABOVE:
        above.append((OrganKind(superior.kind), superior.name))
        superior = superior.superior
    return Standing(OrganKind(organ.kind), organ.name, tuple(above))


def ways_of(organ: Organ) -> Ways:
    """Where somebody may turn against this organ: as its profile says, else as the law does."""
    profile, standing = profile_of(organ.pk), standing_of(organ)
    return Ways(
        profile.review_body or OR.join(bodies(standing).names),
        profile.court or court(standing.kind).name,
        profile.review_address,
    )


def remedy_values(
    organ: Organ, remedy: Remedy, *, in_part: bool, is_decision: bool = False
) -> dict[str, str]:
    """The remedy as a field of a letter; a decision calls itself one."""
    word = DECISION_WORD if is_decision else ANSWER_WORD
    return {"remedy": "\n".join(clauses(remedy, ways_of(organ), in_part=in_part, word=word))}
