"""Everything that can go wrong, as RFC 9457 tells it: a type that stays, a title, and what it was this time.

A problem's type is the path of a page of this server that says what it means. What an exception of the game is told
as, the doors say by ``told_as``.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404
from django.urls import reverse
from rest_framework import exceptions, status
from rest_framework.response import Response

from herotycoon.pg.scope import NotYours

logger = logging.getLogger(__name__)
MEDIA = "application/problem+json"
SOON = 1
"""Seconds after which to try again, where nothing better is known."""


@dataclass(frozen=True)
class Kind:
    """A type of problem."""

    slug: str
    status: int
    title: str
    meaning: str

    @property
    def type(self) -> str:
        """The path of its page: what clients compare."""
        return reverse("problem", args=[self.slug])


KINDS = {kind.slug: kind for kind in (
    Kind("malformed", 400, "That is not readable", "The body is no JSON, or no UTF-8."),
    Kind("invalid", 400, "That does not fit", "Fields or parameters are missing, unknown, or not of the type or in the "
         "range that the OpenAPI document gives. `errors` names each, by JSON pointer or parameter."),
    Kind("unauthenticated", 401, "Who is asking?", "There is no token, or it is unknown, has expired or was ended. "
         "Log in at `sessions/`."),
    Kind("forbidden", 403, "Not allowed", "This may not be done by who is asking."),
    Kind("not-found", 404, "There is no such thing", "It does not exist, or it is not yours: which of the two is not told."),
    Kind("method-not-allowed", 405, "Not that way", "`Allow` names the methods there are."),
    Kind("refused", 409, "Not as things stand", "What was asked for is understood, and cannot be done now; `detail` says "
         "why, and what could be. Nothing was changed."),
    Kind("too-large", 413, "Too much", "The body is larger than any that is needed here."),
    Kind("unsupported-media-type", 415, "JSON, please", "A body is `application/json`."),
    Kind("idempotency-key-reused", 422, "Another request had that key", "An Idempotency-Key belongs to one request. "
         "Take a new key for a new one."),
    Kind("throttled", 429, "Too many requests", "Wait for as many seconds as `Retry-After` says."),
    Kind("locked-out", 429, "Too many failures", "Too many logins failed, for this name or from this address. "
         "`Retry-After` says when the next one is heard."),
    Kind("internal-error", 500, "That should not have happened", "A mistake of ours. `reference` finds it in our log."),
    Kind("unavailable", 503, "Not just now", "The server cannot reach its database. Try again."),
    Kind("world-catching-up", 503, "The world is being brought to now", "Much time has passed in this world since anybody "
         "looked. Reads answer 202 meanwhile; commands wait. Nothing was done. `Retry-After` says when to ask again."),
)}  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """Something that is wrong with a request: at a place in the body (a JSON pointer), or with a parameter."""

    detail: str
    pointer: str | None = None
    parameter: str | None = None
    header: str | None = None

    def document(self) -> dict[str, str]:
        """Without what it has not."""
        return {name: value for name, value in vars(self).items() if value is not None}


@dataclass
class Problem(Exception):
    """Something that is answered with a problem document."""

    slug: str
    detail: str
    headers: dict[str, str] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """Its type."""
        return KINDS[self.slug]

    def answer(self) -> Response:
        """As it is sent."""
        kind = self.kind
        document = {"type": kind.type, "title": kind.title, "status": kind.status, "detail": self.detail}
        return Response(document | self.more, status=kind.status, headers=self.headers, content_type=MEDIA)


class Invalid(Problem):
    """A request that does not fit; ``faults`` says where."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        told = [fault.document() for fault in faults]
        super().__init__("invalid", _sentence(told), more={"errors": told})


def _sentence(faults: list[dict[str, str]]) -> str:
    def one(fault: dict[str, str]) -> str:
        where = fault.get("pointer") or fault.get("parameter") or fault.get("header")
        return f"{where}: {fault['detail']}" if where else fault["detail"]

    return "; ".join(map(one, faults[:3])) + ("; …" if len(faults) > 3 else "")


_told: dict[type[Exception], str] = {NotYours: "not-found"}


def told_as(slug: str, *exceptions_: type[Exception]) -> None:
    """Let exceptions of the game, whose messages are for people, be answered with that type of problem."""
    _told.update(dict.fromkeys(exceptions_, KINDS[slug].slug))


def problem_of(error: Exception) -> Problem | None:
    """The problem that an exception is; None for one that nobody expects."""
    if isinstance(error, Problem):
        return error
    for kind, slug in _told.items():
        if isinstance(error, kind):
            return Problem(slug, _capital(str(error)))
    if isinstance(error, exceptions.Throttled):
        wait = str(max(int(getattr(error, "wait", None) or 0) + 1, 1))
        return Problem("throttled", f"Try again in {wait} s.", {"Retry-After": wait})
    if isinstance(error, exceptions.APIException | Http404 | PermissionDenied):
        return _of_the_framework(error)
    if isinstance(error, OperationalError | InterfaceError):
        logger.warning("the database does not answer: %s", type(error.__cause__ or error).__name__)
        return Problem("unavailable", "Try again in a moment.", {"Retry-After": str(SOON)})
    return None


_FRAMEWORK = {
    status.HTTP_400_BAD_REQUEST: "malformed",
    status.HTTP_401_UNAUTHORIZED: "unauthenticated",
    status.HTTP_403_FORBIDDEN: "forbidden",
    status.HTTP_404_NOT_FOUND: "not-found",
    status.HTTP_405_METHOD_NOT_ALLOWED: "method-not-allowed",
    status.HTTP_415_UNSUPPORTED_MEDIA_TYPE: "unsupported-media-type",
}


def _of_the_framework(error: exceptions.APIException | Http404 | PermissionDenied) -> Problem:
    own = {Http404: 404, PermissionDenied: 403}
    slug = _FRAMEWORK[own.get(type(error)) or int(getattr(error, "status_code", 400))]
    detail = "There is nothing here." if isinstance(error, Http404) else str(getattr(error, "detail", error))
    header = getattr(error, "auth_header", None)
    return Problem(slug, detail, {"WWW-Authenticate": header} if header else {})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
