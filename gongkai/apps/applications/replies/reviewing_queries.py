"""Looking up reviews of replies: how far a reply has come on its way, and what was said."""

from dataclasses import dataclass
from typing import Final

from gongkai.apps.applications.models import Reply, ReplyReview
from gongkai.apps.applications.replies.chains import chain_of, unpacked
from gongkai.apps.applications.replies.deciding_queries import PASS
from gongkai.apps.applications.replies.reviewing import levels_left, passed_by
from gongkai.core.review.chain import Level

VERDICTS: Final = {
    "pass": "同意",
    "send_back": "退回",
    "recall": "退回已签发的答复",
    "changed": "改变答复种类或者事实，各级重新审核",
    "taken_back": "撤回送审，各级重新审核",
}
"""The words for what was said."""


@dataclass(frozen=True, slots=True)
class ReplyStep:
    """One level on the way. `state` is `passed`, `now`, `sent_back` or `ahead`."""

    number: int
    level: Level
    state: str
    review: ReplyReview | None = None


def way_of(row: Reply) -> list[ReplyStep]:
    """The levels of a reply in order; before it is proposed, those it will go through."""
    chain = unpacked(row.chain) or chain_of(row.application.organ_id)
    passed = passed_by(row)
    left = set(levels_left(row, passed)) if row.chain else set()
    latest = {review.level: review for review in row.reviews.order_by("pk") if review.role}
    return [
        _step(row, number, level, latest.get(number), is_left=number in left)
        for number, level in enumerate(chain)
    ]


def _step(
    row: Reply, number: int, level: Level, review: ReplyReview | None, *, is_left: bool
) -> ReplyStep:
    if row.state == "in_review" and row.level == number:
        return ReplyStep(number, level, "now", review)
    if review is None or (is_left and review.verdict == PASS):
        return ReplyStep(number, level, "ahead", review)
    state = "passed" if review.verdict == PASS else review.verdict
    return ReplyStep(number, level, "sent_back" if state != "passed" else state, review)
