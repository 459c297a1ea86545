"""What a figure is called: its rule's key, settled by channel, scope and year."""

import re

from gongkai.core.reports.narrative.channels import channel_key
from gongkai.core.reports.narrative.figure_rules import FigureRule
from gongkai.core.reports.narrative.keys import Spot, rule_for
from gongkai.core.reports.narrative.scopes import scope_suffix
from gongkai.core.reports.narrative.walk import Walk

SHARE = re.compile("(?:占(?:比|总数的?|全部的?)?(?:达|为|约)?|（占?比?)$")
CHANGE = re.compile(
    "(?:增加|增长|减少|下降|上升|提高|新增了|[多少长]|同比[^，。；]{0,6}"
    "|[较比与同](?:去年|上一?年|20\\d\\d年)(?:度|同期)?的?)(?:了|约|近)?$"
)
CARRIED = frozenset({"carried_in", "carried_out"})
CARRIED_YEAR = re.compile(r"结转(?:至|到)?(20\d\d)年")
OUTLOOK, BACK = 5, 300
LONGEST_CHANGE = 12
NO_PARTS = frozenset({"normative_docs", "regulations", "new_regulations"})


def key_of(walk: Walk, spot: Spot, unit: str) -> str:
    """What a number counts; empty where that is not known, or not said of this report's year."""
    plain = walk.flow.plain
    if walk.stretch.section == OUTLOOK:
        return ""
    if unit == "%" and walk.last_key and SHARE.search(plain, max(0, spot.start - 6), spot.start):
        return "" if _of_change(plain, spot) else f"{walk.last_key}_share"
    rule = rule_for(plain, spot, unit)
    if rule is None or (rule.own and (walk.foreign or walk.stock)) or _of_change(plain, spot):
        return ""
    return _settled(walk, spot, rule)


def _of_change(plain: str, spot: Spot) -> bool:
    """Whether a number says by how much something grew or fell."""
    near = max(spot.segment, spot.start - LONGEST_CHANGE)
    return CHANGE.search(plain, near, spot.start) is not None


def _settled(walk: Walk, spot: Spot, rule: FigureRule) -> str:
    """The key in full: the channel of items, the scope of what is compared with tables."""
    plain = walk.flow.plain
    words = plain[max(walk.sentence, spot.start - BACK) : spot.start]
    if rule.key == "@items":
        return channel_key(words, plain[spot.segment : spot.start])
    if walk.among and rule.key in NO_PARTS:
        return ""
    key = _carried(walk, spot) or rule.key if rule.key in CARRIED else rule.key
    return key + scope_suffix(words, walk.organ, key)


def _carried(walk: Walk, spot: Spot) -> str:
    """Carried in or out, where the sentence tells by the year alone (结转2022年)."""
    year = CARRIED_YEAR.search(walk.flow.plain, spot.clause, spot.start)
    if year is None or walk.year is None:
        return ""
    return "carried_out" if int(year[1]) > walk.year else "carried_in"
