"""申请表: the fields of the form, and what was typed into them as one value."""

from dataclasses import replace
from typing import Final

from django import forms
from django.http import QueryDict

from gongkai.core.applications.intake import ITEM_LENGTH, LENGTHS, Intake
from gongkai.core.applications.kinds import (
    MEDIA,
    PAPERS,
    PROVISIONS,
    ApplicantKind,
    ApplicationKind,
)
from gongkai.core.finding import Finding
from gongkai.faces.common.forms import DeskForm, choice, text

ITEMS: Final = "items"
TICKS: Final = ("asks_reduction",)
KINDS: Final = tuple((row.value, row.label) for row in ApplicantKind)
WHO: Final = ("applicant_kind", "name", "paper", "paper_number", "representative", "contact_name")
WHERE: Final = ("phone", "email", "address", "postcode")
HOW: Final = ("medium", "provision", "needs_help")
FEE: Final = ("asks_reduction", "reduction_reason")
WHAT: Final = ("kind", "subject")
PATHS: Final = {"description": ITEMS, "kind": "applicant_kind", "sort": "kind"}
"""Findings that name a value which the form has under another name."""
AUTOCOMPLETE: Final = {
    "name": "name",
    "phone": "tel",
    "email": "email",
    "address": "street-address",
    "postcode": "postal-code",
}
"""What browsers fill in, where they know it of the person himself."""


def line(label: str, name: str, hint: str = "", *, required: bool = False) -> forms.CharField:
    """A line of text; what is too long is said, not cut off."""
    field = text(label, LENGTHS[name], help_text=hint, required=required)
    if name in AUTOCOMPLETE:
        field.widget.attrs["autocomplete"] = AUTOCOMPLETE[name]
    return field


class ApplyForm(DeskForm):
    """Everything but the things asked for, which are as many as somebody writes.

    Nothing is asked of the browser: what is missing is said by the rules, all at once.
    """

    use_required_attribute = False

    kind = forms.ChoiceField(
        label="申请类别",
        choices=[(row.value, row.label) for row in ApplicationKind],
        help_text="有证据证明行政机关提供的与自身相关的信息记录不准确的，选“更正自身信息记录”。",
    )
    subject = line(
        "申请事项", "subject", "用一句话概括，例如“某路改造项目的批复”；不填时取描述的开头。"
    )
    applicant_kind = choice("申请人类型", KINDS)
    name = line("姓名或者名称", "name", "与身份证明一致的全名。", required=True)
    paper = choice("证件类型", [(row.value, row.label) for row in PAPERS])
    paper_number = line("证件号码", "paper_number", required=True)
    representative = line("法定代表人", "representative", "法人或者其他组织填写。")
    contact_name = line("联系人", "contact_name", "法人或者其他组织必须填写。")
    phone = line(
        "电话",
        "phone",
        "手机号，或者“区号-号码”，分机写在“转”之后；境外的加国家代码，例如 +852。"
        "机关用它与您确认收到申请的日期。",
    )
    email = line("电子邮箱", "email", "选择电子邮件获取时必须填写。")
    address = line("通信地址", "address", "选择邮寄获取时必须填写。")
    postcode = line("邮政编码", "postcode")
    medium = choice("希望提供信息的形式", [(row.value, row.label) for row in MEDIA])
    provision = choice("获取信息的方式", [(row.value, row.label) for row in PROVISIONS])
    needs_help = line("需要的帮助", "needs_help", "阅读、视听有困难的，写明需要什么帮助。")
    asks_reduction = forms.BooleanField(
        label="申请减免信息处理费",
        required=False,
        help_text="一般不收费；数量、频次明显超过合理范围的，才可能收取信息处理费。",
    )
    reduction_reason = line("减免的理由", "reduction_reason")

    def point_out(self, findings: tuple[Finding, ...]) -> None:
        """Put each finding beside what it is about."""
        for finding in findings:
            named = [PATHS.get(path, path) for path in finding.paths]
            known = next((path for path in named if path in self.fields), None)
            self.add_error(known, f"{finding.text}{finding.hint}")


def form_of(intake: Intake, findings: tuple[Finding, ...] = ()) -> ApplyForm:
    """The form with what has been written, and what is wrong with that."""
    if not findings:
        return ApplyForm(initial=intake.pack())
    form = ApplyForm(data=intake.pack())
    form.errors.clear()
    form.cleaned_data = {}
    form.point_out(tuple(row for row in findings if not about_items(row)))
    return form


def about_items(finding: Finding) -> bool:
    """Whether it is about the things asked for."""
    return ITEMS in {PATHS.get(path, path) for path in finding.paths}


def written_in(data: QueryDict, before: Intake) -> Intake:
    """What was typed; a script sends only what has changed and names it."""
    changed = data.getlist("changed") or [*ApplyForm.base_fields, ITEMS]
    values: dict[str, object] = {}
    for name in changed:
        if name == ITEMS:
            values[ITEMS] = tuple(row.replace("\r\n", "\n") for row in data.getlist(ITEMS))
        elif name in TICKS:
            values[name] = bool(data.get(name))
        elif name in ApplyForm.base_fields:
            values[name] = data.get(name, "")
    return replace(before, **values)  # type: ignore[arg-type] # texts for texts, ticks for ticks


def rows_of(intake: Intake, wanted: int, most: int) -> list[tuple[int, str]]:
    """The boxes for the things asked for, numbered from 1: those written, one at least."""
    filled = [row for row in intake.items if row.strip()]
    many = min(max(wanted, len(filled), 1), most)
    return list(enumerate([*filled, *[""] * (many - len(filled))], start=1))


LONGEST_ITEM: Final = ITEM_LENGTH
