"""What the views say, as models that are not managed: `migrations/sql/0005_views.up.sql` says how each is made.

Filter by world, as everywhere. Nothing writes a view.
"""

from uuid import UUID

from django.db import models


class Reading(models.Model):
    """A row of a view."""

    id = models.UUIDField(primary_key=True, editable=False)
    world = models.ForeignKey(
        "worlds.World", on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    world_id: UUID

    class Meta:
        abstract = True
        managed = False


class ActiveHero(Reading):
    """A hero who still belongs to the guild: what they do, where, until when, and how they are."""

    guild = models.ForeignKey(
        "worlds.Guild", on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    guild_name = models.CharField(max_length=80)
    number = models.IntegerField()
    name = models.CharField(max_length=80)
    hero_class = models.CharField(max_length=16)
    status = models.CharField(max_length=16)
    current_action = models.CharField(max_length=32)
    place = models.SmallIntegerField()
    place_name = models.TextField()
    started_step = models.IntegerField()
    until_step = models.IntegerField()
    until_game = models.DateTimeField()
    partner = models.IntegerField(null=True)
    partner_name = models.TextField()
    quest_number = models.IntegerField(null=True)
    quest_title = models.TextField()
    energy = models.SmallIntegerField()
    mood = models.SmallIntegerField()
    health = models.SmallIntegerField()
    gold = models.IntegerField()
    experience = models.IntegerField()
    trust = models.SmallIntegerField(null=True)
    respect = models.SmallIntegerField(null=True)
    fear = models.SmallIntegerField(null=True)
    bonds = models.IntegerField()
    happiness = models.IntegerField()
    """0 to 100; the function `happiness` says from what."""

    class Meta(Reading.Meta):
        db_table = "active_heroes"

    def __str__(self) -> str:
        return self.name


class RecentActivity(Reading):
    """A row of the log of the last seven game days, with who, why and how it felt."""

    hero = models.ForeignKey(
        "heroes.Hero", on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    hero_number = models.IntegerField(null=True)
    hero_name = models.TextField()
    kind = models.CharField(max_length=16)
    action = models.CharField(max_length=32)
    place = models.IntegerField(null=True)
    started_step = models.IntegerField()
    step = models.IntegerField()
    seq = models.IntegerField()
    game_at = models.DateTimeField()
    real_at = models.DateTimeField()
    mood_impact = models.SmallIntegerField()
    importance = models.SmallIntegerField()
    data = models.JSONField()
    changes = models.JSONField()
    satisfaction = models.SmallIntegerField(null=True)
    """None where nobody decided."""
    reasoning = models.TextField()

    class Meta(Reading.Meta):
        db_table = "recent_activity"

    def __str__(self) -> str:
        return f"{self.action} until step {self.step}"


class GuildSummary(Reading):
    """A guild at a glance: its chest, its people by status and on average, its quests by how they stand."""

    world_name = models.CharField(max_length=80)
    step = models.IntegerField()
    name = models.CharField(max_length=80)
    motto = models.CharField(max_length=200)
    policy = models.CharField(max_length=16)
    level = models.IntegerField()
    reputation = models.IntegerField()
    treasury = models.IntegerField()
    wage = models.IntegerField()
    wages_due = models.IntegerField()
    """Gold for everybody's wages of one game day."""
    arrears = models.IntegerField()
    facilities = models.JSONField()
    active = models.IntegerField()
    away = models.IntegerField()
    incapacitated = models.IntegerField()
    gone = models.IntegerField()
    mood = models.IntegerField(null=True)
    """The mean of those who are not gone, like trust and happiness; None where there is nobody."""
    trust = models.IntegerField(null=True)
    happiness = models.IntegerField(null=True)
    quests_open = models.IntegerField()
    quests_underway = models.IntegerField()
    quests_won = models.IntegerField()
    quests_lost = models.IntegerField()
    quests_expired = models.IntegerField()

    class Meta(Reading.Meta):
        db_table = "guild_summary"

    def __str__(self) -> str:
        return self.name


class SocialTie(Reading):
    """What one hero is to another. `faded` is the strength by now, `absence` the steps since the two last met."""

    hero = models.ForeignKey(
        "heroes.Hero", on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    hero_number = models.IntegerField()
    hero_name = models.CharField(max_length=80)
    other = models.ForeignKey(
        "heroes.Hero", on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    other_number = models.IntegerField()
    other_name = models.CharField(max_length=80)
    kind = models.CharField(max_length=16)
    role = models.CharField(max_length=16)
    strength = models.SmallIntegerField()
    faded = models.IntegerField()
    interactions = models.IntegerField()
    last_step = models.IntegerField()
    absence = models.IntegerField()

    class Meta(Reading.Meta):
        db_table = "hero_social_network"

    def __str__(self) -> str:
        return f"{self.kind} of {self.hero_name} with {self.other_name}"
