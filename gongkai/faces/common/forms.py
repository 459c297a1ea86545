"""Forms whose fields get the findings that concern them; what was typed stays."""

from collections.abc import Iterable

from django import forms

from gongkai.core.finding import BlockedError

REQUIRED = {"required": "这一栏要填写。"}


class DayInput(forms.DateInput):
    """A day, chosen in the browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def text(
    label: str, most: int, *, help_text: str = "", required: bool = True, initial: str = ""
) -> forms.CharField:
    """A line of text."""
    return forms.CharField(
        label=label,
        max_length=most,
        help_text=help_text,
        required=required,
        initial=initial,
        error_messages={**REQUIRED, "max_length": f"最多 {most} 个字。"},
    )


def day(label: str, *, help_text: str = "", required: bool = True) -> forms.DateField:
    """A day."""
    wrong = {"invalid": "请填写日期，例如 2025-06-30。"}
    return forms.DateField(
        label=label,
        widget=DayInput(),
        help_text=help_text,
        required=required,
        error_messages={**REQUIRED, **wrong},
    )


def choice(
    label: str,
    choices: Iterable[tuple[str, str]],
    *,
    help_text: str = "",
    required: bool = True,
) -> forms.ChoiceField:
    """One of several."""
    empty = [("", "请选择" if required else "不选")]
    return forms.ChoiceField(
        label=label,
        choices=[*empty, *choices],
        help_text=help_text,
        required=required,
        error_messages={**REQUIRED, "invalid_choice": "请从列表中选择。"},
    )


def several(
    label: str, choices: Iterable[tuple[str, str]], *, help_text: str = ""
) -> forms.MultipleChoiceField:
    """Some of several, ticked."""
    return forms.MultipleChoiceField(
        label=label,
        choices=list(choices),
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少选一个。", "invalid_choice": "请从列表中选择。"},
    )


class DeskForm(forms.Form):
    """A form of the desk."""

    required_css_class = "required"
    use_required_attribute = True

    def take(self, error: BlockedError) -> None:
        """Put each finding beside the field it names."""
        for finding in error.findings:
            named = [path for path in finding.paths if path in self.fields]
            self.add_error(named[0] if named else None, f"{finding.text}{finding.hint}")

    def number(self, name: str) -> int | None:
        """The chosen row's number; None where nothing was chosen."""
        value = str(self.cleaned_data.get(name) or "")
        return int(value) if value.isdecimal() else None

    def said(self, name: str) -> str:
        """A text."""
        return str(self.cleaned_data.get(name) or "")
