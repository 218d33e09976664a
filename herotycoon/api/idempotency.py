"""A command with an Idempotency-Key happens once, however often and however concurrently it is sent.

The key is written first, by the transaction that does what was asked for. A second command with the same key waits at
the unique index until the first has ended: then there is its answer, or, where it came to nothing, nothing to wait for.
A command that was refused did nothing, leaves no row, and may be sent again under its key.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from rest_framework.request import Request
from uuid_utils.compat import uuid7

from herotycoon.api.models import IdempotentAnswer
from herotycoon.api.problems import Fault, Invalid, Problem
from herotycoon.pg.route import here

HEADER = "Idempotency-Key"
_FITTING = re.compile(r"[!-~]{1,200}")
_CLAIM = """
INSERT INTO idempotent_answers (id, user_id, key, request) VALUES (%s, %s, %s, %s)
ON CONFLICT (user_id, key) DO NOTHING
"""


@dataclass(frozen=True)
class Answered:
    """What a command was answered with."""

    status: int
    document: Any
    location: str


@dataclass(frozen=True)
class Claim:
    """A key in the hands of one command, until its transaction ends."""

    user: UUID
    key: str

    def keep(self, answered: Answered) -> None:
        """Write down what the command is answered with."""
        IdempotentAnswer.objects.filter(user_id=self.user, key=self.key).update(**vars(answered))


def key_of(request: Request) -> str:
    """The key that a command brings, or ''. Raises ``Invalid`` for one that is none."""
    key = request.headers.get(HEADER, "")
    if HEADER in request.headers and not _FITTING.fullmatch(key):
        raise Invalid([Fault(header=HEADER, detail="is 1 to 200 visible ASCII characters, such as a UUID")])
    return str(key)


def claim(user: UUID, key: str, request: Request, body: Any) -> Claim | Answered:
    """Take a key for this command, or the answer of the one that had it. Raises ``Problem`` where that was another."""
    digest = _digest(request, body)
    with here().cursor() as cursor:
        cursor.execute(_CLAIM, [uuid7(), user, key, digest])
        if cursor.rowcount:
            return Claim(user, key)
    before = IdempotentAnswer.objects.get(user_id=user, key=key)
    if before.request != digest:
        raise Problem(
            "idempotency-key-reused", f"{key} belongs to another request; take a new key for this one."
        )
    return Answered(before.status or 200, before.document, before.location)


def _digest(request: Request, body: Any) -> str:
    asked = [request.method, request.get_full_path(), body]
    return hashlib.sha256(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS)).hexdigest()


def applies(request: Request) -> bool:
    """Whether a key has a meaning here: commands have one, reads need none."""
    return request.method not in ("GET", "HEAD")
