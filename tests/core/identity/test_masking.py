"""What lists show of a person: enough to know somebody again, too little to reach him."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.identity.masking import (
    mask_email,
    mask_name,
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


def test_an_address_of_mail_keeps_its_host() -> None:
    assert mask_email("zhangsan@example.com") == "z***@example.com"
    assert mask_email("zhangsan") == "********"


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
