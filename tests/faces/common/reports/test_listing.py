"""Which cells a finding puts first, and how findings stand in the list."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.core.finding import Finding, Severity, Status
from gongkai.core.reports.forms import FORM_2021
from gongkai.faces.common.reports.listing import counted, listed
from tests.apps.reports.made import report

ROW = tuple(f"applications.granted.{n}" for n in range(7))
TOTAL = ROW[-1]


def finding(
    paths: tuple[str, ...],
    text: str = "不相等",
    severity: Severity = Severity.ERROR,
    **more: object,
) -> Finding:
    status = Status.UNCERTAIN if more.get("uncertain") else Status.FAIL
    sides = (21, 22) if more.get("compared") else (None, None)
    return Finding(
        "X", severity, "题", text, status=status, paths=paths, left=sides[0], right=sides[1]
    )


@pytest.mark.parametrize(
    ("found", "chief"),
    [
        pytest.param(finding(ROW, compared=True), ROW[:1], id="合计与各项比较：先看合计"),
        pytest.param(
            finding(ROW, text=f"最可能是{FORM_2021.label_of(TOTAL)}", compared=True),
            (TOTAL,),
            id="点名的一格",
        ),
        pytest.param(
            replace(finding(ROW, compared=True), culprit=ROW[2]), ROW[2:3], id="最可能填错的一格"
        ),
        pytest.param(finding(ROW[:2], compared=True), ROW[:2], id="两格相比"),
        pytest.param(finding(ROW), ROW, id="并列的几格"),
        pytest.param(finding(tuple(FORM_2021.paths())), (), id="太多的空格"),
        pytest.param(finding(("applications",)), (), id="整张表"),
    ],
)
def test_what_to_look_at_first(found: Finding, chief: tuple[str, ...]) -> None:
    (entry,) = listed(report(), [found])
    assert tuple(place.path for place in entry.chief) == chief
    both = {place.path for place in (*entry.chief, *entry.involved)}
    assert both == {path for path in found.paths if path in set(FORM_2021.paths())}


def test_the_heaviest_comes_first_and_what_passed_is_left_out() -> None:
    findings = [
        finding((), severity=Severity.INFORMATION),
        finding((), uncertain=True),
        finding((), severity=Severity.WARNING),
        finding(()),
        Finding("P", Severity.ERROR, "题", "好", status=Status.PASS),
    ]
    entries = listed(report(), findings)
    assert [entry.kind for entry in entries] == ["error", "warning", "uncertain", "information"]
    assert [entry.number for entry in entries] == [1, 2, 3, 4]
    assert [(kind, many) for kind, _, _, many in counted(entries)] == [
        ("error", 1),
        ("warning", 1),
        ("uncertain", 1),
        ("information", 1),
    ]


@pytest.mark.parametrize(
    ("left", "right", "apart"), [(21, 22, 1), (22, 21, 1), (2, 2, None), (None, 2, None)]
)
def test_how_far_the_sides_are_apart(
    left: int | None, right: int | None, apart: int | None
) -> None:
    found = Finding("X", Severity.ERROR, "题", "文", left=left, right=right)
    (entry,) = listed(report(), [found])
    assert entry.apart == apart


def test_money_is_apart_to_the_digit() -> None:
    found = Finding("X", Severity.ERROR, "题", "文", left=Decimal("1.25"), right=2)
    (entry,) = listed(report(), [found])
    assert entry.apart == Decimal("0.75")
