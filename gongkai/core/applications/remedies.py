"""Remedies (救济途径): before whom, within which time, in which words (R4-03…R4-10).

Who reviews follows from the organ's place; the court from its kind. Both are suggestions that the
organ's profile may replace, because courts and governments arrange some things themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.core.applications.decisions import Remedy
from gongkai.core.finding import Finding, Severity
from gongkai.core.identity import OrganKind
from gongkai.core.law import Citation
from gongkai.core.law.statutes import LITIGATION, OGI_CASES, RECONSIDERATION


@dataclass(frozen=True, slots=True)
class Term:
    """How long a way is open: `length` days or months, from when somebody knows."""

    key: str
    label: str
    length: int
    unit: str
    cite: Citation


DAYS: Final = "日"
MONTHS: Final = "个月"
RECONSIDER: Final = Term("reconsider", "申请行政复议", 60, DAYS, RECONSIDERATION.at(20, 1))
SUE: Final = Term("sue", "直接提起行政诉讼", 6, MONTHS, LITIGATION.at(46, 1))
SUE_AFTER: Final = Term("sue_after", "复议以后提起行政诉讼", 15, DAYS, LITIGATION.at(45))
TERMS: Final = (RECONSIDER, SUE, SUE_AFTER)
FIRST: Final = RECONSIDERATION.at(23, 1, 4)
"""A refusal has to be reconsidered before it can be taken to court (R4-05)."""
SCOPE: Final = OGI_CASES.at(1)
"""Which decisions are refusals in that sense (R4-06)."""
BASES: Final = {
    Remedy.RECONSIDERATION_FIRST: (FIRST, SCOPE),
    Remedy.EITHER: (LITIGATION.at(44), SCOPE),
    Remedy.NONE: (),
}
"""Why this way is open, and no other."""
ONLINE: Final = RECONSIDERATION.at(22, 2)
"""Whoever delivers over the internet also names the internet channel of review (R4-08)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An organ and those above it, nearest first, as far as its letters need to know."""

    kind: OrganKind
    name: str
    above: tuple[tuple[OrganKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bodies:
    """Who reviews: any of these, by which article; none where nobody above is known."""

    names: tuple[str, ...]
    cite: Citation
    is_itself: bool = False


JUSTICE: Final = ("司法局", "司法厅")
OF_LOCAL: Final = RECONSIDERATION.at(24, 1)
OF_PROVINCE: Final = RECONSIDERATION.at(24, 2)
OF_MINISTRY: Final = RECONSIDERATION.at(25)
OF_VERTICAL: Final = RECONSIDERATION.at(27)
OF_JUSTICE: Final = RECONSIDERATION.at(28)


def bodies(standing: Standing) -> Bodies:
    """Who reconsiders what this organ decides (R4-07)."""
    if standing.kind is OrganKind.PROVINCE:
        return Bodies((standing.name,), OF_PROVINCE, is_itself=True)
    if standing.kind is OrganKind.VERTICAL:
        return Bodies(tuple(name for _, name in standing.above[:1]), OF_VERTICAL)
    government = tuple(name for kind, name in standing.above if kind.is_government)[:1]
    if standing.name.endswith(JUSTICE):
        higher = _higher_justice(standing)
        return Bodies((*government, *higher), OF_JUSTICE)
    if not government and standing.kind is OrganKind.DEPARTMENT:
        return Bodies((standing.name,), OF_MINISTRY, is_itself=True)
    return Bodies(government, OF_LOCAL)


def _higher_justice(standing: Standing) -> tuple[str, ...]:
    return tuple(name for _, name in standing.above if name.endswith(JUSTICE))[:1]


BASIC_COURT: Final = "有管辖权的基层人民法院"
MIDDLE_COURT: Final = "有管辖权的中级人民法院"
MIDDLE_FOR: Final = frozenset({OrganKind.PROVINCE, OrganKind.CITY, OrganKind.COUNTY})


@dataclass(frozen=True, slots=True)
class Court:
    """The court to turn to, by which article."""

    name: str
    cite: Citation


def court(kind: OrganKind) -> Court:
    """The level of court for an organ of that kind; the name is for the organ to fill in."""
    if kind in MIDDLE_FOR:
        return Court(MIDDLE_COURT, LITIGATION.at(15, item=1))
    return Court(BASIC_COURT, LITIGATION.at(14))


@dataclass(frozen=True, slots=True)
class Ways:
    """Where somebody may turn: names for a letter, `online` the address of review over the net."""

    body: str
    court: str
    online: str = ""


OR: Final = "或者"
CLAUSE_A: Final = (
    "如不服本{what}，应当自收到之日起{days}日内先向{body}申请行政复议；对行政复议决定不服的，"
    "可以自收到行政复议决定书之日起{after}日内向{court}提起行政诉讼。"
)
CLAUSE_B: Final = (
    "如不服本{what}，可以自收到之日起{days}日内向{body}申请行政复议，"
    "或者自收到之日起{months}个月内直接向{court}提起行政诉讼。"
)
CLAUSE_ONLINE: Final = "行政复议申请也可以通过互联网提交：{online}。"
DECISION_WORD: Final = "决定"
ANSWER_WORD: Final = "答复"
WITHHELD_WORD: Final = "答复中不予公开的部分"
REST_WORD: Final = "答复的其他内容"


def clauses(
    remedy: Remedy, ways: Ways, *, in_part: bool = False, word: str = ANSWER_WORD
) -> tuple[str, ...]:
    """The paragraphs a letter ends with; `in_part`: only a part of it is a refusal (R4-06).

    `word` is what a letter calls itself that is no refusal.
    """
    if remedy is Remedy.NONE:
        return ()
    texts = _texts(remedy, word, in_part=in_part)
    told = tuple(_said(text, what, ways) for text, what in texts)
    return (*told, CLAUSE_ONLINE.format(online=ways.online)) if ways.online else told


def _texts(remedy: Remedy, word: str, *, in_part: bool) -> Iterator[tuple[str, str]]:
    if remedy is Remedy.EITHER:
        yield CLAUSE_B, word
    elif in_part:
        yield CLAUSE_A, WITHHELD_WORD
        yield CLAUSE_B, REST_WORD
    else:
        yield CLAUSE_A, DECISION_WORD


def _said(text: str, what: str, ways: Ways) -> str:
    return text.format(
        what=what,
        days=RECONSIDER.length,
        months=SUE.length,
        after=SUE_AFTER.length,
        body=ways.body,
        court=ways.court,
    )


def lacking(ways: Ways, remedy: Remedy, *, by_internet: bool) -> Iterator[Finding]:
    """What the organ's profile has to say before a letter with a remedy can go out."""
    if remedy is Remedy.NONE:
        return
    if not ways.body:
        text = "不知道向哪个机关申请行政复议。"
        hint = "请在受理信息里填写复议机关。"
        yield _finding("REMEDY-BODY", "review_body", text, hint, RECONSIDERATION.at(20))
    if not ways.court:
        text, hint = "不知道向哪个法院提起诉讼。", "请在受理信息里填写管辖法院。"
        yield _finding("REMEDY-COURT", "court", text, hint, LITIGATION.at(14))
    if by_internet and not ways.online:
        text = "用互联网送达的，应当同时告知网上申请行政复议的渠道。"
        hint = "请在受理信息里填写网上复议渠道，或者改用其他方式送达。"
        yield _finding("REMEDY-ONLINE", "review_address", text, hint, ONLINE)


def _finding(code: str, path: str, text: str, hint: str, cite: Citation) -> Finding:
    return Finding(code, Severity.ERROR, "救济途径不完整", text, hint, paths=(path,), cite=cite)
