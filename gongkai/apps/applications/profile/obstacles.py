"""What stands in the way of what an organ says of its receiving (受理信息), as findings."""

from dataclasses import replace

from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.finding import Finding, Severity
from gongkai.core.law.statutes import OGI


def _obstacle(code: str, title: str, text: str, hint: str, *paths: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=paths)


def code_word_missing() -> Finding:
    """Numbers begin with a code word."""
    return _obstacle(
        "PROFILE-CODE",
        "没有机关代字",
        "没有填写机关代字，登记号无法编制。",
        "请填写，例如“示财”。",
        "code_word",
    )


def code_word_odd() -> Finding:
    """The code word would break a number."""
    return _obstacle(
        "PROFILE-CODE-SIGNS",
        "机关代字含有不能用的字符",
        "机关代字只能用汉字和字母。",
        "请去掉括号、空格和数字。",
        "code_word",
    )


def code_word_taken(name: str) -> Finding:
    """Two organs with one code word would give the same numbers."""
    return _obstacle(
        "PROFILE-CODE-TAKEN",
        "机关代字重复",
        f"{name}已经使用这个机关代字，两个机关的登记号会相同。",
        "请换一个机关代字。",
        "code_word",
    )


def pattern_without_code() -> Finding:
    """A pattern that does not tell organs apart."""
    return _obstacle(
        "PROFILE-PATTERN",
        "编号格式没有机关简码",
        "编号格式里没有“{机关简码}”，不同机关的登记号会相同。",
        "请加上“{机关简码}”。",
        "number_pattern",
    )


def basic_way_missing() -> Finding:
    """Handing in and posting can never be refused (R1-21)."""
    finding = _obstacle(
        "PROFILE-WAYS",
        "缺少基本渠道",
        "当面提交和邮政寄送是基本渠道，不能不受理。",
        "请保留当面提交和邮寄。",
        "ways",
    )
    return replace(finding, cite=OGI.at(29))


def no_address() -> Finding:
    """Whoever applies by post has to know where to."""
    return _obstacle(
        "PROFILE-ADDRESS",
        "没有受理地址",
        "没有填写受理地址，申请人无法当面提交和邮寄。",
        "请写到门牌号和房间号。",
        "address",
    )


def way_without_contact(way: SubmissionWay, label: str) -> Finding:
    """A way is open and nobody knows where it leads."""
    return _obstacle(
        "PROFILE-CONTACT",
        "渠道没有联系方式",
        f"开通了“{way.label}”，没有填写{label}。",
        f"请填写{label}，或者不开通这个渠道。",
        "ways",
    )


def internal_term_odd(statutory: int) -> Finding:
    """An organ's own term that is not shorter than the statutory one."""
    return _obstacle(
        "PROFILE-TERM",
        "内部期限不对",
        f"内部办理期限应当是 1 至 {statutory - 1} 个工作日。",
        "请改正，或者留空。",
        "internal_workdays",
    )


def bad_email() -> Finding:
    """An address of e-mail that cannot be."""
    return _obstacle("PROFILE-EMAIL", "电子邮箱不对", "电子邮箱的格式不对。", "请核对。", "email")


def bad_postcode() -> Finding:
    """A postcode that cannot be."""
    return _obstacle(
        "PROFILE-POSTCODE", "邮政编码不对", "邮政编码应当是六位数字。", "请核对。", "postcode"
    )
