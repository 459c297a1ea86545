"""Amounts of money in capital numerals (大写金额), as payment papers write them."""

from typing import Final

DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
PLACES: Final = ("", "拾", "佰", "仟")
GROUPS: Final = ("", "万", "亿")
ZERO, WHOLE = DIGITS[0], "元整"
GROUP: Final = 10_000
LARGEST: Final = GROUP ** len(GROUPS) - 1


def amount_in_words(amount: int) -> str:
    """Whole yuan in capitals: 1200 is 壹仟贰佰元整. ValueError below zero or above the largest."""
    if not 0 <= amount <= LARGEST:
        message = f"an amount is between 0 and {LARGEST}, not {amount}"
        raise ValueError(message)
    text = ""
    for place in reversed(range(len(GROUPS))):
        group = amount // GROUP**place % GROUP
        if group and text and group < GROUP // 10:
            text += ZERO
        text += _group(group) + GROUPS[place] if group else ""
    return (text or ZERO) + WHOLE


def _group(number: int) -> str:
    """One to four digits; zeros between others are read once, those at the end not at all."""
    text, gap = "", False
    for place in reversed(range(len(PLACES))):
        digit = number // 10**place % 10
        if digit:
            text += (ZERO if gap and text else "") + DIGITS[digit] + PLACES[place]
        gap = not digit
    return text
