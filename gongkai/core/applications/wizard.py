"""The decision wizard (答复向导): questions whose answers narrow the decisions down to one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gongkai.core.applications.decisions import DECISION, REFUSALS
from gongkai.core.law import Citation
from gongkai.core.law.statutes import FORM_2021, OGI

Kinds = frozenset[str]
ALL: Final[Kinds] = frozenset(DECISION)
Answers = Mapping[str, str]
"""The key of the option that was chosen, by the key of its question."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer, and the decisions that remain with it."""

    key: str
    label: str
    kinds: Kinds


@dataclass(frozen=True, slots=True)
class Question:
    """One question. What no option of it names is not its business and always remains."""

    key: str
    text: str
    hint: str
    cite: Citation
    options: tuple[Option, ...]

    def open_options(self, left: Kinds) -> tuple[Option, ...]:
        """The options with which something remains."""
        return tuple(option for option in self.options if option.kinds & left)


def _only(key: str, label: str, *kinds: str) -> Option:
    return Option(key, label, frozenset(kinds))


def _yes_no(yes: str, no: str, *kinds: str) -> tuple[Option, ...]:
    """Yes leads to these decisions, no to all others."""
    named = frozenset(kinds)
    return (Option("yes", yes, named), Option("no", no, ALL - named))


ENDINGS: Final = (
    _only("retracted", "申请人撤回了申请", "retracted"),
    _only("uncorrected", "申请人逾期不补正，没有正当理由", "uncorrected"),
    _only("unpaid", "申请人逾期不缴纳信息处理费", "unpaid"),
    _only("joined", "并入同一申请人的另一件申请", "joined"),
    _only("transferred", "已经转给负责公开的机关", "transferred"),
    _only("ended", "申请人死亡或者终止，无人承受", "ended"),
    _only("otherwise", "其他原因不再办理", "otherwise"),
)
ENDED: Final[Kinds] = frozenset[str]().union(*(option.kinds for option in ENDINGS))
RECTIFYING: Final[Kinds] = frozenset({"rectified", "not_rectified", "rectify_elsewhere"})
NOT_ASKING: Final[Kinds] = frozenset({"petition", "publication", "consultation", "reissue"})
REFUSED: Final[Kinds] = frozenset(row.key for row in REFUSALS)
QUESTIONS: Final = (
    Question(
        "goes_on",
        "这件申请还要答复吗？",
        "正在办理、需要作出答复的，选第一项。",
        FORM_2021.part("表三"),
        (Option("goes_on", "要答复", ALL - ENDED), *ENDINGS),
    ),
    Question(
        "asks_for",
        "申请人实际要求的是什么？",
        "看要求的内容，不看申请表的名称。既有信息又有诉求的，先按“一事一申请”分开。",
        OGI.at(39),
        (
            Option("information", "获取政府信息", ALL - NOT_ASKING - RECTIFYING),
            _only("petition", "信访、投诉、举报，要求处理某件事", "petition"),
            _only("publication", "政府公报、报刊、书籍等公开出版物", "publication"),
            _only("consultation", "咨询政策、办事流程，查询业务进度", "consultation"),
            _only("reissue", "确认或者重新出具已经得到的信息", "reissue"),
            Option("record", "更正关于自己的信息记录", RECTIFYING),
        ),
    ),
    Question(
        "rectify",
        "要求更正的记录，审核结果是什么？",
        "本机关有权更正的，核对证据以后决定；无权更正的，转送或者告知有权的机关。",
        OGI.at(41),
        (
            _only("rectified", "属实，已经更正", "rectified"),
            _only("not_rectified", "不属实，不予更正", "not_rectified"),
            _only("rectify_elsewhere", "不属于本机关职能范围", "rectify_elsewhere"),
        ),
    ),
    Question(
        "unclear",
        "经过补正，申请内容能够明确吗？",
        "没有要求补正过的，选“能够”；不明确又没有补正过的，应当先发补正告知书。",
        OGI.at(30),
        _yes_no("补正以后仍不明确", "能够明确", "still_unclear"),
    ),
    Question(
        "excessive",
        "数量、频次明显超过合理范围，而且申请人说明的理由不合理？",
        "应当先要求申请人说明理由；没有要求过的，选“不是”。",
        OGI.at(35),
        _yes_no("是，理由不合理", "不是", "excessive"),
    ),
    Question(
        "repeated",
        "本机关已经答复过同一申请人的相同申请？",
        "申请人和申请内容都相同，而且前一次已经答复。",
        OGI.at(36, item=6),
        _yes_no("已经答复过", "没有", "repeated"),
    ),
    Question(
        "special_law",
        "获取这类信息，法律、行政法规有特别规定吗？",
        "例如工商登记、不动产登记资料的查询。",
        OGI.at(36, item=7),
        _yes_no("有特别规定", "没有", "special_law"),
    ),
    Question(
        "responsible",
        "这些信息由本机关负责公开吗？",
        "本机关制作的，或者从公民、法人获取并保存的；从别的机关得来的，一般由制作或者最初获取的机关公开。",
        OGI.at(10),
        _yes_no("不由本机关负责", "由本机关负责", "not_responsible"),
    ),
    Question(
        "held",
        "经过检索，有这些信息吗？",
        "检索要有记录：范围、关键词、人员、日期和结果。",
        OGI.at(36, item=4),
        _yes_no("检索以后没有", "有", "not_held"),
    ),
    Question(
        "existing",
        "是现成的信息吗？",
        "需要对现有信息加工、分析才能提供的，不是现成的；遮盖部分内容不算加工。",
        OGI.at(38),
        _yes_no("要加工、分析才有", "是现成的", "needs_creating"),
    ),
    Question(
        "public",
        "已经主动公开了吗？",
        "在网站、公报等处已经能够看到。",
        OGI.at(36, item=1),
        _yes_no("已经主动公开", "没有", "already_public"),
    ),
    Question(
        "open",
        "可以公开多少？",
        "只要能够分开，就应当提供可以公开的部分。",
        OGI.at(37),
        (
            _only("all", "全部可以公开", "granted"),
            _only("part", "一部分可以公开", "partial"),
            Option("nothing", "全部不予公开", REFUSED),
        ),
    ),
    Question(
        "ground",
        "不予公开的理由是哪一类？",
        "只能是条例第十四条至第十六条的理由；有几类的，选最主要的一类，其他的写进理由。",
        OGI.at(36, item=3),
        tuple(
            Option(row.key, row.label.partition("：")[2], frozenset({row.key})) for row in REFUSALS
        ),
    ),
)


def left(answers: Answers) -> Kinds:
    """The decisions that remain after these answers; answers nobody asked for change nothing."""
    kinds = ALL
    for question in QUESTIONS:
        chosen = next(
            (row for row in question.open_options(kinds) if row.key == answers.get(question.key)),
            None,
        )
        if chosen is not None and _narrows(question, kinds):
            kinds = chosen.kinds & kinds
    return kinds


def next_question(answers: Answers) -> Question | None:
    """The first question whose answer would narrow what remains; None when one decision does."""
    kinds = left(answers)
    return next((row for row in QUESTIONS if _narrows(row, kinds)), None)


def asked(answers: Answers) -> tuple[tuple[Question, Option], ...]:
    """The questions that were answered, with their answers, in order: the way taken so far."""
    return tuple(
        (question, option)
        for question in QUESTIONS
        for option in question.options
        if option.key == answers.get(question.key)
    )


def _narrows(question: Question, kinds: Kinds) -> bool:
    """Whether its options would leave different decisions."""
    return len({option.kinds & kinds for option in question.open_options(kinds)}) > 1
