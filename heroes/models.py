"""Heroes, their bonds, and the two logs: what was done and why. Twin: `migrations/sql/0001_heroes.up.sql`."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.db import models
from django.db.models import F, Q

from heroes.choices import MENTORSHIP, ActivityKind, HeroClass, HeroStatus, MentorRole, RelationshipKind
from heroes.sim.lexicon import ACTIONS, KINDS, TRAITS
from heroes.sim.memory import FIELDS, SLOTS
from herotycoon.pg.in_world import Accounted, InWorld
from herotycoon.pg.rules import (
    Cardinality,
    Differ,
    FlatRows,
    HasAll,
    HasOnly,
    WholeNumbers,
    arrays,
    at_least,
    between,
    objects,
    one_of,
    rule,
    some_text,
    whole_numbers,
)


def blank_expectations() -> list[int]:
    """A hero without experience: 0 for every action (outer) in every kind of place (inner)."""
    return [0] * (len(ACTIONS) * len(KINDS))


class Hero(Accounted):
    """Somebody who decides for themselves. `number` is how the engine and other heroes call them."""

    guild = models.ForeignKey(
        "worlds.Guild",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="heroes",
    )
    number = models.IntegerField()
    name = models.CharField(max_length=80)
    hero_class = models.CharField(max_length=16, choices=HeroClass)
    status = models.CharField(max_length=16, choices=HeroStatus, default=HeroStatus.ACTIVE)

    personality = models.JSONField()
    """Exactly the seven traits, 0 to 100."""
    skills = models.JSONField(default=dict, blank=True)
    items = models.JSONField(default=dict, blank=True)
    gold = models.IntegerField(default=0)
    experience = models.IntegerField(default=0)
    energy = models.SmallIntegerField(default=100)
    mood = models.SmallIntegerField(default=50)
    health = models.SmallIntegerField(default=100)

    place = models.SmallIntegerField(default=0)
    current_action = models.CharField(max_length=32, blank=True, default="")
    started_step = models.IntegerField(default=0)
    until_step = models.IntegerField(default=0)
    last_decision_at = models.DateTimeField(null=True, blank=True)
    """Game time of `started_step`."""
    fed_step = models.IntegerField(default=0)
    met_step = models.IntegerField(default=0)
    last_action = models.CharField(max_length=32, blank=True, default="")
    streak = models.SmallIntegerField(default=0)
    """How often in a row `last_action` was chosen."""
    partner = models.IntegerField(null=True, blank=True)
    """Number of the hero who takes part."""
    quest_number = models.IntegerField(null=True, blank=True)

    backstory = models.CharField(max_length=4000, blank=True, default="")
    motivation = models.CharField(max_length=1000, blank=True, default="")
    quirks = models.JSONField(default=list, blank=True)
    birth = models.JSONField(default=dict, blank=True)
    """What the ledger starts from."""
    expectations = ArrayField(models.SmallIntegerField(), default=blank_expectations)
    """What experience taught: a number for every action (outer) in every kind of place (inner)."""
    memories = ArrayField(models.IntegerField(), default=list, blank=True)
    """What is not forgotten, one row after the other: the numbers of `heroes.sim.memory.FIELDS`."""
    carried = models.JSONField(default=dict, blank=True)
    """The decision in flight, until its activity ends and both are logged."""

    class Meta:
        db_table = "heroes"
        verbose_name_plural = "heroes"
        indexes = [
            models.Index(
                fields=["world", "last_decision_at"],
                condition=Q(status=HeroStatus.ACTIVE),
                name="idx_heroes_last_decision",
            ),
            models.Index(
                fields=["world", "current_action"],
                condition=Q(status=HeroStatus.ACTIVE),
                name="idx_heroes_current_action",
            ),
            GinIndex(fields=["personality"], opclasses=["jsonb_path_ops"], name="idx_personality_gin"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["world", "number"], name="heroes_number_key"),
            *at_least(
                "heroes", 0, "number", "gold", "experience", "place", "started_step", "streak", "version"
            ),
            some_text("heroes", "name"),
            one_of("heroes", "hero_class", HeroClass),
            one_of("heroes", "status", HeroStatus),
            rule(
                "heroes",
                "personality",
                Q(WholeNumbers("personality", low=0, high=100))
                & Q(HasAll("personality", keys=TRAITS))
                & Q(HasOnly("personality", keys=TRAITS)),
            ),
            whole_numbers("heroes", "skills", 0, 100),
            whole_numbers("heroes", "items", 0),
            between("heroes", "energy", 0, 100),
            between("heroes", "mood", 0, 100),
            between("heroes", "health", 0, 100),
            rule("heroes", "until_step", Q(until_step__gte=F("started_step"))),
            *arrays("heroes", "quirks"),
            *objects("heroes", "birth", "carried"),
            rule("heroes", "memories", FlatRows("memories", width=len(FIELDS), most=SLOTS)),
            rule("heroes", "expectations", Cardinality("expectations", size=len(ACTIONS) * len(KINDS))),
        ]

    def __str__(self) -> str:
        return self.name


class HeroRelationship(Accounted):
    """What `other` is to `hero`. The opposite row tells the same strength and history."""

    hero = models.ForeignKey(
        Hero, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="relationships"
    )
    other = models.ForeignKey(
        Hero, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    kind = models.CharField(max_length=16, choices=RelationshipKind)
    role = models.CharField(max_length=16, choices=MentorRole, blank=True, default=MentorRole.ALIKE)
    strength = models.SmallIntegerField(default=0)
    opening = models.SmallIntegerField(default=0)
    """The strength that the ledger starts from."""
    interactions = models.IntegerField(default=0)
    last_step = models.IntegerField(default=0)
    history = models.JSONField(default=list, blank=True)

    class Meta:
        db_table = "hero_relationships"
        indexes = [
            models.Index(fields=["other", "world"], name="hero_relationships_other_idx"),
            models.Index(fields=["world"], name="hero_relationships_world_idx"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["hero", "other", "kind", "world"], name="hero_relationships_pair_key"
            ),
            rule("hero_relationships", "other", Differ("hero", "other")),
            one_of("hero_relationships", "kind", RelationshipKind),
            rule(
                "hero_relationships",
                "role",
                Q(role=MentorRole.ALIKE) | Q(kind=RelationshipKind.MENTOR, role__in=MENTORSHIP),
            ),
            between("hero_relationships", "strength", -100, 100),
            between("hero_relationships", "opening", -100, 100),
            *at_least("hero_relationships", 0, "interactions", "last_step", "version"),
            *arrays("hero_relationships", "history"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.hero_id} with {self.other_id}"


class Activity(InWorld):
    """A row of the log, never updated: what a hero did, or what was done to a hero or the guild."""

    hero = models.ForeignKey(
        Hero,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        blank=True,
        related_name="activities",
    )
    guild = models.ForeignKey(
        "worlds.Guild",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        blank=True,
        related_name="activities",
    )
    real_at = models.DateTimeField()
    game_at = models.DateTimeField()
    started_step = models.IntegerField()
    step = models.IntegerField()
    """The end of the activity, which is what `game_at` and `real_at` mean."""
    seq = models.IntegerField()
    """Its order among the rows of the same step."""
    mood_impact = models.SmallIntegerField(default=0)
    importance = models.SmallIntegerField(default=0)
    booked = models.BooleanField(default=False)
    """Whether the amounts in `changes` have been applied. The engine writes its rows booked."""
    kind = models.CharField(max_length=16, choices=ActivityKind)
    action = models.CharField(max_length=32)
    data = models.JSONField(default=dict, blank=True)
    changes = models.JSONField(default=dict, blank=True)

    class Meta:
        db_table = "activity_log"
        verbose_name_plural = "activities"
        indexes = [
            models.Index(fields=["hero", "step", "seq"], name="activity_log_deeds_idx"),
            models.Index(
                fields=["world", "step"], condition=Q(importance__gte=60), name="activity_log_headlines_idx"
            ),
            GinIndex(
                fields=["data"],
                opclasses=["jsonb_path_ops"],
                condition=Q(importance__gte=60),
                name="activity_log_data_idx",
            ),
            BrinIndex(
                fields=["real_at"], pages_per_range=16, autosummarize=True, name="activity_log_real_at_idx"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["world", "step", "seq"], name="activity_log_order_key"),
            rule(
                "activity_log",
                "subject",
                Q(hero__isnull=True, guild__isnull=False) | Q(hero__isnull=False, guild__isnull=True),
            ),
            *at_least("activity_log", 0, "started_step", "seq"),
            rule("activity_log", "step", Q(step__gte=F("started_step"))),
            rule("activity_log", "length", Q(kind=ActivityKind.ACTION) | Q(step=F("started_step"))),
            between("activity_log", "mood_impact", -100, 100),
            between("activity_log", "importance", 0, 100),
            one_of("activity_log", "kind", ActivityKind),
            some_text("activity_log", "action"),
            *objects("activity_log", "data", "changes"),
        ]

    def __str__(self) -> str:
        return f"{self.action} until step {self.step}"


class Decision(InWorld):
    """Why the activity of the same id was chosen. Never updated."""

    activity = models.ForeignObject(
        Activity,
        on_delete=models.DO_NOTHING,
        from_fields=["id", "world"],
        to_fields=["id", "world"],
        related_name="+",
        editable=False,
    )
    """Joined on id and world, so that one partition of the log is visited."""
    hero = models.ForeignKey(
        Hero, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="decisions"
    )
    started_step = models.IntegerField()
    rules_version = models.IntegerField(default=1)
    satisfaction = models.SmallIntegerField(default=0)
    chosen = models.CharField(max_length=32)
    context = models.JSONField(default=dict, blank=True)
    options = models.JSONField(default=dict)
    """Every option that was possible → its utility in thousandths."""
    contributions = models.JSONField(default=dict, blank=True)
    personality_factors = models.JSONField(default=dict, blank=True)
    outcome = models.JSONField(default=dict, blank=True)
    reasoning = models.CharField(max_length=2000, blank=True, default="")

    class Meta:
        db_table = "hero_decisions"
        constraints = [
            *at_least("hero_decisions", 0, "started_step"),
            *at_least("hero_decisions", 1, "rules_version"),
            between("hero_decisions", "satisfaction", -100, 100),
            some_text("hero_decisions", "chosen"),
            *objects(
                "hero_decisions", "context", "options", "contributions", "personality_factors", "outcome"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.chosen} from step {self.started_step}"
