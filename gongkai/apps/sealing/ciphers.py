"""The ciphers a value may be sealed with: AES-256-GCM, and SM4-GCM (GB/T 32907).

Both are authenticated: what was altered, or was sealed for another column, does not open.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import BlockCipherAlgorithm, Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES: Final = 12
"""What GCM takes without hashing; drawn anew for each value."""
TAG_BYTES: Final = 16
PURPOSE: Final = "gongkai.sealing."


@dataclass(frozen=True, slots=True)
class SealCipher:
    """One way to seal: its name in a sealed value, its block cipher, the length of its key."""

    name: str
    make: Callable[[bytes], BlockCipherAlgorithm]
    key_bytes: int

    def lock(self, secret: bytes, nonce: bytes, text: bytes, bound: bytes) -> bytes:
        """The sealed bytes with their tag; `bound` has to be the same when they are opened."""
        sealer = Cipher(self._algorithm(secret), modes.GCM(nonce)).encryptor()
        sealer.authenticate_additional_data(bound)
        return sealer.update(text) + sealer.finalize() + sealer.tag

    def unlock(self, secret: bytes, nonce: bytes, sealed: bytes, bound: bytes) -> bytes:
        """The bytes that were sealed; InvalidTag where key, bytes or `bound` are not the same."""
        body, tag = sealed[:-TAG_BYTES], sealed[-TAG_BYTES:]
        opener = Cipher(self._algorithm(secret), modes.GCM(nonce, tag)).decryptor()
        opener.authenticate_additional_data(bound)
        return opener.update(body) + opener.finalize()

    def _algorithm(self, secret: bytes) -> BlockCipherAlgorithm:
        """Each cipher has a key of its own from the secret, so two ciphers share none."""
        info = f"{PURPOSE}{self.name}".encode()
        derive = HKDF(algorithm=hashes.SHA256(), length=self.key_bytes, salt=None, info=info)
        return self.make(derive.derive(secret))


AES: Final = SealCipher("aes", algorithms.AES, 32)
SM4: Final = SealCipher("sm4", algorithms.SM4, 16)
CIPHERS: Final[Mapping[str, SealCipher]] = {row.name: row for row in (AES, SM4)}
