"""Unified social credit codes (统一社会信用代码, GB 32100): the last character is a check."""

from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
LENGTH: Final = 18


def check_character(body: str) -> str:
    """The character that belongs behind the first seventeen."""
    total = sum(weight * ALPHABET.index(char) for weight, char in zip(WEIGHTS, body, strict=True))
    return ALPHABET[-total % len(ALPHABET)]


def is_credit_code(code: str) -> bool:
    """Whether the code has the right form and the right check character."""
    if len(code) != LENGTH or any(char not in ALPHABET for char in code):
        return False
    return code[2:8].isdigit() and code[-1] == check_character(code[:-1])
