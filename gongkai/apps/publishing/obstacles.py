"""What stands in the way of work on an item, as findings; `paths` names the field."""

from datetime import datetime

from gongkai.core.finding import Finding, Severity
from gongkai.core.law.statutes import OGI, SECRETS_RULES


def _obstacle(code: str, title: str, text: str, hint: str, field: str = "") -> Finding:
    paths = (field,) if field else ()
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=paths)


def changed_meanwhile(who: str, at: str, state: str) -> Finding:
    """Somebody else has been quicker."""
    return _obstacle(
        "EDITION-CHANGED",
        "已经有人办理",
        f"{who}已经在 {at} 办理，现在的状态是“{state}”。",
        "您的操作没有执行。请刷新页面，看过最新情况再决定。",
    )


def not_open(label: str) -> Finding:
    """The verb leads nowhere from here."""
    return _obstacle(
        "EDITION-STATE",
        "现在不能这样办",
        f"当前状态是“{label}”，不能进行这一步。",
        "请刷新页面，看现在可以办理什么。",
    )


def written_meanwhile(who: str, at: str) -> Finding:
    """Two people wrote at once."""
    return _obstacle(
        "DRAFT-CONFLICT",
        "有人同时修改",
        f"{who}在 {at} 保存过，与您打开时的内容不同。",
        "您写的内容还在页面上，没有覆盖对方的。请对照两边，合并后再保存。",
        "body",
    )


def not_editable(label: str) -> Finding:
    """The text is with somebody else now."""
    return _obstacle(
        "DRAFT-CLOSED",
        "现在不能修改",
        f"当前状态是“{label}”，内容不能修改。",
        "审核中的信息可以先撤回送审，或者请审核人退回。",
    )


def unknown_kind() -> Finding:
    """No such kind of item."""
    return _obstacle("ITEM-KIND", "类别不对", "没有这一类信息。", "请从列表中选择类别。", "kind")


def open_edition(number: int) -> Finding:
    """Work on the item goes on already."""
    return _obstacle(
        "EDITION-OPEN",
        "正在办理",
        f"这条信息已经有一次办理没有办结（第 {number} 次）。",
        "请打开那一次继续办理，或者先作废。",
    )


def own_text() -> Finding:
    """Whoever wrote it does not review it."""
    return Finding(
        "REVIEW-OWN",
        Severity.ERROR,
        title="不能审核自己写的内容",
        text="您参与撰写了这一稿，不能再审核。",
        hint="请由其他人审核；需要时可以安排代理。",
        cite=OGI.at(17),
    )


def reviewed_before(label: str) -> Finding:
    """One person stands for one level only."""
    return Finding(
        "REVIEW-TWICE",
        Severity.ERROR,
        title="同一人不能审核两级",
        text=f"您已经在“{label}”审核过这一稿。",
        hint="请由其他人审核这一级；需要时可以安排代理。",
        cite=OGI.at(17),
    )


def not_your_turn(label: str) -> Finding:
    """Another level is to look at it now."""
    return _obstacle(
        "REVIEW-TURN",
        "不是您的一级",
        f"现在轮到“{label}”。",
        "轮到您时会出现在您的待办里。",
    )


def no_reason() -> Finding:
    """A decision against something needs a reason."""
    return _obstacle(
        "REASON", "没有理由", "没有写明理由。", "请写明理由，经办人要据此办理。", "reason"
    )


def parts_left(labels: str) -> Finding:
    """Secrecy review is of every part (R1-11)."""
    return Finding(
        "REVIEW-PARTS",
        Severity.ERROR,
        title="没有逐项审查",
        text=f"还没有审查：{labels}。",
        hint="保密审查逐项进行：正文和每个附件都要看过并勾选。",
        paths=("parts",),
        cite=SECRETS_RULES.at(42),
    )


def not_proofread() -> Finding:
    """Three reviews go with three proofreadings."""
    return _obstacle(
        "REVIEW-PROOF",
        "没有校对",
        "没有确认已经校对。",
        "三审三校：每一级审核时同时校对，请勾选“已经校对”。",
        "proofread",
    )


def no_colleague() -> Finding:
    """Nobody to hand over to."""
    return _obstacle(
        "REVIEW-HAND-OVER",
        "不能委托给这个人",
        "受托人应当是本机关现任人员，并且没有参与撰写、没有审核过这一稿。",
        "请选择其他人。",
        "person",
    )


def findings_left(count: int) -> Finding:
    """The content checks are not clear."""
    return _obstacle(
        "CHECKS-LEFT",
        "内容检查还有问题",
        f"内容检查还有 {count} 处没有处理。",
        "请逐条修改；确认无误的，由有权的人写明理由后放行。",
    )


def files_not_ready(names: str) -> Finding:
    """Attachments are being read."""
    return _obstacle(
        "FILES-READING",
        "附件还在读取",
        f"还没有读取完：{names}。",
        "请稍候，读取和清理完成后再送审，一般只要几秒钟。",
        "attachments",
    )


def file_refused(name: str, fault: str) -> Finding:
    """An attachment cannot be published."""
    return _obstacle(
        "FILE-REFUSED", "附件不能发布", f"“{name}”：{fault}", "请换一份文件。", "attachments"
    )


def unknown_file() -> Finding:
    """A file of another organ, or none."""
    return _obstacle(
        "FILE-UNKNOWN", "没有这个附件", "有一个附件找不到。", "请重新上传。", "attachments"
    )


