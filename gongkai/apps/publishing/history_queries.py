"""What happened to an item, in order: journal, reviews and publications told once each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min
from django.db.models.functions import TruncDate

from gongkai.apps.journal.queries import history
from gongkai.apps.publishing.models import Item, Publication, Review
from gongkai.core.identity import Actor

TOLD_ELSEWHERE = frozenset(
    {
        "pass_on",
        "sign",
        "send_back",
        "confirm",
        "confirm_last",
        "object",
        "release",
        "release_urgently",
        "withdraw",
        "replace",
        "save_draft",
    }
)
"""Verbs of which a review or a publication tells more, and savings, which are told together."""
MOST = 500


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened. `family` says which table of words its verb is of.

    `what` names the level or the revision, `text` is what was said about it.
    """

    at: datetime
    who: str
    family: str
    verb: str
    what: str = ""
    text: str = ""
    count: int = 1


def happenings(actor: Actor, item: Item, *, own: bool) -> list[Happening]:
    """What happened to the item, latest first; a superior is told what was decided."""
    found = [*_entries(actor, item), *_savings(actor, item), *_reviews(item)] if own else []
    ordered = sorted([*found, *_publications(item)], key=lambda row: row.at)
    return ordered[::-1]


def _publications(item: Item) -> Iterator[Happening]:
    rows = Publication.objects.filter(item=item).select_related("revision")
    for row in rows.defer("revision__content"):
        number = "" if row.revision is None else str(row.revision.number)
        yield Happening(row.at, row.actor_name, "publication", row.verb, number, row.reason)


def _reviews(item: Item) -> Iterator[Happening]:
    for row in Review.objects.filter(edition__item=item):
        who = f"{row.actor_name}（{row.on_behalf}）" if row.on_behalf else row.actor_name
        yield Happening(row.at, who, "review", row.verdict, row.label, row.reason)


def _entries(actor: Actor, item: Item) -> Iterator[Happening]:
    rows = history(actor, f"item:{item.pk}").exclude(verb__in=TOLD_ELSEWHERE)
    for row in list(rows[:MOST])[::-1]:
        said = {**_values(row.before), **_values(row.after)}
        yield Happening(
            row.at,
            row.actor_name,
            "journal",
            row.verb,
            _first(said, ("revision", "level", "at", "channel", "outcome")),
            _first(said, ("reason", "title", "address", "purpose")),
        )


def _savings(actor: Actor, item: Item) -> Iterator[Happening]:
    """Drafts save themselves many times: one line for each person and day."""
    rows = history(actor, f"item:{item.pk}").filter(verb="save_draft").order_by()
    grouped = rows.annotate(on=TruncDate("at")).values("on", "actor_name")
    told = grouped.annotate(count=Count("sequence"), last=Max("at"), first=Min("at"))
    for row in told:
        yield Happening(row["last"], row["actor_name"], "journal", "save_draft", count=row["count"])


def _values(stored: object) -> dict[str, object]:
    return dict(stored) if isinstance(stored, dict) else {}


def _first(said: dict[str, object], names: Iterable[str]) -> str:
    return next((str(said[name]) for name in names if said.get(name) not in (None, "")), "")
