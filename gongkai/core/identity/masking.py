"""What lists show of a person: enough to know somebody again, too little to reach him.

Names keep the family name, addresses of mail their host; numbers in a text become all stars.
"""

import re
from collections.abc import Iterable
from typing import Final

PAIR: Final = 2
"""Characters of a compound name."""
STAR: Final = "\uff0a"
DOT: Final = "*"
COMPOUND: Final = re.compile(
    r"(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|司空|端木|百里"
    r"|呼延|南宫|西门|轩辕|独孤|拓跋|第五|申屠|太史|澹台|公冶|宗政|濮阳|淳于|单于|闻人|东郭|钟离)."
)
MOST_STARS: Final = 2
"""Stars of a name; how long a long one is, is not shown."""
AT: Final = "@"
MAIL: Final = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[A-Za-z0-9]")
LONG_NUMBER: Final = re.compile(r"(?<![0-9A-Za-z])\+?[0-9](?:[ -]?[0-9]){6,}[Xx]?(?![0-9A-Za-z])")
LEAST_NAME: Final = 2
"""A shorter name is a word of many texts."""
NAME_STARS: Final = STAR * 3


def masked(text: str, names: Iterable[str] = ()) -> str:
    """A text without these names, addresses of mail, and numbers of seven figures or more."""
    for name in sorted({name.strip() for name in names}, key=len, reverse=True):
        if len(name) >= LEAST_NAME:
            text = text.replace(name, NAME_STARS)
    text = MAIL.sub(lambda found: mask_email(found[0]), text)
    return LONG_NUMBER.sub(lambda found: DOT * len(found[0]), text)


def mask_name(name: str) -> str:
    """张＊, 王＊＊, 欧阳＊: the family name, and at most two stars."""
    name = name.strip()
    kept = PAIR if COMPOUND.match(name) else 1
    return name[:kept] + STAR * min(max(len(name) - kept, 1), MOST_STARS) if name else ""


def mask_email(address: str) -> str:
    """z***@example.com: how long the name is, is not shown."""
    name, sign, host = address.strip().rpartition(AT)
    return f"{name[:1]}{DOT * 3}{sign}{host}" if sign else DOT * len(host)
