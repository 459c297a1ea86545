"""XY-07: totals that changed by more than half since last year."""

from collections.abc import Iterator

from gongkai.core.finding import Finding
from gongkai.core.reports.checks.formula import gap, number_text
from gongkai.core.reports.checks.values import certain
from gongkai.core.reports.comparing.balances import Paired
from gongkai.core.reports.comparing.rules import COMPARISONS

FEWEST = 10
TOTALS_2021 = (
    "table2.regulations.2",
    "table2.normative_docs.2",
    "table2.licensing",
    "table2.penalty",
    "table2.coercion",
    "table2.fees_wan",
)
TOTALS_2019 = (
    "table2.regulations.2",
    "table2.normative_docs.2",
    "table2.licensing.2",
    "table2.penalty.2",
    "table2.coercion.2",
)
TOTALS = (
    "applications.new.6",
    "applications.total.6",
    "applications.carried_out.6",
    "review.review_total",
    "review.direct_total",
    "review.after_total",
)


def changes(pair: Paired) -> Iterator[Finding]:
    """One finding for each total that changed by more than half and more than ten."""
    same_form = pair.before.format == pair.after.format
    own = (TOTALS_2019 if pair.after.format == "2019" else TOTALS_2021) if same_form else ()
    for path in (*own, *TOTALS):
        before, now = certain(pair.before, path), certain(pair.after, path)
        if before is None or now is None:
            continue
        moved = gap(before[0], now[0])
        if moved <= FEWEST or moved * 2 <= before[0]:
            continue
        way = "增加" if now[0] > before[0] else "减少"
        share = f"（{moved * 100 // before[0]}%）" if before[0] else ""
        yield COMPARISONS["XY-07"].finding(
            f"{pair.label(pair.now(path))} {number_text(now[0])}，比上年的 "
            f"{number_text(before[0])} {way} {number_text(moved)}{share}。",
            paths=(pair.now(path), pair.past(path)),
            sides=(now[0], before[0]),
            evidence=pair.evidence((pair.now(path), pair.past(path))),
        )
