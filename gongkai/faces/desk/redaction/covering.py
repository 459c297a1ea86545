"""遮盖: one page beside the list of its boxes; new boxes by words, by drawing, by numbers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from gongkai.apps.applications.redaction import queries as redaction_queries
from gongkai.apps.applications.redaction.boxes import (
    Placing,
    accept_boxes,
    change_box,
    place_box,
    remove_boxes,
)
from gongkai.apps.applications.redaction.states import MAKERS, READERS
from gongkai.core.finding import BlockedError
from gongkai.core.ports import Area
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.applications.words import AREA
from gongkai.faces.desk.organs.answering import acted, for_roles
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.redaction.forms import AcceptForm, BoxForm, PlaceForm
from gongkai.faces.desk.redaction.reaching import address, opened, page_of
from gongkai.faces.desk.redaction.showing import drawing, tabs

PLACED, CHANGED, REMOVED = "已经遮盖。", "已经保存。", "已经删除。"
ACCEPTED, DROPPED = "已经确认本页的建议。", "已经删除本页的建议。"
WRONG = "没有保存：请检查理由和位置是否填写正确。"


@require_http_methods(METHODS)
@for_roles(*READERS)
def cover(request: HttpRequest, application_id: int, redaction_id: int) -> HttpResponse:
    """One page of a redaction; a form that is sent places a box on it."""
    found = opened(request, application_id, redaction_id)
    if found.prepared < found.pages or not found.pages:
        shown = {"area": AREA, "found": found}
        return render(request, "desk/redaction/preparing.html", shown)
    number = page_of(request, found.pages)
    sheet = redaction_queries.page(actor(request), redaction_id, number)
    form = PlaceForm(request.POST or None, sheet=sheet)
    if request.method == "POST" and form.is_valid():
        try:
            place_box(actor(request), redaction_id=redaction_id, placing=form.placing())
        except BlockedError as error:
            form.take(error)
        else:
            messages.success(request, PLACED)
            return redirect(address("redaction", found, number))
    shown = {
        "area": AREA,
        "found": found,
        "page": number,
        "sheet": sheet,
        "drawing": drawing(found, sheet),
        "tabs": tabs(found),
        "waiting": [box for box in found.on(number) if not box.is_accepted],
        "accepting": AcceptForm(initial={"ground": "PERSONAL_PRIVACY"}, auto_id="accept-%s"),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "desk/redaction/cover.html", shown, status=status)


@require_POST
@for_roles(*MAKERS)
def box(request: HttpRequest, application_id: int, redaction_id: int, box_id: int) -> HttpResponse:
    """Change a box or take it away."""
    found = opened(request, application_id, redaction_id)
    page = next((row.page for row in found.boxes if row.pk == box_id), 1)
    back = address("redaction", found, page)
    if request.POST.get("act") == "remove":
        return acted(
            request,
            lambda who: remove_boxes(who, redaction_id=redaction_id, box_ids=[box_id]),
            REMOVED,
            back,
        )
    form = BoxForm(request.POST)
    if not form.is_valid():
        messages.error(request, WRONG)
        return redirect(back)
    area = form.area() or Area(0, 0, 0, 0)
    placing = Placing(page, area, form.said("ground"), form.said("what"))
    return acted(
        request,
        lambda who: change_box(who, redaction_id=redaction_id, box_id=box_id, placing=placing),
        CHANGED,
        back,
    )


@require_POST
@for_roles(*MAKERS)
def suggested(
    request: HttpRequest, application_id: int, redaction_id: int, page: int
) -> HttpResponse:
    """Accept, or take away, everything that was suggested on a page."""
    found = opened(request, application_id, redaction_id)
    ids = [row.pk for row in found.on(page) if not row.is_accepted]
    back = address("redaction", found, page)
    if request.POST.get("act") == "remove":
        return acted(
            request,
            lambda who: remove_boxes(who, redaction_id=redaction_id, box_ids=ids),
            DROPPED,
            back,
        )
    ground = request.POST.get("ground", "")
    return acted(
        request,
        lambda who: accept_boxes(who, redaction_id=redaction_id, box_ids=ids, ground=ground),
        ACCEPTED,
        back,
    )
