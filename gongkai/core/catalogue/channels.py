"""The boxes for channels in a standard directory (公开渠道和载体, R8-04): ■ chosen, □ not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Box:
    """One channel to tick; `others` are the words it also goes by."""

    label: str
    others: tuple[str, ...] = ()


BOXES: Final = (
    Box("政府网站", ("网站", "门户网站", "政府门户网站")),
    Box("政府公报"),
    Box("两微一端", ("政务新媒体",)),
    Box("发布会/听证会", ("发布会、听证会", "发布会听证会", "新闻发布会")),
    Box("广播电视", ("广播、电视",)),
    Box("纸质媒体", ("纸质载体", "纸质媒体（载体）", "报刊")),
    Box("公开查阅点", ("政府信息公开查阅点",)),
    Box("政务服务中心", ("政务大厅", "政务服务大厅")),
    Box("便民服务站", ("便民服务中心",)),
    Box("入户/现场", ("入户现场", "入户、现场")),
    Box(
        "社区/企事业单位/村公示栏（电子屏）",
        (
            "社区/企事业单位、村公示栏（电子屏）",
            "单位/村委会公示栏（电子屏）",
            "村公示栏（电子屏）",
            "社区公示栏（电子屏）",
            "社区/企事业单位/村公示栏",
            "公示栏",
        ),
    ),
    Box("精准推送"),
    Box("其他", ("其它",)),
)
LABELS: Final = tuple(box.label for box in BOXES)
CHOSEN: Final = "■"
LEFT: Final = "□"
_MARKED = re.compile(r"([■☑✓✔√▣◼▪●□☐▢◻○])([^■☑✓✔√▣◼▪●□☐▢◻○]*)")
_CHOSEN: Final = frozenset("■☑✓✔√▣◼▪●")
_BETWEEN = re.compile(r"[，,、；;\n]|\s{2,}")
_NOISE = re.compile(r"[\s_，,、；;。:：]+")
_BRACKETS: Final = str.maketrans("()", "（）")


def _key(text: str) -> str:
    """A label without what differs from table to table."""
    return _NOISE.sub("", text.translate(_BRACKETS))


_KNOWN: Final = {_key(name): box.label for box in BOXES for name in (box.label, *box.others)}


def parse_channels(text: str) -> tuple[str, ...]:
    """The chosen channels; what is no box of the usual set is kept in its own words. A cell
    without any box lists what is chosen."""
    marked = _MARKED.findall(text)
    named = [name for sign, name in marked if sign in _CHOSEN] if marked else _BETWEEN.split(text)
    return tuple(dict.fromkeys(_labels(named)))


def _labels(named: list[str]) -> Iterator[str]:
    for name in named:
        if key := _key(name):
            yield _KNOWN.get(key) or name.strip(" \t\r\n，,、；;。_")


def written_channels(chosen: tuple[str, ...] | list[str]) -> str:
    """A cell with all the boxes of the usual set, and after them those of the organ's own."""
    usual = [f"{CHOSEN if label in chosen else LEFT}{label}" for label in LABELS]
    own = [f"{CHOSEN}{label}" for label in chosen if label not in LABELS]
    return "\n".join([*usual, *own])
