"""省级平台提取: a feed or a table is looked at first, then its entries become drafts."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.publishing.feed_queries import NamedFeed, held_feed
from gongkai.apps.publishing.feeds import fetch_feed, hold_feed, refuse_large
from gongkai.apps.publishing.harvesting import harvest
from gongkai.core.finding import BlockedError, Finding, Severity
from gongkai.core.publishing.doors import HARVESTERS
from gongkai.core.publishing.kinds import KINDS
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.publishing.forms import is_number

DONE = "已经建立 {made} 条草稿，来源标为省级平台提取；{known} 条以前提取过，没有重复。"
UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*HARVESTERS)
def page(request: HttpRequest) -> HttpResponse:
    """Choose a feed, look at what it says, take it over."""
    if request.method != "POST":
        return shown(request)
    try:
        named = feed_of(request)
        if "take" not in request.POST:
            return shown(request, named)
        return taken(request, named)
    except BlockedError as error:
        return shown(request, None, error.findings)


def feed_of(request: HttpRequest) -> NamedFeed:
    """The feed that was sent, that stands at the address given, or that was looked at before."""
    who, now = actor(request), timezone.now()
    kept, sent = request.POST.get("kept", ""), request.FILES.get("file")
    if is_number(kept):
        number = int(kept)
    elif isinstance(sent, UploadedFile):
        refuse_large(sent.size or 0)
        number = hold_feed(who, name=sent.name or "", data=sent.read(), now=now).pk
    else:
        address = request.POST.get("address", "").strip()
        number = hold_feed(who, name=address, data=fetch_feed(address), now=now).pk
    return held_feed(who, number)


def taken(request: HttpRequest, named: NamedFeed) -> HttpResponse:
    """Make the drafts; what is in the way is said above the preview, which stays."""
    try:
        done = harvest(
            actor(request),
            feed=named.feed,
            kind=request.POST.get("kind", ""),
            skips_bad=request.POST.get("bad") == "skip",
            now=timezone.now(),
        )
    except BlockedError as error:
        return shown(request, named, error.findings)
    messages.success(request, DONE.format(made=done.made, known=done.known))
    return redirect(f"{reverse('desk:items')}?source=harvested")


def shown(
    request: HttpRequest, named: NamedFeed | None = None, problems: tuple[Finding, ...] = ()
) -> HttpResponse:
    """The page with the form, and the preview of a feed where there is one."""
    faults = () if named is None else named.feed.faults
    values = {
        "area": "items",
        "named": named,
        "errors": [row for row in faults if row.severity is Severity.ERROR],
        "warnings": [row for row in faults if row.severity is not Severity.ERROR],
        "kinds": KINDS,
        "chosen": request.POST.get("kind", "news"),
        "address": request.POST.get("address", ""),
        "problems": problems,
    }
    status = UNPROCESSABLE if problems else 200
    return render(request, "desk/harvesting/page.html", values, status=status)
