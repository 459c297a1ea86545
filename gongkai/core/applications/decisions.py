"""The decisions on an application (处理决定): one choice gives letter, article, remedy and row.

Eighteen families; a refusal has seven forms and other handling several, each with a row of its own
in the yearly table. Rows have the keys of the statutory form (Table 3).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gongkai.core.applications import decisions_facts as facts_of
from gongkai.core.applications.decisions_facts import Fact, Facts
from gongkai.core.law import Citation
from gongkai.core.law.grounds import GROUND
from gongkai.core.law.statutes import FEES, FORM_2021, OGI


class Remedy(StrEnum):
    """Which way is open against a decision (R4-05, R4-06)."""

    RECONSIDERATION_FIRST = "A"
    EITHER = "B"
    NONE = "none"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"A": "复议前置", "B": "复议或者诉讼", "none": "不写救济途径"}[self.value]


class Family(StrEnum):
    """The eighteen kinds of decision."""

    GRANTED = "granted"
    ALREADY_PUBLIC = "already_public"
    PARTIAL = "partial"
    REFUSED = "refused"
    SPECIAL_LAW = "special_law"
    NOT_HELD = "not_held"
    NOT_RESPONSIBLE = "not_responsible"
    NEEDS_CREATING = "needs_creating"
    STILL_UNCLEAR = "still_unclear"
    PETITION = "petition"
    REPEATED = "repeated"
    PUBLICATION = "publication"
    EXCESSIVE = "excessive"
    REISSUE = "reissue"
    UNCORRECTED = "uncorrected"
    UNPAID = "unpaid"
    RETRACTED = "retracted"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return FAMILIES[self]


FAMILIES: Final = {
    Family.GRANTED: "予以公开",
    Family.ALREADY_PUBLIC: "已经主动公开",
    Family.PARTIAL: "部分公开",
    Family.REFUSED: "不予公开",
    Family.SPECIAL_LAW: "另有特别规定",
    Family.NOT_HELD: "信息不存在",
    Family.NOT_RESPONSIBLE: "不属于本机关公开",
    Family.NEEDS_CREATING: "需要另行制作",
    Family.STILL_UNCLEAR: "补正后仍不明确",
    Family.PETITION: "信访、投诉、举报",
    Family.REPEATED: "重复申请",
    Family.PUBLICATION: "公开出版物",
    Family.EXCESSIVE: "大量反复申请",
    Family.REISSUE: "要求确认或者重新出具",
    Family.UNCORRECTED: "逾期不补正",
    Family.UNPAID: "逾期不缴费",
    Family.RETRACTED: "申请人撤回",
    Family.OTHER: "其他处理",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: what follows from the choice.

    `letter` is the template that fills (empty where the applicant gets none), `row` the row of the
    yearly table, `grounds` those of the Regulations that it may rest on. `other_rows`: the rows an
    organ may count it under instead.
    """

    key: str
    label: str
    family: Family
    letter: str
    row: str
    remedy: Remedy
    cites: tuple[Citation, ...]
    facts: tuple[Fact, ...]
    grounds: tuple[str, ...] = ()
    other_rows: tuple[str, ...] = ()


TYPE_A: Final = Remedy.RECONSIDERATION_FIRST
TYPE_B: Final = Remedy.EITHER
REFUSING: Final = (facts_of.REASONS, facts_of.INSEPARABLE)
"""What every refusal has to say."""


def _refused(
    key: str, label: str, row: str, facts: tuple[Fact, ...], grounds: tuple[str, ...]
) -> Decision:
    return Decision(
        f"refused_{key}",
        f"不予公开：{label}",
        Family.REFUSED,
        "DOC-11",
        row,
        TYPE_A,
        (GROUND[grounds[0]].cite, OGI.at(36, item=3)),
        (*facts, *REFUSING),
        grounds,
    )


