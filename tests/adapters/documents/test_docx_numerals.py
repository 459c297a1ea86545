"""Numbers of Word's lists in all the forms that reports use."""

import pytest

from gongkai.adapters.documents.docx.numerals import numeral

CASES = [
    (1, "chineseCounting", "一"),
    (10, "chineseCountingThousand", "十"),
    (12, "japaneseCounting", "十二"),
    (20, "chineseCounting", "二十"),
    (35, "taiwaneseCountingThousand", "三十五"),
    (120, "chineseCounting", "120"),
    (3, "decimalEnclosedCircleChinese", "③"),
    (21, "decimalEnclosedCircle", "21"),
    (2, "ideographTraditional", "乙"),
    (12, "ideographZodiac", "亥"),
    (4, "upperRoman", "IV"),
    (9, "lowerRoman", "ix"),
    (27, "lowerLetter", "aa"),
    (2, "upperLetter", "B"),
    (12, "decimalFullWidth", "\uff11\uff12"),
    (7, "decimalZero", "07"),
    (7, "decimal", "7"),
    (7, "somethingElse", "7"),
]


@pytest.mark.parametrize(("number", "form", "written"), CASES)
def test_numerals(number: int, form: str, written: str) -> None:
    assert numeral(number, form) == written
