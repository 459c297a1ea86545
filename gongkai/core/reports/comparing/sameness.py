"""XY-06: sections whose text is last year's."""

from collections.abc import Iterator

from gongkai.core.finding import Evidence, Finding
from gongkai.core.law import chinese_number
from gongkai.core.reports.comparing.balances import Paired
from gongkai.core.reports.comparing.rules import COMPARISONS
from gongkai.core.reports.comparing.text_likeness import likeness, shingles

LIMITS = {1: 0.85, 5: 0.90}
TOO_SHORT = "文字太少，不作比较。"


def same_text(pair: Paired) -> Iterator[Finding]:
    """One finding for each section compared: FAIL at or above its limit, else PASS."""
    rule = COMPARISONS["XY-06"]
    for number, limit in LIMITS.items():
        before, now = pair.before.section(number), pair.after.section(number)
        name = f"{pair.years}第{chinese_number(number)}部分"
        if before is None or now is None:
            yield rule.unknown(f"{name}没有都读到，不作比较。")
            continue
        share = likeness(shingles(before.body), shingles(now.body))
        if share is None:
            yield rule.unknown(f"{name}{TOO_SHORT}")
            continue
        text = f"{name}有 {share:.0%} 的文字相同"
        if share < limit:
            yield rule.passed(f"{text}，低于 {limit:.0%}。")
        else:
            yield rule.finding(
                f"{text}，达到 {limit:.0%}，疑为沿用上年文字。",
                evidence=(
                    Evidence(pair.after.file, now.place.page, now.place.line, now.body[:60]),
                ),
            )
