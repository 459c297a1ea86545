"""Wording at work: which lists hold, at once, for whom."""

import pytest
from pytest_django import DjangoAssertNumQueries

from gongkai.apps.checks.word_entries import add_word, amend_word, remove_word
from gongkai.apps.checks.word_lists import switch_word_list
from gongkai.apps.checks.wording import wording_of
from gongkai.core.checks.content import Part, PartKind
from gongkai.core.identity import SYSTEM
from tests.apps.checks.made_words import NOW, cells, met, word_list
from tests.factories.organs import Region

pytestmark = pytest.mark.django_db
TEXT = "，蓝皮方案，红皮方案，"


@pytest.fixture
def region() -> Region:
    return Region()


def test_an_organ_goes_by_its_own_lists_and_those_for_all(region: Region) -> None:
    word_list(region.health, "蓝皮方案")
    word_list(None, "红皮方案")
    assert met(region.health, TEXT) == ["蓝皮方案", "红皮方案"]
    assert met(region.finance, TEXT) == ["红皮方案"]


def test_a_change_takes_effect_at_once(region: Region) -> None:
    row = word_list(region.health)
    assert met(region.health, TEXT) == []
    entry = add_word(SYSTEM, list_id=row.pk, cells=cells("蓝皮方案"), now=NOW)
    assert met(region.health, TEXT) == ["蓝皮方案"]
    amend_word(SYSTEM, list_id=row.pk, entry_id=entry.pk, cells=cells("红皮方案"), now=NOW)
    assert met(region.health, TEXT) == ["红皮方案"]
    remove_word(SYSTEM, list_id=row.pk, entry_id=entry.pk, now=NOW)
    assert met(region.health, TEXT) == []


def test_a_list_that_is_switched_off_is_not_asked(region: Region) -> None:
    row = word_list(region.health, "蓝皮方案")
    switch_word_list(SYSTEM, list_id=row.pk, is_active=False, now=NOW)
    assert met(region.health, TEXT) == []
    switch_word_list(SYSTEM, list_id=row.pk, is_active=True, now=NOW)
    assert met(region.health, TEXT) == ["蓝皮方案"]


def test_a_shipped_word_is_let_pass_by_an_allow_list(region: Region) -> None:
    text = "，全面布署工作，"
    assert met(region.health, text) == ["布署"]
    word_list(region.health, "布署", allows=True)
    assert met(region.health, text) == []
    assert met(region.finance, text) == ["布署"]


def test_an_organs_own_entry_stands_before_the_shipped_one(region: Region) -> None:
    row = word_list(region.health)
    own = cells("布署", "布置", severity="提示")
    add_word(SYSTEM, list_id=row.pk, cells=own, now=NOW)
    (finding,) = wording_of(region.health.pk)(Part("body", "正文", "，全面布署工作，"))
    assert finding.span
    assert (finding.severity, finding.span.suggestion) == ("information", "布置")


def test_knowing_the_lists_costs_one_query(
    region: Region, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    word_list(region.health, "蓝皮方案")
    wording_of(region.health.pk)
    with django_assert_num_queries(1):
        assert met(region.health, TEXT) == ["蓝皮方案"]


def test_the_fingerprint_names_what_it_goes_by(region: Region) -> None:
    before = wording_of(region.health.pk).fingerprint
    assert before == wording_of(region.finance.pk).fingerprint
    row = word_list(region.health, "蓝皮方案")
    after = wording_of(region.health.pk).fingerprint
    assert after != before
    switch_word_list(SYSTEM, list_id=row.pk, is_active=False, now=NOW)
    assert wording_of(region.health.pk).fingerprint == before


def test_a_full_width_word_is_found_as_a_plain_one(region: Region) -> None:
    word_list(region.health, "APP方案")
    assert met(region.health, "，\uff21PP 方案，\uff21\u200bPP方案，") == ["\uff21\u200bPP方案"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("进一步建全工作机制", "建全", id="同音"),
        pytest.param("加强环境治里和监督", "环境治里", id="组成常用搭配"),
        pytest.param("推进水利工程建没工作", "建没", id="形近"),
    ],
)
def test_a_likely_slip_is_told(region: Region, text: str, quote: str) -> None:
    assert met(region.health, text) == [quote]


def test_nothing_is_suspected_where_prose_is_rare(region: Region) -> None:
    text = "加强环境治里和监督"
    assert met(region.health, text) != []
    assert met(region.health, text, PartKind.FILE_NAME) == []
    assert met(region.health, text, PartKind.FILE_HIDDEN) == []


def test_allowed_words_are_not_suspected(region: Region) -> None:
    text = "加强环境治里和监督"
    (quote,) = met(region.health, text)
    word_list(region.health, quote, allows=True)
    assert met(region.health, text) == []


def test_findings_come_in_the_order_of_the_text(region: Region) -> None:
    text = "，加强环境治里和监督，全面布署工作，"
    assert met(region.health, text) == ["环境治里", "布署"]
