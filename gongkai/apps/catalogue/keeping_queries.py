"""Who keeps a website and its columns: the disclosure office of the government whose site it is."""

from django.db.models import Q

from gongkai.apps.catalogue.models import Column, Site
from gongkai.apps.organs.models import Organ, Reach
from gongkai.apps.organs.reach import Way
from gongkai.apps.organs.scope import Purpose, organs_within, require
from gongkai.core.identity import SYSTEM, Actor, Role
from gongkai.core.identity.organs import LEVELS

KEEPERS = (Role.DISCLOSURE_OFFICE, Role.COMPETENT_DEPARTMENT)


def government_of(actor: Actor) -> Organ:
    """The government for whose site the actor works: his own organ, or, where that is the
    competent department of the same region, the one above it. Raises DoesNotExist."""
    require(actor, *KEEPERS)
    own = organs_within(actor, to=Purpose.WORK).select_related("superior")
    organ = own.get(pk=actor.organ_id or 0)
    if organ.kind in LEVELS:
        return organ
    above = organ.superior
    if above is None or not organ.is_competent or above.region_code != organ.region_code:
        raise Organ.DoesNotExist
    return above


def keeps_a_site(actor: Actor) -> bool:
    """Whether there is a site, or could be one, that the actor keeps."""
    if not actor.roles & set(KEEPERS):
        return False
    try:
        government_of(actor)
    except Organ.DoesNotExist:
        return False
    return True


def kept_site(actor: Actor) -> Site:
    """The site the actor keeps. Raises DoesNotExist."""
    sites = Site.objects.select_related("organ")
    if actor == SYSTEM:
        return sites.order_by("pk")[:1].get()
    return sites.get(organ=government_of(actor))


def kept_column(actor: Actor, column_id: int) -> Column:
    """That column of the site the actor keeps, closed or not. Raises DoesNotExist."""
    rows = Column.objects.select_related("site", "parent")
    return rows.get(pk=column_id, site=kept_site(actor))


def kept_columns(actor: Actor) -> list[Column]:
    """Every column of the site the actor keeps, the closed ones last."""
    rows = Column.objects.filter(site=kept_site(actor)).select_related("parent")
    return sorted(rows, key=lambda row: row.closed_at is not None)


def organs_of(site: Site) -> list[Organ]:
    """The living organs whose pages a site has: the government and all below it."""
    below = Reach.objects.filter(viewer_id=site.organ_id, way=Way.BELOW.value).values("seen_id")
    rows = Organ.objects.filter(Q(pk=site.organ_id) | Q(pk__in=below), until=None)
    return list(rows.order_by("pk"))
