"""Lifecycles of publishing: one for what the public sees, one for the work on it.

An item (信息) is public or not; an edition (一次办理) is one piece of work on it, from draft to
release. While a correction is on its way, the released revision stays what the public sees.
"""

from typing import Final

from gongkai.core.identity import Role
from gongkai.core.law.statutes import OGI, SECRETS_RULES
from gongkai.core.lifecycle import Lifecycle, State, Step

FIRST_REVIEW: Final = SECRETS_RULES.at(42)

ITEM: Final = Lifecycle(
    name="item",
    start="unpublished",
    states=(
        State("unpublished", "未发布"),
        State("released", "已发布"),
        State("withdrawn", "已撤回"),
        State("replaced", "已被替代"),
        State("filed", "不对外发布"),
        State("discarded", "已作废"),
    ),
    steps=(
        Step("unpublished", "release", "released", Role.DISCLOSURE_OFFICE, "发布", OGI.at(17)),
        Step("unpublished", "file_away", "filed", Role.DISCLOSURE_OFFICE, "存档", OGI.at(16)),
        Step("unpublished", "discard", "discarded", Role.DRAFTER, "作废"),
        Step("released", "release", "released", Role.DISCLOSURE_OFFICE, "发布更正", OGI.at(17)),
        Step("released", "withdraw", "withdrawn", Role.DISCLOSURE_OFFICE, "撤回"),
        Step("released", "replace", "replaced", Role.DISCLOSURE_OFFICE, "替代"),
        Step("released", "file_away", "filed", Role.DISCLOSURE_OFFICE, "转为不公开", OGI.at(16)),
        Step("withdrawn", "release", "released", Role.DISCLOSURE_OFFICE, "重新发布", OGI.at(17)),
        Step("withdrawn", "file_away", "filed", Role.DISCLOSURE_OFFICE, "转为不公开", OGI.at(16)),
        Step("filed", "release", "released", Role.DISCLOSURE_OFFICE, "转为主动公开", OGI.at(18)),
        Step("filed", "file_away", "filed", Role.DISCLOSURE_OFFICE, "重新存档", OGI.at(16)),
    ),
)

EDITION: Final = Lifecycle(
    name="edition",
    start="draft",
    states=(
        State("draft", "草稿"),
        State("in_review", "审核中"),
        State("returned", "已退回"),
        State("approved", "待发布"),
        State("scheduled", "定时发布"),
        State("released", "已发布"),
        State("released_urgently", "已发布，待补审"),
        State("objected", "补审未通过"),
        State("filed", "已存档，不对外发布"),
        State("discarded", "已作废"),
    ),
    steps=(
        Step("draft", "submit", "in_review", Role.DRAFTER, "送审", FIRST_REVIEW),
        Step("draft", "discard", "discarded", Role.DRAFTER, "作废"),
        Step("in_review", "pass_on", "in_review", Role.REVIEWER, "同意，送下一级", FIRST_REVIEW),
        Step("in_review", "sign", "approved", Role.REVIEWER, "签发", FIRST_REVIEW),
        Step("in_review", "send_back", "returned", Role.REVIEWER, "退回"),
        Step("in_review", "take_back", "draft", Role.DRAFTER, "撤回送审"),
        Step("returned", "submit", "in_review", Role.DRAFTER, "重新送审", FIRST_REVIEW),
        Step("returned", "discard", "discarded", Role.DRAFTER, "作废"),
        Step("approved", "release", "released", Role.DISCLOSURE_OFFICE, "发布", OGI.at(17)),
        Step(
            "approved",
            "release_urgently",
            "released_urgently",
            Role.DISCLOSURE_OFFICE,
            "紧急发布",
            OGI.at(17),
        ),
        Step("approved", "schedule", "scheduled", Role.DISCLOSURE_OFFICE, "定时发布"),
        Step(
            "approved", "file_away", "filed", Role.DISCLOSURE_OFFICE, "存档，不对外发布", OGI.at(16)
        ),
        Step("approved", "reopen", "returned", Role.DISCLOSURE_OFFICE, "退回修改"),
        Step("scheduled", "release", "released", Role.DISCLOSURE_OFFICE, "到时发布", OGI.at(17)),
        Step(
            "scheduled",
            "release_urgently",
            "released_urgently",
            Role.DISCLOSURE_OFFICE,
            "到时紧急发布",
            OGI.at(17),
        ),
        Step("scheduled", "unschedule", "approved", Role.DISCLOSURE_OFFICE, "取消定时"),
        Step("released_urgently", "confirm", "released_urgently", Role.REVIEWER, "补审同意"),
        Step("released_urgently", "confirm_last", "released", Role.REVIEWER, "补审完成"),
        Step("released_urgently", "object", "objected", Role.REVIEWER, "补审不同意"),
        Step("objected", "settle", "released", Role.DISCLOSURE_OFFICE, "已处理补审意见"),
    ),
)

OPEN: Final = frozenset({"draft", "in_review", "returned", "approved", "scheduled"})
"""The states in which work goes on before the public sees its result."""
EDITABLE: Final = frozenset({"draft", "returned"})
"""The states in which the text may be changed."""
