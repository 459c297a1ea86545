"""LAY-15 to LAY-19: the body, its pictures and tables, and what it says of attachments."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.content import Attachment, Grid, PartKind, Picture
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Reading, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import ACCESSIBILITY, OGI

ANNOUNCED: Final = re.compile(
    r"(?:^|\n)[ \t]*附\s{0,2}件\s*(?:[0-9一二三四五]{0,2}\s*[:：]"
    r"|[0-9一二三四五]{1,2}\s*[.．、]|(?=\n))"
    r"|(?:详见|见|参见|填写|按照?)(?:本通知|文后)?附件(?!的)|[（(]附件\s*[0-9一二三四五]{0,2}[）)]"
)
INSIDE: Final = re.compile(
    r"(?:^|\n)[ \t]*附\s{0,2}件\s*[0-9一二三四五六七八九十]{0,2}[ \t]*[:：]?[ \t]*\n\s*\S"
)
MENTIONED: Final = re.compile("附件|附表|附图|附：|附:")
NO_ALT: Final = re.compile(
    r"\s*(?:图片?|image|img|pic|photo|截图|untitled|未标题)?[ _\-]*[0-9]*\s*"
    r"|.{0,80}\.(?:png|jpe?g|gif|bmp|webp|tiff?)\s*",
    re.IGNORECASE,
)
PICTURES, GRIDS, ATTACHMENTS = "pictures", "grids", "attachments"


def _bodies(reading: Reading) -> list[Text]:
    return [
        text for text in reading.texts if text.part.kind is PartKind.BODY and text.plain.strip()
    ]


def _empty(reading: Reading) -> Iterator[Outcome]:
    content = reading.content
    if not _bodies(reading) and not content.attachments and not content.pictures:
        yield Outcome("正文是空的，也没有附件。", paths=(PartKind.BODY,))


def _only_files(reading: Reading) -> Iterator[Outcome]:
    content = reading.content
    if not _bodies(reading) and (content.attachments or content.pictures):
        yield Outcome("正文没有文字，内容只在附件或者图片里。", paths=(PartKind.BODY,))


def _alt(reading: Reading) -> Iterator[Outcome]:
    for place, picture in enumerate(reading.content.pictures, start=1):
        if NO_ALT.fullmatch(picture.alt):
            yield Outcome(
                f"第 {place} 幅图片没有替代文字。", paths=(PICTURES,), about=picture.address
            )


def _heads(reading: Reading) -> Iterator[Outcome]:
    for place, grid in enumerate(reading.content.grids, start=1):
        if not grid.has_heads:
            name = f"“{grid.caption}”" if grid.caption else ""
            yield Outcome(
                f"第 {place} 个表格{name}没有表头。",
                paths=(GRIDS,),
                about=grid.caption or str(place),
            )


def _not_attached(reading: Reading) -> Iterator[Outcome]:
    if reading.content.attachments:
        return
    for text in _bodies(reading):
        found = ANNOUNCED.search(text.plain)
        if found and not INSIDE.search(text.plain):
            yield Outcome("正文提到附件，但是没有上传附件。", text, *found.span())


def _not_mentioned(reading: Reading) -> Iterator[Outcome]:
    bodies = _bodies(reading)
    is_mentioned = any(MENTIONED.search(text.plain) for text in bodies)
    if reading.content.attachments and bodies and not is_mentioned:
        yield Outcome("有附件，但是正文没有提到。", paths=(ATTACHMENTS,))


RULES = (
    Rule(
        "LAY-15",
        Severity.ERROR,
        "没有正文",
        "填写正文，或者上传附件并写明内容。",
        Waivable.NEVER,
        OGI.at(6),
        weighs=_empty,
        bad=(Sample("空的正文", ""),),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-16",
        Severity.WARNING,
        "正文没有文字",
        "把主要内容写进正文，让读屏软件和检索能够读到。",
        Waivable.DRAFTER,
        ACCESSIBILITY.at(32),
        weighs=_only_files,
        bad=(
            Sample("只有附件", "", attachments=(Attachment("file:1", "检查方案.pdf"),)),
            Sample("只有图片", "", pictures=(Picture("/1.png", "检查流程图"),)),
        ),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-17",
        Severity.WARNING,
        "图片没有替代文字",
        "用一句话说明图片的内容；文件名、“图片1”不算说明。",
        Waivable.DRAFTER,
        ACCESSIBILITY.at(32),
        weighs=_alt,
        bad=(
            Sample("没有", pictures=(Picture("/1.png", ""),)),
            Sample("只是文件名", pictures=(Picture("/1.png", "IMG_001.png"),)),
            Sample("只是编号", pictures=(Picture("/1.png", "图片1"),)),
        ),
        good=(CLEAN, Sample("有说明", pictures=(Picture("/1.png", "检查流程图"),))),
    ),
    Rule(
        "LAY-18",
        Severity.WARNING,
        "表格没有表头",
        "把第一行（列）设为表头。",
        Waivable.DRAFTER,
        ACCESSIBILITY.at(32),
        weighs=_heads,
        bad=(Sample("没有表头", grids=(Grid(has_heads=False, caption="进度表"),)),),
        good=(CLEAN, Sample("有表头", grids=(Grid(has_heads=True),))),
    ),
    Rule(
        "LAY-19",
        Severity.WARNING,
        "提到附件但没有上传",
        "上传附件，或者删去这句话。",
        Waivable.DRAFTER,
        OGI.at(6),
        weighs=_not_attached,
        bad=(
            Sample("附件说明", "现将有关事项通知如下。\n附件：检查方案"),
            Sample("详见附件", "具体安排详见附件。"),
            Sample("括号里的附件", "填写登记表（附件1）后报送。"),
        ),
        good=(
            CLEAN,
            Sample("已经上传", "详见附件。", attachments=(Attachment("file:1", "检查方案.pdf"),)),
            Sample("附件就在文中", "详见附件。\n附件\n检查方案\n一、范围"),
        ),
    ),
    Rule(
        "LAY-20",
        Severity.INFORMATION,
        "附件没有在正文提到",
        "在正文末尾写明“附件：名称”。",
        Waivable.DRAFTER,
        OGI.at(6),
        weighs=_not_mentioned,
        bad=(Sample("没有提到", attachments=(Attachment("file:1", "检查方案.pdf"),)),),
        good=(
            CLEAN,
            Sample(
                "提到了",
                "通知如下。\n附件：检查方案",
                attachments=(Attachment("file:1", "检查方案.pdf"),),
            ),
        ),
    ),
)
