"""TX-03: personal data that does not belong into a published report (R13-02)."""

import re
from collections.abc import Callable, Iterator

from gongkai.core.finding import Evidence, Severity
from gongkai.core.law import OGI
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.rule import ANY_FORM, Outcome, Rule
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.checks.text import plain_prose
from gongkai.core.reports.report import Report

LONG_NUMBER = re.compile("[0-9][0-9]{10}")
IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
OLD_IDENTITY = re.compile(
    r"(?:身份证[^\d]{0,8})([1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?!\d)"
)
MOBILE = re.compile(r"(?<![\d.])1[3-9]\d{9}(?!\d)")
CARD = re.compile(r"(?<!\d)[2-9]\d{12,18}(?!\d)")
OFFICIAL = re.compile("电话|热线|联系|传真|咨询|监督|举报|手机")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_LETTERS = "10X98765432"
BEFORE = 12


def identity_is_genuine(number: str) -> bool:
    """Whether the check letter of an eighteen-digit identity number is right (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECK_LETTERS[total % 11] == number[-1].upper()


def luhn(number: str) -> bool:
    """Whether the check digit of a card number is right."""
    total = 0
    for place, letter in enumerate(reversed(number)):
        total += sum(divmod(int(letter) * (2 if place % 2 else 1), 10))
    return total % 10 == 0


def _any(number: str) -> bool:
    return True


KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("居民身份证号码", IDENTITY, identity_is_genuine),
    ("居民身份证号码（15位）", OLD_IDENTITY, _any),
    ("银行卡号", CARD, luhn),
)


def _personal(report: Report, facts: Facts) -> Iterator[Outcome]:
    text = plain_prose(report)
    if not LONG_NUMBER.search(text):
        return
    identities: set[str] = set()
    for label, pattern, genuine in KINDS:
        for found in pattern.finditer(text):
            number = found[found.lastindex or 0]
            if number not in identities and genuine(number):
                identities.add(number)
                yield _shown(report, label, number)
    for found in MOBILE.finditer(text):
        before = text[max(0, found.start() - BEFORE) : found.start()]
        if not OFFICIAL.search(before):
            yield _shown(report, "手机号码", found[0])


def _shown(report: Report, label: str, number: str) -> Outcome:
    """The finding shows the number masked: it must not spread further."""
    masked = f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}"
    return Outcome(
        text=f"正文里有{label}：{masked}。",
        evidence=(Evidence(report.file, None, None, masked),),
    )


RULES = (
    Rule(
        "TX-03",
        Severity.WARNING,
        "正文含个人信息",
        "发布前删去或者遮盖个人信息；公务联系电话可以保留。",
        OGI.at(15),
        _personal,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample("公务电话", bodies={0: "联系电话：13800138000。"}),
            Sample("校验码不对的编号", bodies={1: "项目编号110105194912310029。"}),
        ),
        bad=(
            Sample("身份证号", bodies={1: "申请人身份证号11010519491231002X。"}),
            Sample("15位身份证号", bodies={1: "身份证号码110105491231002。"}),
            Sample("银行卡号", bodies={1: "退款至6222020000000000000账户。"}),
            Sample("手机号", bodies={1: "申请人王某（13912345678）来访。"}),
        ),
        forms=ANY_FORM,
    ),
)
