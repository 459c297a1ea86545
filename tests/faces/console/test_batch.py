"""A folder through `report batch`: all of it, once, whatever happens on the way."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import jsonschema
import pyarrow.parquet as pq
import pytest

from tests.faces.console.conftest import Console, put
from tests.faces.console.test_commands import SCHEMA
from tests.factories.quick import annual_report_text

pytestmark = pytest.mark.enable_socket  # workers are reached over a local socket

ROOT = Path(__file__).parents[3]
BAD = {"空.txt": b"", "坏.pdf": b"%PDF-1.4 no more", "菜谱.txt": "番茄炒蛋".encode()}


@pytest.fixture
def filled(folder: Path) -> Path:
    """Nine reports in two folders, three files that hold none, one of another kind."""
    put(folder, ["spaces", "html", "tabs", "run", "markdown", "docx"])
    below = folder / "下级"
    below.mkdir()
    put(below, ["html_page", "cells", "ofd"])
    for name, data in BAD.items():
        (below / name).write_bytes(data)
    (folder / "说明.csv").write_text("不读", encoding="utf-8")
    (folder / ".隐藏.txt").write_text("不读", encoding="utf-8")
    return folder


def lines(out: Path, name: str = "reports.jsonl") -> list[dict[str, object]]:
    text = (out / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_everything_is_read_and_checked(console: Console, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    said = console("report", "batch", filled, "--out", out)
    assert said.code == 0
    assert said.out.startswith("共 12 个文件（其中 0 个沿用上次结果），读出 9 份报告")
    assert said.out.count("\n") == 1
    reports = lines(out)
    assert len(reports) == 9
    for report in reports:
        jsonschema.validate(report, SCHEMA)
    assert {str(one["file"]) for one in lines(out, "unreadable.jsonl")} == {
        f"下级/{name}" for name in BAD
    }


def test_tables_and_page_say_the_same(console: Console, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    console("report", "batch", filled, "--out", out)
    reports = {str(report["file"]): report for report in lines(out)}
    table = pq.read_table(out / "reports.parquet").to_pylist()
    assert [row["file"] for row in table] == sorted(reports)
    for row in table:
        applications = reports[row["file"]]["applications"]
        assert isinstance(applications, dict)
        assert row["applications.new.total"] == applications["new"][6]
    findings = Counter(row["file"] for row in pq.read_table(out / "findings.parquet").to_pylist())
    for file, report in reports.items():
        found = report["findings"]
        assert isinstance(found, list)
        assert findings[file] == len(found)
    assert "读出 9 份报告" in (out / "summary.html").read_text(encoding="utf-8")


def test_what_is_done_is_not_done_again(console: Console, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    console("report", "batch", filled, "--out", out)
    before = (out / "reports.jsonl").read_bytes()
    said = console("report", "batch", filled, "--out", out)
    assert "其中 12 个沿用上次结果" in said.out
    assert (out / "reports.jsonl").read_bytes() == before


def test_changed_new_and_removed_files(console: Console, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    console("report", "batch", filled, "--out", out)
    changed = filled / "tabs-1.txt"
    changed.write_text(annual_report_text(7), encoding="utf-8")
    (filled / "html-1.html").unlink()
    (filled / "新.txt").write_text(annual_report_text(9), encoding="utf-8")
    said = console("report", "batch", filled, "--out", out)
    assert "共 12 个文件（其中 10 个沿用上次结果），读出 9 份报告" in said.out
    reports = {str(report["file"]): report for report in lines(out)}
    assert len(lines(out)) == len(reports) == 9
    assert "html-1.html" not in reports
    assert "新.txt" in reports
    read = console("report", "read", changed, "--json").objects[0]
    assert reports["tabs-1.txt"]["applications"] == read["applications"]


def test_a_run_that_is_killed_goes_on(folder: Path, tmp_path: Path, console: Console) -> None:
    number = 60
    for seed in range(number):
        (folder / f"{seed:03d}.txt").write_text(annual_report_text(seed), encoding="utf-8")
    out = tmp_path / "结果"
    command = [sys.executable, "-m", "gongkai.faces.console", "report", "batch"]
    process = subprocess.Popen(
        [*command, str(folder), "--out", str(out)],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if (out / "reports.jsonl").exists() and (out / "reports.jsonl").stat().st_size > 200_000:
            break
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with (out / "reports.jsonl").open("ab") as file:
        file.write(b'{"half": "a li')
    said = console("report", "batch", folder, "--out", out)
    assert said.code == 0
    assert f"共 {number} 个文件" in said.out
    counted = Counter(str(report["file"]) for report in lines(out))
    assert len(counted) == number
    assert set(counted.values()) == {1}


def test_sources_can_be_left_out(console: Console, filled: Path, tmp_path: Path) -> None:
    full, brief = tmp_path / "全", tmp_path / "简"
    console("report", "batch", filled, "--out", full)
    console("report", "batch", filled, "--out", brief, "--no-sources")
    assert all(report["sources"] == {} for report in lines(brief))
    bare = {str(report["file"]): {**report, "sources": {}} for report in lines(full)}
    assert {str(report["file"]): report for report in lines(brief)} == bare


def test_results_inside_the_folder_are_not_read(console: Console, filled: Path) -> None:
    out = filled / "结果"
    console("report", "batch", filled, "--out", out)
    said = console("report", "batch", filled, "--out", out)
    assert "共 12 个文件（其中 12 个沿用上次结果）" in said.out


def test_results_of_another_folder_are_not_mixed(
    console: Console, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "结果"
    console("report", "batch", filled / "下级", "--out", out)
    said = console("report", "batch", filled, "--out", out)
    assert said.code == 2
    assert "请换一个结果文件夹" in said.err
    said = console("report", "batch", filled, "--out", out, "--fresh")
    assert said.code == 0
    assert len(lines(out)) == 9


def test_a_damaged_ledger_is_one_sentence(console: Console, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    console("report", "batch", filled, "--out", out)
    (out / ".ledger.sqlite3").write_bytes(b"no database" * 1000)
    said = console("report", "batch", filled, "--out", out)
    assert said.code == 2
    assert "进度记录已损坏" in said.err
    assert console("report", "batch", filled, "--out", out, "--fresh").code == 0


def test_names_that_are_no_utf8(console: Console, folder: Path, tmp_path: Path) -> None:
    name = os.path.join(os.fsencode(folder), "水利局.txt".encode("gb18030"))
    with open(name, "wb") as file:
        file.write(annual_report_text(3).encode())
    out = tmp_path / "结果"
    assert console("report", "batch", folder, "--out", out).code == 0
    assert [report["file"] for report in lines(out)] == ["水利局.txt"]


def test_no_folder_no_file_and_no_room_are_one_sentence(
    console: Console, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "结果"
    said = console("report", "batch", folder / "没有", "--out", out)
    assert (said.code, out.exists()) == (2, False)
    assert "找不到文件夹" in said.err
    said = console("report", "batch", folder, "--out", out)
    assert said.code == 2
    assert "没有可以读取的文件" in said.err
    taken = tmp_path / "占用"
    taken.write_bytes(b"")
    put(folder, ["spaces"])
    said = console("report", "batch", folder, "--out", taken)
    assert said.code == 2
    assert "无法使用结果文件夹" in said.err
