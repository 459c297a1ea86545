"""Forms of redaction: placing a box by words or by its place, changing one, sending back."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from django import forms

from gongkai.apps.applications.redaction.boxes import LONGEST_WHAT, Placing
from gongkai.apps.applications.redaction.pages import Sheet
from gongkai.apps.applications.redaction.queries import area_of
from gongkai.core.law.grounds import GROUNDS
from gongkai.core.ports import Area
from gongkai.faces.common.forms import DeskForm, choice, text

GROUND_CHOICES: Final = tuple((row.key, f"{row.code} {row.label}") for row in GROUNDS)
WORD_CHOICE: Final = "{number}. {text}"
SIDES: Final = ("x", "y", "width", "height")
WHOLE: Final = 100
STEP: Final = "0.01"
NO_PLACE: Final = "请选择要遮盖的词，或者在页面上画框。"
BACKWARDS: Final = "“到哪个词”应当在“从哪个词”的后面。"


def percent(label: str, *, required: bool) -> forms.DecimalField:
    """A share of the page in percent."""
    wrong = {"invalid": "请填写数字。", "required": "这一栏要填写。"}
    return forms.DecimalField(
        label=label,
        required=required,
        min_value=0,
        max_value=WHOLE,
        widget=forms.NumberInput(attrs={"step": STEP, "inputmode": "decimal"}),
        error_messages=wrong,
    )


class GroundForm(DeskForm):
    """A ground, and what lies under the box."""

    ground = choice("不予公开的理由", GROUND_CHOICES)
    what = text(
        "遮盖的内容",
        LONGEST_WHAT,
        required=False,
        help_text="写类别，不写内容本身，例如“申请人姓名”；会列入答复书。",
    )

    def area(self) -> Area | None:
        """The place that is given in percent, if all four sides are."""
        values = [self.cleaned_data.get(side) for side in SIDES]
        if any(value is None for value in values):
            return None
        x, y, width, height = (float(value) / WHOLE for value in values if value is not None)
        return Area(x, y, width, height)


class PlaceForm(GroundForm):
    """A new box: over words of the page, or at a place that was drawn or typed."""

    first = forms.ChoiceField(label="从哪个词", required=False)
    last = forms.ChoiceField(label="到哪个词", required=False, help_text="不选就只遮一个词。")
    x = percent("左边距离（%）", required=False)
    y = percent("上边距离（%）", required=False)
    width = percent("宽（%）", required=False)
    height = percent("高（%）", required=False)
    field_order = ("first", "last", *SIDES, "ground", "what")

    def __init__(self, *args: Any, sheet: Sheet, **named: Any) -> None:
        super().__init__(*args, **named)
        self.sheet = sheet
        words = [("", "不选"), *_words(sheet)]
        for name in ("first", "last"):
            self.fields[name] = forms.ChoiceField(
                label=self.fields[name].label,
                choices=words,
                required=False,
                help_text=self.fields[name].help_text,
                error_messages={"invalid_choice": "请从列表中选择。"},
            )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, object]:
        """A place is needed, one way or the other."""
        values = super().clean() or self.cleaned_data
        self.place = self._of_words() or self.area()
        if self.place is None and not self.errors:
            self.add_error("first", NO_PLACE)
        return values

    def _of_words(self) -> Area | None:
        first, last = self.number("first"), self.number("last")
        if first is None:
            return None
        if last is not None and last < first:
            self.add_error("last", BACKWARDS)
        return area_of(self.sheet, first, first if last is None else last)

    def placing(self) -> Placing:
        """The box."""
        place = self.place or Area(0, 0, 0, 0)
        return Placing(self.sheet.number, place, self.said("ground"), self.said("what"))

    @property
    def rest(self) -> Sequence[forms.BoundField]:
        """The fields that always show."""
        return [self[name] for name in ("first", "last", "ground", "what")]

    @property
    def sides(self) -> Sequence[forms.BoundField]:
        """The fields of the place."""
        return [self[name] for name in SIDES]


def _words(sheet: Sheet) -> Iterator[tuple[str, str]]:
    for at, word in enumerate(sheet.words):
        yield str(at), WORD_CHOICE.format(number=at + 1, text=word.text)


class BoxForm(GroundForm):
    """A box that is there: its ground, its description, its place."""

    x = percent("左边距离（%）", required=True)
    y = percent("上边距离（%）", required=True)
    width = percent("宽（%）", required=True)
    height = percent("高（%）", required=True)

    @property
    def told(self) -> Sequence[forms.BoundField]:
        """Ground and description."""
        return [self["ground"], self["what"]]

    @property
    def sides(self) -> Sequence[forms.BoundField]:
        """The fields of the place."""
        return [self[name] for name in SIDES]


class AcceptForm(DeskForm):
    """One ground for what was suggested."""

    ground = choice("不予公开的理由", GROUND_CHOICES)


class ReleaseForm(DeskForm):
    """Which version was looked at."""

    expected = forms.IntegerField(widget=forms.HiddenInput)


class ReturnForm(DeskForm):
    """Why it is sent back."""

    reason = text("哪里不对", 400, help_text="经办人会看到，例如“第2页的住址没有遮”。")


class OpenForm(DeskForm):
    """A file of the case."""

    chosen = forms.ChoiceField(label="卷内文件", required=False)

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str]] = (), **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["chosen"] = choice("卷内文件", offered)


class OriginalForm(DeskForm):
    """A file that is to be redacted."""

    file = forms.FileField(
        label="要遮盖的文件",
        help_text="PDF、DOCX 或者 PNG、JPG 图片；DOCX 会先转换为 PDF。",
        error_messages={"required": "请选择文件。", "empty": "这个文件是空的。"},
    )


def percents(area: Area) -> dict[str, Decimal]:
    """The sides of a place in percent, as a form shows them."""
    sides = (area.x, area.y, area.width, area.height)
    return {
        name: Decimal(str(round(side * WHOLE, 2))) for name, side in zip(SIDES, sides, strict=True)
    }
