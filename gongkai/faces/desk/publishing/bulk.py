"""Doing the same to several items: first what it brings about, then each row's own result."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.apps.publishing import queries
from gongkai.apps.publishing.chains import unpacked
from gongkai.apps.publishing.drafting import discard_edition
from gongkai.apps.publishing.releasing import release
from gongkai.apps.publishing.reviewing import Opinion, approve
from gongkai.apps.publishing.submitting import submit, take_back
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.publishing.doors import READERS, RELEASERS, REVIEWERS, WRITERS
from gongkai.core.publishing.lifecycle import EDITION
from gongkai.core.review.chain import LevelKind
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.publishing.forms import is_number
from gongkai.faces.desk.publishing.words import AREA

if TYPE_CHECKING:
    from gongkai.apps.publishing.models import Edition

MOST: Final = 200
MOST_SAID: Final = 3
PASSED: Final = "已通过，现在的状态是“{state}”。"
SUBMITTED: Final = "已送审，现在由“{label}”审核。"
RELEASED: Final = "已发布，公众现在可以看到。"
TAKEN_BACK: Final = "已撤回送审，可以继续修改。"
DISCARDED: Final = "已作废。"
GONE: Final = "找不到，或者不是本机关的。"
NOT_YOURS: Final = "您没有办理这一步的权限，或者现在不是这一步。"
ONE_BY_ONE: Final = "保密审查、补审要逐件办理，请打开这一件。"


@dataclass(frozen=True, slots=True)
class Case:
    """One row that was ticked, at the version that the page showed."""

    who: Actor
    edition: "Edition"
    version: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done to several: who may, what it brings about, how it is done."""

    key: str
    label: str
    consequence: str
    roles: frozenset[Role]
    do: Callable[[Case], str]
    asks_proofread: bool = False
    is_final: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one row."""

    edition_id: int
    title: str
    is_done: bool
    text: str
    item_id: int | None = None


def do_submit(case: Case) -> str:
    """Send to review."""
    edition = submit(case.who, edition_id=case.edition.pk, expected=case.version, now=case.now)
    level = edition.chain[edition.level or 0]
    return SUBMITTED.format(label=level["label"])


def do_approve(case: Case) -> str:
    """Pass the level whose turn it is; a secrecy review is never passed in passing."""
    edition = case.edition
    levels = unpacked(edition.chain)
    is_content = edition.level is not None and levels[edition.level].kind is LevelKind.CONTENT
    if edition.state == "released_urgently" or not is_content:
        raise NotTogetherError
    passed = approve(
        case.who,
        edition_id=edition.pk,
        expected=case.version,
        opinion=Opinion(proofread=True),
        now=case.now,
    )
    return PASSED.format(state=EDITION.label(passed.state))


def do_release(case: Case) -> str:
    """Release now."""
    release(case.who, edition_id=case.edition.pk, expected=case.version, now=case.now)
    return RELEASED


def do_take_back(case: Case) -> str:
    """Take a submission back."""
    take_back(case.who, edition_id=case.edition.pk, expected=case.version, now=case.now)
    return TAKEN_BACK


def do_discard(case: Case) -> str:
    """Give a piece of work up."""
    discard_edition(case.who, edition_id=case.edition.pk, expected=case.version, now=case.now)
    return DISCARDED


class NotTogetherError(Exception):
    """This one is to be looked at by itself."""


DEEDS: Final = (
    Deed(
        "submit",
        "送审",
        "逐件检查后送审；内容检查没有通过的留在原处，并说明原因。",
        WRITERS,
        do_submit,
    ),
    Deed(
        "approve",
        "通过",
        "每一件记一条“同意”的审核记录，送下一级或者签发；保密审查不能批量通过。",
        REVIEWERS,
        do_approve,
        asks_proofread=True,
    ),
    Deed(
        "release",
        "发布",
        "发布后公众立即可以看到；发布前再检查一次，没有通过的不发布。",
        RELEASERS,
        do_release,
        is_final=True,
    ),
    Deed(
        "take_back",
        "撤回送审",
        "审核停止；内容改动后再送审的，各级重新审核。",
        WRITERS,
        do_take_back,
    ),
    Deed(
        "discard",
        "作废",
        "这一次办理不再继续；从未发布的信息随之作废，记录仍然保留，可以查到。",
        WRITERS,
        do_discard,
        is_final=True,
    ),
)
DEED: Final = {deed.key: deed for deed in DEEDS}


@require_POST
@for_roles(*READERS)
def together(request: HttpRequest) -> HttpResponse:
    """Ask once more, saying what it brings about; then do it row by row."""
    who, deed = actor(request), DEED.get(request.POST.get("deed", ""))
    if deed is None or not who.roles & deed.roles:
        raise Http404
    ticked = ticks(request)
    shown: dict[str, object] = {"area": AREA, "deed": deed, "back": back_of(request)}
    proofread = not deed.asks_proofread or request.POST.get("proofread") == "on"
    if ticked and request.POST.get("sure") and proofread:
        results = done(who, deed, ticked, timezone.now())
        shown |= {"results": results, "count": sum(row.is_done for row in results)}
        return render(request, "desk/publishing/bulk_done.html", shown)
    rows = [
        (row, EDITION.label(row.state), ticked[row.pk])
        for row in queries.editions_to_work_on(who, list(ticked))
    ]
    missed = bool(request.POST.get("sure"))
    shown |= {"rows": rows, "missed": missed and bool(rows)}
    status = 422 if missed or not rows else 200
    return render(request, "desk/publishing/bulk.html", shown, status=status)


def ticks(request: HttpRequest) -> dict[int, int]:
    """The ticked editions with the versions that the page showed (`12:3`)."""
    pairs = (row.partition(":") for row in request.POST.getlist("edition")[:MOST])
    return {
        int(number): int(version)
        for number, _, version in pairs
        if is_number(number) and is_number(version)
    }


def back_of(request: HttpRequest) -> str:
    """The filters of the list that it came from."""
    query = request.POST.get("back", "")
    return query if query.startswith("?") else ""


def done(who: Actor, deed: Deed, ticked: dict[int, int], now: datetime) -> list[Result]:
    """Each row in a transaction of its own: what one lacks does not hold up the others."""
    known = {row.pk: row for row in queries.editions_to_work_on(who, list(ticked))}
    return [
        result(Case(who, known[number], version, now), deed)
        if number in known
        else Result(number, str(number), is_done=False, text=GONE)
        for number, version in ticked.items()
    ]


def result(case: Case, deed: Deed) -> Result:
    """Do it to one, and say how it went."""
    title, number = case.edition.item.title, case.edition.pk
    is_done = False
    try:
        text = deed.do(case)
        is_done = True
    except BlockedError as error:
        text = "".join(row.text for row in error.findings[:MOST_SAID])
    except ObjectDoesNotExist:
        text = GONE
    except NotTogetherError:
        text = ONE_BY_ONE
    except NotAllowedError:
        text = NOT_YOURS
    return Result(number, title, is_done, text, case.edition.item_id)
