"""No page of the portal reads a row that is not public.

Every public address is asked, with items in every other state planted, and none of their words may
appear.
"""

from typing import Any

import pytest
from django.test import Client

from gongkai.apps.publishing.drafting import save_draft
from gongkai.apps.publishing.models import Edition, Item
from gongkai.core.publishing.draft import Draft
from tests.faces.portal.conftest import Town
from tests.factories.publishing import (
    NOW,
    approved,
    correcting,
    draft,
    drafted,
    filed,
    returned,
    scheduled,
    submitted,
    withdrawn,
)
from tests.house.addresses import PATTERNS, filled, is_guarded

PUBLIC = sorted(path for path in PATTERNS if not is_guarded(path))
FORMS = ("rss.xml", "atom.xml", "feed.json")
WORD = "蓝孔雀"
"""A word that stands in nothing public."""


def secret(number: int, **changes: Any) -> Draft:
    """A draft whose every part says the word."""
    return draft(
        number,
        title=f"{WORD}第{number}号通知",
        summary=f"{WORD}的概述。",
        keywords=(WORD,),
        tags=(WORD,),
        author=WORD,
        document_number=f"{WORD}〔2025〕{number}号",
        body=draft(number).body + f"<p>{WORD}</p>",
        **changes,
    )


@pytest.fixture
def hidden(town: Town) -> list[int]:
    """The numbers of items that are not public, one or two in every other state."""
    staff = town.staff
    kept_back = {
        "disclosure_class": "not_public",
        "ground": "DISCUSSION",
        "class_reason": "记录的是讨论过程，公开会影响以后的讨论。",
    }
    editions: list[Edition] = [
        drafted(staff, written=secret(11)),
        submitted(staff, written=secret(12)),
        returned(staff, written=secret(13)),
        approved(staff, written=secret(14)),
        scheduled(staff, written=secret(15)),
        filed(staff, written=secret(16, **kept_back)),
    ]
    withdrawn_item = withdrawn(staff, written=secret(17))
    again = correcting(staff, town.item.pk)
    save_draft(
        staff.drafter, edition_id=again.pk, expected=again.version, draft=secret(18), now=NOW
    )
    return [*(row.item_id for row in editions), withdrawn_item.pk]


def asked(town: Town, hidden: list[int]) -> list[str]:
    """Every public address: each value by each row there is, public or not."""
    found = list[str]()
    for pattern in PUBLIC:
        values = PATTERNS[pattern]
        choices: list[dict[str, str]] = [{}]
        for name, usual in values.items():
            rows = by_name(town, hidden).get(name, [usual])
            choices = [{**one, name: value} for one in choices for value in rows]
        found += [f"/{filled(pattern, one)}" for one in choices]
    organ = town.organ.pk
    return [
        *found,
        f"/search/?q={WORD}",
        "/search/?q=通知",
        f"/search/?q=通知&organ={organ}",
        f"/catalogue/?organ={organ}&code=20-15",
        f"/columns/statutory/?organ={organ}",
    ]


def by_name(town: Town, hidden: list[int]) -> dict[str, list[str]]:
    """What may stand in each place of an address."""
    return {
        "item_id": [str(pk) for pk in (town.item.pk, *hidden)],
        "organ_id": [str(town.organ.pk)],
        "key": list(town.columns),
        "field": [town.entry.field],
        "entry_id": [str(town.entry.pk)],
        "form": list(FORMS),
        "name": ["pages", "1", WORD],
    }


def test_no_public_address_shows_a_word_that_is_not_public(
    client: Client, town: Town, hidden: list[int]
) -> None:
    assert Item.objects.filter(title__contains=WORD).count() == len(hidden)
    answers = {address: client.get(address) for address in asked(town, hidden)}
    said = {
        address: answer.status_code
        for address, answer in answers.items()
        if WORD in answer.content.decode(errors="replace").replace(f'value="{WORD}"', "")
        and not address.startswith("/search/")
    }
    assert said == {}
    assert max(answer.status_code for answer in answers.values()) < 500
    assert sum(town.item.title in row.content.decode() for row in answers.values()) > 10


def test_the_search_does_not_find_what_is_not_public(
    client: Client, town: Town, hidden: list[int]
) -> None:
    html = client.get("/search/", {"q": WORD}).content.decode()
    assert "找到 0 条。" in html
    assert "/items/" not in html


def test_the_address_of_an_item_that_never_was_public_knows_nothing(
    client: Client, town: Town, hidden: list[int]
) -> None:
    answers = [client.get(f"/items/{pk}/").status_code for pk in hidden]
    assert answers == [404] * 6 + [410]
