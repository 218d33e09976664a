"""When somebody was here last: what "while you were away" means.

A visit is a stretch without a gap of 15 minutes, on however many devices. Its sessions all remember the end of the visit
before, which is where reports begin; asking again within the visit gives the same.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from herotycoon.accounts.models import UserSession

GAP = timedelta(minutes=15)
NOTICED = timedelta(minutes=1)
"""How finely it is known when somebody was last seen: not every request writes."""


class Visit(NamedTuple):
    """When the present visit began on this device, and when the person's visit before it ended."""

    started_at: datetime
    previous_seen_at: datetime | None


def noticed(session: UserSession, now: datetime) -> bool:
    """Whether the session was seen just now, so that nothing needs to be written."""
    return session.last_seen_at > now - NOTICED


def seen(session: UserSession, now: datetime) -> None:
    """Somebody is here, with this session. In the person's scope."""
    began = session.started_at if session.last_seen_at > now - GAP else now
    visit = visit_of(session.user_id, now, began)
    UserSession.objects.filter(pk=session.pk, user_id=session.user_id).update(
        last_seen_at=now, expires_at=now + settings.SESSION_LASTS, **visit._asdict()
    )


def visit_of(user: UUID, now: datetime, began: datetime) -> Visit:
    """The visit that somebody pays at ``now``: the one under way on another device, or one that begins."""
    sessions = UserSession.objects.filter(user_id=user).order_by("-last_seen_at", "-started_at")
    last = sessions.values_list("last_seen_at", "previous_seen_at").first()
    if last is None:
        return Visit(began, None)
    last_seen_at, previous = last
    return Visit(began, previous if last_seen_at > now - GAP else last_seen_at)
