"""Invented documents, and what of a file can be seen again."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pypdfium2 as pdfium

from gongkai.core.ports import (
    CellKind,
    FormCell,
    FormTable,
    Heading,
    Letter,
    Paragraph,
    Signature,
)

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
HOSTILE = (
    "#set page(fill: red) #panic() $x^2$ *粗* _斜_ `码` <label> @ref [a] \\ // 注 "
    "/* 释 */ ~ -- '引' "
    '"号" &amp; <w:p/> ]]> {json} #sys.inputs'
)
OPINION = "同意主动公开。"


def label(text: str, rows: int = 1) -> FormCell:
    return FormCell(text, CellKind.LABEL, rows=rows)


FORM = FormTable(
    (3, 5, 3, 5),
    (
        (label("文件标题"), FormCell("关于印发云溪市政务公开工作要点的通知", columns=3)),
        (label("发文字号"), FormCell("云政办发〔2026〕12号"), label("单位"), FormCell("公开科")),
        (label("依据和理由", rows=2), FormCell(HOSTILE, columns=3)),
        (label("条款"), FormCell("第十六条第二款", columns=2)),
        Signature("拟稿人意见", OPINION, "李明远", date(2026, 11, 3)),
        Signature("保密审查意见"),
    ),
)
LIST = FormTable(
    (1, 4, 2),
    (
        tuple(FormCell(text, CellKind.HEAD) for text in ("序号", "文件名称", "备注")),
        *((FormCell(str(n)), FormCell(f"第{n}号文件"), FormCell("")) for n in range(1, 81)),
    ),
    heads=1,
    small=True,
)
REVIEW = Letter("公文公开属性源头认定审核表", (FORM,), "〔2026〕第12号", "急件")
NOTICE = Letter(
    "政府信息公开告知书",
    (
        Paragraph("你提出的申请收悉。\n现答复如下。"),
        Heading("一、关于申请内容"),
        Heading("（一）土地出让", 2),
        Heading("1.地块情况", 3),
        Heading("（1）坐落", 4),
        Paragraph("特此告知。", indented=False),
        LIST,
    ),
    document_number="云资公开告〔2026〕17号",
    addressee="张某某：",
    attachments=("土地出让情况表", "收费标准"),
    issuer="云溪市自然资源和规划局",
    dated_on=date(2026, 11, 5),
    note="此件公开发布",
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One character on a page and its box, in points from the upper left corner."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float


def signs(data: bytes) -> list[Sign]:
    """All characters of a PDF that can be seen."""
    return list(_signs(data))


def _signs(data: bytes) -> Iterator[Sign]:
    with pdfium.PdfDocument(data) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            height = page.get_height()
            for place in range(text.count_chars()):
                sign = chr(pdfium.raw.FPDFText_GetUnicode(text, place))
                if unicodedata.category(sign)[0] in "CZ":
                    continue
                left, bottom, right, top = text.get_charbox(place, loose=True)
                yield Sign(sign, number, left, right, height - top, height - bottom)


def shown(data: bytes) -> str:
    """The characters of a PDF, without blanks and line ends."""
    return "".join(sign.text for sign in signs(data))


def pages(data: bytes) -> int:
    with pdfium.PdfDocument(data) as document:
        return len(document)


def squeezed(text: str) -> str:
    """A text without what cannot be seen."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "CZ")
