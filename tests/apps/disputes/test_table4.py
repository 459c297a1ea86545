"""Table 4: pure counts that balance, every figure opening exactly its disputes."""

import random
from datetime import date, timedelta

import pytest

from gongkai.apps.disputes.dispute_queries import FIGURES, flows_seen, table4, table4_seen
from gongkai.apps.disputes.ledger_queries import (
    LedgerFilter,
    counts,
    dispute_seen,
    disputes_of,
    due_disputes,
    earlier_choices,
    ledger,
)
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.organs.models import Organ
from gongkai.core.disputes.counting import Flow, Period, Span, flows_in, result_in, year
from gongkai.core.disputes.kinds import DECIDED, DisputeKind, Result
from gongkai.core.identity import Role
from gongkai.core.reports.forms import form_for, row_paths
from tests.apps.disputes.cases import LAWSUIT, NOW, UPHELD, Ledger
from tests.factories.organs import acting

BEGIN = date(2022, 1, 1)


def planted(place: Organ, count: int, seed: int) -> list[Span]:
    """Disputes over four years, as rows and as spans."""
    dice, spans = random.Random(seed), list[Span]()
    for number in range(count):
        received = BEGIN + timedelta(days=dice.randrange(1400))
        closed = received + timedelta(days=dice.randrange(500)) if dice.random() < 0.8 else None
        result = dice.choice(DECIDED) if closed else Result.PENDING
        span = Span(dice.choice(list(DisputeKind)), received, closed, result)
        spans.append(span)
        Dispute.objects.create(
            organ=place,
            kind=span.kind.value,
            state="closed" if closed else "answered",
            party="张明",
            party_masked="张＊",
            act="答复",
            body="示范市人民政府",
            case_number=f"{number}",
            received_on=received,
            closed_on=closed,
            result=result.value,
            created_at=NOW,
            created_by="user:0",
        )
    return spans


def test_the_cells_are_those_of_the_form(ledger: Ledger) -> None:
    form = form_for(2025)
    assert form is not None
    table = form.table("review")
    paths = [path for row in table.rows for path in row_paths(table, row)]
    assert list(table4([ledger.organ.pk], year(2025))) == paths
    assert len(paths) == 15


@pytest.mark.parametrize("seed", range(3))
def test_the_table_counts_what_the_rule_says(ledger: Ledger, seed: int) -> None:
    spans = planted(ledger.organ, 80, seed)
    planted(ledger.region.health, 10, seed)
    for period in (year(2023), year(2024), Period(date(2023, 3, 5), date(2024, 7, 9))):
        cells = table4_seen(ledger.handler, period)
        flows = flows_seen(ledger.handler, period)
        for kind in DisputeKind:
            found = [result_in(span, period) for span in spans if span.kind is kind]
            for result in Result:
                assert cells[f"review.{kind.value}_{result.value}"] == found.count(result)
            assert cells[f"review.{kind.value}_total"] == sum(row is not None for row in found)
        for flow in Flow:
            assert flows[flow] == sum(flow in flows_in(span, period) for span in spans)
        assert flows[Flow.RECEIVED] + flows[Flow.CARRIED_IN] == (
            flows[Flow.CLOSED] + flows[Flow.CARRIED_OUT]
        )


def test_every_figure_opens_exactly_what_it_counts(ledger: Ledger) -> None:
    planted(ledger.organ, 60, 7)
    period = year(2024)
    cells = table4_seen(ledger.handler, period)
    for figure in FIGURES:
        rows = list_of(ledger, figure, period)
        assert len(rows) == cells[f"review.{figure}"]
    assert list_of(ledger, "review_unknown", period) == []


def list_of(place: Ledger, figure: str, period: Period) -> list[Dispute]:
    wanted = LedgerFilter(tab="", figure=figure, period=period)
    return list(ledger(place.handler, wanted))


@pytest.fixture(name="place")
def _place(ledger: Ledger) -> Ledger:
    return ledger


def test_what_was_struck_out_counts_nowhere(place: Ledger) -> None:
    planted(place.organ, 5, 1)
    Dispute.objects.update(state="void")
    assert set(table4([place.organ.pk], Period(BEGIN, date(2030, 1, 1))).values()) == {0}


def test_one_statement_counts_a_table(place: Ledger, django_assert_num_queries: object) -> None:
    planted(place.organ, 5, 1)
    assert callable(django_assert_num_queries)
    with django_assert_num_queries(1):
        table4([place.organ.pk], year(2024))


def test_whoever_is_above_sees_the_figures_of_those_below(place: Ledger) -> None:
    planted(place.organ, 20, 3)
    period = Period(BEGIN, date(2030, 1, 1))
    own = table4_seen(place.handler, period)
    assert table4_seen(place.above, period) == own
    assert table4_seen(place.above, period, organ_id=place.organ.pk) == own
    for actor in (place.stranger, place.drafter):
        assert set(table4_seen(actor, period).values()) == {0}


def test_the_ledger_is_found_and_counted(place: Ledger) -> None:
    first = place.opened()
    place.closed(place.opened(LAWSUIT))
    assert list(ledger(place.handler, LedgerFilter())) == [first]
    assert counts(place.handler, LedgerFilter()) == {
        "open": 1, "due": 1, "closed": 1, "corrected": 0, "void": 0, "": 2,
    }  # fmt: skip
    found = ledger(place.handler, LedgerFilter(tab="", kind="direct", result="upheld"))
    assert [row.kind for row in found] == ["direct"]
    assert not ledger(place.above, LedgerFilter(tab="")).exists()
    assert ledger(place.above, LedgerFilter(tab="", organ="all")).count() == 2
    assert not ledger(place.stranger, LedgerFilter(tab="", organ="all")).exists()
    assert not ledger(place.handler, LedgerFilter(organ="x")).exists()


@pytest.mark.parametrize(
    "text", ["张明", "示府复", "人民政府", "不予公开"], ids=["姓名", "案号", "机关", "行为"]
)
def test_the_ledger_is_searched(place: Ledger, text: str) -> None:
    row = place.opened()
    assert list(ledger(place.handler, LedgerFilter(text=text))) == [row]
    assert not ledger(place.handler, LedgerFilter(text=f"{text}无")).exists()


def test_what_waits_is_found_by_day(place: Ledger) -> None:
    row = place.opened()
    assert row.due is not None
    day = timedelta(days=1)
    assert list(due_disputes(place.handler, row.due)) == [row]
    assert not due_disputes(place.handler, row.due - day).exists()
    assert not due_disputes(place.handler, None, row.due).exists()
    head = acting("head", place.organ, Role.HEAD)
    assert not due_disputes(head).exists()


def test_the_disputes_of_an_application(place: Ledger) -> None:
    row = place.opened(application_id=5, application_number="示范〔2025〕5号")
    place.opened(LAWSUIT)
    assert list(disputes_of(place.handler, 5)) == [row]
    assert not disputes_of(place.stranger, 5).exists()


def test_one_dispute_is_seen_from_above_and_not_from_beside(place: Ledger) -> None:
    row = place.closed(place.opened(), UPHELD)
    assert dispute_seen(place.above, row.pk) == row
    for actor in (place.stranger, place.drafter):
        with pytest.raises(Dispute.DoesNotExist):
            dispute_seen(actor, row.pk)
    assert [number for number, _ in earlier_choices(place.handler)] == [str(row.pk)]
