"""Reviewing (审核): each level passes an edition on, signs it, or sends it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.journal.record import record
from gongkai.apps.organs.people_queries import stood_in_for
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.chains import unpacked
from gongkai.apps.publishing.checking import pass_gate
from gongkai.apps.publishing.drafting import touched
from gongkai.apps.publishing.locking_queries import locked_edition, seen, step_of
from gongkai.apps.publishing.models import Determination, Edition, Review, Revision
from gongkai.apps.publishing.turns import clear_assignee, levels_left, passed_by, set_turn
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.publishing.draft import unpack
from gongkai.core.publishing.lifecycle import EDITION
from gongkai.core.review.chain import Level, LevelKind


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a reviewer says. `parts` are the parts cleared of secrets: `item`, `file:12` …"""

    proofread: bool = False
    parts: frozenset[str] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """An edition before the reviewer whose turn it is."""

    edition: Edition
    revision: Revision
    level: Level
    reviews: list[Review]
    on_behalf: str


@transaction.atomic
def approve(
    actor: Actor, *, edition_id: int, expected: int, opinion: Opinion, now: datetime
) -> Edition:
    """Let the edition pass this level; the last one signs it.

    After an urgent release this confirms it.
    """
    turn = _turn(actor, edition_id, expected, now)
    edition = turn.edition
    if faults := list(_opinion_faults(turn, opinion)):
        raise BlockedError(faults)
    late = edition.state == "released_urgently"
    if not late:
        pass_gate(edition.item, turn.revision, now)
    review = _review(turn, actor, "confirm" if late else "pass", opinion, now)
    left = levels_left(edition, [*turn.reviews, review], urgent=edition.is_urgent and not late)
    on, last = ("confirm", "confirm_last") if late else ("pass_on", "sign")
    step = step_of(edition, on if left else last, Role.REVIEWER)
    edition.state, edition.resume_at = step.target, None
    if not left and late:
        edition.closed_at = now
    set_turn_after(edition, left, now)
    touched(edition, actor, now)
    edition.save()
    if step.verb == "sign":
        _determine(turn, actor, now)
    record(
        actor,
        step.verb,
        f"item:{edition.item_id}",
        after={"level": turn.level.label, "revision": turn.revision.number},
        cite=step.cite,
    )
    return edition


@transaction.atomic
def send_back(
    actor: Actor, *, edition_id: int, expected: int, reason: str, now: datetime
) -> Edition:
    """Send the edition back with a reason; it will come back to this level.

    After an urgent release this objects to it, and the disclosure office has to act.
    """
    turn = _turn(actor, edition_id, expected, now)
    edition = turn.edition
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    late = edition.state == "released_urgently"
    verb = "object" if late else "send_back"
    _review(turn, actor, verb, Opinion(text=reason), now)
    step = step_of(edition, verb, Role.REVIEWER)
    edition.state, edition.resume_at = step.target, edition.level
    edition.note = reason.strip()[:500]
    set_turn(edition, now)
    touched(edition, actor, now)
    edition.save()
    record(
        actor,
        step.verb,
        f"item:{edition.item_id}",
        after={"level": turn.level.label, "reason": edition.note},
    )
    return edition


@transaction.atomic
def hand_over(
    actor: Actor, *, edition_id: int, expected: int, colleague: Actor, now: datetime
) -> Edition:
    """Have a colleague review in one's place, this once (委托). The colleague is an actor of the
    same organ, as the faces found him."""
    turn = _turn(actor, edition_id, expected, now)
    edition = turn.edition
    reviewed = {row.actor_key for row in turn.reviews}
    barred = {actor.key, *edition.authors, *reviewed}
    if colleague.organ_id != actor.organ_id or colleague.key in barred:
        raise BlockedError([obstacles.no_colleague()])
    edition.assignee_key, edition.assignee_name = colleague.key, colleague.name[:100]
    edition.assigned_by = actor.name[:100]
    touched(edition, actor, now)
    edition.save()
    record(
        actor,
        "hand_over",
        f"item:{edition.item_id}",
        after={"level": turn.level.label, "colleague": colleague.key},
    )
    return edition


FOR_ASSIGNER = "受{name}委托"
FOR_HOLDER = "代理{name}"


