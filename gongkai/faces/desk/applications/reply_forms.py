"""The forms about a reply: its facts as the decision asks for them, its text, an opinion."""

from collections.abc import Iterable, Mapping
from typing import Final

from django import forms

from gongkai.core.applications.decisions import DECISION, DECISIONS, Decision
from gongkai.core.applications.decisions_facts import MOST, Fact, FactKind
from gongkai.faces.common.forms import DayInput
from gongkai.faces.desk.applications.stepping import CaseForm
from gongkai.faces.desk.publishing.review_forms import long_text

KINDS: Final = tuple((row.key, row.label) for row in DECISIONS if row.letter)
PREFIX: Final = "fact-"
ROWS: Final = {FactKind.LONG_TEXT: 4, FactKind.WITHHELD: 6}
SAMPLE: Final = "{hint}例如：{sample}"
TEXT_ROWS: Final = 24


class FactsForm(CaseForm):
    """Everything a decision has to know; what is missing is kept empty and told on the page."""

    def ask(self, group: str, decision: Decision, known: Mapping[str, str]) -> None:
        """Add the facts of one decision; `group` parts the things asked for."""
        for fact in decision.facts:
            field = field_of(fact)
            field.initial = known.get(fact.key, "")
            self.fields[f"{PREFIX}{group}-{fact.key}"] = field

    def facts(self, group: str) -> dict[str, str]:
        """What was entered for one of them."""
        start = f"{PREFIX}{group}-"
        return {
            name.removeprefix(start): str(value or "")
            for name, value in self.cleaned_data.items()
            if name.startswith(start)
        }


def field_of(fact: Fact) -> forms.Field:
    """The field for a fact; nothing is refused here, the reply's page says what is missing."""
    if fact.kind is FactKind.CHOICE:
        rows = [("", "请选择"), *((row.key, row.label) for row in fact.choices)]
        wrong = {"invalid_choice": "请从列表中选择。"}
        return forms.ChoiceField(
            choices=rows,
            error_messages=wrong,
            label=fact.label,
            help_text=fact.hint,
            required=False,
        )
    widget: forms.Widget = forms.TextInput()
    if fact.kind is FactKind.DAY:
        widget = DayInput()
    elif fact.kind in ROWS:
        widget = forms.Textarea(attrs={"rows": ROWS[fact.kind]})
    return forms.CharField(
        widget=widget, max_length=MOST, label=fact.label, help_text=said(fact), required=False
    )


def said(fact: Fact) -> str:
    """What helps to enter it."""
    return SAMPLE.format(hint=fact.hint, sample=fact.sample) if fact.sample else fact.hint


class ItemsForm(CaseForm):
    """A decision for each thing that was asked for."""

    def ask(self, items: Iterable[tuple[int, str]], known: Mapping[int, str]) -> None:
        """One choice for each."""
        for number, text in items:
            self.fields[f"item-{number}"] = forms.ChoiceField(
                label=text[:100],
                choices=[("", "请选择"), *KINDS],
                initial=known.get(number, ""),
                error_messages={
                    "required": "请选择处理决定。",
                    "invalid_choice": "请从列表中选择。",
                },
            )

    def kinds(self) -> dict[int, str]:
        """What was chosen, by number of the item."""
        start = "item-"
        return {
            int(name.removeprefix(start)): str(value)
            for name, value in self.cleaned_data.items()
            if name.startswith(start)
        }


class TextForm(CaseForm):
    """The text of the letter."""

    text = forms.CharField(
        label="答复书正文",
        widget=forms.Textarea(attrs={"rows": TEXT_ROWS}),
        help_text="一行一段。救济途径、落款和日期也在其中；修改决定或者事实会重新生成正文。",
        error_messages={"required": "这一栏要填写。"},
    )


class OpinionForm(CaseForm):
    """What a level says when it lets a reply pass."""

    opinion = long_text("意见", required=False, most=500)


class BackForm(CaseForm):
    """Why it goes back."""

    reason = long_text("退回理由", help_text="写明要改什么，经办人据此修改。", most=500)


def label_of(kind: str) -> str:
    """A decision in words."""
    return DECISION[kind].label if kind in DECISION else ""
