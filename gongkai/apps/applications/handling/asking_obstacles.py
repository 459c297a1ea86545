"""What hinders asking for corrections, opinions and reasons, and what comes of it."""

from dataclasses import replace
from datetime import date
from typing import Final

from gongkai.apps.applications.cases.obstacles import obstacle
from gongkai.core.finding import Finding, Severity
from gongkai.core.law.statutes import OGI


def _weighed(code: str, title: str, text: str, *, binds: bool) -> Finding:
    found = obstacle(code, title, text, OTHERWISE, cite=OGI.at(15))
    return found if binds else replace(found, severity=Severity.WARNING)


def in_future(label: str, day: date, field: str) -> Finding:
    """A day that has not come yet."""
    text = f"{label} {day} 还没有到。"
    return obstacle("CASE-FUTURE", "日期在将来", text, "请核对日期。", field)


def before_that(label: str, day: date, other: str, earliest: date, field: str) -> Finding:
    """A day that lies before the one it follows."""
    text = f"{label} {day} 早于{other} {earliest}。"
    return obstacle("CASE-ORDER", "日期先后不对", text, "请核对两个日期。", field)


def corrected_before() -> Finding:
    """Correction is asked for once."""
    return obstacle(
        "CORRECTION-ONCE",
        "已经告知过补正",
        "这件申请已经告知过一次补正，补正应当一次性告知。",
        "仍不明确的，请按“补正后申请内容仍不明确”答复，或者电话与申请人沟通。",
        cite=OGI.at(30),
    )


def correction_late(last: date) -> Finding:
    """The seven working days are over."""
    return obstacle(
        "CORRECTION-LATE",
        "已过补正告知期限",
        f"补正应当在 {last} 以前告知，已经过了。",
        "请按现有内容办理，需要时电话与申请人沟通。",
        cite=OGI.at(30),
    )


def nothing_delivered() -> Finding:
    """There is no day of delivery to put right, or nothing depends on it any more."""
    return obstacle(
        "CASE-NOTHING-DELIVERED",
        "没有可以更正的送达日期",
        "这份文书没有登记过送达日期，或者对方已经答复，期限已经用不着了。",
        "请刷新页面，看现在可以办理什么。",
        "notice",
    )


def opinion_known() -> Finding:
    """An opinion is entered once."""
    return obstacle(
        "OPINION-KNOWN",
        "意见已经登记",
        "这份征求意见书的意见已经登记。",
        "请看已经登记的内容；登记有误的，请在认定说明中写明。",
    )


def opinion_odd() -> Finding:
    """An opinion agrees or refuses."""
    return obstacle(
        "OPINION-KIND", "没有选择意见", "没有选择同意或者不同意。", "请选择一项。", "opinion"
    )


def nothing_refused() -> Finding:
    """There is no refusal to judge."""
    return obstacle(
        "OPINION-NOT-REFUSED",
        "没有不同意的意见",
        "对方没有表示不同意，不需要认定理由。",
        "请核对征求意见的对象。",
    )


def refusal_upheld() -> Finding:
    """The public interest matters only where a refusal is reasonable."""
    return obstacle(
        "OPINION-INTEREST",
        "两项认定矛盾",
        "理由不合理的，不需要再以公共利益为由公开。",
        "请只选一项。",
        "public_interest",
    )


def kind_of_party() -> Finding:
    """Third parties and organs are asked, nobody else."""
    return obstacle(
        "PARTY-KIND", "没有选择对象", "没有选择第三方或者其他机关。", "请选择一项。", "kind"
    )


def asked_before() -> Finding:
    """Reasons are asked for once."""
    return obstacle(
        "REASONS-ONCE",
        "已经要求说明理由",
        "这件申请已经要求过说明理由。",
        "请根据已有的情况认定。",
        cite=OGI.at(35),
    )


def not_judged() -> Finding:
    """Only a reasonable but too large request is deferred."""
    return obstacle(
        "DEFERRAL-REASONS",
        "还不能延迟答复",
        "还没有认定申请理由合理，不能延迟答复。",
        "请先要求说明理由并作出认定。",
        cite=OGI.at(35),
    )


