"""./gk deadline and ./gk fee: the due day and the fee, for anyone to check."""

from pathlib import Path

import pytest
from django.db import connection

from gongkai.apps.organs.actions import load_workdays
from gongkai.apps.organs.seed import seed_workdays
from gongkai.core.identity import SYSTEM
from tests.faces.console.conftest import Console

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "due", "provisional"),
    [
        pytest.param(("2025-01-20",), "2025-02-21", False, id="跨春节"),
        pytest.param(("2026-09-18", "--extended"), "2026-11-19", False, id="延长"),
        pytest.param(
            ("2025-03-03", "--pause", "2025-03-05", "2025-03-12"), "2025-04-08", False, id="征求"
        ),
        pytest.param(
            ("2025-03-03", "--pause", "2025-03-05", "2025-03-12", "--pause", "2025-03-10",
             "2025-03-14"),
            "2025-04-10", False, id="重叠的征求意见",
        ),
        pytest.param(("2026-12-31",), "2027-01-29", True, id="还没有公布的年份"),
    ],
)  # fmt: skip
def test_the_due_day_as_json(
    console: Console, words: tuple[str, ...], due: str, provisional: bool
) -> None:
    said = console("deadline", *words, "--json")
    assert said.code == 0
    [found] = said.objects
    assert (found["due"], found["provisional"]) == (due, provisional)
    assert isinstance(found["steps"], list)
    assert all(isinstance(step, str) for step in found["steps"])


def test_the_due_day_for_a_reader(console: Console) -> None:
    said = console("deadline", "2026-12-31")
    assert said.out.startswith("答复期限：2027-01-29（暂定）\n1. 2026-12-31")
    assert "第三十三条第二款" in said.out
    assert console("deadline", "2025-01-20").out.startswith("答复期限：2025-02-21\n")


def test_the_calendar_of_the_desk_is_asked_where_there_is_one(console: Console) -> None:
    seed_workdays()
    load_workdays(SYSTEM, year=2027, special={}, source="示例通知")
    [found] = console("deadline", "2026-12-31", "--json").objects
    assert found["due"] == "2027-01-28"
    assert found["provisional"] is False


def test_without_tables_the_days_of_the_release_are_known(
    console: Console, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(connection.settings_dict, "NAME", str(tmp_path / "没有.sqlite3"))
    monkeypatch.setattr(connection, "vendor", "sqlite")
    [found] = console("deadline", "2025-01-20", "--json").objects
    assert found["due"] == "2025-02-21"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(("2025-02-30",), "“2025-02-30”不是日期", id="没有这一天"),
        pytest.param(("昨天",), "“昨天”不是日期", id="不是日期"),
        pytest.param((), "缺少 日期", id="没有日期"),
        pytest.param(("1949-10-01",), "超出可以推算的范围", id="太早"),
        pytest.param(("9999-12-31",), "超出可以推算的范围", id="太晚"),
        pytest.param(("2025-03-03", "--pause", "2025-03-05"), "--pause 后面缺少", id="少一个日期"),
        pytest.param(
            ("2025-03-03", "--pause", "2025-03-12", "2025-03-05"), "早于发出日期", id="先后不对"
        ),
        pytest.param(
            ("2025-03-03", "--pause", "2025-03-01", "2025-03-05"), "早于收到申请之日", id="早于收到"
        ),
        pytest.param(
            ("2025-03-03", "--pause", "2025-03-05", "2065-03-05"), "时间太长", id="四十年"
        ),
    ],
)
def test_bad_days_are_refused_in_one_sentence(
    console: Console, words: tuple[str, ...], sentence: str
) -> None:
    said = console("deadline", *words)
    assert said.code == 2
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


@pytest.mark.parametrize(
    ("words", "fee"),
    [
        pytest.param(("--items", "60"), 11000, id="按件"),
        pytest.param(("--items", "1", "--before", "30"), 200, id="本月在前的"),
        pytest.param(("--pages", "250"), 4700, id="按量"),
        pytest.param(("--items", "0"), 0, id="零件"),
    ],
)
def test_the_fee(console: Console, words: tuple[str, ...], fee: int) -> None:
    [found] = console("fee", *words, "--json").objects
    assert found["fee"] == fee
    assert found["steps"]
    said = console("fee", *words)
    assert said.code == 0
    assert said.out.startswith(f"信息处理费：{fee} 元\n1. ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param((), "缺少 --items 或者 --pages", id="什么也没有"),
        pytest.param(("--items", "-1"), "不是合适的数", id="负数"),
        pytest.param(("--pages", "1.5"), "不是合适的数", id="小数"),
        pytest.param(("--pages", "十"), "不是合适的数", id="汉字"),
        pytest.param(("--pages", "10000000"), "不是合适的数", id="太多"),
        pytest.param(("--items", "1", "--pages", "1"), "不能同时使用", id="两种方式"),
        pytest.param(("--pages", "1", "--before", "3"), "只能与 --items", id="按量没有在前"),
    ],
)
def test_a_bad_count_is_refused_in_one_sentence(
    console: Console, words: tuple[str, ...], sentence: str
) -> None:
    said = console("fee", *words)
    assert said.code == 2
    assert sentence in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("command", ["deadline", "fee"])
def test_help_is_chinese(console: Console, command: str) -> None:
    said = console(command, "-h")
    assert said.code == 0
    assert said.out.startswith(f"用法：gk {command}")
