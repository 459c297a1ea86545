"""The words of the ledger's pages: how a due day stands, whose a stage is, choices."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from gongkai.core.disputes.kinds import DECIDED, DisputeKind, JudgmentForm, Result
from gongkai.core.disputes.stages import ANSWER, APPEAL, REDO, Stage
from gongkai.core.disputes.terms import Side
from gongkai.faces.desk.journal_words import VERBS

if TYPE_CHECKING:
    from gongkai.apps.disputes.models import Dispute, DisputeEntry

AREA: Final = "disputes"
KIND_CHOICES: Final = tuple((kind.value, kind.label) for kind in DisputeKind)
RESULT_CHOICES: Final = tuple((row.value, row.label) for row in Result)
DECIDED_CHOICES: Final = tuple((row.value, f"{row.label}：{row.hint}") for row in DECIDED)
FORM_CHOICES: Final = tuple((row.value, row.label) for row in JudgmentForm)
DUTIES: Final = {
    ANSWER: "答复并举证",
    APPEAL: "决定是否上诉，期满没有上诉的登记审结",
    REDO: "重新办理或者履行",
}
SIDES: Final = {Side.ORGAN: "本机关", Side.PARTY: "对方"}
SOON: Final = 5
"""Days before the due day from which a list warns."""
LEFT, TODAY, OVERDUE = "余 {days} 天", "今天到期", "逾期 {days} 天"
IN_TIME, LATE, OPEN_ENDED = "按期", "晚于期限", "没有登记办理日期"
WAITS: Final = "填写“{what}”的日期以后计算"


@dataclass(frozen=True, slots=True)
class Tag:
    """A colour, a sign and words, which never stand alone."""

    tone: str
    sign: str
    words: str


def due_tag(due: date | None, today: date) -> Tag | None:
    """How a due day that waits for the organ stands."""
    if due is None:
        return None
    left = (due - today).days
    if left < 0:
        return Tag("error", "✗", OVERDUE.format(days=-left))
    if left == 0:
        return Tag("warning", "!", TODAY)
    tone, sign = ("warning", "!") if left <= SOON else ("information", "◷")
    return Tag(tone, sign, LEFT.format(days=left))


@dataclass(frozen=True, slots=True)
class ShownStage:
    """One stage of the calendar in words."""

    stage: Stage
    side: str
    waits: str
    tag: Tag | None


def shown_stage(stage: Stage, row: "Dispute", today: date) -> ShownStage:
    """A stage; whether it stands in the organ's hands decides whether it can be overdue."""
    waits = "" if stage.due else WAITS.format(what=stage.waits_for)
    side = row.sort.body_label if stage.side is Side.BODY else SIDES[stage.side]
    return ShownStage(stage, side, waits, _tag(stage, row, today))


def _tag(stage: Stage, row: "Dispute", today: date) -> Tag | None:
    if stage.due is None:
        return None
    if stage.done_on is not None:
        return Tag("error", "✗", LATE) if stage.is_late else Tag("good", "✓", IN_TIME)
    return due_tag(stage.due.day, today) if stage.key == row.duty else None


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """One line of the history in words."""

    row: "DisputeEntry"
    verb: str


def shown_entry(row: "DisputeEntry") -> ShownEntry:
    """A line of the history."""
    return ShownEntry(row, VERBS.get(row.verb, row.verb))
