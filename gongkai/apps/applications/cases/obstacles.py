"""What stands in the way of a step of the work on a case, as findings; `paths` names the field."""

from dataclasses import replace
from datetime import date
from typing import Final

from gongkai.core.finding import Finding, Severity
from gongkai.core.law import Citation
from gongkai.core.law.statutes import FEES, OGI


def _obstacle(
    code: str, title: str, text: str, hint: str, field: str = "", cite: Citation | None = None
) -> Finding:
    paths = (field,) if field else ()
    return Finding(code, Severity.ERROR, title, text, hint, paths=paths, cite=cite)


def changed_meanwhile(label: str) -> Finding:
    """Somebody else has been quicker."""
    return _obstacle(
        "CASE-CHANGED",
        "已经有人办理",
        f"打开页面以后别人办理了这件申请，现在的状态是“{label}”。",
        "您的操作没有执行。请刷新页面，看过最新情况再决定。",
    )


def not_open(label: str) -> Finding:
    """The step leads nowhere from here."""
    return _obstacle(
        "CASE-STATE",
        "现在不能这样办",
        f"这件申请现在是“{label}”，不能进行这一步。",
        "请刷新页面，看现在可以办理什么。",
    )


def not_received() -> Finding:
    """Nothing can be reckoned before the day of receipt is proved."""
    return _obstacle(
        "CASE-RECEIPT",
        "还没有收到日期",
        "还没有与申请人确认，收到申请之日没有确定。",
        "请先登记确认的日期和方式。",
        cite=OGI.at(31),
    )


def lacking(label: str, field: str) -> Finding:
    """Something that has to be written down is not."""
    return _obstacle(
        "CASE-LACKING", f"没有填写{label}", f"没有填写{label}。", f"请填写{label}。", field
    )


def in_future(label: str, day: date, field: str) -> Finding:
    """A day that has not come yet."""
    text = f"{label} {day} 还没有到。"
    return _obstacle("CASE-FUTURE", "日期在将来", text, "请核对日期。", field)


def before_that(label: str, day: date, other: str, earliest: date, field: str) -> Finding:
    """A day that lies before the one it follows."""
    text = f"{label} {day} 早于{other} {earliest}。"
    return _obstacle("CASE-ORDER", "日期先后不对", text, "请核对两个日期。", field)


def corrected_before() -> Finding:
    """Correction is asked for once."""
    return _obstacle(
        "CORRECTION-ONCE",
        "已经告知过补正",
        "这件申请已经告知过一次补正，补正应当一次性告知。",
        "仍不明确的，请按“补正后申请内容仍不明确”答复，或者电话与申请人沟通。",
        cite=OGI.at(30),
    )


def correction_late(last: date) -> Finding:
    """The seven working days are over."""
    return _obstacle(
        "CORRECTION-LATE",
        "已过补正告知期限",
        f"补正应当在 {last} 以前告知，已经过了。",
        "请按现有内容办理，需要时电话与申请人沟通。",
        cite=OGI.at(30),
    )


def term_too_short(label: str, day: date) -> Finding:
    """A term told to somebody has to lie ahead."""
    return _obstacle(
        "CASE-TERM",
        "期限不合理",
        f"{label} {day} 不在今天以后。",
        "请给对方留出合理的时间。",
        "answer_by",
    )


def not_expired(label: str, last: date) -> Finding:
    """Whoever was asked still has time."""
    return _obstacle(
        "CASE-NOT-EXPIRED",
        "期限还没有届满",
        f"{label}到 {last} 才届满。",
        "请等期限届满以后再办理。",
    )


def not_delivered(label: str) -> Finding:
    """Nobody can be late with what has not reached him."""
    return _obstacle(
        "CASE-NOT-DELIVERED",
        "没有送达凭据",
        f"没有登记{label}的送达日期，不能认定逾期。",
        "请先登记送达的日期和凭据。",
    )


def delivered_before(day: date) -> Finding:
    """A day of delivery moves a term: it is entered once, and put right with a reason."""
    return _obstacle(
        "CASE-DELIVERED",
        "送达日期已经登记",
        f"送达日期已经登记为 {day}，期限已经由此确定。",
        "请核对；登记有误的，请用“更正送达日期”，并写明原因和凭据。",
        "delivered_on",
    )


def nothing_delivered() -> Finding:
    """There is no day of delivery to put right, or nothing depends on it any more."""
    return _obstacle(
        "CASE-NOTHING-DELIVERED",
        "没有可以更正的送达日期",
        "这份文书没有登记过送达日期，或者对方已经答复，期限已经用不着了。",
        "请刷新页面，看现在可以办理什么。",
        "notice",
    )