def deferral_too_late(due: date) -> Finding:
    """The applicant is told before the term is over."""
    return obstacle(
        "DEFERRAL-LATE",
        "答复期限已过",
        f"答复期限已于 {due} 届满，不能再延迟。",
        "请尽快答复申请人。",
        cite=OGI.at(35),
    )


def deferral_no_later(due: date) -> Finding:
    """A deferral gives more time than there is."""
    return obstacle(
        "DEFERRAL-DAY",
        "日期不对",
        f"延迟后的日期应当晚于现在的答复期限 {due}。",
        "请填写合理的日期。",
        "until",
    )


def clock_stands() -> Finding:
    """There is no due day now."""
    return obstacle(
        "CASE-STANDING",
        "期限停止计算",
        "答复期限现在停止计算，还没有届满日。",
        "请等期限恢复计算以后再办理。",
    )


def opinion_awaited(party: str) -> Finding:
    """What others were asked about is not given out before they answered, or their term ended."""
    return obstacle(
        "OPINION-AWAITED",
        "征求意见没有结果",
        f"向{party}征求意见还没有结果，不能公开。",
        "请登记收到的意见；期限届满没有意见的，请登记逾期未提出意见。",
        cite=OGI.at(32),
    )


def opinion_unjudged(party: str) -> Finding:
    """A refusal binds as far as its reasons hold, which somebody has to say."""
    return obstacle(
        "OPINION-UNJUDGED",
        "没有认定不同意的理由",
        f"{party}不同意公开，还没有认定理由是否合理。",
        "请认定理由是否合理，不公开是否对公共利益有重大影响。",
        cite=OGI.at(32),
    )


def opinion_bars(party: str) -> Finding:
    """A refusal with good reasons binds the organ."""
    return obstacle(
        "OPINION-BARS",
        "第三方不同意公开",
        f"{party}不同意公开且理由合理，不能予以公开。",
        "请区分处理或者不予公开；不公开会对公共利益造成重大影响的，请先作出认定。",
        cite=OGI.at(32),
    )


def nobody_asked() -> Finding:
    """A third party is asked in writing before anything is kept back for its sake (Art. 32)."""
    return replace(
        obstacle(
            "OPINION-NOT-ASKED",
            "没有征求第三方意见",
            "以保护第三方合法权益为由不予公开，但是没有征求第三方意见的记录。",
            "请先书面征求第三方意见；确实无法征求的，在“征求第三方意见的情况”中写明原因。",
            cite=OGI.at(32),
        ),
        severity=Severity.WARNING,
    )


def opinion_before_refusing(party: str) -> Finding:
    """Whoever was asked may still agree."""
    return obstacle(
        "OPINION-AWAITED",
        "征求意见没有结果",
        f"向{party}征求意见还没有结果，{party}同意的，应当公开。",
        "请登记收到的意见；期限届满没有意见的，请登记逾期未提出意见。",
        cite=OGI.at(32),
    )


def opinion_agreed(party: str, *, binds: bool) -> Finding:
    """Who agrees is not protected against his will."""
    text = f"{party}同意公开，{NOT_FOR_ITS_SAKE}。"
    return _weighed("OPINION-AGREED", "第三方同意公开", text, binds=binds)


def interest_prevails(party: str, *, binds: bool) -> Finding:
    """What the public interest asks to be known is disclosed against a third party's will."""
    text = f"{party}不同意公开，但是已经认定因公共利益公开，{NOT_FOR_ITS_SAKE}。"
    return _weighed("OPINION-INTEREST-PREVAILS", "已经认定因公共利益公开", text, binds=binds)


def reasons_did_not_hold(party: str) -> Finding:
    """A refusal without good reasons does not bind; the organ decides by itself."""
    text = f"{party}不同意公开的理由已经认定不合理，{NOT_FOR_ITS_SAKE}，除非另有理由。"
    return _weighed("OPINION-UNFOUNDED", "不同意的理由不合理", text, binds=False)


NOT_FOR_ITS_SAKE: Final = "不能再以保护其合法权益为由不予公开"
OTHERWISE: Final = "请改为予以公开，或者按其他理由作出决定；还涉及别的第三方的，请先征求其意见。"
