"""An address that somebody pastes is a path of our own site, or none (R6-14)."""

import pytest

from gongkai.apps.catalogue.moved_paths import pathed

DOMAIN = "www.qingyuan.example"


@pytest.mark.parametrize(
    ("said", "path"),
    [
        pytest.param("/columns/zwgk/", "/columns/zwgk/", id="路径"),
        pytest.param("  /old/page.html ", "/old/page.html", id="前后有空格"),
        pytest.param("https://www.qingyuan.example/old/", "/old/", id="本网站的完整地址"),
        pytest.param("http://WWW.Qingyuan.example/old/", "/old/", id="域名大小写不同"),
        pytest.param("/search/?q=a", "/search/?q=a", id="带参数"),
        pytest.param("/%E6%97%A7/", "/旧/", id="经过编码"),
        pytest.param("/old/#part", "/old/", id="带页内位置"),
    ],
)
def test_an_address_of_the_site_is_a_path(said: str, path: str) -> None:
    assert pathed(said, DOMAIN) == path


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("https://elsewhere.example/old/", id="别的网站"),
        pytest.param("//elsewhere.example/old/", id="省略协议的别的网站"),
        pytest.param("/%2Felsewhere.example/", id="编码的双斜线"),
        pytest.param("/\\elsewhere.example/", id="反斜线"),
        pytest.param("javascript:alert(1)", id="脚本"),
        pytest.param("ftp://www.qingyuan.example/old/", id="别的协议"),
        pytest.param("old/page.html", id="不以斜线开头"),
        pytest.param("/old%0Apage", id="不可见字符"),
        pytest.param("http://[old/", id="写错的地址"),
        pytest.param("", id="空"),
    ],
)
def test_what_leads_elsewhere_is_none(said: str) -> None:
    assert pathed(said, DOMAIN) is None
