"""What can be done with a reply as data: send it to review, pass it, send it back, issue it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from gongkai.apps.applications.replies import deciding, replying, reviewing
from gongkai.core.applications.decisions_review import AT_ONCE, WRITABLE
from gongkai.core.applications.doors import HANDLERS, OFFICE, READERS
from gongkai.core.identity import Actor, Role
from gongkai.faces.desk.applications.reply_forms import BackForm, OpinionForm
from gongkai.faces.desk.applications.stepping import CaseForm

if TYPE_CHECKING:
    from gongkai.apps.applications.models import Reply


@dataclass(frozen=True, slots=True)
class Case:
    """A reply, who acts, what was sent, and when."""

    who: Actor
    reply_id: int
    form: CaseForm
    now: datetime

    @property
    def expected(self) -> int:
        """The version that the page showed."""
        found: int = self.form.cleaned_data["expected"]
        return found


@dataclass(frozen=True, slots=True)
class ReplyDeed:
    """One thing that can be done: in which states, by whom, what follows."""

    key: str
    label: str
    states: frozenset[str]
    roles: frozenset[Role]
    do: Callable[[Case], object]
    consequence: str
    done: str
    form: type[CaseForm] = CaseForm
    is_final: bool = False
    is_verdict: bool = False
    kinds: frozenset[str] = frozenset()
    """The decisions it is open for; none: all."""

    def is_open(self, who: Actor, row: "Reply") -> bool:
        """Whether it can be done now by whoever looks."""
        fits = not self.kinds or row.kind in self.kinds
        return row.state in self.states and bool(who.roles & self.roles) and fits


def propose(case: Case) -> object:
    """Send it to review."""
    return replying.propose_reply(
        case.who, reply_id=case.reply_id, expected=case.expected, now=case.now
    )


def take_back(case: Case) -> object:
    """Take it back from review."""
    return replying.take_back_reply(
        case.who, reply_id=case.reply_id, expected=case.expected, now=case.now
    )


def issue(case: Case) -> object:
    """Issue it."""
    return replying.issue_reply(
        case.who, reply_id=case.reply_id, expected=case.expected, now=case.now
    )


def at_once(case: Case) -> object:
    """Answer on the spot."""
    return replying.reply_at_once(
        case.who, reply_id=case.reply_id, expected=case.expected, now=case.now
    )


def discard(case: Case) -> object:
    """Give it up."""
    return deciding.discard_reply(
        case.who, reply_id=case.reply_id, expected=case.expected, now=case.now
    )


def let_pass(case: Case) -> object:
    """Let it pass."""
    opinion = case.form.said("opinion")
    return reviewing.pass_reply(
        case.who,
        reply_id=case.reply_id,
        expected=case.expected,
        now=case.now,
        opinion=opinion,
    )


def send_back(case: Case) -> object:
    """Send it back."""
    return reviewing.send_back_reply(
        case.who,
        reply_id=case.reply_id,
        expected=case.expected,
        reason=case.form.said("reason"),
        now=case.now,
    )


def recall(case: Case) -> object:
    """Take a signed one back."""
    return reviewing.recall_reply(
        case.who,
        reply_id=case.reply_id,
        expected=case.expected,
        reason=case.form.said("reason"),
        now=case.now,
    )


REVIEWED, SIGNED = frozenset({"in_review"}), frozenset({"approved"})
WRITERS: Final = HANDLERS | {Role.UNIT_HEAD}
DEEDS: Final = {
    deed.key: deed
    for deed in (
        ReplyDeed(
            "propose",
            "送审",
            WRITABLE,
            WRITERS,
            propose,
            "送审以后不能再改，退回或者撤回送审以后才能修改。",
            "已经送审。",
        ),
        ReplyDeed(
            "at-once",
            "当场答复",
            frozenset({"draft"}),
            HANDLERS,
            at_once,
            "不经审核，立即印发答复书，本件办结。只有提供信息或者告知获取途径的可以当场答复。",
            "已经当场答复，请登记送达。",
            is_final=True,
            kinds=AT_ONCE,
        ),
        ReplyDeed(
            "take-back",
            "撤回送审",
            REVIEWED,
            WRITERS,
            take_back,
            "撤回以后继续修改；改好再送审。",
            "已经撤回送审。",
        ),
        ReplyDeed(
            "issue",
            "印发答复书",
            SIGNED,
            HANDLERS,
            issue,
            "印发以后，答复书编号、本件办结并计入统计，内容不能再改；随后登记送达。",
            "已经印发答复书，本件办结。请登记送达。",
            is_final=True,
        ),
        ReplyDeed(
            "recall",
            "退回修改",
            SIGNED,
            OFFICE,
            recall,
            "签发以后发现问题的，退回修改；修改后各级重新审核。",
            "已经退回修改。",
            BackForm,
        ),
        ReplyDeed(
            "discard",
            "作废这份答复",
            WRITABLE,
            WRITERS,
            discard,
            "作废以后可以重新拟写。",
            "已经作废。",
            is_final=True,
        ),
        ReplyDeed(
            "pass",
            "同意",
            REVIEWED,
            READERS,
            let_pass,
            "同意以后送下一级；最后一级同意即签发。",
            "已经同意。",
            OpinionForm,
            is_verdict=True,
        ),
        ReplyDeed(
            "send-back",
            "退回",
            REVIEWED,
            READERS,
            send_back,
            "退回后，经办人修改了再送审，会直接回到您这一级。",
            "已经退回，经办人修改后会再送到您这一级。",
            BackForm,
            is_verdict=True,
        ),
    )
}
