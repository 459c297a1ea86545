"""The evidence a case file has to hold (证据目录): what an organ proves when it is sued (R4-12)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.core.applications.decisions import Decision, Family
from gongkai.core.applications.decisions_facts import SEARCH, Facts
from gongkai.core.law import Citation
from gongkai.core.law.statutes import DELIVERY, FEES, OGI

EVERY: Final = frozenset(Family)


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """One kind of evidence: what it shows, for which decisions it is kept.

    `letters` are the codes of letters that are such evidence, `purposes` the uses of files of the
    case, `facts` those established with the decision, which a sheet of the file tells. `always`: a
    case without it is not complete; the others count where they came about.
    """

    key: str
    label: str
    proves: str
    cite: Citation
    families: frozenset[Family] = EVERY
    letters: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    always: bool = False


REFUSING: Final = frozenset({Family.REFUSED, Family.PARTIAL})
UNANSWERED: Final = frozenset({Family.RETRACTED, Family.OTHER})
ANSWERED: Final = EVERY - UNANSWERED
EVIDENCE: Final = (
    EvidenceKind(
        "application",
        "申请材料",
        "申请人是谁，申请了什么",
        OGI.at(29),
        purposes=("application", "identity"),
    ),
    EvidenceKind(
        "receipt",
        "收到申请的凭据和登记回执",
        "收到申请之日",
        OGI.at(31),
        letters=("DOC-01",),
        purposes=("receipt",),
    ),
    EvidenceKind(
        "correction",
        "补正告知书和补正材料",
        "一次性告知补正、给予指导和合理期限",
        OGI.at(30),
        letters=("DOC-02",),
        purposes=("correction",),
    ),
    EvidenceKind(
        "extension",
        "延长、延迟答复的审批和告知",
        "经工作机构负责人同意，并且告知申请人",
        OGI.at(33, 2),
        letters=("DOC-03", "DOC-22"),
    ),
    EvidenceKind(
        "third_party",
        "征求第三方意见的文书、送达凭据和意见",
        "书面征求意见，第三方的意见和理由",
        OGI.at(32),
        letters=("DOC-04", "DOC-06"),
        purposes=("consultation",),
    ),
    EvidenceKind(
        "other_organs",
        "征求其他机关意见的函和复函",
        "共同制作机关的意见",
        OGI.at(34),
        letters=("DOC-05",),
        purposes=("opinion",),
    ),
    EvidenceKind(
        "grounds",
        "不予公开的依据和审查材料",
        "信息的性质、理由，以及能否区分处理",
        OGI.at(36, item=3),
        REFUSING,
        purposes=("grounds",),
        facts=(
            "ground",
            "classified",
            "forbidding",
            "danger",
            "record",
            "withheld",
            "reasons",
            "inseparable",
        ),
        always=True,
    ),
    EvidenceKind(
        "public_interest",
        "公共利益的权衡",
        "公开或者不公开对公共利益的影响",
        OGI.at(32),
        REFUSING,
        purposes=("public_interest",),
        facts=("public_interest",),
    ),
    EvidenceKind(
        "search",
        "检索记录",
        "经过合理检索，没有所申请的信息",
        OGI.at(36, item=4),
        frozenset({Family.NOT_HELD}),
        purposes=("search",),
        facts=tuple(fact.key for fact in SEARCH),
        always=True,
    ),
    EvidenceKind(
        "earlier",
        "以前的申请和答复",
        "已经就相同申请作出过答复",
        OGI.at(36, item=6),
        frozenset({Family.REPEATED}),
        purposes=("earlier",),
        facts=("earlier_on", "earlier_number"),
        always=True,
    ),
    EvidenceKind(
        "excess",
        "申请数量、频次的统计和说明理由的材料",
        "明显超过合理范围，理由不合理",
        OGI.at(35),
        frozenset({Family.EXCESSIVE}),
        letters=("DOC-07",),
        purposes=("excess",),
        facts=("excess", "excess_reasons"),
        always=True,
    ),
    EvidenceKind(
        "fee",
        "收费通知、缴费记录",
        "收费的计算和通知",
        FEES.part(""),
        letters=("DOC-08",),
        purposes=("fee",),
    ),
    EvidenceKind(
        "record",
        "更正记录的证据和审核材料",
        "申请人的证据，审核的经过，不予更正的理由",
        OGI.at(41),
        frozenset({Family.OTHER}),
        purposes=("record",),
        facts=("wrong_record", "record_evidence", "record_result"),
    ),
    EvidenceKind(
        "reply",
        "答复文书",
        "履行了告知和说明理由的义务",
        OGI.at(36),
        ANSWERED,
        letters=tuple(f"DOC-{number:02}" for number in range(9, 22)),
        always=True,
    ),
    EvidenceKind(
        "given",
        "提供的信息",
        "提供了哪些信息，遮盖了哪些部分",
        OGI.at(37),
        frozenset({Family.GRANTED, Family.PARTIAL}),
        purposes=("given", "redacted"),
    ),
    EvidenceKind(
        "delivery",
        "送达凭据",
        "在期限内答复并且送达",
        DELIVERY.part("四"),
        ANSWERED,
        letters=("DOC-23",),
        purposes=("delivery",),
        always=True,
    ),
)


def kind_of_letter(code: str) -> EvidenceKind | None:
    """What a letter of that code is evidence of; variants go with their main code."""
    main = code[:LENGTH]
    return next((row for row in EVIDENCE if main in row.letters), None)


LENGTH: Final = len("DOC-00")


def kind_of_file(purpose: str) -> EvidenceKind | None:
    """What a file with that use is evidence of."""
    return next((row for row in EVIDENCE if purpose in row.purposes), None)


def kinds_of_facts(facts: Facts) -> tuple[EvidenceKind, ...]:
    """What the facts of a decision are evidence of."""
    told = {key for key, value in facts.items() if value.strip()}
    return tuple(row for row in EVIDENCE if told.intersection(row.facts))


def lacking(decision: Decision, present: Iterable[str]) -> Iterator[EvidenceKind]:
    """The evidence a case with this decision ought to hold and does not, by the keys present."""
    held = frozenset(present)
    for row in EVIDENCE:
        if row.always and decision.family in row.families and row.key not in held:
            yield row
