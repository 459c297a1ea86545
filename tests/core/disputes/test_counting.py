"""Table 4 counts every dispute of a period once, and nothing is lost between two periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.disputes.counting import Flow, Period, Span, flows_in, result_in, year
from gongkai.core.disputes.kinds import DECIDED, DisputeKind, Result
from gongkai.core.reports.forms.common import OUTCOMES, REVIEW_BLOCKS

DAYS = st.dates(date(2020, 1, 1), date(2024, 12, 31))
KIND = DisputeKind.DIRECT


@st.composite
def spans(draw: st.DrawFn) -> Span:
    received = draw(DAYS)
    length = draw(st.none() | st.integers(0, 900))
    closed = None if length is None else received + timedelta(days=length)
    result = Result.PENDING if closed is None else draw(st.sampled_from(DECIDED))
    return Span(draw(st.sampled_from(DisputeKind)), received, closed, result)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(DAYS)
    return Period(first, first + timedelta(days=draw(st.integers(0, 500))))


@given(st.lists(spans(), max_size=30), periods())
def test_received_and_carried_in_are_closed_and_carried_out(
    rows: list[Span], period: Period
) -> None:
    found = [flow for row in rows for flow in flows_in(row, period)]
    came = found.count(Flow.RECEIVED) + found.count(Flow.CARRIED_IN)
    gone = found.count(Flow.CLOSED) + found.count(Flow.CARRIED_OUT)
    counted = [result for row in rows if (result := result_in(row, period)) is not None]
    assert came == gone == len(counted)
    assert found.count(Flow.CARRIED_OUT) == counted.count(Result.PENDING)


@given(st.lists(spans(), max_size=30), st.integers(2020, 2024))
def test_what_is_carried_out_is_carried_in_next_year(rows: list[Span], number: int) -> None:
    out = [row for row in rows if Flow.CARRIED_OUT in flows_in(row, year(number))]
    into = [row for row in rows if Flow.CARRIED_IN in flows_in(row, year(number + 1))]
    assert out == into


@pytest.mark.parametrize(
    ("received", "closed", "result"),
    [
        pytest.param(date(2024, 12, 31), None, Result.PENDING, id="年末最后一天收到"),
        pytest.param(date(2025, 1, 1), None, None, id="次年收到"),
        pytest.param(date(2023, 5, 1), date(2024, 1, 1), Result.UPHELD, id="上年结转当年审结"),
        pytest.param(date(2023, 5, 1), date(2023, 12, 31), None, id="上年已经审结"),
        pytest.param(date(2024, 5, 1), date(2025, 1, 1), Result.PENDING, id="次年才审结"),
        pytest.param(date(2024, 5, 1), date(2024, 12, 31), Result.UPHELD, id="当天审结"),
    ],
)
def test_the_last_day_of_the_year_decides(
    received: date, closed: date | None, result: Result | None
) -> None:
    assert result_in(Span(KIND, received, closed, Result.UPHELD), year(2024)) is result


def test_kinds_and_results_are_those_of_the_form() -> None:
    assert [kind.value for kind in DisputeKind] == [key for key, _ in REVIEW_BLOCKS]
    assert [row.value for row in Result] == [key for key, _ in OUTCOMES[:-1]]
    assert [row.label for row in Result] == [label for _, label in OUTCOMES[:-1]]
