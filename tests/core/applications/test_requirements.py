"""What an application has to say (Art. 29)."""

from dataclasses import replace

import pytest

from gongkai.core.applications.intake import Intake, cleaned
from gongkai.core.applications.kinds import Paper
from gongkai.core.applications.requirements import Request, missing, paper_is_valid

PERSON = Request(
    kind="natural",
    name="张示例",
    paper="resident",
    paper_number="110101199003070871",
    phone="13800000000",
    subject="城东片区道路改造的环境影响评价文件",
    medium="electronic",
    provision="portal",
)
COMPANY = replace(
    PERSON,
    kind="business",
    name="示例有限公司",
    paper="credit_code",
    paper_number="11441700007280420Y",
    contact_name="李示例",
)


@pytest.mark.parametrize("request_", [PERSON, COMPANY], ids=["个人", "企业"])
def test_a_whole_application(request_: Request) -> None:
    assert missing(request_) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"kind": ""}, "APPLY-KIND", id="没有类型"),
        pytest.param({"name": " "}, "APPLY-NAME", id="没有姓名"),
        pytest.param({"paper_number": ""}, "APPLY-PAPER", id="没有号码"),
        pytest.param({"paper": "学生证"}, "APPLY-PAPER", id="不认识的证件"),
        pytest.param({"paper_number": "110101199003070872"}, "APPLY-PAPER-NUMBER", id="校验码不对"),
        pytest.param(
            {"paper": "credit_code", "paper_number": "11441700007280420Y"},
            "APPLY-PAPER-KIND",
            id="个人用信用代码",
        ),
        pytest.param({"phone": ""}, "APPLY-CONTACT", id="没有联系方式"),
        pytest.param({"phone": "1380000"}, "APPLY-PHONE", id="电话不对"),
        pytest.param({"email": "a@b"}, "APPLY-EMAIL", id="邮箱不对"),
        pytest.param({"postcode": "12345"}, "APPLY-POSTCODE", id="邮编不对"),
        pytest.param({"subject": ""}, "APPLY-MATTER", id="没有内容"),
        pytest.param({"subject": "文件"}, "APPLY-VAGUE", id="太短"),
        pytest.param({"medium": ""}, "APPLY-MEDIUM", id="没有形式"),
        pytest.param({"provision": "托人"}, "APPLY-PROVISION", id="没有方式"),
        pytest.param({"provision": "email"}, "APPLY-NO-EMAIL", id="邮件没有邮箱"),
        pytest.param({"provision": "post"}, "APPLY-NO-ADDRESS", id="邮寄没有地址"),
    ],
)
def test_what_is_missing_is_named(changes: dict[str, str], code: str) -> None:
    found = missing(replace(PERSON, **changes))
    assert [finding.code for finding in found] == [code]
    assert found[0].hint
    assert found[0].cite
    assert found[0].cite.article == 29
    assert "110101199003070872" not in found[0].text


def test_an_organisation_names_whom_to_ask() -> None:
    assert [row.code for row in missing(replace(COMPANY, contact_name=""))] == [
        "APPLY-CONTACT-NAME"
    ]
    wrong = replace(COMPANY, paper="resident", paper_number=PERSON.paper_number)
    assert [row.code for row in missing(wrong)] == ["APPLY-PAPER-KIND"]


def test_everything_is_said_at_once() -> None:
    assert {finding.paths[0] for finding in missing(Request())} == {
        "kind", "name", "paper_number", "phone", "description", "medium", "provision",
    }  # fmt: skip
    unknown_kind = replace(PERSON, kind="", paper_number="1")
    assert [row.code for row in missing(unknown_kind)] == ["APPLY-KIND", "APPLY-PAPER-NUMBER"]


@pytest.mark.parametrize(
    "phone",
    [
        "0371-66666666",
        "66666666",
        "66666666-801",
        "13912345678",
        "+8613912345678",
        "+86-139-1234-5678",
        "008613912345678",
        "（010）66666666",
        "010－66666666 转 801",
        "010-66666666转801",
        "010-66666666分机801",
        "(0371)66666666-801",
        "4008001234",
        "12345",
        "+85221234567",
        "+853 2888 8888",
        "00886-2-2345-6789",
        "+1 (212) 555-0100 ext. 12",
        "+442079460000",
    ],
)
def test_telephones(phone: str) -> None:
    said = cleaned(Intake(phone=phone)).phone
    assert missing(replace(PERSON, phone=said)) == ()


@pytest.mark.parametrize(
    "phone",
    ["1", "1234", "1391234567", "139123456789", "+861391234567", "一二三四五六七", "转801", "--5--",
     "010-66666666转", "zhang@example.com", "1" * 21, "13912345678 13912345679"],
)  # fmt: skip
def test_what_is_no_telephone(phone: str) -> None:
    said = cleaned(Intake(phone=phone)).phone
    assert [row.code for row in missing(replace(PERSON, phone=said))] == ["APPLY-PHONE"]


@pytest.mark.parametrize(
    ("paper", "number", "is_valid"),
    [
        (Paper.RESIDENT, "11010119900307087x", False),
        (Paper.RESIDENT, "110101199013070871", False),
        (Paper.RESIDENT, "一二三", False),
        (Paper.PASSPORT, "E12345678", True),
        (Paper.PASSPORT, "12", False),
        (Paper.HONG_KONG_MACAO, "H12345678", True),
        (Paper.HONG_KONG_MACAO, "12345678", False),
        (Paper.TAIWAN, "12345678", True),
        (Paper.TAIWAN, "T1", False),
        (Paper.CREDIT_CODE, "11441700007280420y", True),
        (Paper.CREDIT_CODE, "11441700007280420X", False),
        (Paper.OTHER, "任意", True),
    ],
)
def test_numbers_of_papers(paper: Paper, number: str, is_valid: bool) -> None:
    assert paper_is_valid(paper, number) is is_valid
