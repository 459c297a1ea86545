"""The forms of reviewers and of the disclosure office."""

from collections.abc import Iterable
from datetime import datetime, time

from django import forms
from django.utils import timezone

from gongkai.apps.publishing.determining import Wanted
from gongkai.apps.publishing.reviewing import Opinion
from gongkai.core.law.grounds import GROUNDS
from gongkai.core.publishing.changes import Outcome
from gongkai.core.publishing.channels import Channel
from gongkai.core.publishing.disclosure import CLASS_LABELS
from gongkai.faces.common.forms import REQUIRED, DeskForm, choice, day, several, text
from gongkai.faces.desk.publishing.words import SENT_BACK_PHRASES

LONGEST = 500
LONGEST_REASON = 1000
CLASSES = tuple((key.value, label) for key, label in CLASS_LABELS.items())
GROUND_CHOICES = tuple((row.key, f"{row.label}（{row.cite}）") for row in GROUNDS)
PHRASES = tuple((phrase, phrase) for phrase in SENT_BACK_PHRASES)
OUTCOMES = tuple((row.value, row.label) for row in Outcome)
CHANNELS = tuple((row.value, row.label) for row in Channel if row is not Channel.PORTAL)
DECISIONS = (("agree", "同意"), ("refuse", "不同意"))


def long_text(
    label: str, *, help_text: str = "", required: bool = True, most: int = LONGEST
) -> forms.CharField:
    """Several lines of text."""
    return forms.CharField(
        label=label,
        max_length=most,
        help_text=help_text,
        required=required,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={**REQUIRED, "max_length": f"最多 {most} 个字。"},
    )


class Versioned(DeskForm):
    """A form about an edition as the page showed it."""

    expected = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def seen(self) -> int:
        """The version that the page showed."""
        return int(self.cleaned_data["expected"])


class ApproveForm(Versioned):
    """Letting an edition pass."""

    parts = several("逐项审查：看过并确认不涉及国家秘密、工作秘密的，逐项勾选", ())
    proofread = forms.BooleanField(label="已经校对", required=False)
    text = long_text("意见", required=False)

    def for_level(self, parts: Iterable[tuple[str, str]], *, proofreads: bool) -> None:
        """Ask only what this level has to answer; what is missing the action says."""
        field = self.fields["parts"]
        found = list(parts)
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = found
            field.required = False
        if not found:
            del self.fields["parts"]
        if not proofreads:
            del self.fields["proofread"]

    def opinion(self) -> Opinion:
        """What was said."""
        return Opinion(
            proofread=bool(self.cleaned_data.get("proofread")),
            parts=frozenset(self.cleaned_data.get("parts") or ()),
            text=self.said("text"),
        )


class SendBackForm(Versioned):
    """Sending an edition back."""

    phrase = choice("常用理由", PHRASES, required=False)
    reason = long_text("退回理由", required=False, help_text="写明要改什么，经办人据此修改。")

    def why(self) -> str:
        """The reason: the phrase, and what was added."""
        return "\n".join(
            part for part in (self.said("phrase"), self.said("reason").strip()) if part
        )


class HandOverForm(Versioned):
    """Having a colleague review in one's place."""

    person = choice("委托给", (), help_text="只委托这一次；由受托人审核，记录上写明受您委托。")


class ReasonForm(Versioned):
    """Something about an edition that needs a reason."""

    reason = long_text("理由")


class ScheduleForm(Versioned):
    """When an edition is to be released."""

    on = day("日期")
    at = forms.TimeField(
        label="时间",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text="北京时间。",
        error_messages={**REQUIRED, "invalid": "请填写时间，例如 09:30。"},
    )

    def moment(self) -> datetime:
        """The moment, in the system's time zone."""
        at: time = self.cleaned_data["at"]
        return timezone.make_aware(datetime.combine(self.cleaned_data["on"], at))


class ClosingForm(DeskForm):
    """Why an item is withdrawn."""

    reason = long_text("原因", help_text="会向公众显示，请不要写入个人信息和不宜公开的内容。")


class CorrectForm(DeskForm):
    """Why an item is corrected or issued anew."""

    reason = long_text("原因", help_text="更正发布后会向公众显示。")


class ReplaceForm(ClosingForm):
    """What takes an item's place, and why."""

    by = forms.ChoiceField(
        label="用哪一条替代",
        widget=forms.RadioSelect,
        error_messages={"required": "请选择一条。", "invalid_choice": "请从列表中选择。"},
    )
    field_order = ("by", "reason")

    def offer(self, rows: list[tuple[str, str]]) -> None:
        """Say what may be chosen."""
        field = self.fields["by"]
        if isinstance(field, forms.ChoiceField):
            field.choices = rows


class PlacementForm(DeskForm):
    """Where else an item was told."""

    channel = choice("渠道", CHANNELS)
    address = text("地址、期号", LONGEST, required=False, help_text="网址、公报期号、报纸版面等。")
    placed_on = day("发布日期")


class ChangeForm(DeskForm):
    """Another disclosure class."""

    after = choice("拟变更为", CLASSES)
    ground = choice("法定理由", GROUND_CHOICES, required=False, help_text="只有不予公开才选择。")
    reason = long_text("变更理由", most=LONGEST_REASON)

    def wanted(self) -> Wanted:
        """What was entered."""
        return Wanted(self.said("after"), self.said("reason"), self.said("ground"))


class DecideForm(DeskForm):
    """An opinion on a change."""

    decision = forms.ChoiceField(
        label="决定",
        choices=DECISIONS,
        widget=forms.RadioSelect,
        error_messages={"required": "请选择同意或者不同意。"},
    )
    reason = long_text("意见", required=False, help_text="不同意的，应当写明理由。")


class ReassessForm(DeskForm):
    """What looking again came to."""

    outcome = forms.ChoiceField(
        label="评估结果",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "请选择评估结果。"},
    )
    reason = long_text(
        "理由", help_text="不公开的理由现在是否仍然成立，为什么。", most=LONGEST_REASON
    )

    def offer(self, rows: list[tuple[str, str]]) -> None:
        """Say which outcomes there can be."""
        field = self.fields["outcome"]
        if isinstance(field, forms.ChoiceField):
            field.choices = rows
