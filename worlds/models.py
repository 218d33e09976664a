"""Worlds, their guilds and what befalls them. SQL twin: `migrations/sql/0001_worlds.up.sql`."""

from uuid import UUID

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from uuid_utils.compat import uuid7

from herotycoon.pg.in_world import Accounted, InWorld, Versioned
from herotycoon.pg.json_text import JsonText
from herotycoon.pg.rules import (
    SameLengths,
    at_least,
    between,
    objects,
    one_of,
    rule,
    some_text,
    whole_numbers,
)
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
    """The options the world was created with, and who writes its words (`worlds.services.tellers`)."""
    hot_until = models.DateTimeField(null=True, blank=True)
    revision = models.BigIntegerField(default=0)
    """Raised by every write to the world."""
    read_step = models.IntegerField(default=-1)
    """Up to which step the master has read what matters most."""
    erasing_since = models.DateTimeField(null=True, blank=True, editable=False)
    """When the master wanted the world gone: since then nobody sees it who serves requests for players."""
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    updated_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        db_table = "worlds"
        indexes = [
            models.Index(fields=["owner"], name="worlds_owner_idx"),
            models.Index(
                fields=["hot_until"],
                condition=Q(status=WorldStatus.RUNNING, hot_until__isnull=False),
                name="worlds_hot_idx",
            ),
            GinIndex(fields=["data"], opclasses=["jsonb_path_ops"], name="worlds_data_idx"),
            models.Index(
                fields=["erasing_since"], condition=Q(erasing_since__isnull=False), name="worlds_erasing_idx"
            ),
        ]
        constraints = [
            some_text("worlds", "name"),
            *at_least("worlds", 0, "seed", "seq", "anchor_step", "revision"),
            *at_least("worlds", 1, "rules_version"),
            one_of("worlds", "status", WorldStatus),
            between("worlds", "time_scale", 1, 1440),
            rule("worlds", "step", Q(step__gte=F("anchor_step"))),
            rule("worlds", "read_step", Q(read_step__gte=-1)),
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
        indexes = [
            GinIndex(fields=["facilities"], opclasses=["jsonb_path_ops"], name="guilds_facilities_idx")
        ]
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
        indexes = [
            GinIndex(fields=["effects"], name="world_events_effects_idx"),
            models.Index(
                fields=["world", "number"],
                condition=Q(status__in=[EventStatus.COMING, EventStatus.IN_FORCE]),
                name="world_events_present_idx",
            ),
        ]
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


class OfSomebody(InWorld):
    """A row about a hero or about the guild, never about both."""

    hero = models.ForeignKey(
        "heroes.Hero",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        related_name="+",
    )
    guild = models.ForeignKey(
        Guild, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, null=True, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def subject(self) -> UUID:
        """The id of the one."""
        return self.hero_id or self.guild_id  # type: ignore[return-value]  # one of them is set


def _of_one(table: str) -> models.CheckConstraint:
    either = Q(hero__isnull=True, guild__isnull=False) | Q(hero__isnull=False, guild__isnull=True)
    return rule(table, "subject", either)


class ArchivedWeek(OfSomebody):
    """A game week of the logs, packed. Read by the SQL functions of `migrations/sql/0004_archive.up.sql`, never here."""

    week = models.IntegerField()
    """step // 336"""
    ids = ArrayField(models.UUIDField())
    started_steps = ArrayField(models.IntegerField())
    steps = ArrayField(models.IntegerField())
    seqs = ArrayField(models.IntegerField())
    real_ats = ArrayField(models.DateTimeField())
    mood_impacts = ArrayField(models.SmallIntegerField())
    importances = ArrayField(models.SmallIntegerField())
    booked = ArrayField(models.BooleanField())
    kinds = ArrayField(models.CharField(max_length=16))
    actions = ArrayField(models.CharField(max_length=32))
    data = ArrayField(models.JSONField())
    changes = ArrayField(models.JSONField())
    decisions = JsonText(null=True)
    """Column of `hero_decisions` → a list with an element for each activity, null where nobody decided."""

    class Meta:
        db_table = "activity_archive"
        indexes = [
            models.Index(fields=["hero", "world", "week"], name="activity_archive_hero_idx"),
            models.Index(fields=["world", "week"], name="activity_archive_world_idx"),
            GinIndex(models.Func("ids", function="id_moments"), name="activity_archive_moments_idx"),
        ]
        constraints = [
            _of_one("activity_archive"),
            *at_least("activity_archive", 0, "week"),
            rule(
                "activity_archive",
                "lengths",
                SameLengths(
                    *("ids", "started_steps", "steps", "seqs", "real_ats", "mood_impacts", "importances"),
                    *("booked", "kinds", "actions", "data", "changes"),
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"week {self.week} of {self.hero_id or self.guild_id}"


class Checkpoint(OfSomebody):
    """What somebody had at the end of `step`, up to which the archive was dropped: the ledger starts here."""

    step = models.IntegerField()
    state = models.JSONField()
    made_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        db_table = "archive_checkpoints"
        constraints = [
            models.UniqueConstraint(
                fields=["world", "hero"], nulls_distinct=False, name="archive_checkpoints_subject_key"
            ),
            _of_one("archive_checkpoints"),
            *at_least("archive_checkpoints", 0, "step"),
            *objects("archive_checkpoints", "state"),
        ]

    def __str__(self) -> str:
        return f"step {self.step} of {self.hero_id or self.guild_id}"


class ApiKey(Versioned):
    """A key of somebody else's service that a world uses, sealed. Only ``worlds.services.api_keys`` opens it."""

    purpose = models.CharField(max_length=40)
    """What it is for, one key each: "storyteller"."""
    provider = models.CharField(max_length=40)
    """Whose key it is."""
    key_id = models.CharField(max_length=12)
    """Which key of ENCRYPTION_KEYS sealed it."""
    ciphertext = models.BinaryField()

    class Meta:
        db_table = "api_keys"
        indexes = [models.Index(fields=["key_id"], name="api_keys_key_idx")]
        constraints = [
            models.UniqueConstraint(fields=["world", "purpose"], name="api_keys_purpose_key"),
            *(some_text("api_keys", column) for column in ("purpose", "provider", "key_id")),
            *at_least("api_keys", 0, "version"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} by {self.provider}"

    @property
    def belongs_to(self) -> str:
        """What the ciphertext is bound to: moved to another row, world, purpose or provider, it does not open."""
        return f"api_keys {self.world_id} {self.id} {self.purpose} {self.provider}"
