"""Small reports written for these tests: a form filled with zeros, and a few figures of our own."""

from collections.abc import Mapping, Sequence

from gongkai.core.ports import Document, DocumentKind, Place, TextLine
from gongkai.core.reports.forms import FORM_2021, Form

HEAD = "示范市统计局2023年政府信息公开工作年度报告"
PARTS = (
    "一、总体情况\n示范市统计局认真做好政府信息公开工作。",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况\n公开内容不够丰富，下一步将加强培训。",
    "六、其他需要报告的事项\n未收取信息处理费。\n示范市统计局\n2024年1月15日",
)


def document(text: str, name: str = "报告.txt") -> Document:
    """The document of a text, a line a block."""
    lines = enumerate(text.split("\n"), 1)
    blocks = tuple(TextLine(line, Place(None, number)) for number, line in lines)
    return Document(name, DocumentKind.TEXT, blocks)


def table_3(rows: Mapping[str, Sequence[object]], form: Form = FORM_2021, gap: str = " ") -> str:
    """Table 3 with the rows given and zeros in all others; the cells of a row parted by `gap`."""
    lines = ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况"]
    for row in form.table("applications").rows:
        cells = rows.get(row.key, (0,) * 7)
        start = gap if gap else ""
        lines.append(row.label + start + gap.join(str(cell) for cell in cells))
    return "\n".join(lines)


def table_2(rows: Mapping[str, Sequence[object]], form: Form = FORM_2021, gap: str = " ") -> str:
    """Table 2 with the rows given and zeros in all others."""
    lines: list[str] = []
    caption = ""
    for row in form.table("table2").rows:
        if row.caption != caption:
            caption = row.caption
            lines += [caption, gap.join(["信息内容", *(column.label for column in row.columns)])]
        cells = rows.get(row.key, (0,) * len(row.columns))
        lines.append(row.label + gap + gap.join(str(cell) for cell in cells))
    return "\n".join(lines)


def table_4(cells: Sequence[object] = (0,) * 15, gap: str = " ") -> str:
    """Table 4 in one row."""
    outcomes = "结果维持 结果纠正 其他结果 尚未审结 总计"
    heads = f"行政复议 行政诉讼\n{outcomes} 未经复议直接起诉 复议后起诉\n{outcomes} {outcomes}"
    return heads + "\n" + gap.join(str(cell) for cell in cells)


def report(second: str = "", third: str = "", fourth: str = "") -> str:
    """A whole report around three tables."""
    first, two, three, four, five, six = PARTS
    return "\n".join((HEAD, first, two, second, three, third, four, fourth, five, six))
