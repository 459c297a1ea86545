"""Looking up review chains: the organ's own, and how far an edition has come on its way."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.apps.organs.scope import Purpose, one, within
from gongkai.apps.publishing.chains import chain_for, chain_of, unpacked
from gongkai.apps.publishing.models import Edition, Review, ReviewChain
from gongkai.apps.publishing.turns import levels_left, still_counting
from gongkai.core.identity import Actor
from gongkai.core.publishing.kinds import KINDS
from gongkai.core.review.chain import DEFAULT, Chain, Level

REVIEWED = frozenset({"in_review", "released_urgently"})


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One level on the way of an edition: where it stands, and who said what there last.

    `state` is `passed`, `now`, `sent_back`, `objected`, `ahead`, or `after`: may wait until after
    an urgent release.
    """

    number: int
    level: Level
    state: str
    review: Review | None = None
    waits_for: str = ""


@dataclass(frozen=True, slots=True)
class KindChain:
    """The chain that items of a kind go through; `row` where the organ has set it for that kind."""

    kind: str
    label: str
    chain: Chain
    row: ReviewChain | None


def reviews_of(edition: Edition) -> list[Review]:
    """Everything that was said about an edition, in order."""
    rows = Review.objects.filter(edition=edition).select_related("revision")
    return list(rows.defer("revision__content"))


def way_of(edition: Edition, reviews: Iterable[Review]) -> list[ChainStep]:
    """The levels of an edition in order; before it is submitted, those it will go through."""
    said = list(reviews)
    chain = unpacked(edition.chain) or chain_of(edition.item.organ_id, edition.item.kind)
    passing = still_counting(edition, said)
    left = set(levels_left(edition, passing, urgent=False)) if edition.chain else set()
    latest = {row.level: row for row in said}
    return [
        _step(edition, number, level, latest.get(number), is_left=number in left)
        for number, level in enumerate(chain)
    ]


def _step(
    edition: Edition, number: int, level: Level, review: Review | None, *, is_left: bool
) -> ChainStep:
    if edition.state in REVIEWED and edition.level == number:
        return ChainStep(number, level, "now", review, edition.assignee_name)
    if review is not None and review.verdict in {"send_back", "object"}:
        state = "sent_back" if review.verdict == "send_back" else "objected"
        return ChainStep(number, level, state, review)
    if review is not None and not is_left:
        return ChainStep(number, level, "passed", review)
    waits = edition.is_urgent and not level.urgent
    return ChainStep(number, level, "after" if waits else "ahead", review)


def organ_chains(actor: Actor) -> list[KindChain]:
    """What the actor's organ has set: the general chain first, then each kind of item."""
    mine = ReviewChain.objects.filter(organ_id=actor.organ_id or 0)
    rows = within(actor, mine, to=Purpose.WORK)
    found = {row.kind: row for row in rows}
    general = found.get("")
    usual = DEFAULT if general is None else unpacked(general.levels)
    chains = [KindChain("", GENERAL, usual, general)]
    for kind in KINDS:
        row = found.get(kind.key)
        chain = chain_for(kind.key, usual if row is None else unpacked(row.levels))
        chains.append(KindChain(kind.key, kind.label, chain, row))
    return chains


def chain_row(actor: Actor, chain_id: int) -> ReviewChain:
    """That chain of an organ the actor works for. Raises DoesNotExist."""
    return one(actor, ReviewChain.objects.all(), chain_id, to=Purpose.WORK)


GENERAL = "各类信息（没有单独设置的）"
