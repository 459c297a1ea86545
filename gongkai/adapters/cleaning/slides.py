"""What goes out of presentations: comments, the history of changes."""

import re

from gongkai.adapters.cleaning.office import ALWAYS, REST_ALWAYS, Step
from gongkai.adapters.cleaning.package import OfficeParts

COMMENTS = re.compile(r"ppt/(?:comments/.+|commentauthors.*|authors.*)", re.IGNORECASE)
HISTORY = re.compile(r"ppt/(?:revisioninfo.*|changesinfos/.+)", re.IGNORECASE)


def drop_comments(parts: OfficeParts) -> bool:
    """Comments and who wrote them."""
    return parts.drop(parts.named(lambda name: COMMENTS.fullmatch(name) is not None))


def drop_history(parts: OfficeParts) -> bool:
    """Who changed which slide."""
    return parts.drop(parts.named(lambda name: HISTORY.fullmatch(name) is not None))


STEPS = (*ALWAYS, Step("批注", drop_comments), Step("修订记录", drop_history))
REST = REST_ALWAYS
