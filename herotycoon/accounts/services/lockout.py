"""Guessing passwords gets slow: failures are counted by name and address, by name, and by address."""

from __future__ import annotations

import hashlib

from herotycoon.api.throttles import count_of, counted, seconds_left

SECONDS = 15 * 60
TOGETHER, OF_A_NAME, FROM_AN_ADDRESS = 10, 100, 50
"""Failures in a quarter of an hour. One name from one address is the usual guesser; a name has more to spare, so that
nobody can lock somebody else out from afar without effort."""


class LockedOut(PermissionError):
    """Too many logins failed; ``seconds`` from now the next one is heard."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many logins failed. Try again in {-(-seconds // 60)} minutes.")
        self.seconds = seconds


def check(username: str, address: str) -> None:
    """Raises ``LockedOut``, whether or not there is anybody of that name."""
    if any(count_of(key, SECONDS) >= most for key, most in _limits(username, address)):
        raise LockedOut(seconds_left(SECONDS))


def failed(username: str, address: str) -> None:
    """Count a failure."""
    for key, _ in _limits(username, address):
        counted(key, SECONDS)


def _limits(username: str, address: str) -> list[tuple[str, int]]:
    """Neither names nor addresses are kept as they are."""
    name, place = (hashlib.sha256(text.encode()).hexdigest()[:24] for text in (username, address))
    return [
        (f"failed:{name}:{place}", TOGETHER),
        (f"failed-name:{name}", OF_A_NAME),
        (f"failed-from:{place}", FROM_AN_ADDRESS),
    ]
