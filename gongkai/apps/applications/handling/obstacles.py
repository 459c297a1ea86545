"""What hinders the other steps between receipt and reply."""

from gongkai.apps.applications.cases.obstacles import obstacle
from gongkai.core.finding import Finding
from gongkai.core.law.statutes import OGI


def extended_before() -> Finding:
    """A term is extended once."""
    return obstacle(
        "EXTENSION-ONCE",
        "已经申请过延长",
        "这件申请已经延长，或者延长正在等待批准。",
        "一个答复期限只能延长一次；期限重新计算以后，确需延长的，可以对新的期限另行延长。",
        cite=OGI.at(33, 2),
    )


def decided_before() -> Finding:
    """A proposal is decided once."""
    return obstacle("CASE-DECIDED", "已经决定", "这一项已经有人决定。", "请刷新页面看结果。")


def no_such_organ() -> Finding:
    """It can be sent to another living organ only."""
    return obstacle(
        "TRANSFER-ORGAN",
        "不能转送给这个机关",
        "没有这个机关，或者它就是本机关。",
        "请从列表中选择另一个机关。",
        "organ",
    )


def no_unit() -> Finding:
    """No such unit in the organ."""
    return obstacle(
        "ASSIGN-UNIT", "没有这个科室", "本机关没有这个科室。", "请从列表中选择。", "unit"
    )


def nobody_chosen() -> Finding:
    """A case goes to a unit or to a person."""
    return obstacle(
        "ASSIGN-NOBODY", "没有选择承办人", "没有选择科室或者人员。", "请至少选择一项。", "unit"
    )


def elsewhere() -> Finding:
    """A colleague serves in the same organ."""
    return obstacle(
        "ASSIGN-ELSEWHERE",
        "不是本机关的人员",
        "选择的人员不在本机关任职。",
        "请选择本机关的人员。",
        "person",
    )


def answered_before() -> Finding:
    """A part of the work is handed in once."""
    return obstacle("ASSIGN-ANSWERED", "已经办结", "这一项交办已经办结。", "请刷新页面看结果。")


def not_public_yet() -> Finding:
    """Only what was given out can become public by itself (Art. 44)."""
    return obstacle(
        "CONVERT-DECISION",
        "不能转为主动公开",
        "只有已经予以公开或者部分公开的申请，才能把信息转为主动公开。",
        "请先答复申请人。",
        cite=OGI.at(44),
    )


def converted_before() -> Finding:
    """It has been proposed once."""
    return obstacle(
        "CONVERT-ONCE",
        "已经转为主动公开",
        "这件申请的信息已经交信息发布办理。",
        "请在信息发布中查看。",
        cite=OGI.at(44),
    )


def not_a_record() -> Finding:
    """Only an application to put a record right is judged as such."""
    return obstacle(
        "RECORD-KIND",
        "不是更正申请",
        "这件申请不是要求更正自身信息记录。",
        "请按公开政府信息办理。",
        cite=OGI.at(41),
    )


def term_odd(most: int) -> Finding:
    """A term set by a decision is a number of working days."""
    return obstacle(
        "REOPEN-TERM",
        "期限不对",
        f"期限应当在 0 到 {most} 个工作日之间。",
        "决定没有写明期限的，请填 0，按法定期限计算。",
        "workdays",
    )
