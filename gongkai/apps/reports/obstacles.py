"""What stands in the way of a file or an upload, as findings."""

from gongkai.apps.reports.limits import MEGABYTE, Limits
from gongkai.core.finding import Finding, Severity
from gongkai.core.ports import Failure


def _obstacle(code: str, title: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint)


def nothing_chosen() -> Finding:
    """The form came without a file."""
    return _obstacle(
        "UPLOAD-NONE",
        "没有选择文件",
        "没有收到文件。",
        "请选择一份或者几份年度报告，再点“开始体检”。",
    )


def too_many(limits: Limits) -> Finding:
    """More files than one session takes."""
    return _obstacle(
        "UPLOAD-MANY",
        "文件太多",
        f"一次体检最多 {limits.files} 份文件。",
        "请分几次体检；整批文件可以用命令行 ./gk report batch 处理。",
    )


def too_often(limits: Limits) -> Finding:
    """One address sends more than its share."""
    return _obstacle(
        "UPLOAD-OFTEN",
        "上传过于频繁",
        f"同一网络一小时内最多上传 {limits.files_per_hour} 份文件。",
        "请过一小时再试。",
    )


def too_busy() -> Finding:
    """Everybody together sends more than can be read."""
    return _obstacle(
        "UPLOAD-BUSY",
        "正在排队的文件太多",
        "现在等待读取的文件较多，没有收下新的文件。",
        "请过几分钟再试。",
    )


def too_large(name: str, limits: Limits) -> Finding:
    """A file beyond the size allowed."""
    return _obstacle(
        "UPLOAD-LARGE",
        "文件太大",
        f"“{name}”超过 {limits.file_megabytes} MB，没有读取。",
        "请只上传年度报告本身；扫描件可以降低分辨率后再传。",
    )


def empty(name: str) -> Finding:
    """A file without a byte."""
    return _obstacle(
        "UPLOAD-EMPTY",
        "空文件",
        f"“{name}”是空文件，里面没有任何内容。",
        "请检查文件是否下载完整，再重新选择。",
    )


def stopped(name: str, failure: Failure, limits: Limits) -> Finding:
    """The process that read a file had to be stopped, or died."""
    if failure is Failure.OVERDUE:
        return _obstacle(
            "FILE-OVERDUE",
            "读取超时",
            f"“{name}”读取超过 {limits.seconds} 秒，已经停止。",
            "请去掉与报告无关的图片和附件，或者另存为 DOCX 后重新上传。",
        )
    return _obstacle(
        "FILE-CRASHED",
        "读取中断",
        f"“{name}”的内容使读取程序中断，没有得到结果。",
        "文件可能已经损坏：请用办公软件打开并另存一份，再重新上传。",
    )


def not_combined() -> Finding:
    """The files were read, but finding the reports in them took too long."""
    return _obstacle(
        "SESSION-OVERDUE",
        "识别报告超时",
        "文件已经读取，但从中识别报告和核对数据用时过长，已经停止。",
        "请减少一次体检的文件，每次只上传一份报告的文件。",
    )


def interrupted(name: str) -> Finding:
    """The file has been waiting for so long that nobody is at it any more."""
    return _obstacle(
        "FILE-INTERRUPTED",
        "读取没有完成",
        f"“{name}”等待的时间过长，读取没有完成。",
        "请重新上传；仍然如此时请告诉系统管理员，检查后台任务程序是否在运行。",
    )


def no_such_place() -> Finding:
    """A confirmation for a cell that the report does not have."""
    return _obstacle(
        "CONFIRM-PLACE",
        "没有这一格",
        "这份报告里没有要确认的单元格，可能文件已经移除或者重新读取过。",
        "请回到报告页面，重新打开要确认的单元格。",
    )


def not_kept() -> Finding:
    """A report whose files are not there any more cannot be kept."""
    return _obstacle(
        "KEEP-FILES",
        "原件已经不在",
        "这次体检没有暂存原件，不能保存到年报库。",
        "请在工作台重新上传，再保存。",
    )


def no_reason() -> Finding:
    """A withdrawal says why."""
    return _obstacle(
        "WITHDRAW-REASON",
        "没有写原因",
        "移出年报库需要写明原因。",
        "请用一句话写明原因，例如“重复保存”。",
    )


def all_too_large(most: int) -> Finding:
    """Files that are together beyond what one upload may have."""
    return _obstacle(
        "UPLOAD-TOGETHER",
        "文件合起来太大",
        f"一次上传的文件合起来不能超过 {most // MEGABYTE} MB，没有收下。",
        "请分几次上传，每次少选几份。",
    )
