"""A round trip to a real provider on this machine, and every answer that must not be believed."""

import time
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest

from gongkai.adapters.sign_in.discovery import is_guarded
from gongkai.adapters.sign_in.oidc import OidcProvider, challenge
from gongkai.core.ports import Departure, SignInRefusedError, Vouched
from tests.providers.running import Running, running_provider

BACK = "http://127.0.0.1:9/desk/login/oidc/back/"


@pytest.fixture(scope="module")
def process() -> Iterator[Running]:
    with running_provider() as running:
        yield running


@pytest.fixture
def running(process: Running) -> Running:
    process.turn("")
    return process


@pytest.fixture
def client(running: Running) -> OidcProvider:
    return OidcProvider(**running.settings)


def answer_to(running: Running, left: Departure) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(running.sign_in(left.address, "handler")).query))


def round_trip(client: OidcProvider, running: Running) -> Vouched:
    left = client.depart(back=BACK)
    return client.arrive(left, answer_to(running, left), now=int(time.time()))


def test_a_round_trip(client: OidcProvider, running: Running) -> None:
    vouched = round_trip(client, running)
    assert vouched.subject == "subject of handler"
    assert vouched.claims["preferred_username"] == "handler"
    assert vouched.claims["iss"] == running.issuer


def test_nothing_is_made_up_twice(client: OidcProvider) -> None:
    one, other = client.depart(back=BACK), client.depart(back=BACK)
    assert not {one.state, one.nonce, one.verifier} & {other.state, other.nonce, other.verifier}
    asked = dict(parse_qsl(urlsplit(one.address).query))
    assert asked["code_challenge"] == challenge(one.verifier)
    assert one.verifier not in one.address


def test_the_challenge_of_the_specification() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        pytest.param("state", "wrong_state", id="状态码不符"),
        pytest.param("denied", "refused_by_provider", id="对方拒绝"),
        pytest.param("answer_issuer", "other_issuer", id="答复来自别的系统"),
        pytest.param("nonce", "claim_nonce", id="随机数不符"),
        pytest.param("no_nonce", "claim_nonce", id="没有随机数"),
        pytest.param("audience", "claim_aud", id="发给别的系统"),
        pytest.param("audiences", "claim_azp", id="发给几个系统而没有指明"),
        pytest.param("party", "claim_azp", id="指明别的系统"),
        pytest.param("issuer", "claim_iss", id="签发者不符"),
        pytest.param("expired", "claim_exp", id="过期"),
        pytest.param("no_expiry", "claim_exp", id="没有期限"),
        pytest.param("future", "claim_iat", id="签发时间在将来"),
        pytest.param("no_subject", "claim_sub", id="没有说是谁"),
        pytest.param("none", "signature", id="没有签名"),
        pytest.param("symmetric", "signature", id="用公钥当对称密钥"),
        pytest.param("other_key", "signature", id="别的密钥"),
        pytest.param("changed", "signature", id="内容被改"),
        pytest.param("other_subject", "other_subject", id="资料是别人的"),
    ],
)
def test_an_answer_that_is_not_believed(
    client: OidcProvider, running: Running, mode: str, reason: str
) -> None:
    left = client.depart(back=BACK)
    running.turn(mode)
    answer = answer_to(running, left)
    with pytest.raises(SignInRefusedError) as refused:
        client.arrive(left, answer, now=int(time.time()))
    assert refused.value.reason == reason


def test_a_provider_that_changes_its_keys(client: OidcProvider, running: Running) -> None:
    round_trip(client, running)
    running.turn("rotate")
    assert round_trip(client, running).subject == "subject of handler"


def test_a_code_counts_once(client: OidcProvider, running: Running) -> None:
    left = client.depart(back=BACK)
    answer = answer_to(running, left)
    client.arrive(left, answer, now=int(time.time()))
    with pytest.raises(SignInRefusedError, match="refused_by_provider"):
        client.arrive(left, answer, now=int(time.time()))


def test_a_code_without_its_verifier(client: OidcProvider, running: Running) -> None:
    left = client.depart(back=BACK)
    answer = answer_to(running, left)
    stolen = replace(left, verifier="a verifier that somebody guessed, long enough")
    with pytest.raises(SignInRefusedError, match="refused_by_provider"):
        client.arrive(stolen, answer, now=int(time.time()))


def test_a_wrong_client_secret(running: Running) -> None:
    client = OidcProvider(**{**running.settings, "client_secret": "wrong"})
    with pytest.raises(SignInRefusedError, match="refused_by_provider"):
        round_trip(client, running)


def test_a_provider_that_says_it_is_another(client: OidcProvider, running: Running) -> None:
    running.turn("metadata")
    with pytest.raises(SignInRefusedError, match="other_issuer"):
        client.depart(back=BACK)


def test_a_provider_that_does_not_answer() -> None:
    client = OidcProvider(issuer="http://127.0.0.1:1", client_id="gongkai")
    with pytest.raises(SignInRefusedError, match="unreachable"):
        client.depart(back=BACK)
    assert client.farewell(proof="", back=BACK) == ""


def test_the_way_out(client: OidcProvider, running: Running) -> None:
    asked = dict(parse_qsl(urlsplit(client.farewell(proof="proof", back=BACK)).query))
    assert asked["post_logout_redirect_uri"] == BACK
    assert asked["id_token_hint"] == "proof"


@pytest.mark.parametrize(
    ("address", "guarded"),
    [
        ("https://sso.example.cn", True),
        ("http://127.0.0.1:8000", True),
        ("http://sso.example.cn", False),
        ("ftp://127.0.0.1", False),
        ("sso.example.cn", False),
    ],
)
def test_nobody_may_read_along(address: str, guarded: bool) -> None:
    assert is_guarded(address) is guarded
