"""Looking up how an organ receives applications: for letters, for the desk, and for the public."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.apps.applications.models import Profile
from gongkai.apps.organs.directory_queries import tree
from gongkai.apps.organs.heir_queries import heirs_of
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import one
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.identity import Actor


@dataclass(frozen=True, slots=True)
class Reception:
    """Where an organ receives applications, as far as it has said so.

    `heirs` are the names of the living organs that took over from one that is abolished.
    """

    organ: Organ
    profile: Profile | None
    ways: tuple[SubmissionWay, ...]
    heirs: tuple[str, ...] = ()

    @property
    def is_online(self) -> bool:
        """Whether the portal may send it applications."""
        return SubmissionWay.PORTAL in self.ways and self.organ.until is None


@dataclass(frozen=True, slots=True)
class Place:
    """An organ in the list of those that can be asked."""

    pk: int
    name: str
    depth: int
    is_online: bool


def profile_of(organ_id: int) -> Profile | None:
    """What the organ says, if it has said anything."""
    return Profile.objects.filter(organ_id=organ_id).first()


def kept_profile(actor: Actor, organ_id: int) -> Profile | None:
    """The profile of an organ within reach. Raises DoesNotExist for what is out of it."""
    return profile_of(one(actor, Organ.objects.all(), organ_id, field="pk").pk)


def reception(organ_id: int) -> Reception:
    """How that organ receives applications. Raises DoesNotExist."""
    organ = Organ.objects.get(pk=organ_id)
    profile = profile_of(organ_id)
    ways = [] if profile is None else profile.ways
    open_ways = tuple(way for way in SubmissionWay if way in ways)
    return Reception(organ, profile, open_ways, tuple(heir.name for heir in heirs_of(organ)))


def receptions() -> Sequence[Place]:
    """The living organs that have said how they receive applications, in the order of the tree."""
    known = dict(Profile.objects.exclude(code_word="").values_list("organ_id", "ways"))
    rows = tree(Organ.objects.filter(until=None))
    return [
        Place(row.pk, row.name, depth, SubmissionWay.PORTAL in known[row.pk])
        for row, depth in rows
        if row.pk in known
    ]