def opinion_known() -> Finding:
    """An opinion is entered once."""
    return _obstacle(
        "OPINION-KNOWN",
        "意见已经登记",
        "这份征求意见书的意见已经登记。",
        "请看已经登记的内容；登记有误的，请在认定说明中写明。",
    )


def opinion_odd() -> Finding:
    """An opinion agrees or refuses."""
    return _obstacle(
        "OPINION-KIND", "没有选择意见", "没有选择同意或者不同意。", "请选择一项。", "opinion"
    )


def nothing_refused() -> Finding:
    """There is no refusal to judge."""
    return _obstacle(
        "OPINION-NOT-REFUSED",
        "没有不同意的意见",
        "对方没有表示不同意，不需要认定理由。",
        "请核对征求意见的对象。",
    )


def refusal_upheld() -> Finding:
    """The public interest matters only where a refusal is reasonable."""
    return _obstacle(
        "OPINION-INTEREST",
        "两项认定矛盾",
        "理由不合理的，不需要再以公共利益为由公开。",
        "请只选一项。",
        "public_interest",
    )


def kind_of_party() -> Finding:
    """Third parties and organs are asked, nobody else."""
    return _obstacle(
        "PARTY-KIND", "没有选择对象", "没有选择第三方或者其他机关。", "请选择一项。", "kind"
    )


def extended_before() -> Finding:
    """A term is extended once."""
    return _obstacle(
        "EXTENSION-ONCE",
        "已经申请过延长",
        "这件申请已经延长，或者延长正在等待批准。",
        "一个答复期限只能延长一次；期限重新计算以后，确需延长的，可以对新的期限另行延长。",
        cite=OGI.at(33, 2),
    )


def decided_before() -> Finding:
    """A proposal is decided once."""
    return _obstacle("CASE-DECIDED", "已经决定", "这一项已经有人决定。", "请刷新页面看结果。")


def own_proposal() -> Finding:
    """Nobody approves what he proposed himself."""
    return _obstacle(
        "CASE-OWN",
        "不能批准自己提出的事项",
        "这一项是您提出的，不能由您批准。",
        "请由其他有权的人批准；需要时可以安排代理。",
    )


def asked_before() -> Finding:
    """Reasons are asked for once."""
    return _obstacle(
        "REASONS-ONCE",
        "已经要求说明理由",
        "这件申请已经要求过说明理由。",
        "请根据已有的情况认定。",
        cite=OGI.at(35),
    )


def not_judged() -> Finding:
    """Only a reasonable but too large request is deferred."""
    return _obstacle(
        "DEFERRAL-REASONS",
        "还不能延迟答复",
        "还没有认定申请理由合理，不能延迟答复。",
        "请先要求说明理由并作出认定。",
        cite=OGI.at(35),
    )


def deferral_too_late(due: date) -> Finding:
    """The applicant is told before the term is over."""
    return _obstacle(
        "DEFERRAL-LATE",
        "答复期限已过",
        f"答复期限已于 {due} 届满，不能再延迟。",
        "请尽快答复申请人。",
        cite=OGI.at(35),
    )


def deferral_no_later(due: date) -> Finding:
    """A deferral gives more time than there is."""
    return _obstacle(
        "DEFERRAL-DAY",
        "日期不对",
        f"延迟后的日期应当晚于现在的答复期限 {due}。",
        "请填写合理的日期。",
        "until",
    )


def clock_stands() -> Finding:
    """There is no due day now."""
    return _obstacle(
        "CASE-STANDING",
        "期限停止计算",
        "答复期限现在停止计算，还没有届满日。",
        "请等期限恢复计算以后再办理。",
    )


def fee_open() -> Finding:
    """One fee at a time, by one method (R3-02)."""
    return _obstacle(
        "FEE-OPEN",
        "已经有一次收费",
        "这件申请已经建议或者通知收费，按件和按量只能选一种。",
        "请先处理已有的一次。",
        cite=FEES.part("第三条"),
    )


def fee_nothing() -> Finding:
    """The steps come to nothing."""
    return _obstacle(
        "FEE-NOTHING",
        "没有超过免费的数量",
        "按这种方式计算不需要收费。",
        "请核对件数或者页数；不收费的，直接答复。",
        "quantity",
    )


def fee_too_early() -> Finding:
    """The Measures were not in force yet."""
    text = f"{FEES.in_force_from} 以前收到的申请不收取信息处理费。"
    return _obstacle("FEE-EARLY", "不能收费", text, "请直接答复。")


def fee_too_late(due: date) -> Finding:
    """The applicant is told of a fee while the reply is not overdue (R3-07)."""
    return _obstacle(
        "FEE-LATE",
        "答复期限已过",
        f"答复期限已于 {due} 届满，不能再通知收费。",
        "请尽快答复申请人，不收费。",
        cite=FEES.part("处理期限"),
    )


