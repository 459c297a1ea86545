"""The words of the pages about an item: what happened, how far a review has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.timezone import is_aware

from gongkai.apps.publishing.chain_queries import ChainStep
from gongkai.apps.publishing.history_queries import Happening
from gongkai.core.publishing.changes import Outcome
from gongkai.core.publishing.channels import LABELS as CHANNEL_LABELS
from gongkai.core.publishing.channels import Channel
from gongkai.faces.common.templatetags.zh import moment
from gongkai.faces.desk.journal_words import verb_of

AREA: Final = "items"
PUBLICATION_VERBS: Final = {
    "release": "发布",
    "correction": "发布更正",
    "reissue": "重新发布",
    "withdraw": "撤回",
    "replace": "被替代",
    "file_away": "转为不公开，从网站撤下",
}
VERDICTS: Final = {
    "pass": "同意",
    "send_back": "退回",
    "confirm": "补审同意",
    "object": "补审不同意",
}
FAMILIES: Final = {"publication": PUBLICATION_VERBS, "review": VERDICTS}
PURPOSES: Final = {"new": "首次发布", "correction": "更正", "reissue": "重新发布"}
STEP_WORDS: Final = {
    "passed": ("✓", "已通过"),
    "now": ("▶", "正在审核"),
    "sent_back": ("↩", "退回"),
    "objected": ("✗", "补审不同意"),
    "ahead": ("○", "还没有到"),
    "after": ("◷", "发布后补审"),
}
COMPARE_WORDS: Final = {
    "released": "与现在公开的版本对照",
    "level": "与这一级上次看到的版本对照",
    "last": "与上一次审核的版本对照",
}
SIGNS: Final = {"error": "✗", "warning": "!", "information": "i"}
SENT_BACK_PHRASES: Final = (
    "内容与附件不一致，请核对。",
    "数据有误，请核实后修改。",
    "公开属性或者理由不当，请重新认定。",
    "含有不宜公开的个人信息，请处理后再送审。",
    "文字、格式需要修改，见意见。",
    "要素不全，请补充。",
)
REVISION: Final = "第 {number} 版"
TIMES: Final = "{verb} {count} 次"


def verb_words(row: Happening) -> str:
    """What was done, in words."""
    table = FAMILIES.get(row.family)
    verb = verb_of(row.verb) if table is None else table.get(row.verb, row.verb)
    return TIMES.format(verb=verb, count=row.count) if row.count > 1 else verb


def what_words(row: Happening) -> str:
    """On what of the item it was done: a level, a revision, a channel, an outcome."""
    if row.what.isdecimal():
        return REVISION.format(number=row.what)
    if row.what in set(Channel):
        return CHANNEL_LABELS[Channel(row.what)]
    if row.what in set(Outcome):
        return Outcome(row.what).label
    return moment(at) if (at := moment_in(row.what)) else row.what


def moment_in(text: str) -> datetime | None:
    """The moment that the journal keeps as a text, if it is one."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if is_aware(at) else None


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One level of the chain in words."""

    step: ChainStep
    sign: str
    word: str


def shown_way(steps: Iterable[ChainStep]) -> list[ShownStep]:
    """The chain in words, step by step."""
    return [ShownStep(step, *STEP_WORDS[step.state]) for step in steps]
