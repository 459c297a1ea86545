"""Small invented contents that prove the rules: a clean one, and changes to it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from gongkai.core.checks.content import (
    Attachment,
    Content,
    ContentFacts,
    Grid,
    Link,
    Part,
    PartKind,
    Picture,
)

TODAY: Final = date(2025, 6, 30)
TITLE: Final = "示例市数据局关于开展公共数据质量检查的通知"
SUMMARY: Final = "部署公共数据质量检查，明确范围、步骤和时限。"
BODY: Final = "各有关单位：\n现将公共数据质量检查的有关事项通知如下。"
FACTS: Final = ContentFacts(
    kind="notice",
    source="示例市数据局",
    author="数据资源科",
    formed_on=date(2025, 6, 20),
    keywords=("公共数据", "检查"),
    catalogue_code="000000000/2025-00001",
    disclosure_class="active",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A content that differs from the clean one in what is named here; `says` tells a reader what
    it shows. An empty text takes the part away."""

    says: str
    text: str = BODY
    title: str = TITLE
    summary: str = SUMMARY
    hidden: str = ""
    file: str = ""
    facts: ContentFacts = FACTS
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    grids: tuple[Grid, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    def content(self) -> Content:
        """The content itself."""
        parts = (
            Part("title", "标题", self.title, PartKind.TITLE),
            Part("summary", "内容概述", self.summary, PartKind.SUMMARY),
            Part("body", "正文", self.text, PartKind.BODY),
            Part("file:1", "附件“表.xlsx”", self.file, PartKind.FILE),
            Part("file:1:2", "附件“表.xlsx”的隐藏工作表", self.hidden, PartKind.FILE_HIDDEN),
        )
        return Content(
            parts=tuple(part for part in parts if part.text),
            facts=self.facts,
            links=self.links,
            pictures=self.pictures,
            grids=self.grids,
            attachments=self.attachments,
        )


CLEAN: Final = Sample("一份没有问题的通知")
