"""Citations print the way statutes are cited, and never name an article that does not exist."""

import pytest

from gongkai.core.law import FORM_2021, OGI, chinese_number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        pytest.param(1, "一", id="个位"),
        pytest.param(10, "十", id="整十"),
        pytest.param(12, "十二", id="十几"),
        pytest.param(33, "三十三", id="几十几"),
        pytest.param(100, "一百", id="整百"),
        pytest.param(101, "一百零一", id="百零几"),
        pytest.param(110, "一百一十", id="百一十"),
        pytest.param(999, "九百九十九", id="最大"),
    ],
)
def test_chinese_number(number: int, written: str) -> None:
    assert chinese_number(number) == written


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_no_such_article_number(number: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 999"):
        chinese_number(number)


def test_citation_prints_article_paragraph_and_item() -> None:
    title = "《中华人民共和国政府信息公开条例》"
    assert str(OGI.at(30)) == f"{title}第三十条"
    assert str(OGI.at(33, 2)) == f"{title}第三十三条第二款"
    assert str(OGI.at(36, item=7)) == f"{title}第三十六条第（七）项"
    assert str(OGI.at(20, 1, 15)) == f"{title}第二十条第一款第（十五）项"


def test_citation_of_a_notice_names_its_number_and_part() -> None:
    assert str(FORM_2021.part("表三")) == (
        "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）表三"
    )


@pytest.mark.parametrize("article", [0, 57])
def test_article_that_does_not_exist(article: int) -> None:
    with pytest.raises(ValueError, match="has 56 articles"):
        OGI.at(article)
