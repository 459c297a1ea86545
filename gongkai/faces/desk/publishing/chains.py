"""审核流程: the organ's review chains drawn as steps, and changed level by level."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.publishing import chain_queries as queries
from gongkai.apps.publishing import chains as actions
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Role
from gongkai.core.publishing.chain_faults import faults
from gongkai.core.publishing.doors import READERS, RELEASERS
from gongkai.core.publishing.kinds import KIND
from gongkai.core.review.chain import MOST_LEVELS, REVIEWING, SECRECY, Chain, Level, LevelKind
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import acted, for_roles
from gongkai.faces.desk.organs.founding import METHODS

AREA = "chains"
ROLES = tuple((role.value, role.label) for role in REVIEWING)
LONGEST_LABEL = 30
NEW = Level("", "", Role.UNIT_HEAD)
SAVED = "已经保存。新送审的按新的流程；已经送审的按原来的流程办完。"
RESET = "已经恢复。"


@require_safe
@for_roles(*READERS)
def listing(request: HttpRequest) -> HttpResponse:
    """The chains of the organ, for each kind of item."""
    who = actor(request)
    shown = {
        "area": AREA,
        "chains": queries.organ_chains(who),
        "keeps": bool(who.roles & RELEASERS),
    }
    return render(request, "desk/publishing/chains.html", shown)


@require_http_methods(METHODS)
@for_roles(*RELEASERS)
def edit(request: HttpRequest) -> HttpResponse:
    """Change the chain of a kind; each button but the last only rearranges what is shown."""
    who = actor(request)
    kind = request.GET.get("kind", "")
    current = next((row for row in queries.organ_chains(who) if row.kind == kind), None)
    if current is None:
        return redirect(reverse("desk:chains"))
    chain: Chain = current.chain
    found: tuple[Finding, ...] = ()
    if request.method == "POST":
        verb, _, number = request.POST.get("change", "save").partition(":")
        chain = rearranged(sent_chain(request), verb, number)
        if verb == "save":
            try:
                actions.set_chain(who, kind=kind, chain=chain, now=timezone.now())
            except BlockedError as error:
                found = error.findings
            else:
                messages.success(request, SAVED)
                return redirect(reverse("desk:chains"))
    shown = {
        "area": AREA,
        "current": current,
        "label": KIND[kind].label if kind else current.label,
        "chain": list(enumerate(chain)),
        "last": len(chain) - 1,
        "roles": ROLES,
        "secrecy": SECRECY.role.value,
        "is_full": len(chain) >= MOST_LEVELS,
        "problems": found,
        "notes": () if found else tuple(faults(chain)),
    }
    status = 422 if found else 200
    return render(request, "desk/publishing/chain.html", shown, status=status)


def sent_chain(request: HttpRequest) -> Chain:
    """The levels as they were sent, in their order."""
    sent = request.POST
    most = MOST_LEVELS * 2
    numbers = [str(n) for n in range(most) if f"role-{n}" in sent]
    return tuple(
        level_of(
            number,
            sent.get(f"label-{number}", ""),
            sent.get(f"role-{number}", ""),
            urgent=f"urgent-{number}" in sent,
            proofreads=f"proofreads-{number}" in sent,
        )
        for number in numbers
    )


def level_of(number: str, label: str, role: str, *, urgent: bool, proofreads: bool) -> Level:
    """One level; whoever reviews for secrecy does that, always before release, and only that."""
    chosen = Role(role) if role in set(Role) else Role.UNIT_HEAD
    named = label.strip()[:LONGEST_LABEL] or chosen.label
    if chosen is SECRECY.role:
        return replace(SECRECY, label=named)
    key = f"level_{number}"
    return Level(key, named, chosen, LevelKind.CONTENT, urgent=urgent, proofreads=proofreads)


def rearranged(chain: Chain, verb: str, number: str) -> Chain:
    """The chain after one button: a level added, removed, or moved by one place."""
    levels = list(chain)
    if verb == "add":
        return (*levels, replace(NEW, key=f"level_{len(levels)}", label=NEW.role.label))
    at = int(number) if number.isascii() and number.isdecimal() else -1
    if not 0 <= at < len(levels):
        return chain
    level = levels.pop(at)
    if verb == "remove":
        return tuple(levels)
    to = {"up": max(at - 1, 0), "down": at + 1}.get(verb, at)
    levels.insert(to, level)
    return tuple(levels)


@require_POST
@for_roles(*RELEASERS)
def reset(request: HttpRequest, chain_id: int) -> HttpResponse:
    """Go back to the general chain, or to the usual one."""
    queries.chain_row(actor(request), chain_id)
    return acted(
        request,
        lambda who: actions.reset_chain(who, chain_id=chain_id),
        RESET,
        reverse("desk:chains"),
    )
