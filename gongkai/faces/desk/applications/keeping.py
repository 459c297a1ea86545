"""What an organ keeps for its replies: 受理信息, 文书模板, 答复审核流程."""

from typing import TYPE_CHECKING, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from gongkai.apps.applications.cases.clocks import INTERNAL
from gongkai.apps.applications.letters import templates_queries
from gongkai.apps.applications.letters.templates import restore_template, save_template
from gongkai.apps.applications.profile import queries as profile_queries
from gongkai.apps.applications.profile.profiles import ProfileFacts, save_profile
from gongkai.apps.applications.replies.chains import (
    chain_of,
    reset_reply_chain,
    set_reply_chain,
)
from gongkai.core.applications.doors import OFFICE, READERS
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.identity import Actor, Role
from gongkai.core.review.chain import MOST_LEVELS, REVIEWING, Level
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm, choice, several, text
from gongkai.faces.desk.applications.words import AREA
from gongkai.faces.desk.organs.answering import Task, acted, for_roles, handled
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.review_forms import long_text

if TYPE_CHECKING:
    from gongkai.apps.applications.models import Profile

WAYS: Final = tuple((way.value, way.label) for way in SubmissionWay)
ROLES: Final = tuple((role.value, role.label) for role in REVIEWING)
TEXTS: Final = (
    "code_word",
    "number_pattern",
    "office",
    "address",
    "postcode",
    "phone",
    "fax",
    "email",
    "hours",
    "review_body",
    "review_address",
    "court",
    "account",
)


class ProfileForm(DeskForm):
    """What an organ says of itself in letters and on the portal."""

    code_word = text("机关代字", 10, help_text="用于登记号和文号。")
    number_pattern = text("登记号格式", 60, required=False, help_text="不填的，用通常的格式。")
    office = text("公开工作机构", 100, required=False)
    address = text("受理地址", 200)
    postcode = text("邮政编码", 6, required=False)
    phone = text("联系电话", 40, required=False)
    fax = text("传真", 40, required=False)
    email = text("电子邮箱", 200, required=False)
    hours = text("办公时间", 100, required=False)
    ways = several(
        "开通的提交方式", WAYS, help_text="当面提交和邮寄不能关闭；公布的渠道都应当受理。"
    )
    review_body = text("复议机关", 100, required=False, help_text="不填的，按机关的隶属关系确定。")
    review_address = text("网上申请复议的渠道", 300, required=False)
    court = text("管辖法院", 100, required=False)
    account = long_text("缴费账户", required=False, help_text="写进信息处理费的收费通知。")

    internal_workdays = forms.IntegerField(
        label="内部办理期限（工作日）",
        required=False,
        min_value=1,
        help_text="短于法定的 20 个工作日；不填的，不另设内部期限。",
    )

    def facts(self) -> ProfileFacts:
        """What was entered."""
        told = {name: self.said(name) for name in TEXTS}
        days: int | None = self.cleaned_data["internal_workdays"]
        return ProfileFacts(**told, ways=tuple(self.cleaned_data["ways"]), internal_workdays=days)


def known(profile: "Profile | None") -> dict[str, object]:
    """What stands in a form at first."""
    if profile is None:
        return {"ways": list(ProfileFacts("").ways)}
    found = {name: getattr(profile, name) for name in (*TEXTS, "ways")}
    return {**found, "internal_workdays": profile.internal_terms.get(INTERNAL)}


@require_http_methods(METHODS)
@for_roles(*OFFICE)
def profile(request: HttpRequest) -> HttpResponse:
    """Keep what the organ says of itself."""
    who = actor(request)
    organ_id = who.organ_id or 0
    found = profile_queries.kept_profile(who, organ_id)
    form = ProfileForm(request.POST or None, initial=known(found))
    here = reverse("desk:applications-profile")
    task = Task(
        title="受理信息",
        button="保存",
        consequence="公众在门户上看到的受理信息、以后的登记号和文书都按这里的内容。",
        back=reverse("desk:applications"),
        back_name="依申请公开",
        done="已经保存。",
        area=AREA,
    )

    def act(person: Actor, sent: DeskForm) -> str:
        if isinstance(sent, ProfileForm):
            save_profile(person, organ_id=organ_id, facts=sent.facts(), now=timezone.now())
        return here

    return handled(request, task, form, act)


