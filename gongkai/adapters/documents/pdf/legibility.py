"""Whether the text layer of a page says anything: fonts without a mapping give rubbish."""

import re

from gongkai.adapters.documents.ideographs import RUBBISH, SAMPLE, ideographs_in, is_rubbish

FEWEST = 20
ENOUGH = 200
BAD_SHARE = 0.3
TELLING = "的年公开信息政府"  # some of the common ideographs, quickly counted
MEANINGLESS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")


def is_garbled(text: str) -> bool:
    """Whether too many characters of a page have no meaning, or none reads as Chinese."""
    visible = len("".join(text.split()))
    if visible < FEWEST:
        return False
    if len(MEANINGLESS.findall(text)) > BAD_SHARE * visible:
        return True
    if sum(map(text[:SAMPLE].count, TELLING)) >= RUBBISH * visible:
        return False
    ideographs = ideographs_in(text)
    if ideographs < ENOUGH:
        return visible >= ENOUGH and not ideographs
    return is_rubbish(text)