def unknown_target() -> Finding:
    """The item to be interpreted is not there."""
    return _obstacle(
        "TARGET-UNKNOWN",
        "没有这条信息",
        "要解读的文件找不到，或者不是本机关的、已发布的信息。",
        "请重新选择。",
        "interprets",
    )


def no_urgent_reason() -> Finding:
    """The urgent path is an exception."""
    return _obstacle(
        "URGENT-REASON",
        "没有紧急理由",
        "紧急发布没有写明理由。",
        "请写明为什么不能等，并会显示给每一级和事后补审的人。",
        "urgent_reason",
    )


def in_the_past(at: datetime) -> Finding:
    """A moment that is over."""
    return _obstacle(
        "SCHEDULE-PAST",
        "时间已经过去",
        f"{at:%Y-%m-%d %H:%M} 已经过去。",
        "请选择以后的时间，或者直接发布。",
        "at",
    )


def too_far_off(at: datetime, last: datetime) -> Finding:
    """A moment that is most likely a slip of the pen."""
    return _obstacle(
        "SCHEDULE-FAR",
        "时间太远",
        f"{at:%Y-%m-%d %H:%M} 在一年以后。",
        f"请核对日期，最晚设到 {last:%Y-%m-%d}。",
        "at",
    )


def not_for_the_public(label: str) -> Finding:
    """Only what was determined to be public is released."""
    return Finding(
        "RELEASE-CLASS",
        Severity.ERROR,
        title="不是主动公开的信息",
        text=f"公开属性是“{label}”，不能发布。",
        hint="请存档；确需公开的，先办理公开属性变更。",
        cite=OGI.at(13),
    )


def is_for_the_public() -> Finding:
    """What is public is not filed away."""
    return Finding(
        "FILE-AWAY-CLASS",
        Severity.ERROR,
        title="是主动公开的信息",
        text="公开属性是“主动公开”，应当发布，不能只存档。",
        hint="请发布；不应公开的，请退回修改公开属性。",
        cite=OGI.at(26),
    )


def not_reviewed() -> Finding:
    """First review, then publish."""
    return Finding(
        "RELEASE-REVIEW",
        Severity.ERROR,
        title="没有完成审核",
        text="这一版没有完整的审核记录，不能发布。",
        hint="先审查、后公开：请重新送审。",
        cite=SECRETS_RULES.at(42),
    )


def same_class() -> Finding:
    """A change that changes nothing."""
    return _obstacle(
        "CHANGE-SAME",
        "公开属性没有变",
        "拟变更的属性与现在相同。",
        "请选择另一种公开属性。",
        "after",
    )


def open_change() -> Finding:
    """A change is being decided already."""
    return _obstacle(
        "CHANGE-OPEN",
        "正在审批",
        "这条信息已经有一份变更审批没有办结。",
        "请先办结那一份。",
    )


def not_decided() -> Finding:
    """Nothing to change yet."""
    return _obstacle(
        "CHANGE-UNDECIDED",
        "还没有认定",
        "这条信息的公开属性还没有经过审核认定。",
        "请直接在草稿中修改公开属性。",
    )


def replaced_by_itself() -> Finding:
    """The substitute is the thing itself, or not public."""
    return _obstacle(
        "REPLACE-TARGET",
        "替代的信息不对",
        "替代的信息应当是本机关另一条已发布的信息。",
        "请先发布新的信息，再选择它来替代这一条。",
        "by",
    )


def bad_placement() -> Finding:
    """No such way to tell the public."""
    return _obstacle("PLACE", "渠道不对", "没有这个渠道。", "请从列表中选择渠道。", "channel")


def unknown_class() -> Finding:
    """No such disclosure class."""
    return _obstacle(
        "CHANGE-CLASS", "公开属性不对", "没有这种公开属性。", "请从列表中选择。", "after"
    )


def no_ground() -> Finding:
    """What is kept back has a ground in law; what is not has none."""
    return Finding(
        "CHANGE-GROUND",
        Severity.ERROR,
        title="法定理由不对",
        text="不予公开应当选择一项法定理由；主动公开、依申请公开不填。",
        hint="请在条例第十四条至第十六条的理由中选择，或者清空这一栏。",
        paths=("ground",),
        cite=OGI.at(14),
    )


def own_proposal() -> Finding:
    """Nobody decides on his own proposal."""
    return _obstacle(
        "CHANGE-OWN", "不能审批自己提出的变更", "这份变更是您提出的。", "请由其他人审批。"
    )


def decided_before() -> Finding:
    """Nobody decides twice."""
    return _obstacle(
        "CHANGE-TWICE", "同一人不能审批两次", "您已经审批过这份变更。", "请由其他人审批。"
    )


def empty_feed() -> Finding:
    """Nothing to take over."""
    return _obstacle(
        "FEED-EMPTY", "没有条目", "文件里没有可以提取的条目。", "请核对文件内容。", "file"
    )


def no_feed() -> Finding:
    """Neither a file nor an address."""
    return _obstacle(
        "FEED-NONE",
        "没有文件",
        "没有选择文件，也没有填写地址。",
        "请选择文件或者填写地址。",
        "file",
    )


def feed_too_large(most: int) -> Finding:
    """More than a feed ever is."""
    return _obstacle("FEED-LARGE", "文件太大", f"文件超过 {most} MB。", "请分成几份提取。", "file")
