"""Quests and who took them on. SQL twin: `migrations/sql/0001_quests.up.sql`."""

from django.db import models
from django.db.models import F, Q

from herotycoon.pg.in_world import Versioned
from herotycoon.pg.rules import at_least, between, objects, one_of, rule, some_text
from quests.choices import UNFINISHED, AssignmentStatus, QuestSource, QuestStatus


class Quest(Versioned):
    """Something to be done at a place, by a party, before a step."""

    number = models.IntegerField()
    source = models.CharField(max_length=16, choices=QuestSource, default=QuestSource.WORLD)
    title = models.CharField(max_length=120)
    description = models.CharField(max_length=2000, blank=True, default="")
    place = models.IntegerField()
    monster = models.CharField(max_length=30, blank=True, default="")
    difficulty = models.IntegerField()
    reward_gold = models.IntegerField(default=0)
    reward_experience = models.IntegerField(default=0)
    party_max = models.IntegerField(default=1)
    status = models.CharField(max_length=16, choices=QuestStatus, default=QuestStatus.OPEN)
    posted_step = models.IntegerField()
    expires_step = models.IntegerField()
    trial_step = models.IntegerField(null=True, blank=True)
    """When the party faces it; None while nobody knows."""
    travel = models.SmallIntegerField(default=0)
    """Steps of the way there."""
    trial = models.SmallIntegerField(default=0)
    """Steps that the trial takes."""
    outcome = models.JSONField(default=dict, blank=True)

    class Meta:
        db_table = "quests"
        indexes = [
            models.Index(fields=["world"], condition=Q(status__in=UNFINISHED), name="quests_unfinished_idx")
        ]
        constraints = [
            models.UniqueConstraint(fields=["world", "number"], name="quests_number_key"),
            *at_least("quests", 0, "number", "place", "reward_gold", "reward_experience", "posted_step"),
            *at_least("quests", 0, "travel", "trial", "version"),
            one_of("quests", "source", QuestSource),
            some_text("quests", "title"),
            between("quests", "difficulty", 0, 100),
            between("quests", "party_max", 1, 4),
            one_of("quests", "status", QuestStatus),
            rule("quests", "expires_step", Q(expires_step__gte=F("posted_step"))),
            rule("quests", "trial_step", Q(trial_step__isnull=True) | Q(trial_step__gte=F("posted_step"))),
            *objects("quests", "outcome"),
        ]

    def __str__(self) -> str:
        return self.title


class QuestAssignment(Versioned):
    """A hero who took on a quest, once."""

    quest = models.ForeignKey(
        Quest, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="assignments"
    )
    hero = models.ForeignKey(
        "heroes.Hero",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="assignments",
    )
    status = models.CharField(max_length=16, choices=AssignmentStatus, default=AssignmentStatus.TRAVELLING)
    ordered = models.BooleanField(default=False)
    """Whether the master's order sent the hero."""
    assigned_step = models.IntegerField()
    ended_step = models.IntegerField(null=True, blank=True)

    class Meta:
        db_table = "quest_assignments"
        indexes = [models.Index(fields=["hero", "world"], name="quest_assignments_hero_idx")]
        constraints = [
            models.UniqueConstraint(fields=["quest", "hero", "world"], name="quest_assignments_pair_key"),
            one_of("quest_assignments", "status", AssignmentStatus),
            *at_least("quest_assignments", 0, "assigned_step", "version"),
            rule(
                "quest_assignments",
                "ended_step",
                Q(ended_step__isnull=True) | Q(ended_step__gte=F("assigned_step")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hero_id} on {self.quest_id}"
