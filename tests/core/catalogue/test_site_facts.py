"""What every page of a site carries: the form of each value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.catalogue.site_facts import (
    DEFAULT_COLOUR,
    SiteFacts,
    contrast_on_white,
    site_faults,
)


def codes(**values: str) -> list[str]:
    """The codes of what is wrong."""
    return [found.code for found in site_faults(SiteFacts(**{"name": "示范网站", **values}))]


@pytest.mark.parametrize("code", ["", "4207000016", "bm55000001"])
def test_real_site_codes_pass(code: str) -> None:
    assert codes(site_code=code) == []


@pytest.mark.parametrize(
    "code", ["420700001", "42070000166", "BM55000001", "bm5500000", "\uff14207000016"]
)
def test_other_site_codes_do_not(code: str) -> None:
    assert codes(site_code=code) == ["SITE-CODE"]


@pytest.mark.parametrize("domain", ["www.example.gov.cn", "示范市.政务", "", "a.b-c.GOV.cn"])
def test_domains_of_governments_pass(domain: str) -> None:
    assert codes(domain=domain) == []


@pytest.mark.parametrize(
    "domain", ["example.com", "http://www.example.gov.cn", ".gov.cn", "a.gov.cn/x", "a..gov.cn"]
)
def test_other_domains_do_not(domain: str) -> None:
    assert codes(domain=domain) == ["SITE-DOMAIN"]


@pytest.mark.parametrize("colour", ["red", "#12345", "#1d4f9g", "1d4f91", "#1d4f91;}"])
def test_a_colour_has_one_form(colour: str) -> None:
    assert codes(colour=colour) == ["SITE-COLOUR"]


def test_a_light_colour_is_refused_with_its_contrast() -> None:
    found = next(site_faults(SiteFacts("示范网站", colour="#ffaa00")))
    assert found.code == "SITE-CONTRAST"
    assert f"{contrast_on_white('#ffaa00'):.1f}" in found.text


@pytest.mark.parametrize(
    ("colour", "contrast"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54)]
)
def test_contrast_is_that_of_the_guidelines(colour: str, contrast: float) -> None:
    assert contrast_on_white(colour) == pytest.approx(contrast, abs=0.005)


@given(st.integers(0, 0xFFFFFF))
def test_contrast_lies_between_that_of_white_and_black(value: int) -> None:
    assert 1 <= contrast_on_white(f"#{value:06x}") <= 21.0001


def test_everything_wrong_is_said_at_once() -> None:
    found = codes(name=" ", domain="x", site_code="x", colour="x")
    assert found == ["SITE-NAME", "SITE-DOMAIN", "SITE-CODE", "SITE-COLOUR"]
    assert codes(colour=DEFAULT_COLOUR) == []
