"""Addresses taken apart, and what is wrong with links."""

import pytest

from gongkai.core.checks.content import Link, Picture
from gongkai.core.checks.links.addresses import address_of
from gongkai.core.checks.samples import Sample
from tests.core.checks.made import body, found


@pytest.mark.parametrize(
    ("written", "host", "is_inner"),
    [
        ("https://www.Example.gov.cn./a", "www.example.gov.cn", False),
        ("//www.example.gov.cn/a", "www.example.gov.cn", False),
        ("http:\\\\www.example.gov.cn", "www.example.gov.cn", False),
        ("https://www.example.gov.cn:8443?x=1", "www.example.gov.cn", False),
        ("http://127.1/", "127.1", True),
        ("http://0177.0.0.1/", "0177.0.0.1", True),
        ("http://0xC0A80101/", "0xc0a80101", True),
        ("http://192.168.0.1:80/", "192.168.0.1", True),
        ("http://172.15.0.1/", "172.15.0.1", False),
        ("http://172.31.255.255/", "172.31.255.255", True),
        ("http://169.254.1.1/", "169.254.1.1", True),
        ("http://8.8.8.8/", "8.8.8.8", False),
        ("http://[fe80::1]/", "fe80::1", True),
        ("http://[2400:3200::1]/", "2400:3200::1", False),
        ("http://oa.example.lan/", "oa.example.lan", True),
        ("http://999.1.1.1/", "999.1.1.1", False),
        ("/zwgk/1.html", "", False),
        ("mailto:a@example.gov.cn", "", False),
        ("", "", False),
    ],
)
def test_where_an_address_leads(written: str, host: str, is_inner: bool) -> None:
    address = address_of(written)
    assert (address.host, address.is_inner) == (host, is_inner)
    assert address.is_web is bool(host)


@pytest.mark.parametrize("written", ["C:\\a.docx", "d:/a/b", "\\\\server\\a", "//server/c$/a"])
def test_paths_on_a_disk(written: str) -> None:
    assert address_of(written).is_local_path


def codes(address: str, words: str = "查看") -> set[str]:
    sample = Sample("", links=(Link(address, words),))
    return {one.code for one in found(sample)}


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("java\nscript:alert(1)", {"LNK-01"}),
        ("VBScript:x", {"LNK-01"}),
        ("\u200bjavascript:x", {"LNK-01"}),
        ("file:///etc/passwd", {"LNK-02"}),
        ("http://10.0.0.1/", {"LNK-03"}),
        ("https://a:b@www.example.gov.cn/", {"LNK-04"}),
        ("https://8.8.8.8/", {"LNK-10"}),
        ("http://www.example.gov.cn/", {"LNK-11"}),
        ("https://www.example.gov.cn/", set()),
    ],
)
def test_each_fault_has_its_rule(address: str, wanted: set[str]) -> None:
    assert codes(address) == wanted


def test_the_words_are_marked_in_the_body() -> None:
    sample = Sample("", "详情请看公告全文。", links=(Link("file:///c:/1.docx", "公告全文"),))
    [one] = found(sample)
    assert one.span is not None
    assert (one.span.start, one.span.end, one.span.quote) == (4, 8, "公告全文")
    assert one.evidence[0].text == "file:///c:/1.docx"


def test_a_link_whose_words_are_not_in_the_body() -> None:
    [one] = found(Sample("", links=(Link("file:///c:/1.docx", "另一处"),)))
    assert one.span is None
    assert one.paths == ("links",)


def test_a_picture_is_looked_at_once() -> None:
    link, picture = Link("file:///c:/1.png", ""), Picture("file:///c:/1.png", "流程图")
    assert len(found(Sample("", links=(link,), pictures=(picture,)), "LNK-02")) == 1
    assert len(found(Sample("", pictures=(picture,)), "LNK-02")) == 1


def test_words_without_a_host_are_not_compared() -> None:
    assert codes("/zwgk/", "www.example.gov.cn") == set()
    assert codes("https://www.example.com/", "第3.5条") == set()
    assert codes("https://evil.example/", "登录www.example.gov.cn办理") == {"LNK-05"}


def test_addresses_in_the_text() -> None:
    assert [one.code for one in body("请登录http://192.168.1.9:8080/oa填报")] == ["LNK-07"]
    assert body("比例为3:1，见https://www.example.gov.cn/。") == []
    assert body("日期2025/6/30，单位km/h，和/或") == []
