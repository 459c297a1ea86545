"""What is stored of a reading comes back exactly."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.apps.reports.stored import as_data, from_data, pack, unpack
from gongkai.core.finding import Evidence, Finding, Severity, Status
from gongkai.core.law import OGI
from gongkai.core.ports import Document, DocumentKind, Grid, GridCell, Place, TextLine
from gongkai.core.reports.report import Breakdown, Doubt, Figure, Line, Narrative, Section
from tests.apps.reports.made import FILE, PLACE, report

numbers = st.none() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False)
readings = numbers | st.lists(numbers, max_size=7).map(tuple)


@given(readings, st.text())
def test_any_reading_comes_back(reading: object, text: str) -> None:
    kept = (reading, text)
    assert unpack(pack(kept)) == kept


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_keeps_its_digits(value: Decimal) -> None:
    assert str(unpack(pack(value))) == str(value)


def test_a_whole_report_comes_back() -> None:
    figure = Figure("applications_new", 12, False, "件", "收到申请12件", PLACE, 1)
    full = report(
        {"applications.new.0": 12, "applications.new.1": None, "table2.fees_wan": Decimal("2.50")},
        (Doubt("applications.total", "数字相连", ((1, 2), (1, None))),),
    )
    narrative = Narrative(
        figures=(figure,),
        breakdowns=(Breakdown(figure, (figure,), open_ended=True),),
        period=(date(2024, 1, 1), date(2024, 12, 31)),
        signed_on=date(2025, 1, 7),
    )
    line = Line("一、总体情况", PLACE)
    section = Section(1, "一", "总体情况", "正文\x00\udc80", PLACE, (line,))
    finding = Finding(
        "T3-01",
        Severity.WARNING,
        title="不相等",
        text="左右不等",
        status=Status.UNCERTAIN,
        cite=OGI.at(33, 2),
        left=Decimal("1.5"),
        evidence=(Evidence(FILE, 1, None, "原文"),),
    )
    changes = {"narrative": narrative, "lines": (line,), "sections": (section,)}
    whole = type(full)(
        **{name: getattr(full, name) for name in full.__dataclass_fields__}
        | changes
        | {"notes": (finding,), "appendix": (("主动公开", "条", 5),), "parts": (FILE,)}
    )
    assert unpack(pack(whole)) == whole


def test_a_document_comes_back() -> None:
    grid = Grid((GridCell("自然人", 0, 0, 2, 1, PLACE),), 2, 1)
    document = Document("a.html", DocumentKind.HTML, (TextLine("题", Place(1, 1)), grid))
    assert unpack(pack(document)) == document


def test_what_is_no_value_of_the_core_is_refused() -> None:
    with pytest.raises(TypeError):
        pack(object())


def test_defaults_are_left_out() -> None:
    assert as_data(Place()) == {"Place": {}}
    assert from_data({"Place": {}}) == Place()