REFUSALS: Final = (
    _refused("secret", "国家秘密", "refused_1", (facts_of.CLASSIFIED,), ("STATE_SECRET",)),
    _refused(
        "by_law",
        "其他法律、行政法规禁止公开",
        "refused_2",
        (facts_of.FORBIDDING,),
        ("PROHIBITED_BY_LAW",),
    ),
    _refused(
        "security",
        "可能危及“三安全一稳定”",
        "refused_3",
        (facts_of.DANGER,),
        ("ENDANGERS_SECURITY",),
    ),
    _refused(
        "third_party",
        "保护第三方合法权益",
        "refused_4",
        (facts_of.THIRD_PARTY_GROUND, facts_of.THIRD_PARTY, facts_of.PUBLIC_INTEREST),
        facts_of.THIRD_PARTY_GROUNDS,
    ),
    _refused(
        "internal",
        "三类内部事务信息",
        "refused_5",
        (facts_of.INTERNAL_GROUND,),
        facts_of.INTERNAL_GROUNDS,
    ),
    _refused(
        "process",
        "四类过程性信息",
        "refused_6",
        (facts_of.PROCESS_GROUND,),
        facts_of.PROCESS_GROUNDS,
    ),
    _refused("enforcement", "行政执法案卷", "refused_7", (facts_of.RECORD,), ("ENFORCEMENT_FILE",)),
)
GIVEN: Final = (
    Decision(
        "granted",
        "予以公开",
        Family.GRANTED,
        "DOC-09",
        "granted",
        TYPE_B,
        (OGI.at(36, item=2), OGI.at(40)),
        (facts_of.PROVIDED, facts_of.PROVISION, facts_of.FORM_CHANGED),
    ),
    Decision(
        "already_public",
        "已经主动公开，告知获取途径",
        Family.ALREADY_PUBLIC,
        "DOC-09A",
        "granted",
        TYPE_B,
        (OGI.at(36, item=1),),
        (facts_of.WHERE, facts_of.PUBLISHED_ON),
    ),
    Decision(
        "partial",
        "部分公开（区分处理）",
        Family.PARTIAL,
        "DOC-10",
        "partial",
        TYPE_A,
        (OGI.at(37), OGI.at(36, item=2)),
        (facts_of.PROVIDED, facts_of.WITHHELD, facts_of.PROVISION),
        tuple(GROUND),
    ),
)
UNABLE: Final = (
    Decision(
        "special_law",
        "法律、行政法规另有特别规定",
        Family.SPECIAL_LAW,
        "DOC-19",
        "refused_8",
        TYPE_B,
        (OGI.at(36, item=7),),
        (facts_of.SPECIAL_LAW, facts_of.SPECIAL_OFFICE),
    ),
    Decision(
        "not_held",
        "经检索，信息不存在",
        Family.NOT_HELD,
        "DOC-12",
        "unable_1",
        TYPE_B,
        (OGI.at(36, item=4),),
        facts_of.SEARCH,
    ),
    Decision(
        "not_responsible",
        "不属于本机关负责公开",
        Family.NOT_RESPONSIBLE,
        "DOC-13",
        "unable_1",
        TYPE_B,
        (OGI.at(36, item=5), OGI.at(10)),
        (facts_of.NOT_OURS, facts_of.RIGHT_ORGAN, facts_of.RIGHT_CONTACT),
    ),
    Decision(
        "needs_creating",
        "没有现成信息，需要另行制作",
        Family.NEEDS_CREATING,
        "DOC-14",
        "unable_2",
        TYPE_B,
        (OGI.at(38),),
        (facts_of.NOT_EXISTING,),
    ),
    Decision(
        "still_unclear",
        "补正后申请内容仍不明确",
        Family.STILL_UNCLEAR,
        "DOC-14A",
        "unable_3",
        TYPE_B,
        (OGI.at(29, 2, 2), OGI.at(30)),
        (facts_of.CORRECTION_ASKED, facts_of.STILL_UNCLEAR),
    ),
)
DECLINED: Final = (
    Decision(
        "petition",
        "以申请形式信访、投诉、举报",
        Family.PETITION,
        "DOC-15",
        "not_processed_1",
        TYPE_B,
        (OGI.at(39, 1),),
        (facts_of.PETITION_NATURE, facts_of.PROPER_CHANNEL),
    ),
    Decision(
        "repeated",
        "重复申请",
        Family.REPEATED,
        "DOC-17",
        "not_processed_2",
        TYPE_B,
        (OGI.at(36, item=6),),
        (facts_of.EARLIER_DAY, facts_of.EARLIER_NUMBER),
    ),
    Decision(
        "publication",
        "要求提供公开出版物",
        Family.PUBLICATION,
        "DOC-16",
        "not_processed_3",
        TYPE_B,
        (OGI.at(39, 2),),
        (facts_of.PUBLICATION,),
    ),
    Decision(
        "excessive",
        "无正当理由大量反复申请",
        Family.EXCESSIVE,
        "DOC-18",
        "not_processed_4",
        TYPE_B,
        (OGI.at(35),),
        (facts_of.EXCESS, facts_of.EXCESS_REASONS),
    ),
    Decision(
        "reissue",
        "要求确认或者重新出具已获取的信息",
        Family.REISSUE,
        "DOC-17A",
        "not_processed_5",
        TYPE_B,
        (OGI.at(36, item=6),),
        (facts_of.OBTAINED,),
    ),
)
ENDED: Final = (
    Decision(
        "uncorrected",
        "逾期不补正，不再处理",
        Family.UNCORRECTED,
        "DOC-20",
        "other_1",
        TYPE_B,
        (OGI.at(30),),
        (facts_of.CORRECTION_ASKED, facts_of.CORRECTION_DUE),
    ),
    Decision(
        "unpaid",
        "逾期不缴纳信息处理费，不再处理",
        Family.UNPAID,
        "DOC-20A",
        "other_2",
        TYPE_B,
        (OGI.at(42), FEES.part("")),
        (facts_of.FEE_NOTICE_NUMBER, facts_of.FEE_AMOUNT, facts_of.FEE_DUE),
    ),
    Decision(
        "retracted",
        "申请人撤回申请",
        Family.RETRACTED,
        "",
        "other_3",
        Remedy.NONE,
        (FORM_2021.part("表三"),),
        (facts_of.OTHER_END,),
    ),
)


