"""What stands around a report on a web page: navigation, lists full of numbers, footers."""

from random import Random

MENU = (
    "首页",
    "政务公开",
    "政府信息公开指南",
    "政府信息公开制度",
    "法定主动公开内容",
    "政府信息公开年报",
    "依申请公开",
)
NEWS = (
    "行政处罚决定书",
    "行政许可公示",
    "规范性文件目录",
    "政府集中采购公告",
    "年度部门预算",
    "行政复议决定",
)


def navigation(rng: Random) -> str:
    """The bar at the top with the day and the weather."""
    links = "".join(f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(MENU))
    day = f"2026年{rng.randint(1, 12)}月{rng.randint(1, 28)}日 气温 {rng.randint(0, 30)}℃"
    return (
        f"<div class='nav'><ul>{links}</ul><span>{day}</span></div>"
        f"<div class='crumbs'>当前位置：首页 &gt; 政务公开 &gt; 政府信息公开年报</div>"
    )


def sidebar(rng: Random) -> str:
    """A list of other pages with numbers and years, some of other years' reports."""
    items = [
        f"{rng.choice(NEWS)}（{rng.randint(2018, 2025)}）第{rng.randint(1, 99)}号" for _ in range(8)
    ]
    items += [f"{year}年政府信息公开工作年度报告" for year in range(2018, 2025)]
    links = "".join(
        f"<li><a href='#'>{item}</a> <em>{rng.randint(1, 9999)}</em></li>" for item in items
    )
    return f"<div class='side'><h3>总计 {rng.randint(10, 500)} 条</h3><ul>{links}</ul></div>"


def footer(rng: Random) -> str:
    """Registration numbers, visits, telephone."""
    return (
        "<div class='footer'><p>主办：示范市人民政府办公室 网站标识码：1234560001</p>"
        f"<p>浏览次数：{rng.randint(10, 99999)} 联系电话：0123-1234567</p>"
        f"<p>上一篇：{rng.randint(2018, 2024)}年政府信息公开工作年度报告</p></div>"
    )
