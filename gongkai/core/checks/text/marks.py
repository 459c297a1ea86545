"""TXT-04 to TXT-06: doubled and half-width punctuation, brackets and quotes that lack a half."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import OGI

DOUBLED: Final = re.compile(
    r"([，；：、])\1+|(?<!。)。。(?!。)|[，、；：][。，；：、]|。[，；：、]|[！？][，。；、]"
)
TWO: Final = re.compile("[，；：、。！？]{2}")
"""Where no two such marks stand side by side, none is doubled."""
HALF: Final = re.compile(r"(?<=[\u4e00-\u9fff”》）])[,;:?!](?=[\u4e00-\u9fff“《（])")
FULL: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
PAIRS: Final = {
    "（": "）", "〔": "〕", "【": "】", "《": "》", "〈": "〉", "“": "”",
    "「": "」", "『": "』", "[": "]",
}  # fmt: skip
SAME: Final = {"(": "（", ")": "）"}
CLOSING: Final = {close: opening for opening, close in PAIRS.items()}
QUOTES: Final = frozenset("“”「」『』")
MARKS: Final = re.compile("[" + re.escape("".join((*PAIRS, *CLOSING, *SAME))) + "]")
ITEM: Final = re.compile(
    r"(?:^|[\s\u3000，。；、：,.;:？！…（(\t”）)])?(?:[0-9]{1,3}(?:\.[0-9]{1,2})*|[一二三四五六七八九十]{1,3}|[a-zA-Z]{1,2}|[\u2170-ⅻⅠ-Ⅻ①-⑳])\s*$"
)
AGAIN: Final = re.compile(r"(?:^|[\n。；：;:”])\s*$")
"""Where a quotation of several paragraphs opens again at each of them."""


def _doubled(text: Text) -> Iterator[Outcome]:
    for found in DOUBLED.finditer(text.plain) if TWO.search(text.plain) else ():
        yield Outcome(
            f"标点重复或者冲突：“{found[0]}”。", text, *found.span(), suggestion=found[0][0]
        )


def _half(text: Text) -> Iterator[Outcome]:
    for found in HALF.finditer(text.plain):
        mark = FULL[found[0]]
        yield Outcome(f"中文之间用了半角标点“{found[0]}”。", text, *found.span(), suggestion=mark)


def _unpaired(text: Text) -> Iterator[Outcome]:
    for place in sorted(_lonely(text.plain)):
        yield Outcome(f"“{text.plain[place]}”没有成对。", text, place, place + 1)


class Waiting:
    """The marks that wait for their other half, innermost last, and those that wait in vain."""

    def __init__(self) -> None:
        self.lonely = set[int]()
        self._open = list[tuple[str, int]]()
        self._counts = Counter[str]()

    def holds(self, mark: str) -> bool:
        """Whether such a mark is open."""
        return self._counts[mark] > 0

    def add(self, mark: str, place: int) -> None:
        """One more is open."""
        self._open.append((mark, place))
        self._counts[mark] += 1

    def close(self, mark: str) -> int:
        """The last such mark is closed; what was opened since then lacks its end."""
        while True:
            opened, place = self._open.pop()
            self._counts[opened] -= 1
            if opened == mark:
                return place
            self.lonely.add(place)

    def all_lonely(self) -> set[int]:
        """The places of all that have no other half."""
        return self.lonely | {place for _, place in self._open}


def _lonely(plain: str) -> set[int]:
    """Where brackets and quotes stand that have no other half."""
    waiting = Waiting()
    for found in MARKS.finditer(plain):
        mark, place = SAME.get(found[0], found[0]), found.start()
        if mark in PAIRS:
            _open(waiting, plain, mark, place)
        elif waiting.holds(CLOSING[mark]):
            waiting.close(CLOSING[mark])
        elif not ITEM.search(plain[max(0, place - 6) : place]):
            waiting.lonely.add(place)
    return waiting.all_lonely()


def _open(waiting: Waiting, plain: str, mark: str, place: int) -> None:
    """A quote within the same quote: it goes on at a new paragraph, or the first lacks its end."""
    if mark in QUOTES and waiting.holds(mark):
        if AGAIN.search(plain[max(0, place - 6) : place]):
            return
        waiting.lonely.add(waiting.close(mark))
    waiting.add(mark, place)


RULES = (
    Rule(
        "TXT-04",
        Severity.WARNING,
        "标点重复",
        "只留一个标点。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_doubled,
        bad=(
            Sample("两个逗号", "深入贯彻，，认真落实。"),
            Sample("逗号加句号", "认真落实，。"),
            Sample("两个句号", "认真落实。。"),
        ),
        good=(CLEAN, Sample("省略号", "认真落实……"), Sample("六个句号", "此处略。。。。。。")),
    ),
    Rule(
        "TXT-05",
        Severity.INFORMATION,
        "中文里夹有半角标点",
        "改用全角标点。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_half,
        bad=(Sample("半角逗号", "深入贯彻会议精神,认真做好公开工作。"),),
        good=(CLEAN, Sample("数字", "共1,200件，比例为3:1。"), Sample("英文", "OK, 好的。")),
    ),
    Rule(
        "TXT-06",
        Severity.WARNING,
        "括号、引号、书名号没有成对",
        "补上缺少的一半。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_unpaired,
        bad=(
            Sample("缺右括号", "示例市数据局（以下简称市局负责。"),
            Sample("缺右书名号", "根据《政府信息公开条例第六条。"),
            Sample("缺左引号", "做好放管服”改革。"),
            Sample("引号方向相同", "做好“放管服“改革。"),
        ),
        good=(
            CLEAN,
            Sample("全角半角成对", "示例市数据局（以下简称市局)负责。"),
            Sample("序号", "1）范围。\n2）步骤。\na) 时限"),
            Sample("套用", "《关于转发〈通知〉的通知》和“\u2018放管服\u2019改革”。"),
            Sample("多段引文", "修改为：\n“第一款的内容。\n“第二款的内容。”"),
            Sample("跨行", "（经2025年会议通过\n自公布之日起施行）"),
        ),
    ),
)
