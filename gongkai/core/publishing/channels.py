"""Where information comes from (来源) and where it is told (渠道, R1-16)."""

from enum import StrEnum
from typing import Final


class Source(StrEnum):
    """Whose information it is. What was harvested is never counted as the organ's own."""

    ORIGINAL = "original"
    REPRINT = "reprint"
    HARVESTED = "harvested"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"original": "原创", "reprint": "转载", "harvested": "省级平台提取"}[self.value]

    @property
    def is_own(self) -> bool:
        """Whether it counts as published by the organ."""
        return self is not Source.HARVESTED


class Channel(StrEnum):
    """A way to tell the public."""

    PORTAL = "portal"
    GAZETTE = "gazette"
    WEIXIN = "weixin"
    WEIBO = "weibo"
    APP = "app"
    PRESS_CONFERENCE = "press_conference"
    NEWSPAPER = "newspaper"
    BROADCAST = "broadcast"
    NOTICE_BOARD = "notice_board"
    READING_ROOM = "reading_room"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return LABELS[self]


LABELS: Final = {
    Channel.PORTAL: "政府网站",
    Channel.GAZETTE: "政府公报",
    Channel.WEIXIN: "政务微信",
    Channel.WEIBO: "政务微博",
    Channel.APP: "移动客户端",
    Channel.PRESS_CONFERENCE: "新闻发布会",
    Channel.NEWSPAPER: "报刊",
    Channel.BROADCAST: "广播、电视",
    Channel.NOTICE_BOARD: "公告栏、电子屏",
    Channel.READING_ROOM: "档案馆、图书馆查阅点",
}
