"""Why a file is not let in, in Chinese: what the reader of reports does not know of."""

from gongkai.adapters.documents.faults import ERROR, Fault
from gongkai.core.finding import Evidence, Finding
from gongkai.core.ports import UnreadableError

REFUSALS = (
    Fault(
        "FILE-FALSE-TYPE",
        ERROR,
        "扩展名与内容不符",
        "“{name}”的扩展名是 {extension}，内容却是{kind}。",
        "请用办公软件打开后另存为需要的格式，不要直接改扩展名。",
    ),
    Fault(
        "FILE-NOT-TAKEN",
        ERROR,
        "不收这种文件",
        "“{name}”的格式不在可以上传的范围内。",
        "可以上传 DOCX、XLSX、PPTX、PDF、OFD、JPG、PNG、GIF、WEBP、TXT、CSV、MD 文件。",
    ),
    Fault(
        "FILE-LEGACY",
        ERROR,
        "请另存为新格式",
        "“{name}”是旧版办公软件或者其他办公软件的格式，无法检查其中隐藏的内容。",
        "请打开后另存为 DOCX、XLSX、PPTX 或者 PDF，再上传。",
    ),
    Fault(
        "FILE-MACRO",
        ERROR,
        "文件带宏",
        "“{name}”是带宏的格式，不能公开。",
        "请打开后另存为不带宏的 DOCX、XLSX 或者 PPTX，再上传。",
    ),
    Fault(
        "FILE-ACTIVE",
        ERROR,
        "文件可能带程序",
        "“{name}”是网页、脚本或者程序，打开时可能运行其中的代码。",
        "网页请复制其文字到正文，图形请另存为 PNG；程序不能上传。",
    ),
    Fault(
        "FILE-ARCHIVE",
        ERROR,
        "不收压缩包",
        "“{name}”是压缩包，无法逐项检查和审查。",
        "请解开后把里面的文件逐个上传。",
    ),
    Fault(
        "FILE-PARTS",
        ERROR,
        "文件结构异常",
        "“{name}”里有重名或者路径异常的内容。",
        "请确认文件来源；正常的文件请打开后另存一份再上传。",
    ),
)
FAULTS = {fault.code: fault for fault in REFUSALS}


def refusal(code: str, name: str, **facts: object) -> UnreadableError:
    """Word the reason why a file is not let in; the caller raises it."""
    fault = FAULTS[code]
    text = fault.text.format(name=name, **facts)
    evidence = (Evidence(name, None, None, text),)
    return UnreadableError(
        Finding(
            fault.code,
            fault.severity,
            fault.title,
            text,
            fault.hint,
            paths=("file",),
            evidence=evidence,
        )
    )
