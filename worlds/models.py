"""Worlds, their guilds and what befalls them. SQL twin: `migrations/sql/0001_worlds.up.sql`."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from uuid_utils.compat import uuid7

from herotycoon.pg.in_world import Accounted, Versioned
from herotycoon.pg.rules import at_least, between, objects, one_of, rule, some_text, whole_numbers
from worlds.choices import EventKind, EventSource, EventStatus, Policy, WorldStatus


class World(models.Model):
    """A world and its clock: `step` counts half hours of game time since birth. No row points out of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="worlds"
    )
    name = models.CharField(max_length=80)
    seed = models.BigIntegerField()
    rules_version = models.IntegerField(default=1)
    status = models.CharField(max_length=16, choices=WorldStatus, default=WorldStatus.RUNNING)
    error = models.CharField(max_length=2000, blank=True, default="")
    step = models.IntegerField(default=0)
    seq = models.IntegerField(default=0)
    """Rows already logged at `step`."""
    time_scale = models.IntegerField(default=12)
    """Game seconds per real second."""
    anchor_step = models.IntegerField(default=0)
    anchor_real = models.DateTimeField(default=timezone.now)
    """The real time of `anchor_step`."""
    data = models.JSONField(default=dict)
    """Biomes, landmarks, town, hall, lore."""
    settings = models.JSONField(default=dict, blank=True)
    """The options the world was created with."""
    hot_until = models.DateTimeField(null=True, blank=True)
    revision = models.BigIntegerField(default=0)
    """Raised by every write to the world."""
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    updated_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        db_table = "worlds"
        indexes = [models.Index(fields=["owner"], name="worlds_owner_idx")]
        constraints = [
            some_text("worlds", "name"),
            *at_least("worlds", 0, "seed", "seq", "anchor_step", "revision"),
            *at_least("worlds", 1, "rules_version"),
            one_of("worlds", "status", WorldStatus),
            between("worlds", "time_scale", 1, 1440),
            rule("worlds", "step", Q(step__gte=F("anchor_step"))),
            *objects("worlds", "data", "settings"),
        ]

    def __str__(self) -> str:
        return self.name


class Guild(Accounted):
    """The one guild of a world."""

    name = models.CharField(max_length=80)
    motto = models.CharField(max_length=200, blank=True, default="")
    treasury = models.IntegerField(default=0)
    reputation = models.IntegerField(default=0)
    level = models.IntegerField(default=1)
    policy = models.CharField(max_length=16, choices=Policy, default=Policy.BALANCED)
    wage = models.IntegerField(default=0)
    """Gold per hero and game day."""
    facilities = models.JSONField(default=dict, blank=True)
    """Facility → level."""
    arrears = models.IntegerField(default=0)
    """Days in a row on which wages were not paid in full."""
    birth = models.JSONField(default=dict, blank=True)
    """What the ledger starts from."""

    class Meta:
        db_table = "guilds"
        constraints = [
            models.UniqueConstraint(fields=["world"], name="guilds_world_key"),
            some_text("guilds", "name"),
            *at_least("guilds", 0, "treasury", "wage", "arrears", "version"),
            between("guilds", "reputation", 0, 1000),
            between("guilds", "level", 1, 10),
            one_of("guilds", "policy", Policy),
            whole_numbers("guilds", "facilities", 0, 5),
            *objects("guilds", "birth"),
        ]

    def __str__(self) -> str:
        return self.name


class WorldEvent(Versioned):
    """Something that befalls a place, or every place, for a while."""

    number = models.IntegerField()
    kind = models.CharField(max_length=16, choices=EventKind)
    source = models.CharField(max_length=16, choices=EventSource, default=EventSource.SEED)
    name = models.CharField(max_length=80)
    description = models.CharField(max_length=2000, blank=True, default="")
    place = models.IntegerField(null=True, blank=True)
    """Number of the place; None is everywhere."""
    effects = models.JSONField(default=dict, blank=True)
    starts_step = models.IntegerField()
    ends_step = models.IntegerField()
    status = models.CharField(max_length=16, choices=EventStatus, default=EventStatus.COMING)

    class Meta:
        db_table = "world_events"
        constraints = [
            models.UniqueConstraint(fields=["world", "number"], name="world_events_number_key"),
            *at_least("world_events", 0, "number", "starts_step", "version"),
            one_of("world_events", "kind", EventKind),
            one_of("world_events", "source", EventSource),
            some_text("world_events", "name"),
            rule("world_events", "place", Q(place__isnull=True) | Q(place__gte=0)),
            whole_numbers("world_events", "effects", -20, 20),
            rule("world_events", "ends_step", Q(ends_step__gte=F("starts_step"))),
            one_of("world_events", "status", EventStatus),
        ]

    def __str__(self) -> str:
        return self.name