def set_turn_after(edition: Edition, left: tuple[int, ...], now: datetime) -> None:
    """Whose turn it is once a level has passed: known already, so nothing is looked up again."""
    clear_assignee(edition)
    if not left or edition.state not in {"in_review", "released_urgently"}:
        edition.level, edition.level_role = None, ""
        return
    edition.level = left[0]
    edition.level_role = unpacked(edition.chain)[left[0]].role.value
    edition.arrived_at = now


def _turn(actor: Actor, edition_id: int, expected: int, now: datetime) -> Turn:
    """The edition, if it is for the actor to look at it now."""
    edition = locked_edition(actor, edition_id)
    seen(edition, expected)
    if edition.level is None or edition.revision_id is None:
        step_of(edition, "send_back", Role.REVIEWER)
        raise NotAllowedError(actor.key)
    level = unpacked(edition.chain)[edition.level]
    reviews = passed_by(edition)
    if faults := list(turn_faults(edition, reviews, actor)):
        raise BlockedError(faults)
    edition.revision = revision = Revision.objects.get(pk=edition.revision_id)
    return Turn(edition, revision, level, reviews, _behalf(actor, edition, level, localdate(now)))


def _behalf(actor: Actor, edition: Edition, level: Level, today: date) -> str:
    """For whom the actor looks at it, where it is not his own duty."""
    if edition.assignee_key == actor.key:
        return FOR_ASSIGNER.format(name=edition.assigned_by)
    holder = stood_in_for(actor, level.role, today)
    return FOR_HOLDER.format(name=holder) if holder else ""


def turn_faults(edition: Edition, passed: list[Review], actor: Actor) -> Iterator[Finding]:
    """Why it is not for the actor to review the edition; `passed` are the reviews that let it."""
    if edition.level is None:
        yield obstacles.not_open(EDITION.label(edition.state))
        return
    level = unpacked(edition.chain)[edition.level]
    if level.role not in actor.roles and edition.assignee_key != actor.key:
        yield obstacles.not_your_turn(level.label)
    if actor.key in edition.authors:
        yield obstacles.own_text()
    for row in passed:
        if row.actor_key == actor.key and row.level != edition.level:
            yield obstacles.reviewed_before(row.label)
            return


def _opinion_faults(turn: Turn, opinion: Opinion) -> Iterator[Finding]:
    if turn.level.proofreads and not opinion.proofread:
        yield obstacles.not_proofread()
    if turn.level.kind is LevelKind.SECRECY:
        left = [label for key, label in parts_to_clear(turn.revision) if key not in opinion.parts]
        if left:
            yield obstacles.parts_left(LIST.join(left))


LIST = "、"
TEXT_ITSELF = ("item", "正文")


def parts_to_clear(revision: Revision) -> list[tuple[str, str]]:
    """What a secrecy review looks at one by one: the text, and each attachment (R1-11)."""
    attached = unpack(revision.content).attachments
    return [TEXT_ITSELF, *((f"file:{row.file_id}", row.name) for row in attached)]


def _review(turn: Turn, actor: Actor, verb: str, opinion: Opinion, now: datetime) -> Review:
    secret = turn.level.kind is LevelKind.SECRECY and verb in {"pass", "confirm"}
    parts = parts_to_clear(turn.revision) if secret else []
    return Review.objects.create(
        edition=turn.edition,
        revision=turn.revision,
        level=turn.edition.level or 0,
        label=turn.level.label,
        role=turn.level.role.value,
        kind=turn.level.kind.value,
        verdict=verb,
        reason=opinion.text.strip()[:500],
        proofread=opinion.proofread,
        parts=[{"key": key, "label": label} for key, label in parts],
        actor_key=actor.key,
        actor_name=actor.name[:100],
        on_behalf=turn.on_behalf[:100],
        at=now,
    )


def _determine(turn: Turn, actor: Actor, now: datetime) -> None:
    """Whoever signs decides the disclosure class (R9-02)."""
    draft = unpack(turn.revision.content)
    Determination.objects.create(
        item_id=turn.edition.item_id,
        edition=turn.edition,
        disclosure_class=draft.disclosure_class,
        ground=draft.ground,
        reason=draft.class_reason[:1000],
        proposed_by=turn.revision.author_name,
        decided_by=actor.name[:100],
        decided_at=now,
    )
