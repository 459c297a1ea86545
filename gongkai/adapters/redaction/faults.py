"""Why a document is not redacted, in Chinese."""

from gongkai.adapters.documents.faults import ERROR, Fault
from gongkai.core.finding import Evidence, Finding
from gongkai.core.ports import UnreadableError

REFUSALS = (
    Fault(
        "REDACT-KIND",
        ERROR,
        "不能遮盖这种文件",
        "“{name}”是{kind}，不能直接遮盖。",
        "请另存为 PDF，或者转成 PNG、JPG 图片后再遮盖。",
    ),
    Fault(
        "REDACT-MOVES",
        ERROR,
        "版面尚未固定",
        "“{name}”是{kind}，每次打开的版面可能不同，遮盖的位置会移动。",
        "请先转换为 PDF，在 PDF 上遮盖。",
    ),
    Fault(
        "REDACT-NO-BOXES",
        ERROR,
        "没有要遮盖的部分",
        "“{name}”上没有画任何遮盖框。",
        "请先画出遮盖框并选择不予公开的理由；不需要遮盖的文件请直接公开。",
    ),
    Fault(
        "REDACT-OUTSIDE",
        ERROR,
        "遮盖框不在页面上",
        "“{name}”第{page}页的遮盖框不在页面之内，遮不住任何内容。",
        "请删除这个遮盖框，在页面上重新画出。",
    ),
    Fault(
        "REDACT-FRAMES",
        ERROR,
        "动态图片不能遮盖",
        "“{name}”是有多个画面的动态图片。",
        "请把需要的画面分别存为 PNG 图片后再遮盖。",
    ),
    Fault(
        "REDACT-UNPROVED",
        ERROR,
        "遮盖没有通过核验",
        "“{name}”遮盖后核验不通过：{what}。文件没有交出。",
        "请把原件打印后扫描，或者逐页转成图片，再遮盖。",
    ),
)
FAULTS = {fault.code: fault for fault in REFUSALS}


def refusal(code: str, name: str, **facts: object) -> UnreadableError:
    """Word the reason why a document is not redacted; the caller raises it."""
    fault = FAULTS[code]
    text = fault.text.format(name=name, **facts)
    evidence = (Evidence(name, None, None, text),)
    found = Finding(
        fault.code, fault.severity, fault.title, text, fault.hint, paths=("file",),
        evidence=evidence,
    )  # fmt: skip
    return UnreadableError(found)


def unproved(name: str, what: str) -> UnreadableError:
    """Say what the verification found."""
    return refusal("REDACT-UNPROVED", name, what=what)
