"""JSON objects: they keep the published schema."""

import json
from pathlib import Path
from typing import cast

import jsonschema
import pytest

from gongkai.apps.reports.reading import Checked
from gongkai.core.reports.forms import FORM_2019, FORM_2021, FORMS
from gongkai.core.reports.report import Report
from gongkai.faces.common.exports.objects import checked_object, line_of, report_object
from tests.faces.common.made import FINDINGS, report, without_review, without_tables

ROOT = Path(__file__).parents[4]
SCHEMA = json.loads((ROOT / "docs/schema/report-1.json").read_text(encoding="utf-8"))
REPORTS = {
    "2021年格式": report(FORM_2021),
    "2019年格式": report(FORM_2019),
    "没有表四": without_review(),
    "2016年文字报告": without_tables(),
}


def valid(thing: object) -> None:
    jsonschema.validate(thing, SCHEMA, format_checker=jsonschema.FormatChecker())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("one", REPORTS.values(), ids=REPORTS)
def test_a_report_keeps_the_schema(one: Report) -> None:
    valid(json.loads(line_of(report_object(one))))


@pytest.mark.parametrize("everything", [True, False], ids=["全部", "有问题的"])
def test_a_checked_report_keeps_the_schema(everything: bool) -> None:
    valid(json.loads(line_of(checked_object(Checked(report(), FINDINGS), everything=everything))))


def test_the_schema_refuses_what_is_no_report() -> None:
    thing = {**report_object(report()), "applications": {"new": [1, 2]}}
    with pytest.raises(jsonschema.ValidationError):
        valid(json.loads(line_of(thing)))


def test_the_schema_names_every_row_of_both_forms() -> None:
    properties = SCHEMA["properties"]
    for form in FORMS:
        for table in form.tables[:2]:
            assert {row.key for row in table.rows} <= set(properties[table.key]["properties"])


def test_a_line_is_one_line_in_chinese() -> None:
    line = line_of(report_object(report()))
    assert "\n" not in line
    assert "样例县水利局" in line


def test_blank_and_lost_cells_are_null_and_zero_is_zero() -> None:
    thing = json.loads(line_of(report_object(report())))
    assert thing["applications"]["new"] == [0, None, 2, 3, 4, 5, 6]
    assert thing["applications"]["refused_3"] is None
    assert thing["table2"]["fees_wan"] == 2.5774


def test_checks_that_passed_are_only_counted() -> None:
    thing = checked_object(Checked(report(), FINDINGS))
    findings = cast("list[dict[str, object]]", thing["findings"])
    assert [finding["code"] for finding in findings] == ["T3-01", "T2-07", "T3-03"]
    assert thing["checks"] == {"pass": 1, "fail": 2, "uncertain": 1, "not_assessable": 0}
    assert findings[2]["delta"] == 9
    assert findings[2]["cite"] == str(FINDINGS[3].cite)
