"""What article 12 wants in a guide."""

import pytest

from gongkai.core.catalogue.disclosure_guide import (
    FIELDS,
    GuideField,
    difference,
    examine,
    is_complete,
)
from gongkai.core.finding import Severity
from tests.factories.guides import GUIDE

REQUIRED = [field for field in FIELDS if field.is_required]
ADVISED = [field for field in FIELDS if not field.is_required and field.key != "postcode"]


def key_of(field: GuideField) -> str:
    return field.key


def test_a_whole_guide_has_nothing_against_it() -> None:
    assert examine(GUIDE) == ()
    assert is_complete(GUIDE)


def test_the_law_asks_for_nine_things() -> None:
    assert [field.key for field in REQUIRED] == [
        "classes", "arrangement", "access", "office", "address", "hours", "phone", "fax",
        "internet",
    ]  # fmt: skip


@pytest.mark.parametrize("field", REQUIRED, ids=key_of)
@pytest.mark.parametrize("empty", ["", "  \n"])
def test_what_is_missing_is_an_error_with_its_article(field: GuideField, empty: str) -> None:
    (found,) = examine({**GUIDE, field.key: empty})
    assert (found.code, found.severity) == ("GUIDE-MISSING", Severity.ERROR)
    assert found.paths == (field.key,)
    assert str(found.cite) == "《中华人民共和国政府信息公开条例》第十二条"
    assert not is_complete({**GUIDE, field.key: empty})


@pytest.mark.parametrize("field", ADVISED, ids=key_of)
def test_what_is_advised_does_not_stand_in_the_way(field: GuideField) -> None:
    (found,) = examine({**GUIDE, field.key: ""})
    assert (found.code, found.severity) == ("GUIDE-ADVISED", Severity.WARNING)
    assert is_complete({**GUIDE, field.key: ""})


def test_an_empty_guide_is_told_everything_at_once() -> None:
    assert len(examine({})) == len(REQUIRED) + len(ADVISED)


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("phone", "总机转接", "GUIDE-PHONE"),
        ("internet", "见网站", "GUIDE-INTERNET"),
        ("postcode", "12345", "GUIDE-POSTCODE"),
        ("office", "处" * 201, "GUIDE-LONG"),
        ("application_ways", "只受理网上申请。", "GUIDE-WAYS"),
    ],
)
def test_what_leads_nowhere_is_found(key: str, value: str, code: str) -> None:
    assert [found.code for found in examine({**GUIDE, key: value})] == [code]


@pytest.mark.parametrize("value", ["xxgk@sfx.gov.cn", "www.sfx.gov.cn 依申请公开专栏"])
def test_an_address_and_a_mailbox_will_do(value: str) -> None:
    assert examine({**GUIDE, "internet": value}) == ()


def test_two_versions_differ_in_what_was_changed() -> None:
    (changed,) = difference(GUIDE, {**GUIDE, "phone": "0990-7654321 "})
    assert (changed.field.key, changed.after) == ("phone", "0990-7654321")
    assert difference(GUIDE, {**GUIDE, "unknown": "x"}) == ()
