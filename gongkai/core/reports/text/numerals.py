"""Numerals in prose: Arabic, full-width and Chinese, with 万 and 亿, exact or approximate."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

FULL_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
TEN_THOUSAND = "万"
MYRIADS = {"万": 10_000, "亿": 100_000_000}

VAGUE_BEFORE = ("近", "约", "超", "逾", "超过", "突破", "不少于", "不低于")
LONGEST_VAGUE = 3
ARABIC = r"\d{1,3}(?:[,，]\d{3}){1,5}(?!\d)(?:\.\d{1,8})?|\d{1,15}(?:\.\d{1,8})?"
CHINESE = "[一二两三四五六七八九十百][〇零○一二两三四五六七八九十百千]{0,12}"
SCALE = "(?P<more>[余多几])?(?P<scale>[百千]?[万亿]|[百千])?(?P<still>[余多几])?"
NUMBER = rf"(?:(?P<arabic>{ARABIC})|(?P<chinese>{CHINESE})){SCALE}"
GROUPS = ("arabic", "chinese", "more", "scale", "still")
VAGUE_BEHIND = ("以上", "左右", "上下")
VALUE = re.compile(NUMBER + f"(?:{'|'.join(VAGUE_BEHIND)})?")


class Amount(NamedTuple):
    """A number in a text: its value, whether it is only about right, and where it stands."""

    value: int | Decimal
    approximate: bool
    start: int
    end: int


def chinese_value(text: str) -> int | None:
    """Read a Chinese numeral (三百二十 is 320, 二〇二四 is 2024); None if it is none."""
    if not text:
        return None
    if DIGITS.keys() >= set(text):
        return int("".join(str(DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in TENS:
            section, digit = section + (digit or 1) * TENS[char], 0
        elif char == TEN_THOUSAND:
            total, section, digit = total + (section + digit) * MYRIADS[char], 0, 0
        elif char in MYRIADS:
            total, section, digit = (total + section + digit) * MYRIADS[char], 0, 0
        else:
            return None
    return total + section + digit


def arabic_value(text: str) -> int | Decimal | None:
    """Read an Arabic numeral, with or without thousands separators; None if it is none."""
    if text.isascii() and text.isdigit():
        return int(text)
    plain = text.replace(",", "").replace("，", "").strip()
    if plain.isascii() and plain.isdigit():
        return int(plain)
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def scaled(value: int | Decimal, scale: str) -> int | Decimal:
    """Multiply by 百, 千, 万 or 亿; whole numbers come out as int."""
    product = Decimal(value)
    for char in scale:
        product *= TENS.get(char) or MYRIADS[char]
    return int(product) if product == product.to_integral_value() else product


def amount_of(found: re.Match[str], text: str) -> Amount:
    """The amount that a match of NUMBER stands for."""
    arabic, chinese, more, scale, still = found.group(*GROUPS)
    start = found.start("arabic" if arabic else "chinese")
    vague = bool(more or still) or vague_before(text, start)
    return Amount(written_value(arabic, chinese, scale), vague, start, found.end())


def written_value(arabic: str | None, chinese: str | None, scale: str | None) -> int | Decimal:
    """What a number comes to whose digits, in either kind of numeral, and scale are given."""
    plain = arabic_value(arabic) if arabic else chinese_value(chinese or "")
    value = plain if plain is not None else 0
    return scaled(value, scale) if scale else value


def vague_before(text: str, start: int) -> bool:
    """Whether the words before a number say that it is only about right."""
    return text.endswith(VAGUE_BEFORE, max(0, start - LONGEST_VAGUE), start)


def amounts(text: str) -> Iterator[Amount]:
    """All numbers in a text, in order. Full-width digits are read like the others."""
    plain = text.translate(FULL_WIDTH)
    for found in VALUE.finditer(plain):
        amount = amount_of(found, plain)
        vague = amount.approximate or found.group().endswith(VAGUE_BEHIND)
        yield Amount(amount.value, vague, amount.start, amount.end)


def value_of(text: str) -> Amount | None:
    """Read a text that is one number and nothing else (近300, 4.3万, 三百余); None if it is not."""
    bare = "".join(text.split())
    stripped = bare.lstrip("近约超逾")
    only = next(amounts(stripped), None)
    if only is None or only.start != 0 or only.end != len(stripped):
        return None
    return Amount(only.value, only.approximate or stripped != bare, 0, len(text))
