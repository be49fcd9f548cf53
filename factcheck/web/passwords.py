"""Passwords, kept as Argon2id hashes.

The cost is the second recommended option of RFC 9106, section 4, for machines with little memory:
3 passes over 64 MiB in 4 lanes, a salt of 16 bytes, a tag of 32.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from factcheck.errors import ConfigurationError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST, MOST = 12, 256
"""Characters that a password has at least and at most."""

# Each hash takes 64 MiB: many log-ins at once wait for each other instead of filling the memory.
_AT_ONCE = BoundedSemaphore(2)


def hashed(password: str) -> str:
    """Return the hash under which a new password is kept.

    Raises:
        ConfigurationError: it is too short or too long.
    """
    plain = _prepared(password)
    if not LEAST <= len(plain) <= MOST:
        raise ConfigurationError(
            f"a password has {LEAST} to {MOST} characters; this one has {len(plain)}."
        )
    return _hash(plain)


def fits(kept: str, password: str) -> bool:
    """Return whether a password is the one kept; an empty hash, of no account, fits none.

    It takes as long where there is no account.
    """
    from argon2.exceptions import InvalidHashError, VerificationError

    plain = _prepared(password)[: MOST + 1]
    with _AT_ONCE:
        try:
            return _hasher().verify(kept or _nobodys(), plain) and bool(kept)
        except (VerificationError, InvalidHashError):
            return False


def outdated(kept: str) -> bool:
    """Return whether a hash was made at another cost than is paid now."""
    return _hasher().check_needs_rehash(kept)


def _prepared(password: str) -> str:
    """Return a password in the one form that different keyboards give it (RFC 8265, 4.2.2)."""
    return unicodedata.normalize("NFC", password)


def _hash(plain: str) -> str:
    with _AT_ONCE:
        return _hasher().hash(plain)


@cache
def _nobodys() -> str:
    return _hasher().hash("the password of nobody")


@cache
def _hasher() -> PasswordHasher:
    try:
        from argon2 import PasswordHasher
        from argon2.profiles import RFC_9106_LOW_MEMORY
    except ImportError as error:
        raise ConfigurationError(
            "accounts need argon2-cffi: pip install 'factcheck[review]'"
        ) from error
    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