def _other(
    key: str, label: str, cite: Citation, *facts: Fact, letter: str = "", rows: tuple[str, ...] = ()
) -> Decision:
    remedy = TYPE_B if letter else Remedy.NONE
    return Decision(
        key, label, Family.OTHER, letter, "other_3", remedy, (cite,), facts, other_rows=rows
    )


RECORD_FACTS: Final = (facts_of.WRONG_RECORD, facts_of.RECORD_EVIDENCE, facts_of.RECORD_RESULT)
OTHERS: Final = (
    _other("joined", "并入同一申请人的另一件申请", FORM_2021.part("表三"), facts_of.OTHER_END),
    _other("transferred", "转给负责公开的机关办理", OGI.at(36, item=5), facts_of.OTHER_END),
    _other("ended", "申请人死亡或者终止，无人承受", FORM_2021.part("表三"), facts_of.OTHER_END),
    _other(
        "consultation",
        "业务咨询，已另行解答",
        OGI.at(2),
        facts_of.CONSULTED_ON,
        letter="DOC-15A",
        rows=("refused_8",),
    ),
    _other("rectified", "更正自身信息记录", OGI.at(41), *RECORD_FACTS, letter="DOC-21"),
    _other("not_rectified", "不予更正", OGI.at(41), *RECORD_FACTS, letter="DOC-21A"),
    _other(
        "rectify_elsewhere",
        "转送有权更正的机关",
        OGI.at(41),
        facts_of.WRONG_RECORD,
        facts_of.RECORD_ORGAN,
        letter="DOC-21B",
    ),
    _other("otherwise", "其他原因结束办理", FORM_2021.part("表三"), facts_of.OTHER_END),
)
DECISIONS: Final = (*GIVEN, *REFUSALS, *UNABLE, *DECLINED, *ENDED, *OTHERS)
DECISION: Final = {row.key: row for row in DECISIONS}
PRIORITY: Final = (
    "partial",
    "granted",
    "already_public",
    "refused",
    "special_law",
    "not_held",
    "not_responsible",
    "needs_creating",
    "still_unclear",
    "petition",
    "repeated",
    "publication",
    "excessive",
    "reissue",
    "uncorrected",
    "unpaid",
    "other",
    "retracted",
)
"""Which family counts where the items of an application have several (R2-14): the first found."""


def row_of(decision: Decision, counted: Mapping[str, str]) -> str:
    """The row it counts under; `counted` holds the choices of the organ where there is one (R1-40).

    A choice that is not open is passed over.
    """
    chosen = counted.get(decision.key, "")
    return chosen if chosen in decision.other_rows else decision.row


def cites_of(decision: Decision, facts: Facts) -> tuple[Citation, ...]:
    """The articles a decision rests on: those of the ground that was chosen before its own."""
    ground = GROUND.get(facts.get("ground", ""))
    if ground is None or ground.key not in decision.grounds:
        return decision.cites
    return tuple(dict.fromkeys((ground.cite, *decision.cites)))


def main_of(decisions: Iterable[Decision], priority: tuple[str, ...] = PRIORITY) -> Decision:
    """The decision an application with several items counts under (R2-13, R2-14).

    Raises ValueError where there is none.
    """
    return min(decisions, key=lambda row: (_place(row, priority), DECISIONS.index(row)))


def _place(decision: Decision, priority: tuple[str, ...]) -> int:
    family = decision.family.value
    return priority.index(family) if family in priority else len(priority)


def remedy_of(decisions: Iterable[Decision]) -> Remedy:
    """The remedy of a reply to several items: reconsideration first as soon as one asks for it."""
    return strictest(row.remedy for row in decisions)


def strictest(remedies: Iterable[Remedy]) -> Remedy:
    """Reconsideration first where it is among them."""
    found = set(remedies)
    order = (Remedy.RECONSIDERATION_FIRST, Remedy.EITHER)
    return next((remedy for remedy in order if remedy in found), Remedy.NONE)
