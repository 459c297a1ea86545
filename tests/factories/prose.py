"""The wording of invented reports; the numbers in it agree with the tables."""

from collections.abc import Iterator
from random import Random

from gongkai.core.reports.forms import Form
from tests.factories.model import Prose, Sheet

PLACES = ("示范市", "清河县", "东岭区", "云溪省", "白沙市南湾区", "长宁州", "青石镇", "北原自治县")
KINDS = (
    "人民政府", "人民政府办公室", "财政局", "教育体育局", "自然资源和规划局", "生态环境局",
    "市场监督管理局", "人力资源和社会保障局", "住房和城乡建设局", "水务局", "农业农村局", "统计局",
)  # fmt: skip
LEADS = (
    "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）规定，编制本报告。",
    "本报告由{organ}按照《中华人民共和国政府信息公开条例》和国务院办公厅有关格式要求编制。",
    "现公布{organ}{year}年度政府信息公开工作年度报告。",
)
PERIODS = (
    "本报告所列数据的统计期限自{year}年1月1日至12月31日。",
    "报告中所列数据统计期限为{year}年1月1日起至{year}年12月31日止。",
    "所列数据的统计期限为 {year} 年 1 月 1 日到 {year} 年 12 月 31 日。",
)
CONTACTS = (
    "如有疑问，请与{organ}联系（地址：示范路12号；邮编：100012；电话：0123-4567890）。",
    "联系电话：0123-88012345，电子邮箱：gk2020@example.org。",
)
FILLERS = (
    "坚持以公开为常态、不公开为例外，健全工作机制，明确专人负责，做到应公开尽公开。",
    "严格执行信息发布“三审三校”，全年开展保密审查{a}次，更新政府信息公开指南1次。",
    "组织业务培训{b}期，参训{a}人次，编印工作手册{c}册。",
    "对照政务公开工作要点梳理出{b}个方面{c}项任务，逐项落实到科室。",
    "政务新媒体发布信息{c}条，其中原创{b}条，关注人数{d}人。",
    "网站专栏设置一级栏目{b}个、二级栏目{a}个，全年访问量{d}人次，同比增长{b}.{a}%。",
)
PROBLEMS = (
    "一是主动公开的内容还不够丰富；二是政策解读形式较为单一；三是业务能力有待提高。",
    "存在的主要问题：1.信息公开不够及时；2.重复申请较多，答复质量仍需提高；3.其他方面还有差距。",
    "（一）存在的主要问题。部分信息属于过程性信息，申请人多次要求提供，沟通不够。",
)
MEASURES = (
    "下一步，将加强学习培训，规范办理程序，提高公开质量和实效。",
    "（二）改进情况。今年共整改问题{a}个，完善制度{b}项，总计投入{c}万元。",
)
BEFORE = ("单位：件", "（单位：件）", "表 1", "政府信息公开情况统计表")
OTHERS = ("无其他需要报告的事项。", "本年度未收取信息处理费。", "无", "{year}年收取信息处理费0元。")


def wording(rng: Random, sheet: Sheet, form: Form) -> Prose:
    """Write the prose around the tables."""
    years = (2019, 2020) if form.key == "2019" else (2021, 2022, 2023, 2024, 2025)
    year, organ = rng.choice(years), rng.choice(PLACES) + rng.choice(KINDS)
    numbers = {"a": rng.randint(2, 9), "b": rng.randint(2, 12), "c": rng.randint(10, 600)}
    numbers["d"] = rng.randint(1000, 99_000)

    def said(*choices: str) -> str:
        return rng.choice(choices).format(organ=organ, year=year, **numbers)

    overall = [f"{year}年，{organ}" + said(*FILLERS), *_aspects(rng, sheet, said, year)]
    tails = [said(*FILLERS)] if rng.random() < 0.4 else []
    return Prose(
        organ,
        year,
        _title(rng, organ, year),
        (said(*LEADS), said(*PERIODS)) + ((said(*CONTACTS),) if rng.random() < 0.5 else ()),
        _headings(rng, form),
        (
            tuple(overall + tails),
            *_remarks(rng, sheet),
            (said(*PROBLEMS), said(*MEASURES)),
            (said(*OTHERS),),
        ),
        (organ, f"{year + 1}年1月{rng.randint(4, 30)}日") if rng.random() < 0.8 else (),
        tuple(rng.choice(BEFORE) if rng.random() < 0.15 else "" for _ in range(3)),
    )


def _remarks(rng: Random, sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """What stands below the tables: mostly nothing."""
    new, done = (sheet.values[f"applications.{key}.6"] or 0 for key in ("new", "total"))
    cases = sheet.values["review.review_total"] or 0
    notes = (
        f"注：以上数据由{rng.randint(2, 40)}个部门汇总，行政许可较上年增长{rng.randint(1, 90)}%。",
        f"本年度新收申请{new}件，办结{done}件，信访举报投诉类申请均已告知渠道。",
        f"注：行政复议、行政诉讼数量含上年度结转数量，全年行政复议{cases}件。",
    )
    for note in notes:
        yield (note,) if rng.random() < 0.15 else ()


def _title(rng: Random, organ: str, year: int) -> tuple[str, ...]:
    gap = rng.choice(("", " "))
    tail = rng.choice(
        (f"{year}{gap}年政府信息公开工作年度报告", f"{year}{gap}年度政府信息公开工作年度报告")
    )
    return rng.choice(((organ + tail,), (organ, tail)))


def _headings(rng: Random, form: Form) -> tuple[str, ...]:
    ordinals = "一二三四五六"
    headings = [f"{ordinals[n]}、{title}" for n, title in enumerate(form.sections)]
    if rng.random() < 0.15:
        headings[4] = "五、存在问题及改进情况"
    if rng.random() < 0.1:
        headings[1] = form.sections[1]
    if rng.random() < 0.1:
        headings[0] = "一、基本情况"
    return tuple(headings)


def _aspects(rng: Random, sheet: Sheet, said: object, year: int) -> list[str]:
    new, carried, out = (
        sheet.values[f"applications.{key}.6"] or 0 for key in ("new", "carried_in", "carried_out")
    )
    items = rng.randint(40, 9000)
    own = rng.randint(1, items)
    mark = rng.choice(("。", "情况。", "方面。"))
    return [
        f"（一）主动公开{mark}全年主动公开政府信息{items}条，其中门户网站{own}条、"
        f"政务新媒体{items - own}条；发布政策解读{rng.randint(1, 40)}篇。",
        f"（二）依申请公开{mark}{year}年共收到政府信息公开申请{new}件，上年结转{carried}件，"
        f"结转下年度继续办理{out}件，按时办结率100%。",
        f"（三）政府信息管理{mark}本年制发行政规范性文件"
        f"{sheet.values['table2.normative_docs.0'] or 0}件，均在第20条规定的时限内公开。",
        f"（四）平台建设{mark}建成政务公开专区{rng.randint(1, 9)}个。",
        f"（五）监督保障{mark}组织专项检查{rng.randint(1, 4)}次，通报问题{rng.randint(0, 30)}个。",
    ]
