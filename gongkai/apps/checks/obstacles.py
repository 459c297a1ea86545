"""What stands in the way of letting a finding pass, as findings; `paths` names the field."""

from gongkai.core.finding import Finding, Severity


def _obstacle(code: str, field: str, title: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=(field,))


def not_found() -> Finding:
    """The text was mended meanwhile, or was not examined."""
    return _obstacle(
        "WAIVER-GONE",
        "fingerprint",
        "没有这个问题",
        "最近一次检查里没有这个问题，可能已经改正，或者内容又有变化。",
        "请重新检查后再看。",
    )


def never(title: str) -> Finding:
    """Nobody may let it pass."""
    return _obstacle(
        "WAIVER-NEVER",
        "fingerprint",
        "不能豁免",
        f"“{title}”不能豁免，只能改正。",
        "请按问题旁边的办法改正。",
    )


def reviewer_needed(title: str) -> Finding:
    """Only a reviewer may let it pass."""
    return _obstacle(
        "WAIVER-REVIEWER",
        "fingerprint",
        "应当由审核人豁免",
        f"“{title}”由保密审查员、公开办、科室负责人或者领导豁免。",
        "请改正，或者请审核人处理。",
    )


def own_text(title: str) -> Finding:
    """Nobody lets pass what he wrote himself."""
    return _obstacle(
        "WAIVER-OWN",
        "fingerprint",
        "不能豁免自己起草的内容",
        f"“{title}”应当由没有参加起草的审核人豁免。",
        "请改正，或者请另一位审核人处理。",
    )


def no_reason() -> Finding:
    """A waiver says why."""
    return _obstacle(
        "WAIVER-REASON",
        "reason",
        "没有写理由",
        "豁免需要写明理由。",
        "请用一句话写明理由，例如依据哪一条规定必须公开。",
    )


def long_reason(most: int) -> Finding:
    """The reason does not fit."""
    return _obstacle(
        "WAIVER-REASON-LONG",
        "reason",
        "理由太长",
        f"理由不能超过 {most} 个字。",
        "请写得简短一些。",
    )


def already_lifted() -> Finding:
    """It does not hold any more."""
    return _obstacle(
        "WAIVER-LIFTED", "waiver", "豁免已经取消", "这项豁免已经取消。", "不需要重复取消。"
    )


def others_waiver() -> Finding:
    """Whoever is no reviewer lifts only what he let pass himself."""
    return _obstacle(
        "WAIVER-OTHERS",
        "waiver",
        "不是本人的豁免",
        "只有本人和审核人可以取消豁免。",
        "请联系豁免的人或者审核人。",
    )
