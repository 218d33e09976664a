"""Every call of a storyteller for hire. SQL twin: `migrations/sql/0001_calls.up.sql`."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, TextChoices
from django.db.models.functions import Now

from herotycoon.pg.in_world import InWorld
from herotycoon.pg.rules import at_least, one_of, some_text
from herotycoon.storyteller.outcomes import Outcome

LONGEST_TEXT = 40_000
"""Characters of a question or an answer that are kept, where they are kept at all."""


class Purpose(TextChoices):
    """What was asked for; the words are those of ``asked.py``."""

    WORLD = "world"
    HEROES = "heroes"
    QUESTS = "quests"
    EVENTS = "events"
    DECISION = "decision"
    REPORT = "report"


class Call(InWorld):
    """One call, whatever came of it. It is written before the call, so that no budget can forget it."""

    purpose = models.CharField(max_length=16, choices=Purpose)
    numbers = ArrayField(models.IntegerField(), default=list, blank=True)
    """Of the heroes, quests or events that it is about; of a decision, its hero's and its step."""
    provider = models.CharField(max_length=40)
    model = models.CharField(max_length=120)
    attempt = models.IntegerField(default=1)
    """Which try of one question; 0 where none was made."""
    outcome = models.CharField(max_length=16, choices=Outcome, default=Outcome.ASKING)
    input_tokens = models.IntegerField(default=0)
    output_tokens = models.IntegerField(default=0)
    cost = models.BigIntegerField(default=0)
    """Millionths of a dollar."""
    latency_ms = models.IntegerField(default=0)
    prompt_hash = models.CharField(max_length=64)
    """SHA-256, in hexadecimal digits, like that of the answer; '' where there was none."""
    answer_hash = models.CharField(max_length=64, blank=True, default="")
    prompt = models.CharField(max_length=LONGEST_TEXT, blank=True, default="")
    """The texts themselves, where the deployment keeps them."""
    answer = models.CharField(max_length=LONGEST_TEXT, blank=True, default="")
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        db_table = "storyteller_calls"
        indexes = [
            models.Index(fields=["world", "created_at"], name="storyteller_calls_world_idx"),
            models.Index(fields=["created_at"], name="storyteller_calls_created_idx"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["world"], condition=Q(outcome=Outcome.ASKING), name="storyteller_calls_asking_key"
            ),
            one_of("storyteller_calls", "purpose", Purpose),
            one_of("storyteller_calls", "outcome", Outcome),
            *(some_text("storyteller_calls", column) for column in ("provider", "model", "prompt_hash")),
            *at_least(
                "storyteller_calls", 0, "attempt", "input_tokens", "output_tokens", "cost", "latency_ms"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} by {self.model}: {self.outcome}"
