"""The document of all checks, those over several reports included."""

from gongkai.core.reports.checks import guide
from gongkai.core.reports.comparing.rules import COMPARISONS

HEADING = "## XY、XO 跨年与跨机关\n"


def document() -> str:
    """The whole document `docs/law/report-checks.md`, as Markdown."""
    lines = [guide(), HEADING]
    for rule in COMPARISONS.values():
        lines += [
            f"### {rule.code} {rule.title}\n",
            f"- 程度：{rule.severity.label}",
            f"- 依据：{rule.cite}",
            f"- 处理：{rule.hint}",
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"
