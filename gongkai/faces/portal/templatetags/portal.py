"""Words and marks of the portal's frame."""

from typing import TYPE_CHECKING

from django import template
from django.http import HttpRequest

from gongkai.faces.portal import framing
from gongkai.faces.portal.framing import Label, site_labels

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import Site

register = template.Library()


@register.simple_tag
def the_site() -> "Site | None":
    """The site whose pages these are."""
    return framing.the_site()


@register.simple_tag
def labels_of(known: "Site | None", request: HttpRequest | None) -> list[Label]:
    """The labels that every page carries."""
    return site_labels(known, "" if request is None else request.get_host())
