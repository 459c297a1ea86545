"""The fields of an entry and the names they go by."""

import re
from collections.abc import Iterable
from enum import StrEnum


class Field(StrEnum):
    """A field of an entry; the values are those of FeedEntry."""

    IDENTITY = "identity"
    TITLE = "title"
    ADDRESS = "address"
    PUBLISHED = "published_at"
    SOURCE = "source"
    BODY = "body_html"
    SUMMARY = "summary"
    CATEGORY = "category"

    @property
    def label(self) -> str:
        """The name of the column in the table that we recommend."""
        return NAMES[self][0]


# The name that a column should have, then the others that are understood.
NAMES: dict[Field, tuple[str, ...]] = {
    Field.IDENTITY: (
        "唯一标识", "标识", "信息标识", "编号", "id", "guid", "identity", "identifier",
    ),
    Field.TITLE: ("标题", "信息标题", "文件标题", "名称", "title", "headline", "name"),
    Field.ADDRESS: (
        "链接", "网址", "地址", "原文链接", "信息链接", "url", "link", "address", "href",
    ),
    Field.PUBLISHED: (
        "发布时间", "发布日期", "发文日期", "日期", "时间", "published_at", "published",
        "publishtime", "publish_time", "publishdate", "publish_date", "pubdate", "date_published",
        "date", "time",
    ),
    Field.SOURCE: ("来源", "信息来源", "发布机构", "发布单位", "来源单位", "source", "publisher"),
    Field.BODY: (
        "正文", "内容", "信息内容", "content_html", "body_html", "content", "body", "content_text",
    ),
    Field.SUMMARY: ("摘要", "简介", "概述", "summary", "description", "abstract"),
    Field.CATEGORY: (
        "栏目", "分类", "类别", "频道", "category", "channel", "column", "section", "tags",
    ),
}  # fmt: skip
BY_NAME = {name: field for field, names in NAMES.items() for name in names}
LISTS = ("items", "data", "list", "rows", "records", "entries", "results", "数据", "列表")
BLANKS = re.compile("[\\s*\uff0a：:]+")


def named(name: str) -> Field | None:
    """The field that a name means: case, blanks, colons and stars of duty do not matter."""
    return BY_NAME.get(BLANKS.sub("", name).lower())


def recommended() -> str:
    """The columns we recommend, for a sentence."""
    return "、".join(field.label for field in NAMES)


def known(names: Iterable[str]) -> dict[str, Field]:
    """The names that are understood."""
    return {name: field for name in names if (field := named(name))}
