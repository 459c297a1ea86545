"""The platform of one organ (政府信息公开, R5-01 to R5-09): the same page for each of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue.column_queries import items_of
from gongkai.apps.catalogue.directory_public_queries import has_directory
from gongkai.apps.catalogue.guide_queries import guide_of
from gongkai.apps.catalogue.public_queries import (
    catalogue_items,
    code_counts,
    organ,
)
from gongkai.apps.organs.heir_queries import heirs_of
from gongkai.core.catalogue.columns import ColumnKind
from gongkai.core.publishing.catalogue import ENTRIES
from gongkai.faces.portal.asking import ORGAN
from gongkai.faces.portal.framing import NAME, columns, fixed_labels, organ_crumbs, organs
from gongkai.faces.portal.keeping import kept

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import Column
    from gongkai.apps.publishing.models import Item

NEWEST: Final = 10
IN_COLUMN: Final = 5
LIST: Final = "有公开信息的机关"


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of 法定主动公开内容: what it is, and how much of it the organ shows."""

    code: str
    label: str
    many: int


@dataclass(frozen=True, slots=True)
class Part:
    """A column that every organ has, with what this organ shows in it."""

    column: "Column"
    items: list["Item"]


@require_safe
@kept()
def organ_page(request: HttpRequest, organ_id: int) -> HttpResponse:
    """The four parts of one organ, and what is new there; of one that was closed and has left
    nothing in public, 301 to the one that took over."""
    try:
        whose = organ(organ_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    heirs = heirs_of(whose)
    newest = list(catalogue_items(organ_id=organ_id)[:NEWEST])
    if len(heirs) == 1 and not newest:
        return redirect("portal:organ", heirs[0].pk, permanent=True)
    known = columns()
    parts = [row for row in known.all if is_part(row)]
    shown = {
        "area": "catalogue",
        "labels": fixed_labels(NAME, whose.name),
        "organ": whose,
        "heirs": heirs,
        "crumbs": organ_crumbs(whose),
        "organs": organs(),
        "guide": guide_of(organ_id),
        "has_directory": has_directory(organ_id),
        "counted": counted(organ_id),
        "statutory": known.of_kind(ColumnKind.STATUTORY),
        "parts": [Part(row, list(items_of(row, organ_id=organ_id)[:IN_COLUMN])) for row in parts],
        "newest": newest,
    }
    return render(request, "portal/organ.html", shown)


def is_part(column: "Column") -> bool:
    """Whether an organ's page shows this column; 法定主动公开内容 stands there line by line."""
    is_top = column.each_organ and column.parent_id is None
    return is_top and column.kind != ColumnKind.STATUTORY


def counted(organ_id: int) -> list[Counted]:
    """The lines of articles 20 and 21; those of 21 only where the organ has something."""
    found = code_counts(organ_id)
    return [
        Counted(row.code, row.label, found.get(row.code, 0))
        for row in ENTRIES
        if row.code.startswith("20-") or row.code in found
    ]


@require_safe
def choose(request: HttpRequest) -> HttpResponseRedirect:
    """To the organ chosen in the switcher."""
    said = ORGAN.read(request.GET)
    return redirect("portal:organ", int(said)) if said else redirect("portal:organs")


@require_safe
@kept()
def organ_list(request: HttpRequest) -> HttpResponse:
    """Every organ that has something public."""
    shown = {"area": "catalogue", "labels": fixed_labels(NAME, LIST), "organs": organs()}
    return render(request, "portal/organs.html", shown)
