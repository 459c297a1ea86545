"""登记: entering what came over the counter, by post, letter, fax or e-mail, with its evidence."""

import secrets
from datetime import date
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.applications.receiving.enclosing import add_case_file
from gongkai.apps.applications.receiving.opening import Arrival
from gongkai.apps.applications.receiving.registering import register
from gongkai.apps.files.limits import limits
from gongkai.core.applications.doors import HANDLERS
from gongkai.core.applications.intake import LENGTHS, Intake
from gongkai.core.applications.kinds import (
    ApplicantKind,
    ApplicationKind,
    Medium,
    Paper,
    Provision,
    SubmissionWay,
)
from gongkai.core.applications.receipt import BASES, Proof
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm, choice, day, text
from gongkai.faces.common.reports.sending import within_bounds
from gongkai.faces.desk.applications.steps import case_address
from gongkai.faces.desk.applications.steps_receiving import not_asked
from gongkai.faces.desk.applications.words import AREA
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.review_forms import long_text

WAYS: Final = tuple(way for way in SubmissionWay if way is not SubmissionWay.PORTAL)
KINDS: Final = tuple((one.value, one.label) for one in ApplicationKind)
APPLICANTS: Final = tuple((one.value, one.label) for one in ApplicantKind)
PAPERS: Final = tuple((one.value, one.label) for one in Paper)
MEDIA: Final = tuple((one.value, one.label) for one in Medium)
PROVISIONS: Final = tuple((one.value, one.label) for one in Provision)
DONE: Final = "已经登记，登记号 {number}。查询码见登记回执，请交给申请人。"
ONCE: Final = "once"
"""What one form is told from another by, so that pressing its button twice registers once."""
USUAL: Final = {"kind": ApplicationKind.DISCLOSURE.value}
"""What most applications ask for."""
REASONS: Final = {
    Proof.HANDED_IN: "当面提交的，提交之日为收到申请之日。",
    Proof.SIGNED: "邮寄、需要签收的，签收之日为收到申请之日。",
    Proof.CONFIRMED: "应当与申请人确认；确认之日为收到申请之日，还没有确认的可以先登记。",
}


class RegisterForm(DeskForm):
    """Everything that an application says, and how it came."""

    arrived_on = day("到达日期")
    signed_on = day("签收日期", required=False)
    mail_number = text("邮件号", 40, required=False)
    confirmed_on = day("与申请人确认的日期", required=False, help_text="还没有确认的不填。")
    confirm_method = text("确认方式", 100, required=False, help_text="例如电话、短信。")
    evidence_note = text("收到的凭据", 300, required=False, help_text="例如信封、签收单、传真件。")
    kind = choice("申请类别", KINDS)
    applicant_kind = choice("申请人类别", APPLICANTS)
    name = text("姓名或者名称", LENGTHS["name"])
    paper = choice("证件类型", PAPERS, required=False)
    paper_number = text("证件号码", LENGTHS["paper_number"], required=False)
    representative = text("法定代表人", LENGTHS["representative"], required=False)
    contact_name = text("联系人", LENGTHS["contact_name"], required=False)
    phone = text("电话", LENGTHS["phone"], required=False)
    email = text("电子邮箱", LENGTHS["email"], required=False)
    address = text("通信地址", LENGTHS["address"], required=False)
    postcode = text("邮政编码", LENGTHS["postcode"], required=False)
    subject = text("申请事项", LENGTHS["subject"], help_text="一句话概括，不写申请人的姓名。")
    items = long_text(
        "所需信息的描述",
        help_text="照申请书填写：名称、文号或者其他特征。几件不同的事，中间空一行分开。",
        most=20_000,
    )
    medium = choice("提供形式", MEDIA, required=False)
    provision = choice("获取方式", PROVISIONS, required=False)
    asks_reduction = forms.BooleanField(label="申请减免费用", required=False)
    reduction_reason = text("减免理由", LENGTHS["reduction_reason"], required=False)
    needs_help = text("需要的帮助", LENGTHS["needs_help"], required=False)

    def for_way(self, way: SubmissionWay) -> None:
        """Ask for the evidence of that way only."""
        for name in not_asked(way):
            del self.fields[name]

    def intake(self) -> Intake:
        """What the application says."""
        told = {name: self.said(name) for name in INTAKE}
        return Intake(
            **told,
            items=parts_of(self.said("items")),
            asks_reduction=bool(self.cleaned_data.get("asks_reduction")),
        )

    def arrival(self, way: SubmissionWay) -> Arrival:
        """How it came."""
        return Arrival(
            way,
            self.cleaned_data["arrived_on"],
            self.known_day("signed_on"),
            self.known_day("confirmed_on"),
            self.said("confirm_method"),
            self.said("evidence_note"),
            self.said("mail_number"),
        )

    def known_day(self, name: str) -> date | None:
        """A day, where it was asked for and given."""
        found: date | None = self.cleaned_data.get(name)
        return found


INTAKE: Final = (
    "kind",
    "applicant_kind",
    "name",
    "paper",
    "paper_number",
    "representative",
    "contact_name",
    "phone",
    "email",
    "address",
    "postcode",
    "subject",
    "medium",
    "provision",
    "reduction_reason",
    "needs_help",
)


def parts_of(text: str) -> tuple[str, ...]:
    """The things asked for: parted by empty lines."""
    lines = [line.strip() for line in text.splitlines()]
    whole = "\n".join(lines)
    return tuple(part.strip() for part in whole.split("\n\n") if part.strip())


@within_bounds
@require_http_methods(METHODS)
@for_roles(*HANDLERS)
def new(request: HttpRequest) -> HttpResponse:
    """The form for the way that the address names; first that way is chosen."""
    wanted = request.GET.get("way", "")
    if wanted not in {way.value for way in WAYS}:
        ways = [(way, REASONS[BASES[way].proof]) for way in WAYS]
        return render(request, "desk/applications/ways.html", {"area": AREA, "ways": ways})
    way = SubmissionWay(wanted)
    form = RegisterForm(request.POST or None, initial=USUAL)
    form.for_way(way)
    once = request.POST.get(ONCE) or secrets.token_urlsafe()
    if request.method == "POST" and form.is_valid():
        try:
            who, now = actor(request), timezone.now()
            row = register(who, intake=form.intake(), arrival=form.arrival(way), now=now, once=once)
        except BlockedError as error:
            form.take(error)
        else:
            messages.success(request, DONE.format(number=row.number))
            if row.created_at == now:
                put_files(request, who, row.pk)
            return redirect(case_address(row.pk))
    shown = {
        "area": AREA,
        "form": form,
        "way": way,
        "once": once,
        "why": REASONS[BASES[way].proof],
        "ways": WAYS,
        "again": reverse("desk:application-new"),
    }
    return render(
        request, "desk/applications/register.html", shown, status=422 if form.errors else 200
    )


def put_files(request: HttpRequest, who: Actor, application_id: int) -> None:
    """Put the scans that came with the form into the case; a bad one is named."""
    for sent in request.FILES.getlist("files"):
        name = sent.name or ""
        try:
            add_case_file(
                who,
                application_id=application_id,
                purpose="application",
                name=name,
                data=sent.read(limits().of_reader().file_bytes + 1),
                now=timezone.now(),
            )
        except BlockedError as error:
            for finding in error.findings:
                messages.error(request, f"{name}：{finding.text}{finding.hint}")
