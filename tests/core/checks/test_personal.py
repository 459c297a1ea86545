"""Personal data, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.checks.content import Part
from gongkai.core.checks.personal.numbers import luhn, masked, numbers
from gongkai.core.checks.plain import Text
from gongkai.core.checks.samples import Sample
from gongkai.core.identity.resident_number import (
    WEIGHTS,
    has_birthday,
    identity_is_genuine,
)
from tests.core.checks.made import body, found

SEPARATORS = ("", " ", "-", "\u3000", "\u200b", "—", "·", "\u00ad")
CHECK = "10X98765432"


def identity(region: str, birth: str, serial: int) -> str:
    stem = f"{region}{birth}{serial:03}"
    total = sum(int(digit) * weight for digit, weight in zip(stem, WEIGHTS, strict=True))
    return stem + CHECK[total % 11]


def card(stem: str) -> str:
    return next(f"{stem}{last}" for last in range(10) if luhn(f"{stem}{last}"))


def codes(text: str) -> set[str]:
    return {one.code for one in body(text) if one.code.startswith("PER")}


@given(
    st.sampled_from(["110105", "130102", "440303", "650102"]),
    st.dates(),
    st.integers(0, 999),
    st.lists(st.sampled_from(SEPARATORS), min_size=17, max_size=17),
)
def test_an_identity_number_is_found_however_it_is_parted(
    region: str, birth: object, serial: int, between: list[str]
) -> None:
    number = identity(region, f"19{str(birth)[2:].replace('-', '')}", serial)
    if not has_birthday(number):
        return
    written = "".join(char + gap for char, gap in zip(number, [*between, ""], strict=True))
    [one] = body(f"张某（{written}）符合条件。", "PER-02")
    assert one.span is not None
    assert one.span.quote == written
    assert one.span.suggestion == f"{number[:6]}********{number[-4:]}"
    assert number not in one.text


@given(st.integers(10**17, 10**18 - 1))
def test_other_long_numbers_are_no_identity(value: int) -> None:
    number = str(value)
    is_real = identity_is_genuine(number) and has_birthday(number)
    assert bool(body(f"编号{number}。", "PER-02")) is is_real


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), st.sampled_from(["", " ", "-", "－"]))
def test_a_mobile_number_is_found_in_the_usual_groups(number: str, gap: str) -> None:
    written = f"{number[:3]}{gap}{number[3:7]}{gap}{number[7:]}"
    [one] = body(f"申请人王某，{written}，到场。", "PER-05")
    assert one.span is not None
    assert one.span.quote == written
    assert one.span.suggestion == f"{number[:3]}****{number[7:]}"


@given(st.integers(10**11, 10**14 - 1))
def test_a_bank_card_is_known_by_its_check_digit(value: int) -> None:
    number = card(f"6222{value}")
    assert codes(f"退款至{number}。") == {"PER-09"}
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert codes(f"订单{wrong}。") == set()


def test_numbers_stand_by_themselves() -> None:
    text = Text.of(Part("b", "b", "A13812345678 13812345678号 0.13812345678 tel13812345678"))
    assert [one.start for one in numbers(text, 11)] == [13, 43]
    [one] = numbers(Text.of(Part("b", "b", "138-1234-5678")), 11)
    assert one.groups == (3, 4, 4)
    assert one.is_whole


def test_masks() -> None:
    assert masked("13812345678", 3, 4) == "138****5678"
    assert masked("12345", 2, 0) == "12***"
    assert not identity_is_genuine("1101051949123X0021")
    assert not has_birthday("991105194912310021")
    assert has_birthday("110105491231002")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("联系人：王某，13812345678。", "PER-06", id="联系人"),
        pytest.param("示例市数据局办公室王某13812345678", "PER-06", id="科室"),
        pytest.param("当事人：王某，联系电话：13812345678。", "PER-05", id="当事人"),
        pytest.param("申请人王某的手机8613812345678。", "PER-05", id="国际区号"),
        pytest.param("联系人：\n李某，66000000，13812345678", "PER-06", id="上一行写明联系人"),
        pytest.param("示例市教育局\n\n\n0310-6200000", "PER-08", id="名单里的单位电话"),
        pytest.param("王某，0310-6200000。", "PER-07", id="住宅电话"),
        pytest.param("微信：wangmou_88", "PER-16", id="微信"),
        pytest.param("护照：EA1234567", "PER-12", id="护照"),
        pytest.param("粤BD12345", "PER-13", id="新能源号牌"),
        pytest.param("统一社会信用代码11441700007280420X", "PER-11", id="信用代码"),
        pytest.param("王小明，男，1975年8月12日出生。", "PER-19", id="出生日期"),
        pytest.param("王小明，女，16岁，失踪。", "PER-21", id="未成年人"),
        pytest.param("王小明患有精神障碍。", "PER-20", id="疾病"),
        pytest.param("居住在示例小区3栋2单元502室", "PER-17", id="住址"),
        pytest.param("王某，示例花园5号楼1单元301室", "PER-18", id="地址"),
    ],
)
def test_what_is_told_of(text: str, code: str) -> None:
    assert codes(text) == {code}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://www.example.com/13812345678.html", id="网址"),
        pytest.param("13812345678@example.gov.cn", id="政府邮箱"),
        pytest.param("统一社会信用代码：11441700007280420Y", id="正确的信用代码"),
        pytest.param("示例市示例路5号市民中心3楼205室", id="办公地点"),
        pytest.param("各级机构应当为残疾人提供便利。", id="机构义务"),
        pytest.param("第三十四条 患者有权查阅病历。", id="条文"),
        pytest.param("2020-2021年度，2022-2023年度", id="年度"),
        pytest.param("1 3 5 6 7 8 9 2 3 4 5 6 7", id="表格里的一位数"),
        pytest.param("6至12岁儿童", id="年龄段"),
        pytest.param("QQ群：123456789", id="工作群"),
        pytest.param("京A级旅游景区", id="不是号牌"),
    ],
)
def test_what_is_let_pass(text: str) -> None:
    assert codes(text) == set()


def test_a_column_is_told_once_and_its_cells_not_again() -> None:
    rows = "\n".join(
        f"{place}\t张某\t{identity('110105', '19491231', place)}" for place in range(5)
    )
    [one] = found(Sample("", file=f"序号\t姓名\t身份证号\n{rows}"))[:1]
    assert one.code == "PER-01"
    assert "5 行" in one.text
    assert {found.code for found in found(Sample("", file=f"序号\t姓名\t身份证号\n{rows}"))} == {
        "PER-01"
    }


def test_a_column_that_changes_is_another_finding() -> None:
    head = "姓名\t身份证号\n张某\t"
    first, second = (
        found(Sample("", file=head + identity("110105", "19491231", place)), "PER-01")[0]
        for place in (1, 2)
    )
    assert first.span == second.span
    assert first.evidence != second.evidence


def test_a_second_table_has_its_own_heads() -> None:
    text = "姓名\t电话\n张某\t138****5678\n\n单位名称\t电话\n示例市数据局\t0310-6200000"
    assert codes(text) == {"PER-08"}
