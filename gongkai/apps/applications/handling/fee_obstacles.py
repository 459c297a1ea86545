"""What hinders charging a fee."""

from datetime import date

from gongkai.apps.applications.cases.obstacles import obstacle
from gongkai.core.finding import Finding
from gongkai.core.law.statutes import FEES


def fee_open() -> Finding:
    """One fee at a time, by one method (R3-02)."""
    return obstacle(
        "FEE-OPEN",
        "已经有一次收费",
        "这件申请已经建议或者通知收费，按件和按量只能选一种。",
        "请先处理已有的一次。",
        cite=FEES.part("第三条"),
    )


def fee_nothing() -> Finding:
    """The steps come to nothing."""
    return obstacle(
        "FEE-NOTHING",
        "没有超过免费的数量",
        "按这种方式计算不需要收费。",
        "请核对件数或者页数；不收费的，直接答复。",
        "quantity",
    )


def fee_too_early() -> Finding:
    """The Measures were not in force yet."""
    text = f"{FEES.in_force_from} 以前收到的申请不收取信息处理费。"
    return obstacle("FEE-EARLY", "不能收费", text, "请直接答复。")


def fee_too_late(due: date) -> Finding:
    """The applicant is told of a fee while the reply is not overdue (R3-07)."""
    return obstacle(
        "FEE-LATE",
        "答复期限已过",
        f"答复期限已于 {due} 届满，不能再通知收费。",
        "请尽快答复申请人，不收费。",
        cite=FEES.part("处理期限"),
    )


def fee_method() -> Finding:
    """By items or by pages."""
    return obstacle(
        "FEE-METHOD", "没有选择方式", "没有选择按件或者按量计收。", "请选择一种。", "method"
    )


def fee_settled() -> Finding:
    """The fee is not waiting for this."""
    return obstacle(
        "FEE-SETTLED",
        "现在不能这样办",
        "这次收费已经有了结果，或者还没有通知。",
        "请刷新页面，看现在的情况。",
    )
