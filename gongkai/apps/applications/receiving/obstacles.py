"""What stands in the way of an application that is being received, as findings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from gongkai.apps.applications.receiving.limits import (
    ATTEMPT,
    SAVING,
    TELLING,
    UPLOADING,
    Bound,
    Limits,
)
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.finding import Finding, Severity
from gongkai.core.law.statutes import OGI

MINUTES = 60
OFTEN = {
    ATTEMPT: "请过一段时间再查；急需了解进度的，请打电话问受理机关。",
    SAVING: "填写的内容还在这一页上，请不要关闭，过一段时间再暂存。",
    UPLOADING: "填写的内容都还在，请过一段时间再上传附件。",
    TELLING: "写好的内容还在这一页上，请过一段时间再提交；急的请打电话告诉受理机关。",
}
"""What to do after too much of one thing; for everything else there is another way to apply."""
ANOTHER_WAY = "请过一段时间再试；也可以当面提交或者邮寄书面申请。"


def _obstacle(code: str, title: str, text: str, hint: str, *paths: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=paths)


def too_often(bound: Bound, what: str = "") -> Finding:
    """Somebody did the same more often than anybody needs to."""
    return _obstacle(
        "APPLY-OFTEN",
        "操作过于频繁",
        f"{_span(bound.window)}内最多 {bound.most} 次，这一次没有受理。",
        OFTEN.get(what, ANOTHER_WAY),
    )


def _span(window: timedelta) -> str:
    minutes = max(1, int(window.total_seconds()) // MINUTES)
    return f"{minutes // MINUTES} 小时" if minutes % MINUTES == 0 else f"{minutes} 分钟"


def no_profile() -> Finding:
    """The organ has not said by which code word its numbers begin."""
    return _obstacle(
        "APPLY-PROFILE",
        "没有受理信息",
        "本机关还没有填写受理信息，申请无法编号。",
        "请公开办先填写受理信息中的机关代字。",
    )


def way_not_open(way: SubmissionWay) -> Finding:
    """The organ has not opened that way."""
    return _obstacle(
        "APPLY-WAY",
        "没有开通这个渠道",
        f"该机关没有开通“{way.label}”。",
        "请当面提交或者邮寄书面申请，地址见该机关的公开指南。",
        "way",
    )


def no_proof_of_signing() -> Finding:
    """A day of signing that nothing proves."""
    finding = _obstacle(
        "RECEIPT-PROOF",
        "没有签收的凭据",
        "没有填写邮件号，也没有写明收到的凭据，签收日期无法证明。",
        "请照信封填写邮件号；没有邮件号的，写明凭据，例如签收单。",
        "mail_number",
    )
    return replace(finding, cite=OGI.at(31, None, 2))


def no_organ(name: str, heirs: Sequence[str]) -> Finding:
    """The organ does not exist any more; whoever took over from it is named."""
    others = "、".join(heirs)
    hint = f"请向承接其职能的{others}申请。" if heirs else "请向承接其职能的机关申请。"
    return _obstacle("APPLY-ORGAN", "机关已经撤销", f"{name}已经撤销，不再受理申请。", hint)


def too_many_files(limits: Limits) -> Finding:
    """More files than one application takes."""
    return _obstacle(
        "APPLY-FILES",
        "附件太多",
        f"一份申请最多 {limits.files} 个附件，没有收下新的附件。",
        "请先移除不需要的附件，或者把几页合成一个文件。",
        "files",
    )


def file_too_large(name: str, limits: Limits) -> Finding:
    """A file beyond the size allowed."""
    return _obstacle(
        "APPLY-FILE-LARGE",
        "附件太大",
        f"“{name}”超过 {limits.file_megabytes} MB，没有收下。",
        "请降低扫描的分辨率，或者拆成几个文件。",
        "files",
    )


def file_refused(name: str, fault: str) -> Finding:
    """A file that turned out unfit for use."""
    return _obstacle(
        "APPLY-FILE-REFUSED",
        "附件不能使用",
        f"附件“{name}”不能使用：{fault}",
        "请移除后重新上传。",
        "files",
    )


def already_confirmed(number: str) -> Finding:
    """The day of receipt of an application is known already."""
    return _obstacle(
        "RECEIPT-KNOWN",
        "已经确认",
        f"{number} 的收到日期已经确定。",
        "日期登记错误的，请公开办在答复送审以前办理“更正收到日期”。",
    )


def receipt_settled(label: str) -> Finding:
    """What is answered, or about to be, keeps the day of receipt that the answer went by."""
    return _obstacle(
        "RECEIPT-SETTLED",
        "现在不能更正收到日期",
        f"这件申请现在是“{label}”，收到日期只能在答复送审以前更正。",
        "答复正在审核的，请先撤回或者退回，更正以后再送审。",
    )


def receipt_counted() -> Finding:
    """The case has been over once, and was counted with the day it had then."""
    return _obstacle(
        "RECEIPT-COUNTED",
        "现在不能更正收到日期",
        "这件申请已经办结过，原来的收到日期已经计入统计。",
        "请在办理过程中说明情况，期限从重新办理之日起计算。",
    )


def receipt_unknown(number: str) -> Finding:
    """There is no day of receipt yet that could be wrong."""
    return _obstacle(
        "RECEIPT-UNKNOWN",
        "还没有确定收到日期",
        f"{number} 还没有确定收到日期，没有可以更正的。",
        "请办理“登记确认收到”。",
    )


def receipt_by_transfer() -> Finding:
    """It was received with its transfer, which nobody enters by hand."""
    return _obstacle(
        "RECEIPT-TRANSFER",
        "不能更正收到日期",
        "这件申请由其他机关转送，以转送之日为收到日期，不由本机关登记。",
        "请与转送的机关核对。",
    )


def same_receipt() -> Finding:
    """Nothing of the evidence is another than before."""
    return _obstacle(
        "RECEIPT-SAME",
        "没有变化",
        "填写的日期和凭据与原来的相同，没有更正的内容。",
        "请填写正确的日期或者凭据。",
    )


def not_confirmable(way: SubmissionWay) -> Finding:
    """An application whose day of receipt does not hang on a confirmation."""
    return _obstacle(
        "RECEIPT-WAY",
        "不需要确认",
        f"“{way.label}”的收到日期不由双方确认决定。",
        "请登记提交日期或者签收日期。",
    )


def no_reason() -> Finding:
    """Something that has to be explained is not."""
    return _obstacle("APPLY-REASON", "没有写原因", "没有写明原因。", "请用一句话写明。", "reason")


def wrong_state(label: str) -> Finding:
    """The case has gone too far, or not far enough."""
    return _obstacle(
        "APPLY-STATE",
        "现在不能这样办理",
        f"这件申请现在是“{label}”，不能这样办理。",
        "请重新打开这件申请，看现在的状态。",
    )


def split_waits(label: str) -> Finding:
    """The applicant has to do something about the whole first."""
    return _obstacle(
        "SPLIT-WAITS",
        "现在不能拆分",
        f"这件申请现在是“{label}”，申请人要答复的是整件申请，这时不能拆分。",
        "请先登记申请人的补正、理由或者缴费，或者等期限届满、处理以后再拆分。",
    )


def changed_meanwhile() -> Finding:
    """Somebody else has changed the case since the page was opened."""
    return _obstacle(
        "APPLY-CHANGED",
        "别人刚刚办理过",
        "打开页面以后，这件申请有了新的变化，这一次没有保存。",
        "请看过新的情况以后再办理。",
    )


def nothing_to_split() -> Finding:
    """There are not several things, or not one for each part."""
    return _obstacle(
        "SPLIT-PARTS",
        "没有可以拆分的内容",
        "拆分以后，原申请和每件新申请都要有至少一项内容，每项内容只能归一件。",
        "请把申请内容逐项写开，选出要另行编号的各项。",
        "parts",
    )


def cannot_join_itself() -> Finding:
    """A case is joined into another one, of the same applicant and organ."""
    return _obstacle(
        "JOIN-OTHER",
        "不能并入这件申请",
        "只能并入同一申请人向本机关提出、答复还没有送审的另一件申请。",
        "请核对登记号和申请人。",
        "into",
    )


def join_into_earlier(number: str) -> Finding:
    """The case that goes on has the later day of receipt, or none: the due day would move."""
    return _obstacle(
        "JOIN-EARLIER",
        "应当并入先收到的申请",
        f"{number} 的收到日期较晚，或者还没有确认；并入以后，先收到的申请会推迟答复。",
        "请反过来，把后收到的一件并入先收到的一件。",
        "into",
    )


def cannot_take_in(label: str) -> Finding:
    """What is joined would be left without an answer."""
    return _obstacle(
        "JOIN-STATE",
        "不能并入这件申请",
        f"要并入的申请现在是“{label}”，并入的内容得不到答复。",
        "请单独办理；答复还在审核的，也可以先退回，再并入。",
        "into",
    )


def wrong_code() -> Finding:
    """A number that is not there, or a code that does not belong to it: one and the same answer."""
    return _obstacle(
        "TRACK-WRONG",
        "没有查到",
        "登记号或者查询码不对。",
        "请对照登记回执核对；查询码不区分大小写。回执遗失的，请与受理机关联系。",
    )


def another_case() -> Finding:
    """The browser has opened another case since the page was shown."""
    return _obstacle(
        "TRACK-OTHER",
        "打开的已经是另一件申请",
        "这个浏览器后来打开了另一件申请，这一次没有提交，两件申请都没有变化。",
        "请先复制写好的内容，用原来那件的登记号和查询码重新查询，再提交。",
    )


def nothing_said() -> Finding:
    """An answer without a word."""
    return _obstacle("TRACK-EMPTY", "没有填写内容", "没有填写内容。", "请填写后再提交。", "text")


def too_long(most: int) -> Finding:
    """An answer beyond its bound."""
    return _obstacle(
        "TRACK-LONG",
        "内容太长",
        f"内容超过 {most} 个字。",
        "请写出要点，其余内容放进附件。",
        "text",
    )


def late_without_reason(last: date) -> Finding:
    """A correction after its term is heard for a good reason."""
    finding = _obstacle(
        "TRACK-LATE",
        "没有写逾期的理由",
        f"补正期限 {last} 已经过了，没有写明逾期的理由。",
        "请写明为什么没有按时补正，由机关认定是不是正当理由；写好的内容和附件请再提交一次。",
        "excuse",
    )
    return replace(finding, cite=OGI.at(30))


def nothing_asked() -> Finding:
    """Nothing of the kind is waited for."""
    return _obstacle(
        "TRACK-CLOSED",
        "现在不需要",
        "这件申请现在没有等待您提交这样的内容。",
        "请看办理进度；有疑问的请与受理机关联系。",
    )
