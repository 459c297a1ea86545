"""文书: a letter of a case, its files, how it went out, what came back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from gongkai.apps.applications.delivery import delivering
from gongkai.apps.applications.delivery.delivering import Outcome, Sending
from gongkai.apps.applications.delivery.queries import delivery as delivery_of
from gongkai.apps.applications.letters.lettering import void_letter
from gongkai.apps.applications.previews.letter_queries import download_letter
from gongkai.apps.applications.register import case_queries
from gongkai.apps.files.storing import download_file
from gongkai.core.applications.doors import HANDLERS, READERS
from gongkai.core.applications.letters.delivery import WAYS, DeliveryWay
from gongkai.core.applications.letters.kinds import LETTER
from gongkai.core.identity import Actor
from gongkai.core.ports import LetterFormat
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm, day, text
from gongkai.faces.desk.applications.replies import as_download
from gongkai.faces.desk.applications.words import AREA
from gongkai.faces.desk.organs.answering import Task, for_roles, handled
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.review_forms import long_text

if TYPE_CHECKING:
    from gongkai.apps.applications.models import Letter

MEDIA: Final = "application/octet-stream"
"""A file is always saved, never shown within our own pages."""


ADDRESS_SAID: Final = (
    "邮寄地址或者电子邮箱，加密保存。寄给申请人的可以不填，用申请人登记的地址、邮箱。"
)


class SendingForm(DeskForm):
    """How a letter goes out; a way asks only what it needs."""

    sent_on = day("发出日期", help_text="邮寄的，填交邮日期，这一天为答复的日期。")
    carrier = text("邮寄企业", 60, required=False, help_text="应当通过邮政企业，例如 EMS。")
    mail_number = text("邮件号", 40, required=False)
    address = text(
        "地址",
        300,
        required=False,
        help_text=ADDRESS_SAID,
    )
    signed_on = day("签收日期", required=False)
    signed_by = text("签收人", 100, required=False)

    def for_way(self, way: DeliveryWay) -> None:
        """Leave what this way does not know."""
        for name in list(self.fields):
            if name not in ASKED[way]:
                del self.fields[name]


POSTAL: Final = frozenset({"sent_on", "carrier", "mail_number", "address"})
BY_HAND: Final = frozenset({"sent_on", "signed_on", "signed_by"})
ASKED: Final = {
    way: POSTAL
    if way is DeliveryWay.POST
    else frozenset({"sent_on", "address"})
    if way is DeliveryWay.EMAIL
    else frozenset({"sent_on"})
    if way is DeliveryWay.PORTAL
    else BY_HAND
    for way in DeliveryWay
}


class OutcomeForm(DeskForm):
    """That it arrived."""

    day = day("签收、确认的日期")
    signed_by = text("签收人", 100, required=False)


class FailureForm(DeskForm):
    """That it came back."""

    day = day("退回日期")
    reason = long_text("没有送达的原因", most=300)


class SettleForm(DeskForm):
    """What was done about it."""

    note = long_text("怎样处理的", most=500)


class VoidForm(DeskForm):
    """Why it is void."""

    reason = long_text("作废的原因", most=500)


def letter_address(letter_id: int) -> str:
    """The page of a letter."""
    return reverse("desk:letter", args=[letter_id])


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest, letter_id: int) -> HttpResponse:
    """A letter with everything that became of it."""
    row = case_queries.letter(actor(request), letter_id)
    sends = bool(actor(request).roles & HANDLERS) and row.state == "issued"
    shown = {
        "area": AREA,
        "letter": row,
        "case": row.application,
        "kind": LETTER[row.code],
        "deliveries": [(one, DeliveryWay(one.way).label) for one in row.deliveries.all()],
        "ways": [(way, way.label) for way in DeliveryWay] if sends else [],
        "sends": sends,
        "is_void": row.state == "voided",
    }
    return render(request, "desk/applications/letter.html", shown)


@require_safe
@for_roles(*READERS)
def pdf(request: HttpRequest, letter_id: int) -> HttpResponse:
    """The letter as PDF."""
    return as_written(request, letter_id, LetterFormat.PDF)


@require_safe
@for_roles(*READERS)
def docx(request: HttpRequest, letter_id: int) -> HttpResponse:
    """The letter as DOCX."""
    return as_written(request, letter_id, LetterFormat.DOCX)


def as_written(request: HttpRequest, letter_id: int, wanted: LetterFormat) -> HttpResponse:
    """The file of an issued letter; who had it is written down."""
    made = download_letter(actor(request), letter_id=letter_id, written_as=wanted)
    return as_download(made.name, made.data, made.media_type)


@require_safe
@for_roles(*READERS)
def case_file(request: HttpRequest, application_id: int, case_file_id: int) -> HttpResponse:
    """A file of the case."""
    row = case_queries.case_file(actor(request), application_id, case_file_id)
    return downloaded(actor(request), row.file_id)


def downloaded(who: Actor, file_id: int | None) -> HttpResponse:
    """A file, written down as downloaded."""
    name, data = download_file(who, file_id=file_id or 0)
    return as_download(name, data, MEDIA)


@require_http_methods(METHODS)
@for_roles(*HANDLERS)
def send(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Note how a letter goes out, by the way that the address names."""
    row = case_queries.letter(actor(request), letter_id)
    wanted = request.GET.get("way", "")
    if wanted not in set(DeliveryWay):
        return redirect(letter_address(letter_id))
    way = DeliveryWay(wanted)
    form = SendingForm(request.POST or None)
    form.for_way(way)
    task = task_of(row, f"登记送达（{way.label}）", "登记送达", SENT_SAID[WAYS[way].is_internet])

    def act(who: Actor, sent: DeskForm) -> str:
        sending = Sending(
            way=way.value,
            sent_on=sent.cleaned_data["sent_on"],
            address=sent.said("address"),
            carrier=sent.said("carrier"),
            mail_number=sent.said("mail_number"),
            signed_on=sent.cleaned_data.get("signed_on"),
            signed_by=sent.said("signed_by"),
        )
        delivering.send_letter(who, letter_id=letter_id, sending=sending, now=timezone.now())
        return letter_address(letter_id)

    return handled(request, task, form, act)


