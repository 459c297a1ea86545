"""The day of receipt (收到申请之日): it follows from the way and its evidence (R1-22, Art. 31).

Nobody types it freely. Where the evidence is missing or contradicts itself there is no day, and
the findings say what to record.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.finding import Finding, Severity
from gongkai.core.law import Citation
from gongkai.core.law.statutes import OGI, OGI_2007


class Proof(StrEnum):
    """The day that decides: handed in, signed for, or confirmed with the applicant."""

    HANDED_IN = "arrived_on"
    SIGNED = "signed_on"
    CONFIRMED = "confirmed_on"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return PROOFS[self]


@dataclass(frozen=True, slots=True)
class Basis:
    """Which day counts for a way, and why."""

    proof: Proof
    words: str
    cite: Citation


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of an arrival: the day it came, was signed for, was confirmed, and how."""

    way: SubmissionWay
    arrived_on: date | None = None
    signed_on: date | None = None
    confirmed_on: date | None = None
    confirm_method: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The day of receipt with its explanation; no day where a finding is an error."""

    day: date | None
    explanation: str
    cite: Citation
    findings: tuple[Finding, ...] = ()


PROOFS: Final = {
    Proof.HANDED_IN: "提交日期",
    Proof.SIGNED: "签收日期",
    Proof.CONFIRMED: "与申请人确认的日期",
}
BY_HAND: Final = Basis(Proof.HANDED_IN, "当面提交，以提交之日为收到申请之日", OGI.at(31, None, 1))
BY_POST: Final = Basis(
    Proof.SIGNED, "邮寄提交，以行政机关签收之日为收到申请之日", OGI.at(31, None, 2)
)
BY_LETTER: Final = Basis(
    Proof.CONFIRMED,
    "平常信函无需签收，应当在收到当日与申请人确认，以确认之日为收到申请之日",
    OGI.at(31, None, 2),
)
AT_DISTANCE: Final = Basis(
    Proof.CONFIRMED,
    "通过互联网渠道或者工作机构的传真提交，以双方确认之日为收到申请之日",
    OGI.at(31, None, 3),
)
BASES: Final = {
    SubmissionWay.COUNTER: BY_HAND,
    SubmissionWay.EMS: BY_POST,
    SubmissionWay.LETTER: BY_LETTER,
    SubmissionWay.FAX: AT_DISTANCE,
    SubmissionWay.PORTAL: AT_DISTANCE,
    SubmissionWay.EMAIL: AT_DISTANCE,
}
"""Which day counts, way by way."""
FIRST: Final = OGI_2007.in_force_from
"""Before this day nobody could apply."""
SAID: Final = "{words}：{day}"
LATE: Final = "{said}（{arrived} 收到信函，{day} 才与申请人确认）"
ASKED_FOR: Final = "还不能确定收到申请之日：缺少{proof}"


def receipt(evidence: Evidence, today: date) -> Receipt:
    """The day of receipt as the evidence proves it."""
    basis = BASES[evidence.way]
    found = tuple(_faults(evidence, basis, today))
    day = proven(evidence)
    if day is None:
        lacking = ASKED_FOR.format(proof=basis.proof.label)
        return Receipt(None, lacking, basis.cite, found)
    known = Receipt(day, _explanation(evidence, basis, day), basis.cite, found)
    is_wrong = any(finding.severity is Severity.ERROR for finding in found)
    return replace(known, day=None) if is_wrong else known


def proven(evidence: Evidence) -> date | None:
    """The day that decides for this way, if it is recorded."""
    return {
        Proof.HANDED_IN: evidence.arrived_on,
        Proof.SIGNED: evidence.signed_on,
        Proof.CONFIRMED: evidence.confirmed_on,
    }[BASES[evidence.way].proof]


def _explanation(evidence: Evidence, basis: Basis, day: date) -> str:
    said = SAID.format(words=basis.words, day=day)
    if _is_late(evidence):
        return LATE.format(said=said, arrived=evidence.arrived_on, day=day)
    return said


def _is_late(evidence: Evidence) -> bool:
    """Whether an ordinary letter was not confirmed on the day it came."""
    arrived, confirmed = evidence.arrived_on, evidence.confirmed_on
    if evidence.way is not SubmissionWay.LETTER or arrived is None or confirmed is None:
        return False
    return confirmed > arrived


def _faults(evidence: Evidence, basis: Basis, today: date) -> Iterator[Finding]:
    day, cite = proven(evidence), basis.cite
    label, path = basis.proof.label, basis.proof.value
    if day is None:
        text = f"没有{label}，收到申请之日无法确定。"
        yield _said("RECEIPT-MISSING", path, "缺少收到的证据", text, f"请登记{label}。", cite)
    elif day > today:
        text = f"{label} {day} 还没有到。"
        yield _said("RECEIPT-FUTURE", path, "日期在将来", text, "请核对日期。", cite)
    if day is not None and evidence.arrived_on is not None and day < evidence.arrived_on:
        text = f"{label} {day} 早于到达日期 {evidence.arrived_on}。"
        yield _said("RECEIPT-ORDER", path, "日期先后不对", text, "请核对两个日期。", cite)
    yield from _of_arrival(evidence, basis, today)
    if basis.proof is Proof.CONFIRMED and day is not None:
        yield from _of_confirmation(evidence, day, cite)


def _of_arrival(evidence: Evidence, basis: Basis, today: date) -> Iterator[Finding]:
    arrived, cite = evidence.arrived_on, basis.cite
    if basis.proof is not Proof.HANDED_IN and arrived is not None and arrived > today:
        text = f"到达日期 {arrived} 还没有到。"
        yield _said("RECEIPT-ARRIVAL", "arrived_on", "日期在将来", text, "请核对日期。", cite)
    if arrived is not None and arrived < FIRST:
        text = f"到达日期 {arrived} 早于条例施行之日 {FIRST}。"
        yield _said("RECEIPT-ANCIENT", "arrived_on", "日期太早", text, "请核对年份。", cite)


def _of_confirmation(evidence: Evidence, day: date, cite: Citation) -> Iterator[Finding]:
    if not evidence.confirm_method.strip():
        text = f"{day} 与申请人确认，没有写明确认的方式。"
        hint = "请填写，例如电话、短信、电子邮件；争议时以此证明收到之日。"
        yield _said("RECEIPT-METHOD", "confirm_method", "没有确认方式", text, hint, cite)
    if _is_late(evidence):
        text = f"平常信函 {evidence.arrived_on} 收到，{day} 才与申请人确认，不是收到当日。"
        hint = "答复期限从确认之日起算；今后请在收到信函的当日与申请人确认。"
        late = _said("RECEIPT-LETTER-LATE", "confirmed_on", "没有当日确认", text, hint, cite)
        yield replace(late, severity=Severity.WARNING)


def _said(code: str, path: str, title: str, text: str, hint: str, cite: Citation) -> Finding:
    return Finding(code, Severity.ERROR, title, text, hint, paths=(path,), cite=cite)
