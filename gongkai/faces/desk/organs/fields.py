"""The forms about organs and people."""

from collections.abc import Iterable
from datetime import date

from django import forms

from gongkai.apps.organs.directory_queries import OrganRow
from gongkai.apps.organs.duties import DutyFacts
from gongkai.apps.organs.facts import Basis, OrganFacts
from gongkai.core.identity import OrganKind
from gongkai.core.identity.roles import GIVEN
from gongkai.faces.common.forms import DeskForm, choice, day, several, text

KINDS = tuple((kind.value, kind.label) for kind in OrganKind)
ROLES = tuple((role.value, f"{role.label}：{role.hint}") for role in GIVEN)
Choices = list[tuple[str, str]]


def organ_choices(rows: Iterable[OrganRow]) -> Choices:
    """Organs to choose from, indented as they stand below one another."""
    return [(str(row.pk), "　" * row.depth + row.name) for row in rows]


class BasisForm(DeskForm):
    """From which day a change holds, and by which document."""

    day = day("生效日期", help_text="文件写明的日期，不能晚于今天。")
    document = text("依据文件", 200, help_text="文件名称或者文号。")

    def basis(self, today: date) -> Basis:
        """What was entered."""
        return Basis(self.cleaned_data["day"], self.said("document"), today)


class FactsForm(DeskForm):
    """What an organ is, apart from its name."""

    kind = choice("类别", KINDS)
    superior = choice("上级机关", ())
    region_code = text(
        "行政区划代码", 9, help_text="省、市、县 6 位，乡镇、街道 9 位。", required=False
    )
    region = text("行政区划名称", 100, required=False)
    code = text("统一社会信用代码", 18, help_text="18 位；还没有时可以不填。", required=False)
    is_competent = forms.BooleanField(
        label="是本行政区域的政府信息公开工作主管部门", required=False
    )

    def facts(self) -> OrganFacts:
        """What was entered."""
        return OrganFacts(
            OrganKind(self.said("kind")),
            self.number("superior"),
            self.said("region_code"),
            self.said("region"),
            self.said("code").upper(),
            is_competent=bool(self.cleaned_data.get("is_competent")),
        )


class NameForm(DeskForm):
    """A name in full and in short."""

    name = text("全称", 200)
    short_name = text("简称", 100, required=False)


class FoundForm(NameForm, FactsForm, BasisForm):
    """A new organ."""

    field_order: tuple[str, ...] = ("name", "short_name", "kind", "superior", "region_code")


class RenameForm(NameForm, BasisForm):
    """Another name from a day on."""

    field_order = ("name", "short_name", "day", "document")


class ReasonForm(DeskForm):
    """Why something is set right."""

    reason = text("原因", 500)


class MergeForm(BasisForm):
    """Organs that close, and the one that takes over."""

    organs = several("要并入的机关", ())
    successor = choice("并入哪个机关", (), help_text="它保留，名称不变；要改名时随后更名。")
    field_order = ("organs", "successor", "day", "document")


class MergeIntoNewForm(FoundForm):
    """Organs that close, and the one founded for them."""

    organs = several("要合并的机关", ())
    field_order = ("organs", *FoundForm.field_order)


class SplitForm(BasisForm):
    """The organs that come out of one."""

    organs = forms.CharField(
        label="分设出来的机关",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="每行一个全称；类别、上级机关和区划与原机关相同。",
        error_messages={"required": "这一栏要填写。"},
    )
    goes_on = forms.BooleanField(label="原机关保留", required=False, initial=True)
    field_order = ("organs", "goes_on", "day", "document")

    def names(self) -> list[str]:
        """One name a line."""
        return [line.strip() for line in self.said("organs").splitlines() if line.strip()]


class CloseForm(BasisForm):
    """Who takes over from an organ that is closed."""

    successor = choice("由哪个机关承接", (), required=False)
    field_order = ("successor", "day", "document")


class UnitForm(DeskForm):
    """A unit's name."""

    name = text("科室名称", 100)


class PersonForm(DeskForm):
    """A new person."""

    name = text("姓名", 50)
    username = text("用户名", 50, help_text="登录时用：字母、数字和 . _ -，以后不改。")


class DutyForm(DeskForm):
    """A role for a person."""

    user = choice("人员", ())
    role = choice("角色", ROLES)
    unit = choice("科室", (), required=False)
    title = text("职务", 100, required=False)
    since = day("任职日期")
    until = day("自哪一天起不再担任", required=False, help_text="还不知道时不填。")

    def facts(self, organ_id: int) -> DutyFacts:
        """What was entered."""
        return DutyFacts(
            self.number("user") or 0,
            organ_id,
            self.said("role"),
            self.cleaned_data["since"],
            self.cleaned_data.get("until"),
            self.number("unit"),
            self.said("title"),
        )


class EndForm(DeskForm):
    """From when a duty is over."""

    day = day("自哪一天起不再担任")


class StandInForm(DeskForm):
    """Who stands in, from when to when, and why."""

    deputy = choice("代理人", ())
    since = day("第一天")
    until = day("最后一天")
    reason = text("原因", 200, help_text="例如：外出培训。")


def offer(form: DeskForm, name: str, choices: Choices, *, empty: str = "请选择") -> None:
    """Say what may be chosen in a field."""
    field = form.fields[name]
    if isinstance(field, forms.MultipleChoiceField):
        field.choices = choices
    elif isinstance(field, forms.ChoiceField):
        field.choices = [("", empty), *choices]
