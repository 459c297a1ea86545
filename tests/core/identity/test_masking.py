"""What lists show of a person: enough to know somebody again, too little to reach him."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.identity.masking import (
    mask_address,
    mask_email,
    mask_name,
    mask_number,
    mask_phone,
    masked,
)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("张三", "张＊", id="两字"),
        pytest.param("王小明", "王＊＊", id="三字"),
        pytest.param("欧阳修远", "欧阳＊＊", id="复姓"),
        pytest.param("欧阳", "欧＊", id="姓欧名阳"),
        pytest.param("古丽·阿依古丽", "古＊＊", id="带点的名字"),
        pytest.param("李", "李＊", id="一字"),
        pytest.param("", "", id="没有"),
    ],
)
def test_a_name_keeps_the_family_name(name: str, shown: str) -> None:
    assert mask_name(name) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        pytest.param("13800005678", "138****5678", id="手机"),
        pytest.param("+86 138-0000-5678", "138****5678", id="带国家码"),
        pytest.param("010-66001234", "*********34", id="固定电话"),
        pytest.param("12345", "*****", id="短号"),
        pytest.param("", "", id="没有"),
    ],
)
def test_a_telephone_number_keeps_its_ends(number: str, shown: str) -> None:
    assert mask_phone(number) == shown


def test_a_paper_keeps_three_and_two() -> None:
    assert mask_number("110101199003070038") == "110*************38"
    assert mask_number("G1234567") == "********"


def test_an_address_of_mail_keeps_its_host() -> None:
    assert mask_email("zhangsan@example.com") == "z***@example.com"
    assert mask_email("zhangsan") == "********"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        pytest.param("江源市青石区解放路18号3单元", "江源市青石区＊＊＊＊", id="市区"),
        pytest.param("甲省乙市丙县丁镇戊村6号", "甲省乙市丙县＊＊＊＊", id="省市县"),
        pytest.param("解放路18号", "＊＊＊＊", id="没有区划"),
        pytest.param("", "", id="没有"),
    ],
)
def test_an_address_ends_with_the_county(address: str, shown: str) -> None:
    assert mask_address(address) == shown


@given(st.text(alphabet="0123456789Xx", min_size=9, max_size=24))
def test_four_characters_of_a_paper_are_always_hidden(number: str) -> None:
    shown = mask_number(number)
    assert len(shown) == len(number)
    assert shown.count("*") >= 4


@given(st.text(alphabet="张王李欧阳司马小明文", min_size=2, max_size=8))
def test_a_whole_name_is_never_shown(name: str) -> None:
    assert name not in mask_name(name)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(
            "申请公开王小明家（解放路18号）的拆迁协议",
            "申请公开＊＊＊家（＊＊＊）的拆迁协议",
            id="姓名和住址",
        ),
        pytest.param("请回复 wang@example.com", "请回复 w***@example.com", id="邮箱"),
        pytest.param("电话138 0000 5678，谢谢", "电话*************，谢谢", id="电话"),
        pytest.param("证件11010119900307003X的档案", "证件******************的档案", id="证件"),
        pytest.param("2024年12月第123号批复", "2024年12月第123号批复", id="年份和文号"),
    ],
)
def test_a_text_loses_names_and_numbers(text: str, shown: str) -> None:
    assert masked(text, ["王小明", "解放路18号", "王"]) == shown


@given(st.text(alphabet="王小明的房子138005678", max_size=30))
def test_a_masked_text_has_no_long_number_and_no_name(text: str) -> None:
    shown = masked(text, ["王小明"])
    assert "王小明" not in shown
    assert not any(part.isdigit() and len(part) > 6 for part in shown.split("*"))
