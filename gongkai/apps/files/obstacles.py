"""What stands in the way of a file, as findings."""

from gongkai.apps.files.limits import Limits
from gongkai.core.finding import Finding, Severity
from gongkai.core.ports import Failure


def _obstacle(code: str, title: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=("file",))


def no_name() -> Finding:
    """The file came without a name."""
    return _obstacle(
        "FILE-NAME",
        "没有文件名",
        "文件没有名称，或者名称里只有扩展名。",
        "请给文件取一个能说明内容的名称，再上传。",
    )


def long_name(limits: Limits) -> Finding:
    """The name is longer than can be kept and read."""
    return _obstacle(
        "FILE-NAME-LONG",
        "文件名太长",
        f"文件名超过 {limits.name_length} 个字。",
        "请缩短文件名，再上传。",
    )


def odd_name() -> Finding:
    """The name holds signs that are not seen or that lead elsewhere."""
    return _obstacle(
        "FILE-NAME-ODD",
        "文件名含有异常字符",
        "文件名里有看不见的控制字符，或者指向上级文件夹的“..”。",
        "请改用汉字、字母、数字重新命名，再上传。",
    )


def stopped(failure: Failure | None, limits: Limits) -> Finding:
    """The process that read the file had to be stopped, or died."""
    if failure is Failure.OVERDUE:
        return _obstacle(
            "FILE-OVERDUE",
            "检查超时",
            f"检查文件超过 {limits.seconds} 秒，已经停止。",
            "请减少页数或者图片，或者拆成几个文件，再上传。",
        )
    return _obstacle(
        "FILE-CRASHED",
        "检查中断",
        "文件的内容使检查程序中断，没有得到结果。",
        "文件可能已经损坏：请用办公软件打开并另存一份，再上传。",
    )


def given_up(limits: Limits) -> Finding:
    """The worker has died over the file again and again."""
    return _obstacle(
        "FILE-GIVEN-UP",
        "检查没有完成",
        f"文件检查了 {limits.tries} 次都没有完成。",
        "请重新上传；仍然如此时请告诉系统管理员，检查后台任务程序是否正常。",
    )


def lost() -> Finding:
    """The bytes are not in the storage, or are not those that were stored."""
    return _obstacle(
        "FILE-LOST",
        "文件内容丢失",
        "存储里没有这个文件，或者内容与存入时不同。",
        "请重新上传，并告诉系统管理员检查存储。",
    )


def not_taken() -> Finding:
    """A kind of file that staff may attach and visitors do not send."""
    return _obstacle(
        "FILE-NOT-TAKEN",
        "不收这种文件",
        "附件只收 PDF、OFD、DOCX、XLSX、JPG、PNG 和 TXT。",
        "请另存为其中一种，再上传。",
    )


def in_use() -> Finding:
    """Something still refers to the file."""
    return _obstacle(
        "FILE-IN-USE",
        "文件正在使用",
        "还有信息在使用这个文件，不能删除。",
        "请先从信息中移除附件或者图片，再删除文件。",
    )
