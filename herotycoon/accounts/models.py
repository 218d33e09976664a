"""People and their visits. Nothing here belongs to a world."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from herotycoon.pg.rules import rule


class User(AbstractUser):
    """A person: a master of worlds, or a game master (`is_staff`)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta(AbstractUser.Meta):
        db_table = "users"


class UserSession(models.Model):
    """A visit on one device. A gap of 15 minutes ends it; the next one remembers when this was last seen."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="sessions")
    started_at = models.DateTimeField(db_default=Now())
    last_seen_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True, blank=True)
    previous_seen_at = models.DateTimeField(null=True, blank=True)
    device = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "user_sessions"
        indexes = [models.Index(fields=["user"], name="user_sessions_user_idx")]
        constraints = [
            rule("user_sessions", "last_seen_at", Q(last_seen_at__gte=F("started_at"))),
            rule("user_sessions", "ended_at", Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} since {self.started_at:%Y-%m-%d %H:%M}"
