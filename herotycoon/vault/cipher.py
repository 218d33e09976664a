"""Secrets that must be read again, such as the keys of storytellers for hire, sealed before they are stored.

AES-256-GCM, with where a secret belongs as associated data: it opens in its own row of its own world and nowhere
else, so that nobody who can write to the database can have another world's key used for theirs. (Fernet, the usual
choice, has no associated data and seals a secret that opens anywhere.) Each seal draws 96 fresh bits as nonce.

The keys come from ENCRYPTION_KEYS, the newest first. All of them open; the newest seals. Each is stretched by HKDF into
what encrypts and, independently, into a short id that is stored beside the ciphertext and tells nothing about the key.
Errors name ids, never keys or what was sealed.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import SecretStr

SHORTEST = 32
"""Characters of a key. `secrets.token_urlsafe(32)` gives 43."""
FORMAT = b"\x01"
NONCE, TAG = 12, 16  # bytes


class VaultError(Exception):
    """A secret cannot be sealed or opened; the message is for the operator and holds no secret."""


class BadKeys(VaultError):
    """ENCRYPTION_KEYS is empty, or a key in it is too short or there twice."""


class NoKey(VaultError):
    """The key that sealed this is not in ENCRYPTION_KEYS."""


class Damaged(VaultError):
    """This is not what was sealed here: cut, changed, or moved from another row."""


@dataclass(frozen=True)
class Sealed:
    """A secret as it is stored; ``key_id`` says which key opens it."""

    key_id: str
    ciphertext: bytes


class Vault:
    """Seals with the newest key, opens with any."""

    def __init__(self, keys: Sequence[str]) -> None:
        """``keys``, the newest first. Raises ``BadKeys``."""
        if complaint := trouble(keys):
            raise BadKeys(complaint)
        self._ciphers = {
            _stretched(key, b"id", 6).hex(): AESGCM(_stretched(key, b"seal", 32)) for key in keys
        }

    def __repr__(self) -> str:
        return f"Vault({', '.join(self.key_ids)})"

    @property
    def key_ids(self) -> tuple[str, ...]:
        """The ids of the keys, the newest first."""
        return tuple(self._ciphers)

    def seal(self, secret: SecretStr, belongs_to: str) -> Sealed:
        """Encrypt with the newest key; the result opens only for the same ``belongs_to``."""
        key_id, cipher = next(iter(self._ciphers.items()))
        nonce = os.urandom(NONCE)
        plain = secret.get_secret_value().encode()
        return Sealed(key_id, FORMAT + nonce + cipher.encrypt(nonce, plain, belongs_to.encode()))

    def open(self, sealed: Sealed, belongs_to: str) -> SecretStr:
        """The secret again. Raises ``NoKey`` or ``Damaged``."""
        cipher = self._ciphers.get(sealed.key_id)
        if cipher is None:
            known = ", ".join(self.key_ids)
            raise NoKey(f"It was sealed with the key {sealed.key_id}; ENCRYPTION_KEYS holds {known}.")
        nonce, rest = sealed.ciphertext[1 : 1 + NONCE], sealed.ciphertext[1 + NONCE :]
        if sealed.ciphertext[:1] != FORMAT or len(rest) < TAG:
            raise Damaged("This is nothing that was sealed here.")
        try:
            return SecretStr(cipher.decrypt(nonce, rest, belongs_to.encode()).decode())
        except InvalidTag:
            raise Damaged("It was changed since it was sealed, or belongs elsewhere.") from None


def _stretched(key: str, purpose: bytes, size: int) -> bytes:
    """``size`` bytes that only the holder of the key can compute; each purpose gets its own."""
    return HKDF(algorithm=SHA256(), length=size, salt=None, info=b"herotycoon " + purpose).derive(
        key.encode()
    )


def trouble(keys: Sequence[str]) -> str:
    """What is wrong with the keys, without showing them; empty where nothing is."""
    if not keys:
        return "ENCRYPTION_KEYS holds no key."
    for place, key in enumerate(keys, 1):
        if len(key) < SHORTEST:
            return (
                f"Key {place} of ENCRYPTION_KEYS has {len(key)} characters; at least {SHORTEST} are needed."
            )
    if len(set(keys)) < len(keys):
        return "ENCRYPTION_KEYS holds the same key twice."
    return ""


def vault() -> Vault:
    """The vault with the keys of the settings."""
    from django.conf import settings

    return _vault(tuple(settings.ENCRYPTION_KEYS))


@lru_cache(maxsize=4)
def _vault(keys: tuple[str, ...]) -> Vault:
    return Vault(keys)
