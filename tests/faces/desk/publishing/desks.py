"""An organ with its people signed in at the desk, and items in every state, made just now."""

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from django.test import Client
from django.utils.timezone import localtime

from gongkai.apps.organs.models import User
from gongkai.apps.publishing.drafting import save_draft
from gongkai.apps.publishing.models import Edition, Item
from gongkai.apps.publishing.submitting import submit
from gongkai.core.identity import Actor
from gongkai.core.publishing.draft import unpack
from tests.factories.organs import Region
from tests.factories.publishing import Staff

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response


class Desks:
    """The finance bureau of a city, each of its people before a browser of his own."""

    def __init__(self) -> None:
        self.region = Region()
        self.staff = Staff(self.region.finance, "cz")
        self.now = localtime()

    def of(self, actor: Actor) -> Client:
        """The browser of one of them."""
        return signed_in(User.objects.get(pk=int(actor.key.removeprefix("user:"))))

    @cached_property
    def drafter(self) -> Client:
        return self.of(self.staff.drafter)

    @cached_property
    def unit_head(self) -> Client:
        return self.of(self.staff.unit_head)

    @cached_property
    def secrecy(self) -> Client:
        return self.of(self.staff.secrecy_reviewer)

    @cached_property
    def deputy(self) -> Client:
        return self.of(self.staff.deputy_leader)

    @cached_property
    def leader(self) -> Client:
        return self.of(self.staff.leader)

    @cached_property
    def office(self) -> Client:
        return self.of(self.staff.office)


def signed_in(user: User) -> Client:
    """The browser of somebody who has signed in."""
    client = Client()
    client.force_login(user)
    return client


def review_of(edition: Edition) -> str:
    """The reviewer's page."""
    return f"/desk/editions/{edition.pk}/review/"


def release_of(edition: Edition) -> str:
    """The page of the disclosure office."""
    return f"/desk/editions/{edition.pk}/release/"


def item_of(edition: Edition) -> str:
    """The page of the item."""
    return f"/desk/items/{edition.item_id}/"


def seen(edition: Edition, **values: object) -> dict[str, object]:
    """What a form sends, with the version that its page showed."""
    return {"expected": edition.version, **values}


def fresh(edition: Edition) -> Edition:
    """The edition as it stands now."""
    return Edition.objects.get(pk=edition.pk)


def item_now(edition: Edition) -> Item:
    """The item as it stands now."""
    return Item.objects.get(pk=edition.item_id)


def mended(desks: Desks, edition: Edition, **values: object) -> Edition:
    """The drafter changes a text and sends it in, again or for the first time."""
    before = unpack(edition.content)
    saved = save_draft(
        desks.staff.drafter,
        edition_id=edition.pk,
        expected=edition.version,
        draft=replace(before, **values),  # type: ignore[arg-type] # the fields of a draft
        now=desks.now,
    )
    return submit(desks.staff.drafter, edition_id=saved.pk, expected=saved.version, now=desks.now)


def said(response: "Response") -> list[str]:
    """What the page says was done or was not."""
    return [str(message) for message in response.context["messages"]]


def hidden(page: str, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}"[^>]* value="([^"]*)"', page)
    assert found
    return found[1]
