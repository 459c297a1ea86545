"""The site's one main colour (R6-11), as a small sheet that comes after the common one."""

import re
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongkai.faces.portal.framing import the_site
from gongkai.faces.portal.keeping import kept

COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
SHEET: Final = (
    "@media (prefers-color-scheme: light) {{ :root {{ --main: {colour};"
    " --main-soft: color-mix(in srgb, {colour} 10%, white); }} }}\n"
)


@require_safe
@kept()
def sheet(request: HttpRequest) -> HttpResponse:
    """The sheet; empty where no site has a colour. By night the common colours stand."""
    found = the_site()
    colour = "" if found is None else found.colour
    text = SHEET.format(colour=colour) if COLOUR.fullmatch(colour) else ""
    return HttpResponse(text, content_type="text/css; charset=utf-8")
