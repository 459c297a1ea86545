"""Looking up disclosure guides: what the public sees, what the desk keeps, what waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet

from gongkai.apps.catalogue.models import Guide, GuideRevision, Site
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, one, own_organ, within
from gongkai.apps.publishing.comparing import Compared
from gongkai.apps.publishing.markup import difference_of_texts
from gongkai.core.catalogue.disclosure_guide import PARTS, cleaned, difference, examine, is_complete
from gongkai.core.catalogue.reviewing import Facts, Reason, reasons
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor, Role

BETWEEN = "；"


@dataclass(frozen=True, slots=True)
class GuideSection:
    """A heading of a guide with what is said below it, in order: label and text."""

    label: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PublicGuide:
    """An organ's guide as the public sees it: the last version that was complete."""

    organ: Organ
    sections: tuple[GuideSection, ...]
    at: datetime
    reviewed_on: date | None


@dataclass(frozen=True, slots=True)
class KeptGuide:
    """An organ's guide at the desk: what was saved last, what is wrong with it, why it waits.

    `number` is the last version's, 0 where there is none; `public` the one the public sees."""

    organ: Organ
    guide: Guide | None
    content: Mapping[str, str]
    number: int
    public: GuideRevision | None
    findings: tuple[Finding, ...]
    reasons: tuple[Reason, ...]

    @property
    def is_complete(self) -> bool:
        """Whether what was saved last has all that article 12 wants."""
        return self.number > 0 and is_complete(self.content)

    @property
    def sections(self) -> tuple[GuideSection, ...]:
        """What was saved last, under its headings."""
        return sections_of(self.content)


def guide_of(organ_id: int) -> PublicGuide | None:
    """The guide that the public sees of an organ; None where none was ever complete."""
    rows = Guide.objects.select_related("organ", "good").exclude(good=None)
    guide = rows.filter(organ_id=organ_id).first()
    if guide is None or guide.good is None:
        return None
    shown = sections_of(guide.good.content)
    return PublicGuide(guide.organ, shown, guide.good.at, guide.reviewed_on)


def sections_of(content: Mapping[str, str]) -> tuple[GuideSection, ...]:
    """A guide's content under its headings; what is empty is left out."""
    said = cleaned(content)
    found = (
        (part.label, tuple((row.label, said[row.key]) for row in part.fields if said[row.key]))
        for part in PARTS
    )
    return tuple(GuideSection(label, lines) for label, lines in found if lines)


def kept_guide(actor: Actor, organ_id: int, today: date) -> KeptGuide:
    """That organ's guide. Raises DoesNotExist for an organ the actor does not see."""
    organ = one(actor, Organ.objects.all(), organ_id, field="pk")
    guide = Guide.objects.select_related("good").filter(organ=organ).first()
    content = cleaned({} if guide is None else guide.content)
    last = None if guide is None else guide.revisions.first()
    return KeptGuide(
        organ=organ,
        guide=guide,
        content=content,
        number=0 if last is None else last.number,
        public=None if guide is None else guide.good,
        findings=examine(content),
        reasons=waiting(guide, organ, today),
    )


def waiting(guide: Guide | None, organ: Organ, today: date) -> tuple[Reason, ...]:
    """Why an organ's guide waits for somebody."""
    if guide is None or not guide.content:
        return (Reason.ABSENT,)
    missing = () if is_complete(guide.content) else (Reason.INCOMPLETE,)
    if guide.good_id is None:
        return missing
    seen, months = Facts(**guide.facts), settings.GONGKAI_GUIDE_MONTHS
    return (*missing, *reasons(guide.reviewed_on, seen, facts_of(organ), today, months))


def facts_of(organ: Organ) -> Facts:
    """What is known of an organ elsewhere in the system."""
    run = Site.objects.filter(organ=organ).values_list("host", "contact")[:1]
    return Facts(organ.name, BETWEEN.join(filter(None, next(iter(run), ()))))


def due_guides(actor: Actor, today: date) -> QuerySet[Organ]:
    """The actor's own organ, where its guide waits and the actor keeps it."""
    own = own_organ(actor, to=Purpose.WORK)
    if own is None or Role.DISCLOSURE_OFFICE not in actor.roles:
        return Organ.objects.none()
    organ = Organ.objects.get(pk=own)
    guide = Guide.objects.filter(organ=organ).first()
    rows = Organ.objects.filter(pk=own)
    return rows if waiting(guide, organ, today) else rows.none()


def guide_revisions(actor: Actor, organ_id: int) -> QuerySet[GuideRevision]:
    """The versions of an organ's guide, the newest first."""
    rows = within(actor, GuideRevision.objects.all(), field="guide__organ")
    return rows.filter(guide__organ_id=organ_id)


@dataclass(frozen=True, slots=True)
class ShownRevision:
    """One version, and what it changed against the one before."""

    revision: GuideRevision
    sections: tuple[GuideSection, ...]
    before: int | None
    changes: tuple[Compared, ...]


def guide_revision(actor: Actor, revision_id: int) -> ShownRevision:
    """That version. Raises DoesNotExist for one of an organ the actor does not see."""
    rows = GuideRevision.objects.select_related("guide", "guide__organ")
    revision = one(actor, rows, revision_id, field="guide__organ")
    earlier = revision.guide.revisions.filter(number__lt=revision.number).first()
    old = {} if earlier is None else earlier.content
    return ShownRevision(
        revision,
        sections_of(revision.content),
        None if earlier is None else earlier.number,
        tuple(compared(old, revision.content)) if earlier else (),
    )


def compared(old: Mapping[str, str], new: Mapping[str, str]) -> list[Compared]:
    """The fields that differ, with what went and what came marked."""
    return [
        Compared(
            row.field.key,
            row.field.label,
            row.before,
            row.after,
            difference_of_texts(row.before, row.after),
        )
        for row in difference(old, new)
    ]
