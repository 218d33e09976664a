"""What is forgotten by and by. As the engine: who serves requests may delete nothing."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from herotycoon.accounts.models import UserSession
from herotycoon.api.models import IdempotentAnswer

REMEMBERED = timedelta(days=90)
"""For so long a session that is over stays in the list of the past; the newest of each person stays for ever, since it
tells when they were here last."""
REPEATED = timedelta(days=1)
"""For so long a command can be repeated with its key."""


def sweep_up() -> tuple[int, int]:
    """Delete old sessions and old answers; how many of each."""
    now = timezone.now()
    newer = UserSession.objects.filter(user_id=OuterRef("user_id"), last_seen_at__gt=OuterRef("last_seen_at"))
    over = Q(ended_at__isnull=False) | Q(expires_at__lt=now) | Q(token_digest=None)
    sessions, _ = UserSession.objects.filter(over, Exists(newer), last_seen_at__lt=now - REMEMBERED).delete()
    answers, _ = IdempotentAnswer.objects.filter(made_at__lt=now - REPEATED).delete()
    return sessions, answers
