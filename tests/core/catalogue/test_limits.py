"""Time limits as directories write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.catalogue.limits import SAMPLES, Anchor, Limit, LimitKind, parse_limit

FRIDAY, SATURDAY = date(2025, 6, 6), date(2025, 6, 7)
DAYS = WorkdayCalendar(frozenset({2025}), {})


@pytest.mark.parametrize(("text", "limit"), SAMPLES, ids=[text for text, _ in SAMPLES])
def test_a_limit_is_read(text: str, limit: Limit) -> None:
    assert parse_limit(text) == limit


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("信息形成之日起3个工作日内", date(2025, 6, 11)),
        ("信息形成之日起3日内", date(2025, 6, 9)),
        ("作出决定之日起7个工作日", date(2025, 6, 17)),
        ("及时公开", date(2025, 7, 4)),
        ("实时公开", FRIDAY),
        ("长期公开", None),
        ("公示期不少于5天", None),
        ("收到申请之日起10日内", None),
        ("按有关规定执行", None),
    ],
)
def test_the_last_day_is_reckoned(text: str, due: date | None) -> None:
    assert parse_limit(text).due(FRIDAY, DAYS) == due


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("收到申请之日起10日内", "从“收到申请”起算"),
        ("自工程竣工验收之日起15个工作日内", "从“工程竣工验收”起算"),
        ("每季度终了后10日内", "从“每季度终了”起算"),
        ("长期公开", "没有最后一天"),
        ("公示期不少于5天", "没有写最迟哪一天"),
        ("按有关规定执行", "无法识别"),
        ("", "没有填写"),
    ],
)
def test_what_is_not_judged_says_why(text: str, why: str) -> None:
    limit = parse_limit(text)
    assert why in limit.unjudged
    assert limit.due(FRIDAY, DAYS) is None


@pytest.mark.parametrize("limit", [limit for _, limit in SAMPLES])
def test_a_limit_is_judged_or_says_why_not(limit: Limit) -> None:
    assert bool(limit.unjudged) == (limit.due(FRIDAY, DAYS) is None)


def test_whoever_gets_information_counts_from_that_day() -> None:
    assert parse_limit("自收到该信息之日起20个工作日内").anchor is Anchor.FORMED


def test_at_once_on_a_day_off_is_the_next_working_day() -> None:
    assert parse_limit("实时公开").due(SATURDAY, DAYS) == date(2025, 6, 9)


@pytest.mark.parametrize("kind", LimitKind)
def test_every_kind_has_a_word_and_a_sample(kind: LimitKind) -> None:
    assert kind.label
    assert kind in {limit.kind for _, limit in SAMPLES}


@given(some.integers(1, 1000), some.sampled_from(["工作日", "日", "天"]))
def test_any_length_comes_back(length: int, unit: str) -> None:
    limit = parse_limit(f"自信息形成（或变更）之日起{length}个{unit}内")
    assert (limit.kind, limit.anchor) == (LimitKind.TERM, Anchor.FORMED)
    assert (limit.workdays, limit.days) == ((length, None) if "工" in unit else (None, length))


@given(some.text(max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    assert isinstance(parse_limit(text).kind, LimitKind)


def test_a_length_beyond_all_measure_is_no_limit() -> None:
    assert parse_limit("9999个工作日").kind is LimitKind.UNKNOWN
