"""What can be wrong with a file, in Chinese: one table of codes with wording and advice."""

from dataclasses import dataclass

from gongkai.core.finding import Evidence, Finding, Severity, Status

ERROR, WARNING, INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of trouble: a title for lists, a sentence with places for facts, and advice."""

    code: str
    severity: Severity
    title: str
    text: str
    hint: str

    @property
    def status(self) -> Status:
        """Errors fail, warnings leave a doubt, information changes nothing."""
        return {ERROR: Status.FAIL, WARNING: Status.UNCERTAIN}.get(self.severity, Status.PASS)


REFUSALS = (
    Fault("FILE-EMPTY", ERROR, "文件为空", "“{name}”里没有任何内容。", "请重新导出或下载后再试。"),
    Fault(
        "FILE-SIZE",
        ERROR,
        "文件过大",
        "“{name}”有{size}，超过{limit}的上限。",
        "请去掉无关的图片或附件，或拆成几个文件。",
    ),
    Fault(
        "FILE-ENCRYPTED",
        ERROR,
        "文件有密码",
        "“{name}”设了打开密码，无法读取。",
        "请用密码打开，另存为不带密码的文件后再试。",
    ),
    Fault(
        "FILE-DAMAGED",
        ERROR,
        "文件已损坏",
        "“{name}”不是完整的{kind}文件，无法读取。",
        "请重新导出或下载；仍不行时，请打开原稿另存为 DOCX 或 PDF。",
    ),
    Fault(
        "FILE-ZIP-BOMB",
        ERROR,
        "压缩内容异常",
        "“{name}”解开后过大或条目过多，已停止读取。",
        "请确认文件来源；正常的文件请打开后另存一份再试。",
    ),
    Fault(
        "FILE-XML-UNSAFE",
        ERROR,
        "文件含有外部实体",
        "“{name}”里声明了实体，可能用来攻击读取程序，已停止读取。",
        "请确认文件来源；正常的文件请打开后另存一份再试。",
    ),
    Fault(
        "FILE-PAGES",
        ERROR,
        "页数过多",
        "“{name}”有{pages}页，超过{limit}页的上限。",
        "请只留需要的部分，或拆成几个文件。",
    ),
    Fault(
        "FILE-NO-PAGES",
        ERROR,
        "文件没有页面",
        "“{name}”一页也没有。",
        "请重新导出或下载后再试。",
    ),
    Fault(
        "FILE-TIME",
        ERROR,
        "读取超时",
        "读取“{name}”超过{limit}秒，已停止。",
        "请拆成几个文件，或另存为 DOCX、文字版 PDF 后再试。",
    ),
    Fault(
        "FILE-PIXELS",
        ERROR,
        "图片过大",
        "“{name}”的图片超过{limit}像素的上限。",
        "请把图片缩小后再试，300 dpi 已足够识别。",
    ),
    Fault(
        "FILE-COMPLEX",
        ERROR,
        "文件结构过于复杂",
        "“{name}”嵌套过深或表格过大，已停止读取。",
        "请打开后另存为 DOCX 或 PDF 再试。",
    ),
    Fault(
        "FILE-KIND",
        ERROR,
        "不能读取这种文件",
        "“{name}”是{kind}，不在可读取的种类之内。",
        "请另存为 DOCX、PDF、OFD、HTML 或文本文件。",
    ),
    Fault(
        "FILE-NO-TEXT",
        ERROR,
        "文件里没有文字",
        "“{name}”里找不到可读的文字。",
        "请确认文件内容；如为图片或扫描件，请换用文字版。",
    ),
    Fault(
        "FILE-GARBLED",
        ERROR,
        "文字是乱码",
        "“{name}”的文字层没有可用的字符，字体可能没有对照表。",
        "请换用可以复制出文字的文件；或安装文字识别（./gk run --with ocr）后再试。",
    ),
    Fault(
        "FILE-OCR-MISSING",
        ERROR,
        "需要文字识别",
        "“{name}”是扫描件或图片，本机没有安装文字识别。",
        "请用 ./gk run --with ocr 安装文字识别后再试，或换用文字版文件。",
    ),
    Fault(
        "FILE-OCR-FAILED",
        ERROR,
        "文字识别失败",
        "“{name}”的图像没能识别。",
        "请换用更清楚的扫描件或文字版文件。",
    ),
    Fault(
        "FILE-OFFICE-MISSING",
        ERROR,
        "需要转换工具",
        "“{name}”是{kind}，本机没有安装 LibreOffice，无法转换。",
        "请安装 LibreOffice 后再试，或打开文件另存为 DOCX。",
    ),
    Fault(
        "FILE-OFFICE-FAILED",
        ERROR,
        "转换失败",
        "LibreOffice 没能转换“{name}”。",
        "请打开文件另存为 DOCX 或 PDF 后再试。",
    ),
)

REMARKS = (
    Fault(
        "FILE-EXTENSION",
        INFORMATION,
        "扩展名与内容不符",
        "“{name}”的内容是{kind}，已按内容读取。",
        "不影响读取；归档时请改正扩展名。",
    ),
    Fault(
        "FILE-ENCODING",
        INFORMATION,
        "文字编码为推断",
        "“{name}”没有注明编码，按{encoding}读取。",
        "如文字有误，请另存为 UTF-8 后再试。",
    ),
    Fault(
        "FILE-ENCODING-DAMAGED",
        WARNING,
        "部分字节不能识别",
        "“{name}”有{count}处字节不合编码，最先在第{line}行，已用“�”代替。",
        "请与原件核对这些地方，或另存为 UTF-8 后再试。",
    ),
    Fault(
        "FILE-ENCODING-MIXED",
        WARNING,
        "文件混用了几种编码",
        "“{name}”的各行编码不一，已逐行辨认，最先在第{line}行改变。",
        "请与原件核对，或另存为 UTF-8 后再试。",
    ),
    Fault(
        "FILE-MOJIBAKE",
        WARNING,
        "文字曾被错误转码",
        "“{name}”的文字曾以错误的编码另存，已还原。",
        "请与原件核对，今后请直接保存为 UTF-8。",
    ),
    Fault(
        "FILE-LEFT-OUT",
        INFORMATION,
        "网页上报告之外的内容未读",
        "“{name}”里报告正文以外的内容没有读入：{what}。",
        "如报告有一部分在其中，请把正文另存为文件。",
    ),
    Fault(
        "FILE-HIDDEN",
        WARNING,
        "有隐藏的内容",
        "“{name}”里有看不见的文字，没有读入：{what}。",
        "请确认公开的版本里不含这些内容。",
    ),
    Fault(
        "FILE-ATTACHMENT",
        INFORMATION,
        "网页带有附件",
        "“{name}”链接了附件：{what}。",
        "正文不全时，请把附件一并读取。",
    ),
    Fault(
        "FILE-RUNNING",
        INFORMATION,
        "页码和页眉页脚未读",
        "“{name}”的页码、页眉或页脚没有读入，共{count}处，如“{what}”。",
        "不影响读取。",
    ),
    Fault(
        "FILE-RECOGNISED",
        WARNING,
        "文字由识别得来",
        "“{name}”第{pages}页是图像，文字由程序识别，可能有误。",
        "请对照原件核对数字。",
    ),
    Fault(
        "FILE-RECOGNISED-DOUBTFUL",
        WARNING,
        "有识别存疑的数字",
        "“{name}”第{page}页有{count}格识别存疑，已取较可信的读法：{what}。",
        "请对照原件核对这些数字。",
    ),
    Fault(
        "FILE-RECOGNISED-BEFORE",
        WARNING,
        "文字层是识别的结果",
        "“{name}”第{pages}页是扫描图像，文字层由别的程序识别，可能有误。",
        "请对照原件核对数字。",
    ),
    Fault(
        "FILE-PAGES-UNREAD",
        WARNING,
        "有的页没有文字",
        "“{name}”第{pages}页是图像或乱码，没有读入。",
        "请用 ./gk run --with ocr 安装文字识别后再试，或换用文字版文件。",
    ),
    Fault(
        "FILE-REVISIONS",
        WARNING,
        "文件留有修订痕迹",
        "“{name}”带有修订，已读入插入的文字，略去删除的文字{count}处，如“{what}”。",
        "请接受或拒绝全部修订后再发布。",
    ),
    Fault(
        "FILE-SPANS",
        WARNING,
        "单元格跨度异常",
        "“{name}”的表格里有超出表格的合并单元格，已按表格大小截短。",
        "请核对该表的合并单元格。",
    ),
    Fault(
        "FILE-CUT",
        WARNING,
        "文件后部没有读入",
        "“{name}”嵌套过深，其后的内容没有读入。",
        "请打开后另存为 DOCX 或 PDF 再试。",
    ),
)

FAULTS = {fault.code: fault for fault in REFUSALS + REMARKS}


def finding(code: str, name: str, **facts: object) -> Finding:
    """Word one trouble of a file; the facts fill the places of its sentence."""
    fault = FAULTS[code]
    text = fault.text.format(name=name, **facts)
    return Finding(
        fault.code,
        fault.severity,
        fault.title,
        text,
        fault.hint,
        fault.status,
        evidence=(Evidence(name, None, None, text),),
    )
