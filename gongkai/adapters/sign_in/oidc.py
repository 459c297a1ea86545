"""OpenID Connect, authorization code flow with PKCE: the client (统一身份认证)."""

import hashlib
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from gongkai.adapters.sign_in.discovery import (
    Json,
    Metadata,
    discover,
    exchange,
    fetch,
    keys,
)
from gongkai.adapters.sign_in.tokens import check_token
from gongkai.core.ports import Departure, SignInRefusedError, Vouched

RANDOM_BYTES = 32


class OidcProvider:
    """A provider found by its issuer's address."""

    def __init__(
        self, *, issuer: str, client_id: str, client_secret: str = "", scope: str = "openid profile"
    ) -> None:
        self.issuer, self.client_id, self.scope = issuer, client_id, scope
        self.client_secret = client_secret

    def depart(self, *, back: str) -> Departure:
        """Make up state, nonce and verifier, and the address that starts the sign-in."""
        state, nonce, verifier = (secrets.token_urlsafe(RANDOM_BYTES) for _ in range(3))
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": back,
            "scope": self.scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge(verifier),
            "code_challenge_method": "S256",
        }
        address = with_query(discover(self.issuer).authorization, asked)
        return Departure(address, state, nonce, verifier, back)

    def arrive(self, left: Departure, answer: Mapping[str, str], *, now: int) -> Vouched:
        """Check the state, redeem the code, check the token, and ask for what it does not say."""
        check_answer(left, answer, self.issuer)
        metadata = discover(self.issuer)
        given = self._redeem(metadata, left, answer["code"])
        proof = text(given, "id_token")
        said = check_token(
            proof,
            keys(metadata),
            issuer=self.issuer,
            audience=self.client_id,
            nonce=left.nonce,
            now=now,
        )
        subject = text(said, "sub")
        claims = _more(metadata, text(given, "access_token"), subject) | said
        return Vouched(subject, claims, proof)

    def farewell(self, *, proof: str, back: str) -> str:
        """The provider's own page to sign out on."""
        try:
            place = discover(self.issuer).end_session
        except SignInRefusedError:
            return ""
        asked = {"client_id": self.client_id, "post_logout_redirect_uri": back}
        if proof:
            asked["id_token_hint"] = proof
        return with_query(place, asked) if place else ""

    def _redeem(self, metadata: Metadata, left: Departure, code: str) -> Json:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": left.back,
            "client_id": self.client_id,
            "code_verifier": left.verifier,
        }
        client = (quote(self.client_id, safe=""), quote(self.client_secret, safe=""))
        return exchange(metadata.token, form, client)


def check_answer(left: Departure, answer: Mapping[str, str], issuer: str) -> None:
    """The answer belongs to this departure and brings a code. Raises SignInRefusedError."""
    if not secrets.compare_digest(answer.get("state", "").encode(), left.state.encode()):
        raise SignInRefusedError("wrong_state")
    if answer.get("iss", issuer) != issuer:
        raise SignInRefusedError("other_issuer")
    if not answer.get("code"):
        raise SignInRefusedError("refused_by_provider")


def challenge(verifier: str) -> str:
    """What the provider learns of the verifier beforehand (RFC 7636, S256)."""
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def with_query(address: str, asked: Mapping[str, str]) -> str:
    """An address with a query added."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"


def text(said: Json, name: str) -> str:
    """A text that must be there. Raises SignInRefusedError."""
    value = said.get(name)
    if not isinstance(value, str) or not value:
        raise SignInRefusedError(f"no_{name}")
    return value


def _more(metadata: Metadata, token: str, subject: str) -> Json:
    """What the provider tells beyond the token, if it is about the same person."""
    if not metadata.userinfo:
        return {}
    said = fetch(metadata.userinfo, token)
    if said.get("sub") != subject:
        raise SignInRefusedError("other_subject")
    return said
