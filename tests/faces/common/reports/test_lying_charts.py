"""Charts whose bars lie: names and bars never share a line, the longest fits with its number."""

from gongkai.faces.common.reports.charts import WIDTH, Series
from gongkai.faces.common.reports.lying_charts import ROOM, lying_chart

NAMES = ["（五）不予处理1.信访举报投诉类申请", "（一）予以公开"]


def test_names_and_bars_have_lines_of_their_own() -> None:
    drawn = lying_chart("结果", "说明", NAMES, [Series("办结", (4, 2)), Series("新收", (8, None))])
    lines = [at for group in drawn.groups for at in (group.y, *(bar.y for bar in group.bars))]
    assert lines == sorted(set(lines))
    assert [len(group.bars) for group in drawn.groups] == [2, 1]
    bars = [bar for group in drawn.groups for bar in group.bars]
    assert max(bar.after for bar in bars) <= WIDTH - ROOM + 6
    assert max(bar.foot for bar in bars) < drawn.height
    assert bars[1].width == 2 * bars[0].width


def test_nothing_counted_draws_no_length() -> None:
    drawn = lying_chart("结果", "说明", NAMES, [Series("办结", (0, 0))])
    assert [bar.width for group in drawn.groups for bar in group.bars] == [0, 0]
