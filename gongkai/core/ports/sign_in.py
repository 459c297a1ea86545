"""The port to whoever else vouches for people (统一身份认证)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


class SignInRefusedError(Exception):
    """The answer cannot be believed, or the provider cannot be reached.

    `reason` is a word for the journal; it never holds anything secret.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Departure:
    """Where to send the browser, and what has to be remembered until it comes back."""

    address: str
    state: str
    nonce: str
    verifier: str
    back: str


@dataclass(frozen=True, slots=True)
class Vouched:
    """Somebody the provider vouches for."""

    subject: str
    claims: Mapping[str, object]
    proof: str = field(default="", repr=False)


class SignInProvider(Protocol):
    """Sends people away to sign in, and judges what they bring back."""

    def depart(self, *, back: str) -> Departure:
        """Begin a sign-in that ends at our address `back`. Raises SignInRefusedError."""

    def arrive(self, left: Departure, answer: Mapping[str, str], *, now: int) -> Vouched:
        """Judge the answer to a departure, at a second of Unix time. Raises SignInRefusedError."""

    def farewell(self, *, proof: str, back: str) -> str:
        """Where somebody signs out at the provider too; empty where it has no such place."""
