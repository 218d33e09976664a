"""People, their visits, and who looked at whose data. Nothing here belongs to a world."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from herotycoon.pg.rules import objects, rule, some_text


class User(AbstractUser):
    """A person: a master of worlds, or a game master (`is_staff`). Real names have no place; an address is optional.

    `docs/personal-data.md` says of each column what it is for.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    erasing_since = models.DateTimeField(null=True, blank=True, editable=False)
    """When the person asked to be erased. From then on nobody logs in as them."""

    REQUIRED_FIELDS = []

    class Meta(AbstractUser.Meta):
        db_table = "users"
        indexes = [
            models.Index(
                fields=["erasing_since"], condition=Q(erasing_since__isnull=False), name="users_erasing_idx"
            )
        ]

    def get_full_name(self) -> str:
        """The name that the person chose; the game knows no other."""
        return self.username

    def get_short_name(self) -> str:
        """The same."""
        return self.username


class UserSession(models.Model):
    """A device that somebody logged in on, and their present visit there.

    A gap of 15 minutes ends a visit; the next one begins anew (`started_at`) and remembers when the person was last seen,
    on whichever device. Of the token only a digest is kept; without one nobody can come back to the row.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="sessions")
    started_at = models.DateTimeField(db_default=Now())
    last_seen_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True, blank=True)
    previous_seen_at = models.DateTimeField(null=True, blank=True)
    device = models.CharField(max_length=200, blank=True, default="")
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    """When the person logged in."""
    expires_at = models.DateTimeField(null=True, blank=True)
    token_digest = models.CharField(max_length=64, null=True, blank=True)  # noqa: DJ001  # NULLs are not alike
    """SHA-256 of the token, in hexadecimal digits."""

    class Meta:
        db_table = "user_sessions"
        indexes = [models.Index(fields=["user"], name="user_sessions_user_idx")]
        constraints = [
            models.UniqueConstraint(fields=["token_digest"], name="user_sessions_token_digest_key"),
            rule("user_sessions", "last_seen_at", Q(last_seen_at__gte=F("started_at"))),
            rule("user_sessions", "ended_at", Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} since {self.started_at:%Y-%m-%d %H:%M}"


class AuditEntry(models.Model):
    """Who looked at whose data, or moved, exported or deleted it. Appended only; it outlives user and world.

    Written by ``accounts.services.audit``. ``details`` say how much and by which way, never what the data was.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField(db_default=Now(), editable=False)
    actor_id = models.UUIDField(null=True, blank=True)
    """The user who did it; None for the program and its operators."""
    actor = models.CharField(max_length=150, blank=True, default="")
    action = models.CharField(max_length=40)
    subject_id = models.UUIDField(null=True, blank=True)
    """The user whose data it is."""
    about_world = models.UUIDField(null=True, blank=True)
    details = models.JSONField(default=dict, blank=True)

    class Meta:
        db_table = "audit_log"
        verbose_name_plural = "audit entries"
        indexes = [
            models.Index(fields=["at"], name="audit_log_at_idx"),
            models.Index(fields=["subject_id"], name="audit_log_subject_idx"),
            models.Index(fields=["actor_id"], name="audit_log_actor_idx"),
        ]
        constraints = [some_text("audit_log", "action"), *objects("audit_log", "details")]

    def __str__(self) -> str:
        return f"{self.actor or 'somebody'}: {self.action} at {self.at:%Y-%m-%d %H:%M}"
