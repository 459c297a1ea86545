"""Words of the pages of applications."""

from collections.abc import Iterator

from django import template

from gongkai.core.applications.intake import Intake
from gongkai.core.applications.kinds import (
    ApplicantKind,
    ApplicationKind,
    Medium,
    Paper,
    Provision,
)
from gongkai.core.applications.lifecycle import CASE

register = template.Library()
Line = tuple[str, str]
OTHER = "办理"
STEPS = ("检索已经公开的信息", "填写", "核对、提交", "登记回执")
ASKED = "申请"


@register.simple_tag
def application_steps() -> tuple[str, ...]:
    """The steps from the door to the receipt."""
    return STEPS


@register.filter
def lines(said: Intake) -> list[Line]:
    """What a form says, line by line, without what was left empty."""
    return [line for line in _lines(said) if line[1]]


def _lines(said: Intake) -> Iterator[Line]:
    yield "申请类别", ApplicationKind(said.kind).label
    yield "申请人类型", ApplicantKind(said.applicant_kind).label
    yield "姓名或者名称", said.name
    yield "证件", f"{Paper(said.paper).label} {said.paper_number}"
    yield "法定代表人", said.representative
    yield "联系人", said.contact_name
    yield "电话", said.phone
    yield "电子邮箱", said.email
    yield "通信地址", f"{said.address} {said.postcode}".strip()
    yield "申请事项", said.subject
    yield "所需信息的描述", said.description
    yield "提供形式", Medium(said.medium).label
    yield "获取方式", Provision(said.provision).label
    yield "需要的帮助", said.needs_help
    yield "减免信息处理费", said.reduction_reason or ASKED if said.asks_reduction else ""


HAPPENED = {
    **{step.verb: step.label for step in CASE.steps},
    "register": "登记",
    "confirm_receipt": "确认收到申请",
    "correct_receipt": "更正收到日期",
    "split": "拆分",
    "take_in": "并入另一件申请",
    "tell_paid": "说明已经缴费",
}
"""What happened, in words for the applicant."""


@register.filter
def happened(verb: str) -> str:
    """The word for one line of the history."""
    return HAPPENED.get(verb, OTHER)
