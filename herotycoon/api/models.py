"""What was answered to a command, by the key that its client gave it. SQL twin: `migrations/sql/0001_answers.up.sql`."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from herotycoon.pg.rules import IsObject, rule, some_text


class IdempotentAnswer(models.Model):
    """One command of one person, and what it was answered with, for a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+"
    )
    key = models.CharField(max_length=200)
    request = models.CharField(max_length=64)
    """SHA-256 of the method, the path and the body, in hexadecimal digits."""
    status = models.SmallIntegerField(null=True)
    document = models.JSONField(null=True)
    location = models.CharField(max_length=200, blank=True, default="")
    made_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        db_table = "idempotent_answers"
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="idempotent_answers_key_key"),
            some_text("idempotent_answers", "key"),
            some_text("idempotent_answers", "request"),
            rule(
                "idempotent_answers",
                "document",
                models.Q(document__isnull=True) | models.Q(IsObject("document")),
            ),
            rule(
                "idempotent_answers",
                "status",
                models.Q(status__isnull=True) | models.Q(status__range=(200, 299)),
            ),
        ]
        indexes = [models.Index(fields=["made_at"], name="idempotent_answers_made_idx")]

    def __str__(self) -> str:
        return f"{self.key}: {self.status}"
