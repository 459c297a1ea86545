"""Everything that the page of one item shows, gathered for one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.apps.publishing import change_queries, history_queries
from gongkai.apps.publishing import item_queries as queries
from gongkai.apps.publishing.chain_queries import ChainStep, reviews_of, way_of
from gongkai.apps.publishing.history_queries import Happening
from gongkai.apps.publishing.item_queries import Enclosed, Timing
from gongkai.apps.publishing.models import (
    AttributeChange,
    Determination,
    Edition,
    Item,
    Placement,
    Reassessment,
    Revision,
)
from gongkai.apps.publishing.review_queries import objections
from gongkai.core.identity import Actor
from gongkai.core.publishing.draft import Draft, unpack


@dataclass(frozen=True, slots=True)
class WorkPage:
    """What only the item's own organ sees of it.

    `going` is the work that goes on, `last` that or the one closed last; `facts` are the names of
    what holds for what can be done next.
    """

    going: Edition | None
    last: Edition | None
    way: Sequence[ChainStep]
    is_my_turn: bool
    was_submitted: bool
    facts: frozenset[str]
    changes: Sequence[AttributeChange]
    reassessments: Sequence[Reassessment]
    placements: Sequence[Placement]


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One item. `revision` is what is public, else what was submitted last; `draft` what it says.

    `work` is there only for the item's own organ.
    """

    item: Item
    revision: Revision | None
    draft: Draft
    enclosed: Sequence[Enclosed]
    revisions: Sequence[Revision]
    timing: Timing
    interprets: Sequence[Item]
    interpreted_by: Sequence[Item]
    replaces: Sequence[Item]
    determinations: Sequence[Determination]
    happenings: Sequence[Happening]
    work: WorkPage | None


def item_page(actor: Actor, item_id: int, today: date) -> ItemPage:
    """The page of that item. Raises DoesNotExist."""
    item = queries.item(actor, item_id)
    own = queries.is_own(actor, item)
    revision = queries.shown_revision(item, own=own)
    return ItemPage(
        item=item,
        revision=revision,
        draft=Draft() if revision is None else unpack(revision.content),
        enclosed=[] if revision is None else queries.enclosed(revision),
        revisions=list(queries.revisions(item, own=own)),
        timing=queries.timing(item, today),
        interprets=queries.interpreted(actor, item),
        interpreted_by=queries.interpretations(actor, item),
        replaces=queries.replaced(actor, item),
        determinations=list(queries.determinations(item)),
        happenings=history_queries.happenings(actor, item, own=own),
        work=_work(actor, item) if own else None,
    )


def _work(actor: Actor, item: Item) -> WorkPage:
    going = queries.pending(item)
    last = going or queries.latest_edition(item)
    reviews = [] if last is None else reviews_of(last)
    changes = list(change_queries.changes_of(item))
    holds = {
        "can_change": all(row.closed_at is not None for row in changes),
        "is_kept_back": item.reassess_on is not None and item.state != "discarded",
    }
    return WorkPage(
        going=going,
        last=last,
        way=[] if last is None else way_of(last, reviews),
        is_my_turn=going is not None and not objections(actor, going, reviews),
        was_submitted=item.editions.exclude(revision=None).exists(),
        facts=frozenset(name for name, fact in holds.items() if fact),
        changes=changes,
        reassessments=list(change_queries.reassessed(item)),
        placements=list(queries.placements(item)),
    )
