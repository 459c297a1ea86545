"""Scans: what is recognised in their pictures can be found and covered."""

from dataclasses import replace

import pytest

from gongkai.adapters.documents.pictures import engine
from gongkai.core.ports import PageLook
from tests.adapters.redaction.handling import LIMITS, REDACTOR
from tests.samples import portable
from tests.samples.drawing import lines

NUMBER = "110105194912310021"
TEXTS = (f"申请人张三丰的证件号码为{NUMBER}。", "电话13812345678，经审查，现答复如下。")

needs_recognition = pytest.mark.skipif(not engine.is_installed(), reason="没有安装文字识别")


@pytest.fixture(scope="module")
def typed() -> PageLook:
    """A page whose words and places are known from its file."""
    (page,) = REDACTOR.pages("答复.pdf", portable.pdf(lines(*TEXTS)), LIMITS)
    return page


@needs_recognition
def test_words_of_a_scan_stand_over_their_places(typed: PageLook) -> None:
    page = REDACTOR.spelled(replace(typed, words=()))
    assert page.is_recognised
    for text in (NUMBER, "13812345678"):
        (seen,) = [word.area for word in page.words if text in word.text]
        (true,) = [word.area for word in typed.words if text in word.text]
        assert seen.shared_with(true) > 0.9
        assert seen.width < 1.4 * true.width


def test_a_page_with_words_of_its_own_keeps_them(typed: PageLook) -> None:
    assert REDACTOR.spelled(typed) is typed


def test_without_the_program_the_page_stays(
    typed: PageLook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "is_installed", lambda: False)
    bare = replace(typed, words=())
    assert REDACTOR.spelled(bare) is bare
