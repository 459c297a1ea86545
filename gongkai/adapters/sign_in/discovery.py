"""What a provider says of itself: its addresses and its keys, asked anew at every sign-in."""

import ssl
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

import httpx
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization

from gongkai.core.ports import SignInRefusedError

WELL_KNOWN = "/.well-known/openid-configuration"
SECONDS = 8.0
THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}
Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Metadata:
    """The addresses of a provider."""

    issuer: str
    authorization: str
    token: str
    keys: str
    userinfo: str = ""
    end_session: str = ""


def discover(issuer: str) -> Metadata:
    """Ask a provider for its addresses. Raises SignInRefusedError."""
    if not is_guarded(issuer):
        raise SignInRefusedError("insecure_issuer")
    said = fetch(issuer.rstrip("/") + WELL_KNOWN)
    if said.get("issuer") != issuer:
        raise SignInRefusedError("other_issuer")
    found = Metadata(
        issuer,
        _address(said, "authorization_endpoint"),
        _address(said, "token_endpoint"),
        _address(said, "jwks_uri"),
        _address(said, "userinfo_endpoint"),
        _address(said, "end_session_endpoint"),
    )
    if not (found.authorization and found.token and found.keys):
        raise SignInRefusedError("incomplete_metadata")
    return found


def keys(metadata: Metadata) -> KeySet:
    """The keys a provider signs with now. Raises SignInRefusedError."""
    try:
        return KeySet.import_key_set(cast("KeySetSerialization", fetch(metadata.keys)))
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise SignInRefusedError("unusable_keys") from error


def fetch(address: str, token: str = "") -> Json:
    """A JSON object from the provider. Raises SignInRefusedError."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return _answer(httpx.Request("GET", address, headers=headers))


def exchange(address: str, form: dict[str, str], client: tuple[str, str]) -> Json:
    """Hand over a form and get a JSON object. Raises SignInRefusedError."""
    request = httpx.Request("POST", address, data=form)
    if client[1]:
        request = next(httpx.BasicAuth(*client).auth_flow(request))
    return _answer(request)


def trusted() -> ssl.SSLContext:
    """Whom this machine trusts: the authorities of its operator count too."""
    return ssl.create_default_context()


def is_guarded(address: str) -> bool:
    """Whether nobody on the way can read along: HTTPS, or this machine itself."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in THIS_MACHINE)


def _answer(request: httpx.Request) -> Json:
    try:
        with httpx.Client(timeout=SECONDS, trust_env=False, verify=trusted()) as client:
            response = client.send(request)
        said = response.json() if response.is_success else None
    except httpx.HTTPError as error:
        raise SignInRefusedError("unreachable") from error
    except ValueError as error:
        raise SignInRefusedError("no_json") from error
    if not isinstance(said, dict):
        raise SignInRefusedError("refused_by_provider")
    return said


def _address(said: Json, name: str) -> str:
    """One address of the metadata; one that is not guarded does not count."""
    value = said.get(name)
    return value if isinstance(value, str) and is_guarded(value) else ""
