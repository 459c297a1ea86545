"""What of a change may be written down: plain values, and no secrets.

The value of a key that names a secret (a password, a token, a key, a code sent to somebody) is
replaced by a note that it was there. Nothing else is hidden: who records personal data masks it.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

Value = str | int | bool | date | Decimal | None | Sequence["Value"] | Mapping[str, "Value"]
Values = Mapping[str, Value]

HIDDEN: Final = "（保密，不记录）"
SECRET: Final = re.compile(
    r"passw|pwd|secret|token|credential|cookie|private_?key|(?:^|_)(?:t?otp|pin|salt)(?:_|$)"
    r"|密码|口令|密钥|验证码|令牌",
    re.IGNORECASE,
)
NUL, SHOWN_NUL = "\0", "\u2400"


def plain(values: Values | None) -> dict[str, object] | None:
    """The values as they are kept."""
    return None if values is None else _mapping(values)


def clean(text: str) -> str:
    """Text that every database takes: no NUL, no half characters."""
    return text.replace(NUL, SHOWN_NUL).encode("utf-8", "replace").decode()


def _mapping(values: Values) -> dict[str, object]:
    return {
        clean(key): HIDDEN if SECRET.search(key) and value is not None else _value(value)
        for key, value in values.items()
    }


def _value(value: Value) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, (date, Decimal)):
        return value.isoformat() if isinstance(value, date) else str(value)
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, Sequence):
        return [_value(item) for item in value]
    return value
