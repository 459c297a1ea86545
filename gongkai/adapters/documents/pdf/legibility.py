"""Whether the text layer of a page says anything: fonts without a mapping give rubbish."""

import re

from gongkai.adapters.documents.ideographs import ideographs_in, is_rubbish

FEWEST = 20
ENOUGH = 200
BAD_SHARE = 0.3
VISIBLE = re.compile(r"\S")
MEANINGLESS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")


def is_garbled(text: str) -> bool:
    """Whether too many characters of a page have no meaning, or none reads as Chinese."""
    visible = len(VISIBLE.findall(text))
    if visible < FEWEST:
        return False
    if len(MEANINGLESS.findall(text)) > BAD_SHARE * visible:
        return True
    ideographs = ideographs_in(text)
    if ideographs < ENOUGH:
        return visible >= ENOUGH and not ideographs
    return is_rubbish(text)