def fee_method() -> Finding:
    """By items or by pages."""
    return _obstacle(
        "FEE-METHOD", "没有选择方式", "没有选择按件或者按量计收。", "请选择一种。", "method"
    )


def fee_settled() -> Finding:
    """The fee is not waiting for this."""
    return _obstacle(
        "FEE-SETTLED",
        "现在不能这样办",
        "这次收费已经有了结果，或者还没有通知。",
        "请刷新页面，看现在的情况。",
    )


def no_such_organ() -> Finding:
    """It can be sent to another living organ only."""
    return _obstacle(
        "TRANSFER-ORGAN",
        "不能转送给这个机关",
        "没有这个机关，或者它就是本机关。",
        "请从列表中选择另一个机关。",
        "organ",
    )


def no_unit() -> Finding:
    """No such unit in the organ."""
    return _obstacle(
        "ASSIGN-UNIT", "没有这个科室", "本机关没有这个科室。", "请从列表中选择。", "unit"
    )


def nobody_chosen() -> Finding:
    """A case goes to a unit or to a person."""
    return _obstacle(
        "ASSIGN-NOBODY", "没有选择承办人", "没有选择科室或者人员。", "请至少选择一项。", "unit"
    )


def elsewhere() -> Finding:
    """A colleague serves in the same organ."""
    return _obstacle(
        "ASSIGN-ELSEWHERE",
        "不是本机关的人员",
        "选择的人员不在本机关任职。",
        "请选择本机关的人员。",
        "person",
    )


def answered_before() -> Finding:
    """A part of the work is handed in once."""
    return _obstacle("ASSIGN-ANSWERED", "已经办结", "这一项交办已经办结。", "请刷新页面看结果。")


def not_public_yet() -> Finding:
    """Only what was given out can become public by itself (Art. 44)."""
    return _obstacle(
        "CONVERT-DECISION",
        "不能转为主动公开",
        "只有已经予以公开或者部分公开的申请，才能把信息转为主动公开。",
        "请先答复申请人。",
        cite=OGI.at(44),
    )


def converted_before() -> Finding:
    """It has been proposed once."""
    return _obstacle(
        "CONVERT-ONCE",
        "已经转为主动公开",
        "这件申请的信息已经交信息发布办理。",
        "请在信息发布中查看。",
        cite=OGI.at(44),
    )


def not_a_record() -> Finding:
    """Only an application to put a record right is judged as such."""
    return _obstacle(
        "RECORD-KIND",
        "不是更正申请",
        "这件申请不是要求更正自身信息记录。",
        "请按公开政府信息办理。",
        cite=OGI.at(41),
    )


def term_odd(most: int) -> Finding:
    """A term set by a decision is a number of working days."""
    return _obstacle(
        "REOPEN-TERM",
        "期限不对",
        f"期限应当在 0 到 {most} 个工作日之间。",
        "决定没有写明期限的，请填 0，按法定期限计算。",
        "workdays",
    )


def opinion_awaited(party: str) -> Finding:
    """What others were asked about is not given out before they answered, or their term ended."""
    return _obstacle(
        "OPINION-AWAITED",
        "征求意见没有结果",
        f"向{party}征求意见还没有结果，不能公开。",
        "请登记收到的意见；期限届满没有意见的，请登记逾期未提出意见。",
        cite=OGI.at(32),
    )


def opinion_unjudged(party: str) -> Finding:
    """A refusal binds as far as its reasons hold, which somebody has to say."""
    return _obstacle(
        "OPINION-UNJUDGED",
        "没有认定不同意的理由",
        f"{party}不同意公开，还没有认定理由是否合理。",
        "请认定理由是否合理，不公开是否对公共利益有重大影响。",
        cite=OGI.at(32),
    )


def opinion_bars(party: str) -> Finding:
    """A refusal with good reasons binds the organ."""
    return _obstacle(
        "OPINION-BARS",
        "第三方不同意公开",
        f"{party}不同意公开且理由合理，不能予以公开。",
        "请区分处理或者不予公开；不公开会对公共利益造成重大影响的，请先作出认定。",
        cite=OGI.at(32),
    )


def nobody_asked() -> Finding:
    """A third party is asked in writing before anything is kept back for its sake (Art. 32)."""
    return replace(
        _obstacle(
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
    return _obstacle(
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


def _weighed(code: str, title: str, text: str, *, binds: bool) -> Finding:
    found = _obstacle(code, title, text, OTHERWISE, cite=OGI.at(15))
    return found if binds else replace(found, severity=Severity.WARNING)


NOT_FOR_ITS_SAKE: Final = "不能再以保护其合法权益为由不予公开"
OTHERWISE: Final = "请改为予以公开，或者按其他理由作出决定；还涉及别的第三方的，请先征求其意见。"
