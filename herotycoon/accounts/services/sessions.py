"""Logging in and out. A token is told once, and kept as a digest."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.contrib.auth import authenticate
from django.db.models import Q
from django.utils import timezone

from herotycoon.accounts.models import User, UserSession
from herotycoon.accounts.services.visits import noticed, seen, visit_of
from herotycoon.pg.quick import Columns
from herotycoon.pg.route import WEB, through
from herotycoon.pg.scope import as_player

_SESSION = Columns(
    UserSession,
    ("id", "user_id", "started_at", "last_seen_at", "ended_at", "expires_at", "token_digest"),
)
_USER = Columns(User, ("id", "username", "is_active", "is_staff", "erasing_since"))
"""What the login of requests may see before anybody is anybody."""
_RECOGNIZED = f"""
    SELECT {_SESSION.asked("s")}, {_USER.asked("u")}
    FROM user_sessions AS s JOIN users AS u ON u.id = s.user_id
    WHERE s.token_digest = %s AND s.ended_at IS NULL AND s.expires_at > %s AND u.is_active AND u.erasing_since IS NULL
"""  # noqa: S608 - names of our own columns


class LoggedIn(NamedTuple):
    """A new session, and its token, which cannot be told again."""

    session: UserSession
    token: str


class WrongLogin(PermissionError):
    """No such name, or another password: which of the two is not told."""


def log_in(username: str, password: str, device: str) -> LoggedIn:
    """Begin a session. Raises ``WrongLogin``; also for accounts that are locked, or on their way out."""
    user = authenticate(username=username, password=password)
    if not isinstance(user, User):
        raise WrongLogin("There is no account of that name and password.")
    now, token = timezone.now(), secrets.token_urlsafe(32)
    with as_player(user.pk):
        visit = visit_of(user.pk, now, now)
        session = UserSession.objects.create(
            user_id=user.pk,
            last_seen_at=now,
            created_at=now,
            device=device,
            expires_at=now + settings.SESSION_LASTS,
            token_digest=digest(token),
            **visit._asdict(),
        )
        User.objects.filter(pk=user.pk).update(last_login=now)
    return LoggedIn(session, token)


def recognize(token: str) -> UserSession | None:
    """The session of a token, with its user; None where it is unknown, ended or expired. That somebody came is noted."""
    now = timezone.now()
    with through(WEB) as connection, connection.cursor() as cursor:
        cursor.execute(_RECOGNIZED, [digest(token), now])
        row = cursor.fetchone()
        session = _session_in(row) if row else None
    if session is not None and not noticed(session, now):
        with as_player(session.user_id):
            seen(session, now)
    return session


def _session_in(row: Sequence[Any]) -> UserSession:
    session = _SESSION.instance(row)
    session.user = _USER.instance(row[len(_SESSION.fields) :])
    return session


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def open_sessions(user: UUID) -> Q:
    """Those that somebody can still come back to."""
    return Q(user_id=user, ended_at=None, expires_at__gt=timezone.now())


def end(user: UUID, session: UUID | None = None, *, but: UUID | None = None) -> int:
    """End one session of somebody, or all (but one); how many there were. In the person's scope."""
    rows = UserSession.objects.filter(open_sessions(user))
    if session is not None:
        rows = rows.filter(pk=session)
    if but is not None:
        rows = rows.exclude(pk=but)
    return rows.update(ended_at=timezone.now())
