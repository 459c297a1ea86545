"""The way of a reply (答复审核): its states, and the levels that look at it before it goes out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.core.applications.lifecycle import HANDLER, OFFICE
from gongkai.core.finding import Finding, Severity
from gongkai.core.identity import Role
from gongkai.core.law.statutes import OGI
from gongkai.core.lifecycle import Lifecycle, State, Step
from gongkai.core.review.chain import MOST_LEVELS, REVIEWING, Chain, Level

REPLY: Final = Lifecycle(
    name="reply",
    start="draft",
    states=(
        State("draft", "拟稿"),
        State("in_review", "审核中"),
        State("returned", "已退回"),
        State("approved", "已签发"),
        State("issued", "已印发"),
        State("discarded", "已作废"),
        State("dropped", "随案件终止"),
    ),
    steps=(
        Step("draft", "submit", "in_review", HANDLER, "送审答复", OGI.at(45)),
        Step("returned", "submit", "in_review", HANDLER, "重新送审", OGI.at(45)),
        Step("in_review", "pass_on", "in_review", Role.REVIEWER, "同意，送下一级", OGI.at(45)),
        Step("in_review", "sign", "approved", Role.REVIEWER, "签发", OGI.at(45)),
        Step("in_review", "send_back", "returned", Role.REVIEWER, "退回", OGI.at(45)),
        Step("in_review", "take_back", "draft", HANDLER, "撤回送审"),
        Step("approved", "send_back", "returned", OFFICE, "退回修改"),
        Step("approved", "reply", "issued", HANDLER, "印发答复", OGI.at(36)),
        Step("draft", "reply_at_once", "issued", HANDLER, "当场答复", OGI.at(33, 1)),
        Step("draft", "discard", "discarded", HANDLER, "作废"),
        Step("returned", "discard", "discarded", HANDLER, "作废"),
        *(
            Step(state, "drop", "dropped", HANDLER, "案件不再答复")
            for state in ("draft", "in_review", "returned", "approved")
        ),
    ),
)
WRITABLE: Final = frozenset({"draft", "returned"})
"""The text may be changed."""
OPEN: Final = frozenset({"draft", "in_review", "returned", "approved"})
"""At most one such reply is in a case."""
REPLY_CHAIN: Final[Chain] = (
    Level("disclosure_office", "公开办", Role.DISCLOSURE_OFFICE),
    Level("legal", "法制审核", Role.LEGAL_REVIEWER),
    Level("leader", "领导签发", Role.LEADER),
)
"""The usual levels above the handler."""
AT_ONCE: Final = frozenset({"granted", "already_public", "publication"})
"""What may be answered on the spot (Art. 33(1)): nobody is refused anything without review."""


@dataclass(frozen=True, slots=True)
class ReplyChainFault:
    """One way to be wrong: when it holds, what is said, what to do."""

    code: str
    holds: Callable[[Chain], bool]
    title: str
    text: str
    hint: str


CHAIN_FAULTS: Final = (
    ReplyChainFault(
        "REPLY-CHAIN-EMPTY",
        lambda chain: not chain,
        "没有审核的一级",
        "答复审核流程里一级也没有。",
        "请至少加上一级，例如公开办。",
    ),
    ReplyChainFault(
        "REPLY-CHAIN-LONG",
        lambda chain: len(chain) > MOST_LEVELS,
        "级数太多",
        f"审核流程最多 {MOST_LEVELS} 级。",
        "请删去不必要的级。",
    ),
    ReplyChainFault(
        "REPLY-CHAIN-ROLE",
        lambda chain: any(level.role not in REVIEWING for level in chain),
        "这个角色不能审核",
        "有一级的角色不是审核的角色。",
        "请选择公开办、法制审核、科室负责人、分管领导、主要领导等角色。",
    ),
    ReplyChainFault(
        "REPLY-CHAIN-LABEL",
        lambda chain: any(not level.label.strip() for level in chain),
        "没有名称",
        "有一级没有名称。",
        "请填写名称，例如“法制审核”。",
    ),
)


def chain_faults(chain: Chain) -> Iterator[Finding]:
    """What is wrong with a chain an organ wants its replies to go through."""
    for fault in CHAIN_FAULTS:
        if fault.holds(chain):
            yield Finding(
                fault.code,
                Severity.ERROR,
                fault.title,
                fault.text,
                fault.hint,
                paths=("levels",),
                cite=OGI.at(45),
            )
