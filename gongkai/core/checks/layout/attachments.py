"""FIL-01 to FIL-04: names of attachments, and what in them cannot be seen or read."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.content import Attachment
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Reading, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import OGI, SECRETS_RULES

ENDING: Final = re.compile(r"(?:\.[A-Za-z0-9]{1,5})+$")
NO_NAME: Final = re.compile(
    r"(?:新建|未命名|无标题|untitled|new|copy|document|book|sheet|工作簿|文档|演示文稿)[\s\u4e00-\u9fffA-Za-z]{0,24}[\s_\-]*[（(]?[0-9]*[）)]?"
    r"|(?:附件|附|附表|附图|图|表|图片|照片|扫描件?|文件|下载|最终版?|终稿|定稿|正文|副本|通知|公告)[\s_\-]*[（(]?[0-9一二三四五六七八九十]*[）)]?"
    r"|(?:IMG|DSC|DCIM|SCAN|PIC|Screenshot|mmexport|wx_camera|微信图片|微信截图|QQ图片|QQ截图|扫描全能王|scan)[\s_\-0-9A-Za-z.:：]*"
    r"|[\s_\-0-9.（）()]+|[0-9a-f]{8,}(?:-[0-9a-f]{4,})*|[A-Za-z]{1,3}[0-9]*",
    re.IGNORECASE,
)
FEWEST_LETTERS = 2
WORD: Final = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")


def _names(reading: Reading) -> Iterator[Outcome]:
    for file in reading.content.attachments:
        stem = ENDING.sub("", file.name.strip())
        if not stem or NO_NAME.fullmatch(stem):
            yield Outcome(f"附件名称“{file.name}”看不出内容。", paths=(file.key,), about=file.name)


def _unread(reading: Reading) -> Iterator[Outcome]:
    for file in reading.content.attachments:
        if not file.is_read:
            yield Outcome(
                f"附件“{file.name}”的文字没有读出来，没有检查。", paths=(file.key,), about=file.name
            )


def _remains(reading: Reading) -> Iterator[Outcome]:
    for file in reading.content.attachments:
        if file.remains:
            rest = "、".join(file.remains)
            yield Outcome(
                f"附件“{file.name}”里还有{rest}。", paths=(file.key,), about=f"{file.name}\n{rest}"
            )


def _hidden(text: Text) -> Iterator[Outcome]:
    if text.is_hidden and len(WORD.findall(text.plain)) >= FEWEST_LETTERS:
        first = next(cell for row in text.rows for cell in row if cell.words)
        yield Outcome("有读者一般看不到的内容。", text, first.start, first.end, about=text.plain)


RULES = (
    Rule(
        "FIL-01",
        Severity.WARNING,
        "附件名称没有意义",
        "用附件的标题命名，例如“公共数据质量检查方案.docx”。",
        Waivable.DRAFTER,
        OGI.at(6),
        weighs=_names,
        bad=(
            *(
                Sample(name, attachments=(Attachment("file:1", name),))
                for name in (
                    "新建文档.docx",
                    "附件1.docx",
                    "未命名.pdf",
                    "IMG_20250101_0001.jpg",
                    "20250101.pdf",
                    "新建 Microsoft Word 文档 (2).docx",
                    "微信图片_20250101.png",
                )
            ),
        ),
        good=(
            CLEAN,
            Sample(
                "有意义",
                "附件：检查方案",
                attachments=(Attachment("file:1", "附件1：检查方案.docx"),),
            ),
            Sample(
                "带年份", "附件：预算表", attachments=(Attachment("file:1", "2025年预算表.xlsx"),)
            ),
        ),
    ),
    Rule(
        "FIL-02",
        Severity.WARNING,
        "附件没有检查",
        "扫描件、图片或者加密的文件读不出文字：换成可以读出文字的文件，或者由审核人逐页看过后放行。",
        Waivable.REVIEWER,
        SECRETS_RULES.at(42),
        weighs=_unread,
        bad=(
            Sample(
                "扫描件",
                "附件：检查方案",
                attachments=(Attachment("file:1", "检查方案.pdf", is_read=False),),
            ),
        ),
        good=(CLEAN,),
    ),
    Rule(
        "FIL-03",
        Severity.ERROR,
        "附件里还有隐藏内容",
        "用清理功能去掉宏、修订痕迹、批注和作者信息；不能去掉的，另存为 PDF 后重新上传。",
        Waivable.REVIEWER,
        SECRETS_RULES.at(42),
        weighs=_remains,
        bad=(
            Sample(
                "宏和修订痕迹",
                "附件：检查方案",
                attachments=(Attachment("file:1", "检查方案.docx", remains=("宏", "修订痕迹")),),
            ),
        ),
        good=(CLEAN,),
    ),
    Rule(
        "FIL-04",
        Severity.WARNING,
        "附件里有看不见的文字",
        "隐藏的工作表、批注、已删除的文字会随文件流出：清理后重新上传，或者由审核人看过后放行。",
        Waivable.REVIEWER,
        SECRETS_RULES.at(42),
        reads=_hidden,
        bad=(Sample("隐藏工作表", hidden="内部测算\t100"),),
        good=(CLEAN, Sample("隐藏的空表", hidden="\t\n")),
    ),
)