class TemplateForm(DeskForm):
    """The wording of a letter."""

    text = forms.CharField(
        label="模板文字",
        widget=forms.Textarea(attrs={"rows": 20}),
        help_text="一行一段；大括号中的名称由系统填写，见下面的说明。",
        error_messages={"required": "这一栏要填写。"},
    )


@require_safe
@for_roles(*READERS)
def templates(request: HttpRequest) -> HttpResponse:
    """All kinds of letters, the organ's own wordings marked."""
    who = actor(request)
    shown = {
        "area": AREA,
        "rows": templates_queries.templates(who),
        "keeps": bool(who.roles & OFFICE),
    }
    return render(request, "desk/applications/templates.html", shown)


@require_http_methods(METHODS)
@for_roles(*OFFICE)
def template(request: HttpRequest, key: str) -> HttpResponse:
    """Word one kind of letter; what is missing is said when it is saved."""
    found = templates_queries.template_page(actor(request), key)
    form = TemplateForm(request.POST or None, initial={"text": found.text})
    back = reverse("desk:letter-templates")
    fields = "、".join(f"{{{row.key}}} {row.label}" for row in found.fields)
    task = Task(
        title=f"文书模板：{found.kind.title}",
        button="保存",
        consequence=FIELDS.format(fields=fields),
        back=back,
        back_name="文书模板",
        done="已经保存，新的文书按这个模板。",
        lead=TEMPLATE_LEAD,
        area=AREA,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        save_template(who, code=key, text=sent.said("text"), now=timezone.now())
        return back

    return handled(request, task, form, act)


FIELDS: Final = "可以使用的名称：{fields}。"
TEMPLATE_LEAD: Final = "保存时检查必须写明的内容是否齐全；已经印发的文书不变。"


@require_http_methods(("POST",))
@for_roles(*OFFICE)
def template_reset(request: HttpRequest, key: str) -> HttpResponse:
    """Go back to the usual wording."""
    found = templates_queries.template_page(actor(request), key)

    def act(who: Actor) -> object:
        return restore_template(who, code=found.kind.code)

    return acted(request, act, "已经恢复通常的模板。", reverse("desk:letter-templates"))


class ChainForm(DeskForm):
    """The levels in their order, each by the role that reviews."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # what Django's form takes
        for number in range(1, MOST_LEVELS + 1):
            self.fields[f"level-{number}"] = choice(
                f"第 {number} 级", ROLES, required=number == 1, help_text=""
            )

    def chain(self) -> tuple[Level, ...]:
        """The levels that were chosen, in their order."""
        chosen = [self.said(f"level-{number}") for number in range(1, MOST_LEVELS + 1)]
        return tuple(level_of(value, place) for place, value in enumerate(chosen) if value)


def level_of(role: str, place: int) -> Level:
    """A level by its role; its key tells it from another of the same role."""
    return Level(f"{role}-{place}", Role(role).label, Role(role))


@require_http_methods(METHODS)
@for_roles(*OFFICE)
def chain(request: HttpRequest) -> HttpResponse:
    """Which levels look at a reply before it goes out."""
    now_chain = chain_of(actor(request).organ_id or 0)
    first = {f"level-{n}": level.role.value for n, level in enumerate(now_chain, start=1)}
    form = ChainForm(request.POST or None, initial=first)
    here = reverse("desk:reply-chain")
    task = Task(
        title="答复审核流程",
        button="保存",
        consequence="新送审的答复按新的流程；已经送审的按原来的流程办完。",
        back=reverse("desk:applications"),
        back_name="依申请公开",
        done="已经保存。",
        lead="拟稿人不能审核自己写的答复，同一个人只能审核一级。",
        area=AREA,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        if isinstance(sent, ChainForm):
            set_reply_chain(who, chain=sent.chain(), now=timezone.now())
        return here

    return handled(request, task, form, act)


@require_http_methods(("POST",))
@for_roles(*OFFICE)
def chain_reset(request: HttpRequest) -> HttpResponse:
    """Go back to the usual chain."""
    return acted(request, reset_reply_chain, "已经恢复通常的流程。", reverse("desk:reply-chain"))
