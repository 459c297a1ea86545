"""The commands on generated files: what they print, write, and answer."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from lxml import html
from python_calamine import CalamineWorkbook

from tests.faces.console.conftest import Console, put
from tests.factories.cases import make

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "docs/schema/report-1.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("layout", ["spaces", "html_page", "markdown", "run", "ofd"])
def test_json_of_a_real_file_keeps_the_schema(console: Console, folder: Path, layout: str) -> None:
    (path,) = put(folder, [layout])
    for command in ("read", "check"):
        said = console("report", command, path, "--json")
        assert said.objects
        for thing in said.objects:
            jsonschema.validate(thing, SCHEMA, format_checker=jsonschema.FormatChecker())


def test_read_gives_the_figures_of_the_file(console: Console, folder: Path) -> None:
    case = make("html", 3)
    path = folder / case.name
    path.write_bytes(case.data)
    said = console("report", "read", path, "--json")
    (thing,) = said.objects
    assert said.code == 0
    for table in ("table2", "applications", "review"):
        assert thing[table] == case.truth[table]


def test_several_files_are_several_lines(console: Console, folder: Path) -> None:
    paths = put(folder, ["spaces", "html", "tabs"])
    said = console("report", "read", *paths, "--json")
    assert [Path(str(thing["file"])) for thing in said.objects] == paths


def test_a_person_sees_tables_without_colour_in_a_pipe(console: Console, folder: Path) -> None:
    (path,) = put(folder, ["html"])
    said = console("report", "read", path)
    assert "第二十条第（一）项" in said.out
    assert "│" in said.out
    assert "\x1b" not in said.out


def test_colour_on_a_terminal(folder: Path) -> None:
    (path,) = put(folder, ["html"])
    command = [sys.executable, "-m", "gongkai.faces.console", "report", "check", str(path)]
    shell = subprocess.run(
        ["script", "-qec", " ".join(command), "/dev/null"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={"TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
    )
    assert b"\x1b[1m" in shell.stdout


def test_check_answers_one_for_errors_and_names_the_row(console: Console, folder: Path) -> None:
    case = next(
        case for seed in range(200) if "wrong_total" in (case := make("html", seed)).planted
    )
    path = folder / case.name
    path.write_bytes(case.data)
    said = console("report", "check", path)
    assert said.code == 1
    assert "✗ 错误 T3-03" in said.out


def test_check_shows_everything_when_asked(console: Console, folder: Path) -> None:
    (path,) = put(folder, ["html"])
    assert "✓ 通过" in console("report", "check", path, "--all").out
    assert "✓ 通过" not in console("report", "check", path).out


def test_html_and_xlsx_are_written_and_open(console: Console, folder: Path) -> None:
    (path,) = put(folder, ["html"])
    page, book = folder / "结果.html", folder / "结果.xlsx"
    said = console("report", "check", path, "--html", page, "--xlsx", book)
    assert "已写入" in said.out
    assert html.fromstring(page.read_text(encoding="utf-8")).xpath("//table")
    assert "表三" in CalamineWorkbook.from_filelike(BytesIO(book.read_bytes())).sheet_names


def test_compare_two_years_of_one_organ(console: Console, folder: Path) -> None:
    case = make("html", 3)
    year = int(str(case.truth["year"]))
    paths = [folder / "一.html", folder / "二.html"]
    paths[0].write_bytes(case.data)
    paths[1].write_bytes(case.data.decode().replace(str(year), str(year + 1)).encode())
    said = console("report", "compare", *paths, "--json", "--all")
    (thing,) = said.objects
    assert thing["reports"] == [f"{year}年", f"{year + 1}年"]
    findings = thing["findings"]
    assert isinstance(findings, list)
    assert {finding["code"] for finding in findings} >= {"XY-01", "XY-06"}


def test_compare_needs_two_reports(console: Console, folder: Path) -> None:
    said = console("report", "compare", *put(folder, ["html"]))
    assert said.code == 2
    assert "至少需要两份报告" in said.err


def test_rollup_names_cells_that_are_not_the_sum_and_who_is_missing(
    console: Console, folder: Path
) -> None:
    region, organ = put(folder, ["html", "spaces"], seed=5)
    roster = folder / "名单.csv"
    roster.write_text("序号,机关名称\n1,无此县水利局\n", encoding="gb18030")
    said = console("report", "rollup", region, organ, "--roster", roster)
    assert said.code == 1
    assert "无此县水利局" in said.out
    assert "各机关之和" in said.out


def test_rollup_takes_the_region_by_name(console: Console, folder: Path) -> None:
    first, second = put(folder, ["html", "spaces"], seed=5)
    said = console("report", "rollup", first, "--region", second, "--json")
    (thing,) = said.objects
    names = thing["reports"]
    assert isinstance(names, list)
    assert names[1] == "各机关之和"
    assert len(names) == 3
