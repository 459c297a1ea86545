"""The form of report years 2019 and 2020 (国办公开办函〔2019〕60号)."""

from gongkai.core.law import FORM_2019 as SOURCE
from gongkai.core.reports.forms.common import OTHER_ONE_ROW, REVIEW, SECTIONS, applications
from gongkai.core.reports.forms.form import Column, Form, Row, Table

MADE = (
    Column("made", "本年新制作数量"),
    Column("newly_public", "本年新公开数量"),
    Column("public_total", "对外公开总数量"),
)
ITEMS = (
    Column("last_year", "上一年项目数量"),
    Column("change", "本年增/减"),
    Column("decisions", "处理决定数量"),
)
PURCHASES = (Column("items", "采购项目数量"), Column("amount", "采购总金额"))

FIRST, FIFTH, SIXTH, EIGHTH, NINTH = (f"第二十条第（{n}）项" for n in "一五六八九")

TABLE_2 = Table(
    "table2",
    2,
    SECTIONS[1],
    (
        Row("regulations", "规章", MADE, caption=FIRST),
        Row("normative_docs", "规范性文件", MADE, caption=FIRST),
        Row("licensing", "行政许可", ITEMS, caption=FIFTH, unit="项"),
        Row("other_services", "其他对外管理服务事项", ITEMS, caption=FIFTH, unit="项"),
        Row("penalty", "行政处罚", ITEMS, caption=SIXTH, unit="项"),
        Row("coercion", "行政强制", ITEMS, caption=SIXTH, unit="项"),
        Row("fees", "行政事业性收费", ITEMS[:2], caption=EIGHTH, unit="项"),
        Row("procurement", "政府集中采购", PURCHASES, caption=NINTH, unit=""),
    ),
    (FIRST, FIFTH, SIXTH, EIGHTH, NINTH),
)

FORM = Form(
    "2019",
    SOURCE,
    2019,
    2020,
    SECTIONS,
    (TABLE_2, applications(OTHER_ONE_ROW), REVIEW),
)
