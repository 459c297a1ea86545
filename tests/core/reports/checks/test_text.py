"""The prose as the checks read it."""

import pytest

from gongkai.core.reports.checks.samples import Sample
from gongkai.core.reports.checks.text import (
    folded_text,
    plain_prose,
    plain_section,
    unbroken_prose,
)
from gongkai.core.reports.text.normalise import FOLDING, fold

BODIES = {0: "", 1: "公开 \uff11\uff12 条，\n  收到申请（３件）。", 6: "　未收费。"}
REPORT = Sample("空白和全角", bodies=BODIES).report()


@pytest.mark.parametrize(
    "text",
    ["", "没有奇怪的字", "\uff12024年，（政府）資訊公開：１件；\uff5c", "".join(map(chr, FOLDING))],
    ids=["空", "平常", "全角和繁体", "全部"],
)
def test_folding_a_long_text_is_folding(text: str) -> None:
    assert folded_text(text) == fold(text)


def test_plain_prose_keeps_paragraphs_and_nothing_else() -> None:
    assert "公开12条,\n收到申请(3件)." in plain_prose(REPORT)


def test_one_part_without_any_blanks() -> None:
    assert plain_section(REPORT, 1) == "公开12条,收到申请(3件)."
    assert plain_section(REPORT, 6) == "未收费."
    assert plain_section(REPORT, 9) is None


def test_unbroken_prose_is_as_written() -> None:
    assert "公开\uff11\uff12条，收到申请（３件）。" in unbroken_prose(REPORT)
