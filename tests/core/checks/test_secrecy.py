"""Marks of secrecy, and words that only speak of them."""

import pytest

from gongkai.core.finding import Severity
from tests.core.checks.made import body

SECRET = ("SEC-01", "SEC-02", "SEC-03")


def codes(text: str) -> list[str]:
    return [one.code for one in body(text) if one.code.startswith("SEC")]


@pytest.mark.parametrize(
    "mark",
    [
        "绝密★30年",
        "机密☆20年",
        "秘密 ★ 六个月",
        "机密★启用前",
        "绝密★长期",
        "绝\u3000密★",
        "机\u200b密★",
        "秘密\n★".replace("\n", " "),
    ],
)
def test_a_mark_blocks_wherever_it_stands(mark: str) -> None:
    for text in (mark, f"{mark}\n关于某事项的报告", f"关于某事项的报告{mark}", f"序号\t{mark}\t1"):
        assert "SEC-01" in codes(text)


@pytest.mark.parametrize(
    "line",
    ["机密", "秘　密", "【绝密】", "机密 20年", "特急 秘密", "000123 机密", "秘密级", "机密件"],
)
def test_a_line_of_its_own_is_a_mark(line: str) -> None:
    assert codes(f"{line}\n关于某事项的报告") == ["SEC-02"]


@pytest.mark.parametrize(
    "text",
    [
        "密级：秘密",
        "密级:机密★5年",
        "密 级 绝密",
        "秘密等级：机密",
        "密级：☑机密",
        "文号\t密级\n某发1号\t机密",
    ],
)
def test_a_field_with_a_level_is_a_mark(text: str) -> None:
    assert set(codes(text)) & set(SECRET)


@pytest.mark.parametrize(
    "text",
    [
        "属于国家秘密的政府信息，不予公开。",
        "《中华人民共和国保守国家秘密法》第二十条",
        "1.属于国家秘密\t0\t0\t0",
        "保守秘密，人人有责。商业秘密受法律保护。",
        "密级分为绝密、机密和秘密。",
        "密级：□绝密 □机密 □秘密",
        "密级：绝密/机密/秘密",
        "机密性、完整性、可用性",
        "密级：无",
        "标志为“密级★保密期限”。",
    ],
)
def test_a_mention_is_no_mark(text: str) -> None:
    assert codes(text) == []


def test_a_mark_that_is_explained_is_for_the_reviewer() -> None:
    [one] = body("涉密文件应当在首页左上角标注密级，例如“机密★10年”，不得漏标、错标。")
    assert (one.code, one.severity) == ("SEC-04", Severity.ERROR)
    assert codes("例如“机密★10年”") == ["SEC-01"]
    assert codes("这一份文件是“机密★10年”，请各单位认真组织学习，抓好落实。") == ["SEC-01"]


@pytest.mark.parametrize(
    "text",
    [
        "内部资料，注意保存",
        "（此件不予公开）",
        "【内部文件】",
        "阅后即焚",
        "仅供内部参考",
        "（此件发至县级）",
        "内部明电",
        "此件依申请公开",
    ],
)
def test_words_that_keep_a_document_inside(text: str) -> None:
    assert codes(f"关于某事项的通知\n{text}") == ["SEC-05"]


@pytest.mark.parametrize(
    "text",
    [
        "国办发明电〔2020〕1号",
        "个人隐私不得公开。",
        "有关机关编印的仅供领导部门内部参阅的刊物。",
        "内部控制、内部管理制度。",
        "机要交通局负责传递。",
    ],
)
def test_sentences_that_only_use_such_words(text: str) -> None:
    assert codes(text) == []


def test_words_about_such_marks_are_for_the_drafter() -> None:
    assert codes("不宜公开的文件应当在文末标明“此件不公开”，并说明理由。") == ["SEC-06"]
