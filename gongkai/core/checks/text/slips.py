"""TXT-07 to TXT-09: words written twice, and characters that came through broken."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import OGI

DOUBLED: Final = re.compile("的的|了了|是是|和和|在在|与与|及及|并并")
RIGHT: Final = {
    "的的": ("[目有标中]$", "士|确|卢|黎|里雅"),
    "了了": ("[为除明]$", "[解结然望无却]|不起"),
    "是是": ("[不还就于但]$", "[否非]"),
    "和和": ("[共饱温中]$", "[谐平解睦田县龙林气硕静顺美政黄善布兴区城乐舟村]"),
    "在在": (
        "[存现潜所内实旨正]$",
        "[线建校编岗职押册途馆库用逃读营乎野场产研京位地外学院站此保轨]",
    ),
    "与与": ("[参赋给授]$", "会"),
    "及及": ("[涉以普]$", "[时其格早]"),
    "并并": ("[合归吞]$", "[购网入联行列轨处不案]"),
}
"""The words before or behind with which two equal characters belong to two words."""
LONG: Final = (4, 5, 6, 7, 8)
WIDTH, BITS = 4, 32
OTHER: Final = re.compile(rb"[^\0]")
CHINESE: Final = re.compile(r"[\u4e00-\u9fff]+")
REGULAR: Final = re.compile(
    r"^(.{1,3})\1+$|某|一[个项件条户批步次家点]|[一二三四五六七八九十〇零百千万亿]{2,}|^(?:一|每|逐|各)"
)
ODD: Final = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]+")
DECODED_WRONGLY: Final = re.compile("锟斤拷|烫烫烫|ï¿½|â€")


def _twice(text: Text) -> Iterator[Outcome]:
    for found in DOUBLED.finditer(text.plain):
        before, after = RIGHT[found[0]]
        if not re.search(before, text.before(found.start(), 2)) and not re.match(
            after, text.after(found.end(), 3)
        ):
            yield _shown(text, *found.span(), found[0][0])


def _phrases(text: Text) -> Iterator[Outcome]:
    seen = 0
    for start, length in sorted(_repetitions(text.plain)):
        phrase = text.plain[start : start + length]
        if start >= seen and CHINESE.fullmatch(phrase) and not REGULAR.search(phrase):
            seen = start + 2 * length
            yield _shown(text, start, seen, phrase)


def _repetitions(plain: str) -> Iterator[tuple[int, int]]:
    """Where so many characters are followed by the same ones, and how many they are.

    The text as one large number, laid over itself moved by that many characters: what is equal
    comes out as noughts, which are found at once however long the text is.
    """
    whole = int.from_bytes(plain.encode("utf-32-le", "replace"), "little")
    for length in LONG:
        laid = (whole ^ (whole >> (BITS * length))).to_bytes(WIDTH * len(plain), "little")
        equal, place = bytes(WIDTH * length), 0
        while (place := laid.find(equal, place)) >= 0:
            first = -(-place // WIDTH)
            end = OTHER.search(laid, place)
            last = (end.start() if end else len(laid)) // WIDTH
            if first + length <= min(last, len(plain) - length):
                yield first, length
            place = WIDTH * (last + 1)


def _shown(text: Text, start: int, end: int, once: str) -> Outcome:
    return Outcome(f"“{once}”写了两遍。", text, start, end, suggestion=once)


def _broken(text: Text) -> Iterator[Outcome]:
    found_at = [*ODD.finditer(text.plain), *DECODED_WRONGLY.finditer(text.plain)]
    for found in found_at:
        yield Outcome("有乱码或者无法显示的字符。", text, *found.span())


RULES = (
    Rule(
        "TXT-07",
        Severity.WARNING,
        "字词重复",
        "删去多余的一遍。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_twice,
        bad=(
            Sample("的的", "认真做好公共数据的的检查。"),
            Sample("了了", "召开了了会议。"),
        ),
        good=(
            CLEAN,
            Sample("目的的", "以检查为目的的活动；为了了解情况；是是否。"),
            Sample("叠词", "的的确确、研究研究、一个一个。"),
            Sample("和和谐", "团结和和谐；在在建项目中。"),
        ),
    ),
    Rule(
        "TXT-08",
        Severity.INFORMATION,
        "可能写了两遍",
        "核对是否多写了一遍。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_phrases,
        bad=(
            Sample("词语", "认真做好数据质量数据质量检查。"),
            Sample("较长的词语", "依据示例市公共数据示例市公共数据管理办法。"),
        ),
        good=(
            CLEAN,
            Sample("逐个", "一个问题一个问题整改，研究研究再研究研究。"),
            Sample("数字", "1000010000元"),
        ),
    ),
    Rule(
        "TXT-09",
        Severity.WARNING,
        "有乱码",
        "对照原文补上正确的字。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_broken,
        bad=(
            Sample("替换字符", "公共数\ufffd据"),
            Sample("私用区", "公共数\ue123据"),
            Sample("典型乱码", "公共锟斤拷数据"),
        ),
        good=(CLEAN,),
    ),
)
