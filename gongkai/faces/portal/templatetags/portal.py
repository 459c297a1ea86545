"""Words and marks of the portal's frame."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.timezone import localtime

from gongkai.faces.portal import framing
from gongkai.faces.portal.framing import Crumb, Label, numbered, site_labels
from gongkai.faces.portal.keeping import place_of

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import Site
    from gongkai.apps.catalogue.public_queries import OrganEntry
    from gongkai.apps.publishing.listing_queries import Listed
    from gongkai.core.publishing.catalogue import Entry

register = template.Library()
SHORT: Final = 80


@register.simple_tag
def the_site() -> "Site | None":
    """The site whose pages these are."""
    return framing.the_site()


@register.simple_tag(takes_context=True)
def all_labels(context: Context) -> SafeString:
    """The labels of a page: those of the site, then its own."""
    request = context.get("request")
    host = place_of(request).partition("://")[2] if isinstance(request, HttpRequest) else ""
    rows = [*site_labels(framing.the_site(), host), *(context.get("labels") or ())]
    return mark_safe("".join(map(_label, rows)))  # noqa: S308 - escaped one by one


@register.simple_tag
def steps_of(crumbs: Sequence[Crumb]) -> SafeString:
    """The steps of the way here; the last one is the page itself."""
    steps = [f"<li>{_step(row)}</li>" for row in crumbs[:-1]]
    steps += [f'<li aria-current="page">{_step(row)}</li>' for row in crumbs[-1:]]
    return mark_safe("".join(steps))  # noqa: S308 - escaped one by one


@register.simple_tag
def entry(item: "Listed", plain: object = None) -> SafeString:
    """A line of a list: the title, when it was released, and where it is not `plain`, by whom."""
    about = f"　{escape(str(item.organ))}" if not plain else ""
    if about and item.index_number:
        about += f"　索引号 {escape(item.index_number)}"
    at = localtime(item.released_at)
    when = f'<time datetime="{at.isoformat()}">{at:%Y-%m-%d %H:%M}</time>'
    return mark_safe(  # noqa: S308 - escaped one by one
        f'<li><a href="{numbered("portal:item", item.pk)}">{escape(item.title)}</a> '
        f'<span class="about quiet small">{when}{about}</span></li>'
    )


@register.simple_tag
def catalogue_line(item: "Listed") -> SafeString:
    """A line of the catalogue (R1-07)."""
    address, title = numbered("portal:item", item.pk), escape(item.title)
    cells = (
        escape(Truncator(item.summary).chars(SHORT)),
        "" if item.formed_on is None else item.formed_on.isoformat(),
        f"{localtime(item.released_at):%Y-%m-%d %H:%M}",
        escape(str(item.organ)),
    )
    return mark_safe(  # noqa: S308 - escaped one by one
        f'<tr><td>{escape(item.index_number)}</td><th scope="row" class="wide">'
        f'<a href="{address}">{title}</a></th>'
        f"{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    )


@register.simple_tag
def organ_options(organs: "Sequence[OrganEntry]", chosen: object = None) -> SafeString:
    """The organs to choose from."""
    return _options([(str(row.pk), row.name) for row in organs], str(chosen or ""))


@register.simple_tag
def entry_options(entries: "Sequence[Entry]", chosen: str = "") -> SafeString:
    """The codes of the catalogue to choose from."""
    return _options([(row.code, row.label) for row in entries], chosen)


def _options(rows: Sequence[Label], chosen: str) -> SafeString:
    marks = {chosen: " selected"} if chosen else {}
    said = (
        f'<option value="{escape(value)}"{marks.get(value, "")}>{escape(name)}</option>'
        for value, name in rows
    )
    return mark_safe("".join(said))  # noqa: S308 - escaped one by one


def _label(row: Label) -> str:
    name, value = row
    return f'<meta name="{escape(name)}" content="{escape(value)}">\n'


def _step(row: Crumb) -> str:
    name = escape(row.name)
    return f'<a href="{escape(row.address)}">{name}</a>' if row.address else name
