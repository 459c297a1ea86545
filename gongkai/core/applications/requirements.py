"""What an application has to say (Art. 29): whatever is missing is named, so that all of it can be
asked for at once (Art. 30)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.core.applications.kinds import (
    ORGANISATION_PAPERS,
    PERSONAL_PAPERS,
    ApplicantKind,
    ApplicationKind,
    Medium,
    Paper,
    Provision,
)
from gongkai.core.finding import Finding, Severity
from gongkai.core.identity.credit_code import is_credit_code
from gongkai.core.identity.resident_number import is_resident_number
from gongkai.core.law import Citation
from gongkai.core.law.statutes import OGI

IDENTITY, MATTER, FORM = (OGI.at(29, 2, item) for item in (1, 2, 3))
PASSPORT: Final = re.compile(r"[A-Z][A-Z0-9][0-9]{6,8}|[0-9]{8,9}")
HONG_KONG_MACAO: Final = re.compile(r"[HM][0-9]{8}(?:[0-9]{2})?|8[123]000[0-9]{12}[0-9X]")
TAIWAN: Final = re.compile(r"[0-9]{8}|[0-9]{10}[A-Z]?|83000[0-9]{12}[0-9X]")
FORMS: Final = {
    Paper.PASSPORT: PASSPORT,
    Paper.HONG_KONG_MACAO: HONG_KONG_MACAO,
    Paper.TAIWAN: TAIWAN,
}
TELEPHONE: Final = re.compile(
    r"\+?[0-9(][0-9()/.\-\u2010-\u2015 ]*[0-9)]"
    r"(?:(?:转|分机|[-\u2010-\u2015,;#*]|x|ext\.?)+[0-9]{1,6})?",
    re.IGNORECASE,
)
"""A number with its usual signs, of any country, and an extension after it."""
LEAST_FIGURES, MOST_FIGURES = 5, 20
NOT_FIGURES: Final = re.compile(r"[^0-9]")
BEGINS_AS_MOBILE: Final = re.compile(r"(?:(?:\+|00)86)?-?1[0-9]{5,}")
MOBILE: Final = re.compile(r"(?:(?:\+|00)86)?-?1[3-9][0-9]{9}")
EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}")
POSTCODE: Final = re.compile(r"[0-9]{6}")
SHORTEST: Final = 4
"""Characters: less describes nothing that could be looked for."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for, and who asks, as told on the form: `kind` is that of the applicant,
    `sort` that of the application."""

    kind: str = ""
    sort: str = ApplicationKind.DISCLOSURE.value
    name: str = ""
    paper: str = ""
    paper_number: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    contact_name: str = ""
    subject: str = ""
    description: str = ""
    medium: str = ""
    provision: str = ""


def missing(request: Request) -> tuple[Finding, ...]:
    """Everything that is missing or cannot be: the points of a notice to correct."""
    return (*_who(request), *_papers(request), *_contact(request), *_what(request), *_how(request))


def paper_is_valid(paper: Paper, number: str) -> bool:
    """Whether such a number can exist on such a paper; other papers are not known."""
    plain = number.strip().upper()
    if paper is Paper.RESIDENT:
        return is_resident_number(plain)
    if paper is Paper.CREDIT_CODE:
        return is_credit_code(plain)
    form = FORMS.get(paper)
    return form is None or form.fullmatch(plain) is not None


def is_telephone(number: str) -> bool:
    """Whether it can be a telephone number, of this country or of another one; what begins like a
    mobile number of the mainland has to be as long as one."""
    figures = len(NOT_FIGURES.sub("", number))
    if not LEAST_FIGURES <= figures <= MOST_FIGURES or not TELEPHONE.fullmatch(number):
        return False
    return not BEGINS_AS_MOBILE.fullmatch(number) or MOBILE.fullmatch(number) is not None


def _who(request: Request) -> Iterator[Finding]:
    if request.kind not in set(ApplicantKind):
        yield _said("APPLY-KIND", "kind", "没有选择申请人类型。", "请选择一类。", IDENTITY)
    if not request.name.strip():
        text = "没有填写姓名或者名称。"
        yield _said("APPLY-NAME", "name", text, "请按身份证明填写全名。", IDENTITY)
    is_organisation = request.kind in set(ApplicantKind) - {ApplicantKind.NATURAL}
    if is_organisation and not request.contact_name.strip():
        text = "没有填写联系人。"
        yield _said("APPLY-CONTACT-NAME", "contact_name", text, "请填写联系人姓名。", IDENTITY)


def _papers(request: Request) -> Iterator[Finding]:
    is_person = request.kind == ApplicantKind.NATURAL
    fitting = PERSONAL_PAPERS if is_person else ORGANISATION_PAPERS
    if not request.paper_number.strip() or request.paper not in set(Paper):
        text = "没有身份证明。"
        yield _said("APPLY-PAPER", "paper_number", text, "请选择证件类型并填写号码。", IDENTITY)
        return
    paper = Paper(request.paper)
    if request.kind in set(ApplicantKind) and paper not in fitting:
        text = f"“{paper.label}”不是这类申请人的身份证明。"
        yield _said("APPLY-PAPER-KIND", "paper", text, "请选择合适的证件类型。", IDENTITY)
    elif not paper_is_valid(paper, request.paper_number):
        text = f"{paper.label}的号码不对，可能写错了一位。"
        yield _said("APPLY-PAPER-NUMBER", "paper_number", text, "请对照证件逐位核对。", IDENTITY)


def _contact(request: Request) -> Iterator[Finding]:
    if not any(value.strip() for value in (request.phone, request.email, request.address)):
        text = "没有联系方式。"
        yield _said(
            "APPLY-CONTACT", "phone", text, "请至少填写电话、电子邮箱或者地址中的一项。", IDENTITY
        )
    if request.phone.strip() and not is_telephone(request.phone.strip()):
        text = "电话号码的格式不对。"
        hint = "请核对：手机号是 11 位；固定电话写“区号-号码”，分机写在“转”之后；境外的加国家代码。"
        yield _said("APPLY-PHONE", "phone", text, hint, IDENTITY)
    if request.email.strip() and not EMAIL.fullmatch(request.email.strip()):
        text = "电子邮箱的格式不对。"
        yield _said("APPLY-EMAIL", "email", text, "请核对，例如 name@example.com。", IDENTITY)
    if request.postcode.strip() and not POSTCODE.fullmatch(request.postcode.strip()):
        text = "邮政编码应当是六位数字。"
        yield _said("APPLY-POSTCODE", "postcode", text, "请核对，或者留空。", IDENTITY)


def _what(request: Request) -> Iterator[Finding]:
    if request.sort not in set(ApplicationKind):
        text = "没有选择申请类别。"
        yield _said(
            "APPLY-SORT", "sort", text, "请选择公开政府信息，或者更正自身信息记录。", MATTER
        )
    said = request.subject.strip() + request.description.strip()
    if not said:
        text = "没有写明申请公开的政府信息。"
        yield _said("APPLY-MATTER", "description", text, DESCRIBE, MATTER)
    elif len(said) < SHORTEST:
        text = f"对所需信息的描述“{said}”太短，无法查找。"
        yield _said("APPLY-VAGUE", "description", text, DESCRIBE, MATTER)


def _how(request: Request) -> Iterator[Finding]:
    if request.medium not in set(Medium):
        text = "没有选择提供信息的形式。"
        yield _said("APPLY-MEDIUM", "medium", text, "请选择纸质、电子数据等。", FORM)
    if request.provision not in set(Provision):
        text = "没有选择获取信息的方式。"
        yield _said("APPLY-PROVISION", "provision", text, "请选择邮寄、电子邮件等。", FORM)
        return
    if request.provision == Provision.EMAIL and not request.email.strip():
        text = "选择了电子邮件获取，没有填写电子邮箱。"
        yield _said("APPLY-NO-EMAIL", "email", text, "请填写电子邮箱，或者改选方式。", FORM)
    if request.provision == Provision.POST and not request.address.strip():
        text = "选择了邮寄获取，没有填写地址。"
        yield _said("APPLY-NO-ADDRESS", "address", text, "请填写地址，或者改选方式。", FORM)


def _said(code: str, path: str, text: str, hint: str, cite: Citation) -> Finding:
    return Finding(code, Severity.ERROR, TITLE, text, hint, paths=(path,), cite=cite)


TITLE: Final = "申请内容不完整"
DESCRIBE: Final = "请写明信息的名称、文号，或者便于查找的其他特征，例如时间、事项、制作机关。"