SENT_SAID: Final = {
    False: "当面、委托送达以签收日期为准；邮寄以交邮日期为准，应当通过邮政企业，不得到付。",
    True: "经确认收到以后，以发出日期为准；申请人在网上查看文书即为确认。",
}


@require_http_methods(METHODS)
@for_roles(*HANDLERS)
def settle(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """Note that a letter arrived."""

    def act(who: Actor, sent: DeskForm) -> object:
        outcome = Outcome(sent.cleaned_data["day"], sent.said("signed_by"))
        return delivering.settle_delivery(
            who, delivery_id=delivery_id, outcome=outcome, now=timezone.now()
        )

    return outcome_of(
        request, delivery_id, OutcomeForm(request.POST or None), ("登记签收、确认", SETTLED), act
    )


@require_http_methods(METHODS)
@for_roles(*HANDLERS)
def fail(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """Note that a letter came back."""

    def act(who: Actor, sent: DeskForm) -> object:
        return delivering.fail_delivery(
            who,
            delivery_id=delivery_id,
            day=sent.cleaned_data["day"],
            reason=sent.said("reason"),
            now=timezone.now(),
        )

    return outcome_of(
        request, delivery_id, FailureForm(request.POST or None), ("登记没有送达", FAILED), act
    )


@require_http_methods(METHODS)
@for_roles(*HANDLERS)
def failure(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """Note what was done about a letter that came back."""

    def act(who: Actor, sent: DeskForm) -> object:
        return delivering.settle_failure(
            who, delivery_id=delivery_id, note=sent.said("note"), now=timezone.now()
        )

    return outcome_of(
        request, delivery_id, SettleForm(request.POST or None), ("登记处理结果", HANDLED), act
    )


SETTLED: Final = "以这个日期作为送达的证据。"
FAILED: Final = "没有送达的文书列入待办，直到重新送达或者登记处理结果。"
HANDLED: Final = "登记以后不再列入待办。"


def outcome_of(
    request: HttpRequest,
    delivery_id: int,
    form: DeskForm,
    words: tuple[str, str],
    act: Callable[[Actor, DeskForm], object],
) -> HttpResponse:
    """The form about a delivery."""
    letter = delivery_of(actor(request), delivery_id).letter

    def done(who: Actor, sent: DeskForm) -> str:
        act(who, sent)
        return letter_address(letter.pk)

    return handled(request, task_of(letter, words[0], words[0], words[1]), form, done)


@require_http_methods(METHODS)
@for_roles(*HANDLERS)
def void(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Void a letter that was issued by mistake."""
    row = case_queries.letter(actor(request), letter_id)

    def act(who: Actor, sent: DeskForm) -> str:
        void_letter(who, letter_id=letter_id, reason=sent.said("reason"))
        return letter_address(letter_id)

    task = task_of(row, "作废文书", "作废", "文号保留，不再使用；已经送达的不能作废。")
    return handled(request, task, VoidForm(request.POST or None), act)


def task_of(row: "Letter", name: str, button: str, consequence: str) -> Task:
    """What a form about a letter says."""
    return Task(
        title=f"{name}：{row.title}",
        button=button,
        consequence=consequence,
        back=letter_address(row.pk),
        back_name=row.number or row.title,
        done=DONE,
        area=AREA,
    )


DONE: Final = "已经登记。"
