"""基层政务公开标准目录 (R8-01 to R8-07): from an organ over field and entry to its items."""

from typing import TYPE_CHECKING, Final

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue import directory_public_queries as queries
from gongkai.apps.catalogue.directory_queries import directory_of
from gongkai.apps.catalogue.public_queries import organ
from gongkai.apps.publishing.listing_queries import Listing
from gongkai.core.catalogue.directory import LABELS, NAMES, Way, spoken
from gongkai.core.catalogue.fields import FIELD, GrassrootsField
from gongkai.faces.portal.asking import PAGE, page_of, pages_address
from gongkai.faces.portal.framing import Crumb, crumbs, fixed_labels, organ_crumbs
from gongkai.faces.portal.keeping import kept, noted

if TYPE_CHECKING:
    from gongkai.apps.organs.models import Organ

AREA: Final = "catalogue"
TITLE: Final = "基层政务公开标准目录"
LEAD: Final = "按领域列出应当公开的事项、内容、依据、时限、主体和渠道。"
SEPARATE: Final = frozenset({"first", "second"})
"""What stands in the heading of an entry's page."""


@require_safe
@kept()
def directories(request: HttpRequest) -> HttpResponse:
    """The organs that have a standard directory."""
    shown = {
        "area": AREA,
        "labels": fixed_labels(TITLE, LEAD),
        "lead": LEAD,
        "organs": queries.organs_listed(),
        "crumbs": crumbs(Crumb(TITLE)),
    }
    return render(request, "portal/directories.html", shown)


@require_safe
@kept()
def directory(request: HttpRequest, organ_id: int) -> HttpResponse:
    """The fields of one organ; a page says so where it has none yet."""
    whose = organ_of(organ_id)
    shown = {
        "area": AREA,
        "labels": fixed_labels(TITLE, LEAD),
        "lead": LEAD,
        "organ": whose,
        "fields": directory_of(organ_id),
        "crumbs": organ_crumbs(whose, Crumb(TITLE)),
    }
    return render(request, "portal/directory.html", shown)


@require_safe
@kept()
def field(request: HttpRequest, organ_id: int, field: str) -> HttpResponse:
    """The entries of one field, each with how much is public of it."""
    whose, of = organ_of(organ_id), field_of(field)
    try:
        matters = queries.field_shown(organ_id, field)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    shown = {
        "area": AREA,
        "labels": fixed_labels(TITLE, LEAD),
        "organ": whose,
        "field": of,
        "matters": matters,
        "on_application": Way.ON_APPLICATION.value,
        "crumbs": organ_crumbs(whose, up(whose), Crumb(of.label)),
    }
    return render(request, "portal/directory_field.html", shown)


@require_safe
@kept(PAGE)
def entry(request: HttpRequest, organ_id: int, field: str, entry_id: int) -> HttpResponse:
    """One entry: all that the directory says of it, and what is public."""
    whose, of = organ_of(organ_id), field_of(field)
    try:
        row, items = queries.entry_shown(organ_id, field, entry_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    address = reverse("portal:directory-field", args=[organ_id, field])
    shown = {
        "area": AREA,
        "labels": fixed_labels(TITLE, LEAD),
        "organ": whose,
        "entry": row,
        "values": [
            (LABELS[name], said)
            for name in NAMES
            if name not in SEPARATE and (said := spoken(name, getattr(row, name)))
        ],
        "on_application": Way.ON_APPLICATION.value,
        "page": page_of(request, noted(("entry", row.pk), lambda: Listing(items))),
        "pages_address": pages_address(request),
        "crumbs": organ_crumbs(whose, up(whose), Crumb(of.label, address), Crumb(row.number)),
    }
    return render(request, "portal/directory_entry.html", shown)


def organ_of(organ_id: int) -> "Organ":
    """That organ. Raises Http404."""
    try:
        return organ(organ_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def field_of(key: str) -> GrassrootsField:
    """That field. Raises Http404."""
    if key not in FIELD:
        raise Http404
    return FIELD[key]


def up(whose: "Organ") -> Crumb:
    """The step to the organ's directory."""
    return Crumb(TITLE, reverse("portal:directory", args=[whose.pk]))
