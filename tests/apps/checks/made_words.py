"""Word lists for tests, made by the actions themselves."""

from datetime import UTC, datetime

from gongkai.apps.checks.models import WordList
from gongkai.apps.checks.word_entries import add_word
from gongkai.apps.checks.word_lists import open_word_list
from gongkai.apps.checks.wording import wording_of
from gongkai.apps.organs.models import Organ
from gongkai.core.checks.content import Part, PartKind
from gongkai.core.identity import SYSTEM, Actor

NOW = datetime(2025, 6, 30, 9, tzinfo=UTC)
EMPTY = {"wrong": "", "right": "", "category": "", "severity": "", "contexts": "", "note": ""}


def cells(wrong: str, right: str = "", **others: str) -> dict[str, str]:
    return {**EMPTY, "wrong": wrong, "right": right, **others}


def word_list(
    organ: Organ | None,
    *words: str,
    allows: bool = False,
    name: str = "本地词表",
    who: Actor = SYSTEM,
) -> WordList:
    """A list of these words."""
    organ_id = None if organ is None else organ.pk
    row = open_word_list(who, organ_id=organ_id, name=name, allows=allows, now=NOW)
    for word in words:
        add_word(who, list_id=row.pk, cells=cells(word), now=NOW)
    row.refresh_from_db()
    return row


def met(organ: Organ, text: str, kind: PartKind = PartKind.BODY) -> list[str]:
    """The words that the organ's check finds in a text."""
    found = wording_of(organ.pk)(Part("body", "正文", text, kind))
    return [finding.span.quote for finding in found if finding.span]
