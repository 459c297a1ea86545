"""Blind indexes: find the same value again without opening any.

A blind index is a keyed digest. Who has the database but not the key can neither read values from
it nor try which value it stands for. Its key is another one than those that seal, and stays when
they change, so `reseal` never has to touch an index.
"""

import hmac
import unicodedata
from hashlib import sha256

from gongkai.apps.sealing.keys import index_secret


def blind_index(value: str, purpose: str) -> str:
    """64 hexadecimal digits for a value, empty for an empty one.

    Width, case and blanks make no difference. The same value has another index for each purpose,
    so columns cannot be held against one another.
    """
    normal = "".join(unicodedata.normalize("NFKC", value).casefold().split())
    if not normal:
        return ""
    return hmac.new(index_secret(), f"{purpose}\0{normal}".encode(), sha256).hexdigest()
