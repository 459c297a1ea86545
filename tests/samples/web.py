"""Web pages with a report in them."""

from tests.samples.statutory import Cell, applications, documents, rows_of

OPENING = "根据《中华人民共和国政府信息公开条例》编制本报告，数据统计期限为2024年1月1日至12月31日。"
PROSE = "2024年，我局收到政府信息公开申请95件，均在法定期限内答复，办结率100%，没有发生复议和诉讼。"


def table(cells: list[Cell], attributes: str = "") -> str:
    """A table, marked up."""
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows_of(cells))
    return f"<table {attributes}>{rows}</table>"


def _cell(cell: Cell) -> str:
    spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    spans += f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    return f"<td{spans}>{cell.text}</td>"


def article(extra: str = "") -> str:
    """The body of a report."""
    return f"""<p>{OPENING}</p><p>一、总体情况</p><p>{PROSE}</p>{extra}
    <p>二、主动公开政府信息情况</p>{table(documents())}
    <p>三、收到和处理政府信息公开申请情况</p>{table(applications())}
    <p>五、存在的主要问题及改进情况</p><p>{PROSE}</p>
    <p>六、其他需要报告的事项</p><p>本年度未收取信息处理费。</p>"""


def page(body: str, head: str = "") -> str:
    """A page around a body."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )


def site(report: str, head: str = "") -> str:
    """A page with all that a site puts around an article."""
    links = "".join(f'<li><a href="/{n}">政府信息公开年报{n}</a></li>' for n in range(2015, 2025))
    return page(
        f"""<div class="top"><a href="/">首页</a> <a href="/zw">政务公开</a>
        <a href="/bs">办事</a></div>
        <div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/nb">年度报告</a></div>
        <div id="wrap"><div class="left"><ul>{links}</ul></div>
        <div class="right"><h1>示例县示例局2024年政府信息公开工作年度报告</h1>
        <div class="info">发布时间：2025-01-22 10:30 来源：示例局 浏览次数：<span>12</span></div>
        <div id="zoom">{report}</div>
        <div class="fujian"><a href="P020250122.docx">附件：年度报告.docx</a></div>
        <div class="share">分享到：<a href="#">微信</a></div></div></div>
        <div class="footer">版权所有：示例县人民政府 主办：示例县人民政府办公室
        联系我们 网站地图</div>
        <script>var a = "脚本里的字";</script>""",
        head or "<title>示例局2024年政府信息公开工作年度报告-示例县人民政府</title>",
    )
