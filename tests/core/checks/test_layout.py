"""Metadata, titles and attachments."""

from dataclasses import replace

import pytest

from gongkai.core.checks.content import Attachment, ContentFacts
from gongkai.core.checks.samples import FACTS, Sample
from gongkai.core.finding import Severity
from tests.core.checks.made import found


def codes(sample: Sample) -> list[str]:
    return [one.code for one in found(sample)]


def test_everything_that_is_missing_is_said_at_once() -> None:
    sample = Sample("", "", title="", summary="", facts=ContentFacts())
    errors = {one.code for one in found(sample) if one.severity is Severity.ERROR}
    assert errors == {"LAY-01", "LAY-05", "LAY-06", "LAY-08", "LAY-15"}
    assert {one.paths[0] for one in found(sample)} == {
        "title", "summary", "formed_on", "disclosure_class", "source", "catalogue_code",
        "keywords", "author", "body",
    }  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        "关于举办2025年普通话水平测试",
        "示例市自动驾驶道路测试",
        "2025年体育测试成绩",
        "示例市数据局召开会议",
        "政策问答：公共数据怎样申请？",
        "二十四节气",
    ],
)
def test_titles_without_fault(title: str) -> None:
    assert codes(Sample("", title=title)) == []


@pytest.mark.parametrize("title", ["test 1", "测试公告1", "【测试】关于检查的通知", "111", "asdf"])
def test_titles_left_from_a_trial(title: str) -> None:
    assert "LAY-04" in codes(Sample("", title=title))


@pytest.mark.parametrize(
    "number",
    [
        "国办发〔2021〕30号",
        "示政办函〔2025〕1号",
        "国务院令第711号",
        "示例市人民政府公告2025年第3号",
        "示府规〔2025〕1-2号",
        "主席令第二十号",
    ],
)
def test_document_numbers(number: str) -> None:
    assert codes(Sample("", facts=replace(FACTS, document_number=number))) == []


@pytest.mark.parametrize("number", ["国办发（2021）30号", "示政办函2025-1", "30", "〔2021〕30号"])
def test_bad_document_numbers(number: str) -> None:
    assert codes(Sample("", facts=replace(FACTS, document_number=number))) == ["LAY-13"]


@pytest.mark.parametrize("name", ["附件.pdf", "a1.doc", "Sheet1.xlsx", "DSC_0012.JPG", ".pdf"])
def test_names_that_say_nothing(name: str) -> None:
    sample = Sample("", "附件：检查方案", attachments=(Attachment("file:1", name),))
    assert codes(sample) == ["FIL-01"]


@pytest.mark.parametrize("name", ["附件1 检查方案.docx", "公示名单.xlsx", "2025年第1号公告.pdf"])
def test_names_that_say_something(name: str) -> None:
    sample = Sample("", "附件：检查方案", attachments=(Attachment("file:1", name),))
    assert codes(sample) == []


def test_hidden_text_is_told_and_searched() -> None:
    hidden = "内部测算\n经办人身份证号11010519491231002X"
    told = found(Sample("", hidden=hidden))
    assert [one.code for one in told] == ["FIL-04", "PER-02"]
    assert all("隐藏工作表" in one.text for one in told)
