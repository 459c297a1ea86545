"""Table text that runs on inside the prose: found, so that no cell is taken for a figure."""

import re
from collections.abc import Iterator

from gongkai.core.reports.forms import FORMS

# The first letter stands alone, so that the search skips quickly to those that may begin a table.
BEGINS = re.compile(
    "[第信（(本申一1行结](?:(?<=第)二十条(?:第?[（(]?[一五六八九])?|(?<=信)息内容|(?<=[（(])本列数据的?勾稽"
    "|(?<=本)列数据的?勾稽|(?<=申)请人情况|(?<=[一1])[、.]本年新收政府信息公开申请数"
    "|(?<=行)政复议行政诉讼|(?<=结)果维持结果纠正)"
)
WORDS = frozenset(
    char
    for form in FORMS
    for table in form.tables
    for text in (
        table.title if table.key == "review" else "",
        *table.captions,
        *(row.full_label + row.label for row in table.rows),
        *(column.label for row in table.rows for column in row.columns),
    )
    for char in text
) | frozenset(
    "信息内容申请人情况法人或其他组织本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和度止减增表"
)
RUN = re.compile("[" + re.escape("".join(sorted(WORDS))) + r"0-9.\-—+/|（）：:，、＋%#*=]+")
STRONG = re.compile(
    r"\d(?![\d.]{0,6}年)(?:万?元)?|结转下年度继续办理|总计|行政强制|行政事业性收费|政府集中采购|规范性文件"
)
SHORTEST = 12


def inline_tables(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between two offsets that are the text of a statutory table."""
    position = start
    while found := BEGINS.search(plain, position, end):
        run = RUN.match(plain, found.start(), end)
        position = run.end() if run else found.end()
        if position - found.start() >= SHORTEST:
            last = [strong.end() for strong in STRONG.finditer(plain, found.start(), position)]
            yield found.start(), max(found.end(), last[-1] if last else 0)
