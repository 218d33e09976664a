"""Whose hand it is: what a game master changes is logged with who they are and why, by services and triggers alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import orjson

from herotycoon.pg.route import here

HAND = "hand"
"""What an entry of the log says of it: ``{"who": id of the user, "because": their words}``."""
_hand: ContextVar[Mapping[str, Any]] = ContextVar("hand")


def said() -> Mapping[str, Any]:
    """What an entry is to say of the hand in whose name it is written; nothing where the master did it."""
    return _hand.get({})


def hand(who: object, because: str) -> dict[str, str]:
    """Somebody's hand, as ``by`` takes it; ``who`` is the id of a user."""
    return {"who": str(who), "because": because}


@contextmanager
def by(whose: Mapping[str, Any]) -> Iterator[None]:
    """Within a transaction: inputs and edits say whose hand it was, those that the triggers log included.

    ``whose``: as in ``HAND``; empty where the master did it, or nobody said.
    """
    known = _hand.set({HAND: dict(whose)} if whose else {})
    try:
        _say(orjson.dumps(whose).decode() if whose else "")
        yield
        _say("")  # an error ends the transaction, and what was said with it
    finally:
        _hand.reset(known)


def _say(hand: str) -> None:
    """For this transaction; ``log_edit`` reads it."""
    with here().cursor() as cursor:
        cursor.execute("SELECT set_config('herotycoon.hand', %s, true)", [hand])
