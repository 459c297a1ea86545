"""The letters of a case (文书种类): DOC-01 to DOC-23, with the wording they have to begin with."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gongkai.core.applications.decisions import DECISIONS
from gongkai.core.applications.letters import notices, replies
from gongkai.core.applications.letters.fields import FIELD, Field
from gongkai.core.law import Citation
from gongkai.core.law.statutes import DELIVERY, FEES, OGI


class Party(StrEnum):
    """For whom a letter is."""

    APPLICANT = "applicant"
    THIRD_PARTY = "third_party"
    ORGAN = "organ"
    NOBODY = "nobody"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return PARTIES[self]


PARTIES: Final = {
    Party.APPLICANT: "申请人",
    Party.THIRD_PARTY: "第三方",
    Party.ORGAN: "其他机关",
    Party.NOBODY: "存卷",
}
DECREE: Final = "决定书"


@dataclass(frozen=True, slots=True)
class LetterKind:
    """One kind of letter. `word` goes into its number (类别字), `text` is the usual wording,
    `needs` are the fields no wording may leave out."""

    code: str
    title: str
    word: str
    cite: Citation
    text: str
    needs: tuple[str, ...]
    party: Party = Party.APPLICANT

    @property
    def needed(self) -> tuple[Field, ...]:
        """The fields no wording may leave out."""
        return tuple(FIELD[key] for key in self.needs)

    @property
    def is_reply(self) -> bool:
        """Whether it answers an application, so that its text is edited and reviewed."""
        return self.code in REPLY_CODES

    @property
    def is_decision(self) -> bool:
        """Whether it calls itself a decision, not an answer."""
        return self.title.endswith(DECREE)

    @property
    def has_remedy(self) -> bool:
        """Whether it says where to turn; notices on the way do not (R4-10)."""
        return "remedy" in self.needs


HEAD: Final = ("number", "received_on", "request")
"""The fields of the opening of a reply."""
REPLY_CODES: Final = frozenset(row.letter for row in DECISIONS if row.letter) | {"DOC-09M"}


def _reply(code: str, title: str, word: str, cite: Citation, text: str) -> LetterKind:
    """A reply has to tell all that its decisions had to establish."""
    facts = [
        fact.key
        for row in DECISIONS
        if row.letter == code
        for fact in row.facts
        if fact.required and not fact.stays_inside and _is_of_all(code, fact.key)
    ]
    own = ("items",) if code == "DOC-09M" else ("articles", *dict.fromkeys(facts))
    return LetterKind(code, title, word, cite, text, (*HEAD, *own, "remedy"))


def _is_of_all(code: str, key: str) -> bool:
    """Whether every decision that uses the letter asks for the fact."""
    rows = [row for row in DECISIONS if row.letter == code]
    return all(any(fact.key == key for fact in row.facts) for row in rows)


NOTICES: Final = (
    LetterKind(
        "DOC-01",
        "政府信息公开申请登记回执",
        "回执",
        OGI.at(45),
        notices.RECEIPT,
        ("number", "receipt_form"),
    ),
    LetterKind(
        "DOC-02",
        "政府信息公开申请补正告知书",
        "补正",
        OGI.at(30),
        notices.CORRECTION,
        ("number", "received_on", "points", "guidance", "answer_by"),
    ),
    LetterKind(
        "DOC-03",
        "政府信息公开申请延期答复告知书",
        "延期",
        OGI.at(33, 2),
        notices.EXTENSION,
        ("number", "received_on", "reason", "workdays", "new_due"),
    ),
    LetterKind(
        "DOC-04",
        "政府信息公开征求第三方意见书",
        "征求",
        OGI.at(32),
        notices.THIRD_PARTY,
        ("number", "matter", "opinion_form"),
        Party.THIRD_PARTY,
    ),
    LetterKind(
        "DOC-05",
        "政府信息公开征求意见函",
        "征求",
        OGI.at(34),
        notices.OTHER_ORGAN,
        ("number", "matter", "opinion_form"),
        Party.ORGAN,
    ),
    LetterKind(
        "DOC-06",
        "政府信息公开告知第三方决定书",
        "告知",
        OGI.at(32),
        notices.DESPITE_REFUSAL,
        ("number", "disclosed", "interest", "remedy"),
        Party.THIRD_PARTY,
    ),
    LetterKind(
        "DOC-07",
        "政府信息公开申请说明理由通知书",
        "说理",
        OGI.at(35),
        notices.REASONS,
        ("number", "frequency", "answer_by"),
    ),
    LetterKind(
        "DOC-08",
        "政府信息公开信息处理费收费通知书",
        "收费",
        FEES.part(""),
        notices.FEE,
        ("number", "fee_method", "fee_table", "fee_total", "account"),
    ),
    LetterKind(
        "DOC-22",
        "政府信息公开申请延迟答复告知书",
        "延迟",
        OGI.at(35),
        notices.DEFERRAL,
        ("number", "received_on", "judged", "new_due"),
    ),
    LetterKind(
        "DOC-23",
        "政府信息公开文书送达回证",
        "送达",
        DELIVERY.part("一"),
        notices.DELIVERY,
        ("number", "delivery_form"),
        Party.NOBODY,
    ),
)
REPLIES: Final = (
    _reply("DOC-09", "政府信息公开答复书", "公开", OGI.at(36, item=2), replies.GRANTED),
    _reply("DOC-09A", "政府信息公开答复书", "公开", OGI.at(36, item=1), replies.ALREADY_PUBLIC),
    _reply("DOC-09M", "政府信息公开答复书", "答复", OGI.at(36), replies.SEVERAL),
    _reply("DOC-10", "政府信息部分公开答复书", "公开", OGI.at(37), replies.PARTIAL),
    _reply("DOC-11", "政府信息不予公开决定书", "不公开", OGI.at(36, item=3), replies.REFUSED),
    _reply("DOC-12", "政府信息不存在告知书", "告知", OGI.at(36, item=4), replies.NOT_HELD),
    _reply("DOC-13", "非本机关政府信息告知书", "告知", OGI.at(36, item=5), replies.NOT_RESPONSIBLE),
    _reply("DOC-14", "政府信息不予提供告知书", "告知", OGI.at(38), replies.NEEDS_CREATING),
    _reply("DOC-14A", "政府信息无法提供告知书", "告知", OGI.at(30), replies.STILL_UNCLEAR),
    _reply("DOC-15", "政府信息公开申请不予处理告知书", "不处理", OGI.at(39, 1), replies.PETITION),
    _reply("DOC-15A", "业务咨询告知书", "告知", OGI.at(2), replies.CONSULTATION),
    _reply(
        "DOC-16", "政府信息公开申请不予处理告知书", "不处理", OGI.at(39, 2), replies.PUBLICATION
    ),
    _reply(
        "DOC-17",
        "政府信息公开申请不予重复处理告知书",
        "不处理",
        OGI.at(36, item=6),
        replies.REPEATED,
    ),
    _reply(
        "DOC-17A",
        "政府信息公开申请不予处理告知书",
        "不处理",
        OGI.at(36, item=6),
        replies.REISSUE,
    ),
    _reply("DOC-18", "政府信息公开申请不予处理告知书", "不处理", OGI.at(35), replies.EXCESSIVE),
    _reply("DOC-19", "政府信息公开申请告知书", "告知", OGI.at(36, item=7), replies.SPECIAL_LAW),
    _reply("DOC-20", "政府信息公开申请不再处理告知书", "不再处理", OGI.at(30), replies.UNCORRECTED),
    _reply("DOC-20A", "政府信息公开申请不再处理告知书", "不再处理", FEES.part(""), replies.UNPAID),
    _reply("DOC-21", "政府信息更正告知书", "更正", OGI.at(41), replies.RECTIFIED),
    _reply("DOC-21A", "政府信息不予更正告知书", "更正", OGI.at(41), replies.NOT_RECTIFIED),
    _reply("DOC-21B", "政府信息更正申请转送告知书", "更正", OGI.at(41), replies.ELSEWHERE),
)
LETTERS: Final = tuple(sorted((*NOTICES, *REPLIES), key=lambda row: row.code))
LETTER: Final = {row.code: row for row in LETTERS}
SEVERAL: Final = "DOC-09M"
"""The reply to an application with several items that end differently."""
