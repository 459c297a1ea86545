"""Links that lead away from government sites (R6-13): a page says so before somebody follows."""

import re
from html import escape, unescape
from typing import Final
from urllib.parse import urlencode, urlsplit

from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

SIGNER: Final = Signer(salt="gongkai.leaving")
GOVERNMENT: Final = (".gov.cn", ".政府", ".政务", ".xn--mxtq1m", ".xn--zfr164b")
"""Ends of names that only organs of the state may have."""
LINK: Final = re.compile(r'(<a\s[^>]*?href=")([^"]*)(")')
LONGEST: Final = 4096
UNKNOWN: Final = "这个链接不是从本网站的页面打开的，或者已经失效。"


def is_away(address: str) -> bool:
    """Whether an address leads to another site than one of the government."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return True
    if parts.scheme not in {"", "http", "https"}:
        return False  # a letter or a call
    return bool(host) and not f".{host}".endswith(GOVERNMENT)


def notice(address: str) -> str:
    """The address of the page that says where a link leads; made here, so nobody else can."""
    return f"{reverse('portal:leave')}?{urlencode({'to': SIGNER.sign(address)})}"


def led_away(html: str) -> str:
    """A text whose links to other sites lead to the notice first."""
    return LINK.sub(_led, html)


def _led(found: "re.Match[str]") -> str:
    before, address, after = found.groups()
    said = unescape(address)
    return f"{before}{escape(notice(said))}{after}" if is_away(said) else found.group()


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Say where the link leads; only links that this site has written itself are known."""
    given = request.GET.get("to", "")
    try:
        address = SIGNER.unsign(given[:LONGEST])
    except BadSignature as error:
        raise Http404(UNKNOWN) from error
    response = render(request, "portal/leave.html", {"address": address})
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
