"""The forms of the ledger."""

from django import forms

from gongkai.apps.disputes.facts import Opening
from gongkai.core.disputes.kinds import DisputeKind
from gongkai.faces.common.forms import REQUIRED, DeskForm, choice, text
from gongkai.faces.common.forms import day as day_field
from gongkai.faces.desk.disputes.words import DECIDED_CHOICES, FORM_CHOICES, KIND_CHOICES

MOST_WORDS = 4000
DAYS = (
    "known_on",
    "filed_on",
    "accepted_on",
    "answered_on",
    "extended_until",
    "evidence_until",
)


def words(label: str, *, required: bool = True, help_text: str = "") -> forms.CharField:
    """Several lines of text."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={**REQUIRED, "max_length": f"最多 {MOST_WORDS} 个字。"},
    )


class VersionForm(DeskForm):
    """A form that knows what it was opened on."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    @property
    def expected(self) -> int:
        """The version that was looked at."""
        return int(self.cleaned_data.get("version") or 0)


class OpeningForm(VersionForm):
    """What a dispute is."""

    kind = choice("类别", KIND_CHOICES)
    case_number = text("案号", 100, required=False, help_text="还没有编号时可以不填。")
    body = text("复议机关或者法院", 200)
    party = text("申请人或者原告", 100, help_text="加密保存，台账里只显示姓氏。")
    is_person = forms.BooleanField(label="是公民（单位不勾选，名称照常显示）", required=False)
    act = text("被争议的行为", 300, help_text="例如：不予公开决定书的文号，或者逾期未答复。")
    application_number = text(
        "申请登记号", 60, required=False, help_text="本系统里的申请；以前的旧案可以不填。"
    )
    follows = choice(
        "前案", (), required=False, help_text="复议后起诉的，选那件复议；再审的，选原来那件诉讼。"
    )
    received_on = day_field("收到申请书或者起诉状副本的日期", help_text="按这一天计入年报。")
    is_simplified = forms.BooleanField(label="适用简易程序", required=False)
    known_on = day_field(
        "对方知道行为的日期", required=False, help_text="复议后起诉的，填收到复议决定的日期。"
    )
    filed_on = day_field("对方申请或者起诉的日期", required=False)
    accepted_on = day_field("受理或者立案的日期", required=False)
    answered_on = day_field("本机关答复举证的日期", required=False, help_text="还没有答复的不填。")
    extended_until = day_field("审理期限延长到", required=False, help_text="收到延期通知的才填。")
    evidence_until = day_field("法院准许举证到", required=False)

    def opening(self, application_id: int | None) -> Opening:
        """What was entered."""
        days = {name: self.cleaned_data.get(name) for name in DAYS}
        return Opening(
            kind=DisputeKind(self.said("kind")),
            party=self.said("party"),
            act=self.said("act"),
            body=self.said("body"),
            received_on=self.cleaned_data["received_on"],
            case_number=self.said("case_number"),
            is_person=bool(self.cleaned_data.get("is_person")),
            is_simplified=bool(self.cleaned_data.get("is_simplified")),
            application_id=application_id,
            application_number=self.said("application_number"),
            follows_id=self.number("follows"),
            **days,
        )


class DayForm(VersionForm):
    """A day and a note."""

    day = day_field("日期")
    note = text("说明", 500, required=False)


class JudgmentDayForm(DayForm):
    """What a court of first instance gave."""

    form = choice("文书", FORM_CHOICES, help_text="判决 15 日、裁定 10 日内可以上诉。")
    field_order = ("version", "form", "day", "note")


class CloseForm(VersionForm):
    """What a dispute came to."""

    result = choice("结果", DECIDED_CHOICES)
    day = day_field("审结日期", help_text="收到决定、终审裁判，或者一审生效的日期；按它计入年报。")
    outcome = words("裁判要旨", help_text="为什么维持或者纠正，一两句话。")
    asks_again = forms.BooleanField(
        label="要求重新答复或者履行（关联的申请会重新办理）", required=False
    )
    redo_by = day_field("限期办完的日期", required=False)
    lessons = words("经验教训", required=False, help_text="以后写也可以。")


class LessonsForm(VersionForm):
    """What is to be learnt."""

    lessons = words("经验教训")


class WhyForm(VersionForm):
    """Why something is set right."""

    reason = text("原因", 500)


class PurposeForm(DeskForm):
    """What a name is looked at for."""

    purpose = text("用途", 200, help_text="例如：核对身份、制作答复书。会记入办理记录。")
