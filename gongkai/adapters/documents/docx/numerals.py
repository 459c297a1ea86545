"""Numbers as Word's lists write them."""

DIGITS = "〇一二三四五六七八九"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
HIGHEST_CHINESE, HIGHEST_CIRCLED, HIGHEST_ROMAN = 99, 20, 3999
CHINESE = frozenset(
    {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"}
)
CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})


def numeral(number: int, form: str) -> str:
    """Write a number in one of Word's forms; forms of other languages become digits."""
    if form in CHINESE and 0 < number <= HIGHEST_CHINESE:
        return _chinese(number)
    if form in CIRCLED and 0 < number <= HIGHEST_CIRCLED:
        return chr(0x2460 + number - 1)
    if form in {"ideographTraditional", "ideographZodiac"}:
        signs = STEMS if form == "ideographTraditional" else BRANCHES
        return signs[(number - 1) % len(signs)]
    return _western(number, form)


def _western(number: int, form: str) -> str:
    """Letters, Roman figures, padded and plain digits."""
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < number <= HIGHEST_ROMAN:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    if form == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    text = "" if not tens else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return text + (DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    text = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text
