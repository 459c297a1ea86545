"""Addresses that lead elsewhere: those written down, what still answers, and who took over."""

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.urls import Resolver404, resolve

from gongkai.apps.catalogue.column_queries import site
from gongkai.apps.catalogue.keeping_queries import KEEPERS, kept_site
from gongkai.apps.catalogue.models import Column, Moved, Site
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import require
from gongkai.apps.publishing.models import Item
from gongkai.core.catalogue.addresses import CLOSED_TO_ALL
from gongkai.core.identity import Actor, NotAllowedError


def public_site(actor: Actor) -> Site:
    """The site the actor keeps, where that is the one the public sees. Raises DoesNotExist."""
    require(actor, *KEEPERS)
    kept = kept_site(actor)
    if kept != site():
        raise Site.DoesNotExist
    return kept


def keeps_the_public_site(actor: Actor) -> bool:
    """Whether the actor keeps the site that the public sees."""
    try:
        return public_site(actor) is not None
    except (ObjectDoesNotExist, NotAllowedError):
        return False


def moved_addresses(actor: Actor) -> QuerySet[Moved]:
    """Every address that leads elsewhere, the latest first, for whoever keeps the site. Raises
    DoesNotExist."""
    public_site(actor)
    return Moved.objects.order_by("-moved_at", "-pk")


def is_for_all(path: str) -> bool:
    """Whether an address is one for the public."""
    return not path.startswith(CLOSED_TO_ALL)


def answers(path: str) -> bool:
    """Whether a public page is at an address, or belongs to it: an item that was withdrawn keeps
    its page; a column that is closed does not."""
    try:
        values = resolve(path.partition("?")[0]).kwargs
    except Resolver404:
        return False
    if "key" in values:
        here = site()
        return Column.objects.filter(site=here, key=values["key"], closed_at=None).exists()
    if "item_id" in values:
        shown = Item.objects.exclude(first_released_at=None)
        return shown.filter(pk=values["item_id"]).exists()
    if "organ_id" in values:
        return Organ.objects.filter(pk=values["organ_id"]).exists()
    return True
