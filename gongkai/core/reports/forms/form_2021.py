"""The form of report years from 2021 on (国办公开办函〔2021〕30号)."""

from gongkai.core.law import FORM_2021 as SOURCE
from gongkai.core.reports.forms.common import OTHER_THREE_ROWS, REVIEW, SECTIONS, applications
from gongkai.core.reports.forms.form import Column, Form, Row, Table

DOCUMENTS = (
    Column("issued", "本年制发件数"),
    Column("repealed", "本年废止件数"),
    Column("in_force", "现行有效件数"),
)
DECISIONS = (Column("decisions", "本年处理决定数量"),)
FEES = (Column("fees", "本年收费金额（单位：万元）"),)

FIRST, FIFTH, SIXTH, EIGHTH = (f"第二十条第（{n}）项" for n in "一五六八")

TABLE_2 = Table(
    "table2",
    2,
    SECTIONS[1],
    (
        Row("regulations", "规章", DOCUMENTS, caption=FIRST),
        Row("normative_docs", "行政规范性文件", DOCUMENTS, caption=FIRST),
        Row("licensing", "行政许可", DECISIONS, caption=FIFTH),
        Row("penalty", "行政处罚", DECISIONS, caption=SIXTH),
        Row("coercion", "行政强制", DECISIONS, caption=SIXTH),
        Row("fees_wan", "行政事业性收费", FEES, caption=EIGHTH, unit="万元"),
    ),
    (FIRST, FIFTH, SIXTH, EIGHTH),
)

FORM = Form(
    "2021",
    SOURCE,
    2021,
    None,
    SECTIONS,
    (TABLE_2, applications(OTHER_THREE_ROWS), REVIEW),
)
