"""Which addresses are public, and who owns a name."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.adapters.probes.domains import owner
from gongkai.adapters.probes.networks import is_public


@pytest.mark.parametrize(
    "text",
    [
        "0.0.0.1", "10.0.0.1", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1",
        "192.0.0.1", "192.168.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::",
        "2001:0:4136:e378:8000:63bf:f5ff:fffe", "fe80::1", "fc00::1", "fec0::1", "ff02::1",
        "2001:db8::1", "100::1",
    ],
)  # fmt: skip
def test_an_address_that_is_not_public(text: str) -> None:
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", ["114.114.114.114", "2400:3200::1", "::ffff:114.114.114.114"])
def test_an_address_that_is_public(text: str) -> None:
    assert is_public(ip_address(text))


@given(st.ip_addresses(v=4))
def test_an_address_in_disguise_is_judged_like_itself(address: IPv4Address) -> None:
    number = int(address)
    disguises = (
        IPv6Address((0xFFFF << 32) + number),
        IPv6Address(int(IPv6Address("64:ff9b::")) + number),
        IPv6Address((0x2002 << 112) + (number << 80)),
    )
    assert {is_public(disguise) for disguise in disguises} == {is_public(address)}


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.example.gov.cn", "example.gov.cn"),
        ("zwgk.bj.example.gov.cn.", "example.gov.cn"),
        ("a.b.example.cn", "example.cn"),
        ("www.example.bj.cn", "example.bj.cn"),
        ("gov.cn", "gov.cn"),
        ("www.gov.cn", "www.gov.cn"),
        ("A.Example.COM", "example.com"),
        ("www.example.co.uk", "example.co.uk"),
        ("localhost", "localhost"),
        ("10.0.0.1", "10.0.0.1"),
        ("[::1]", "::1"),
        ("", ""),
    ],
)
def test_who_owns_a_name(host: str, domain: str) -> None:
    assert owner(host) == domain
