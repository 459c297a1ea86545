"""Checking an ID token: who signed it, for whom, when, and in answer to what."""

from joserfc import jwt
from joserfc.errors import ExpiredTokenError, InvalidClaimError, JoseError, MissingClaimError
from joserfc.jwk import KeySet

from gongkai.adapters.sign_in.discovery import Json
from gongkai.core.ports import SignInRefusedError

ALGORITHMS = ["RS256"]
LEEWAY = 60  # seconds that two clocks may differ


def check_token(
    token: str, keys: KeySet, *, issuer: str, audience: str, nonce: str, now: int
) -> Json:
    """The claims of a token that can be believed. Raises SignInRefusedError."""
    rules = jwt.JWTClaimsRegistry(
        now=now,
        leeway=LEEWAY,
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": audience},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        read = jwt.decode(token, keys, algorithms=ALGORITHMS)
        rules.validate(read.claims)
    except (InvalidClaimError, MissingClaimError, ExpiredTokenError) as error:
        raise SignInRefusedError(f"claim_{error.claim}") from error
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise SignInRefusedError("signature") from error
    check_party(read.claims, audience)
    return read.claims


def check_party(claims: Json, audience: str) -> None:
    """A token for several audiences must say that it was made for us. Raises SignInRefusedError."""
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != audience:
        raise SignInRefusedError("claim_azp")
