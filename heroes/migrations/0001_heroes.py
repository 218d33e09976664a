"""Heroes and their bonds."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid_utils.compat
from django.db import migrations, models

import heroes.models
import herotycoon.pg.rules
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    initial = True

    dependencies = [("worlds", "0001_worlds")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.CreateModel(
                    name="Hero",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("version", models.IntegerField(default=0)),
                        (
                            "created_at",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), editable=False
                            ),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), editable=False
                            ),
                        ),
                        ("explained_by", models.UUIDField(blank=True, editable=False, null=True)),
                        ("number", models.IntegerField()),
                        ("name", models.CharField(max_length=80)),
                        (
                            "hero_class",
                            models.CharField(
                                choices=[
                                    ("warrior", "Warrior"),
                                    ("ranger", "Ranger"),
                                    ("mage", "Mage"),
                                    ("cleric", "Cleric"),
                                    ("rogue", "Rogue"),
                                    ("bard", "Bard"),
                                    ("artisan", "Artisan"),
                                    ("scholar", "Scholar"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("active", "Active"),
                                    ("away", "Away"),
                                    ("incapacitated", "Incapacitated"),
                                    ("gone", "Gone"),
                                ],
                                default="active",
                                max_length=16,
                            ),
                        ),
                        ("personality", models.JSONField()),
                        ("skills", models.JSONField(blank=True, default=dict)),
                        ("items", models.JSONField(blank=True, default=dict)),
                        ("gold", models.IntegerField(default=0)),
                        ("experience", models.IntegerField(default=0)),
                        ("energy", models.SmallIntegerField(default=100)),
                        ("mood", models.SmallIntegerField(default=50)),
                        ("health", models.SmallIntegerField(default=100)),
                        ("place", models.SmallIntegerField(default=0)),
                        ("current_action", models.CharField(blank=True, default="", max_length=32)),
                        ("started_step", models.IntegerField(default=0)),
                        ("until_step", models.IntegerField(default=0)),
                        ("last_decision_at", models.DateTimeField(blank=True, null=True)),
                        ("fed_step", models.IntegerField(default=0)),
                        ("met_step", models.IntegerField(default=0)),
                        ("last_action", models.CharField(blank=True, default="", max_length=32)),
                        ("streak", models.SmallIntegerField(default=0)),
                        ("partner", models.IntegerField(blank=True, null=True)),
                        ("quest_number", models.IntegerField(blank=True, null=True)),
                        ("backstory", models.CharField(blank=True, default="", max_length=4000)),
                        ("motivation", models.CharField(blank=True, default="", max_length=1000)),
                        ("quirks", models.JSONField(blank=True, default=list)),
                        ("birth", models.JSONField(blank=True, default=dict)),
                        (
                            "expectations",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SmallIntegerField(),
                                default=heroes.models.blank_expectations,
                                size=None,
                            ),
                        ),
                        ("carried", models.JSONField(blank=True, default=dict)),
                        (
                            "guild",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="heroes",
                                to="worlds.guild",
                            ),
                        ),
                        (
                            "world",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="worlds.world",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "heroes",
                        "db_table": "heroes",
                        "indexes": [models.Index(fields=["guild", "world"], name="heroes_guild_idx")],
                        "constraints": [
                            models.UniqueConstraint(fields=("world", "number"), name="heroes_number_key"),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 0)), name="heroes_number_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("gold__gte", 0)), name="heroes_gold_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("experience__gte", 0)), name="heroes_experience_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("place__gte", 0)), name="heroes_place_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("started_step__gte", 0)), name="heroes_started_step_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("streak__gte", 0)), name="heroes_streak_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 0)), name="heroes_version_check"
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("name", models.Value("")),
                                name="heroes_name_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "hero_class__in",
                                        [
                                            "warrior",
                                            "ranger",
                                            "mage",
                                            "cleric",
                                            "rogue",
                                            "bard",
                                            "artisan",
                                            "scholar",
                                        ],
                                    )
                                ),
                                name="heroes_hero_class_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["active", "away", "incapacitated", "gone"])
                                ),
                                name="heroes_status_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    herotycoon.pg.rules.WholeNumbers("personality", high=100, low=0),
                                    herotycoon.pg.rules.HasAll(
                                        "personality",
                                        keys=(
                                            "courage",
                                            "greed",
                                            "loyalty",
                                            "curiosity",
                                            "ambition",
                                            "patience",
                                            "empathy",
                                        ),
                                    ),
                                    herotycoon.pg.rules.HasOnly(
                                        "personality",
                                        keys=(
                                            "courage",
                                            "greed",
                                            "loyalty",
                                            "curiosity",
                                            "ambition",
                                            "patience",
                                            "empathy",
                                        ),
                                    ),
                                ),
                                name="heroes_personality_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.WholeNumbers("skills", high=100, low=0),
                                name="heroes_skills_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.WholeNumbers("items", high=2147483647, low=0),
                                name="heroes_items_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("energy__range", (0, 100))), name="heroes_energy_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("mood__range", (0, 100))), name="heroes_mood_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("health__range", (0, 100))), name="heroes_health_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until_step__gte", models.F("started_step"))),
                                name="heroes_until_step_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsArray("quirks"), name="heroes_quirks_check"
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("birth"), name="heroes_birth_check"
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("carried"), name="heroes_carried_check"
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Cardinality("expectations", size=192),
                                name="heroes_expectations_check",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HeroRelationship",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("version", models.IntegerField(default=0)),
                        (
                            "created_at",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), editable=False
                            ),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), editable=False
                            ),
                        ),
                        ("explained_by", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("friendship", "Friendship"),
                                    ("rivalry", "Rivalry"),
                                    ("romantic", "Romantic"),
                                    ("mentor", "Mentor"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[("", "Alike"), ("mentor", "Mentor"), ("pupil", "Pupil")],
                                default="",
                                max_length=16,
                            ),
                        ),
                        ("strength", models.SmallIntegerField(default=0)),
                        ("opening", models.SmallIntegerField(default=0)),
                        ("interactions", models.IntegerField(default=0)),
                        ("last_step", models.IntegerField(default=0)),
                        ("history", models.JSONField(blank=True, default=list)),
                        (
                            "hero",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="relationships",
                                to="heroes.hero",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="heroes.hero",
                            ),
                        ),
                        (
                            "world",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="worlds.world",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "hero_relationships",
                        "indexes": [
                            models.Index(fields=["other", "world"], name="hero_relationships_other_idx")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("hero", "other", "kind", "world"), name="hero_relationships_pair_key"
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("hero", "other"),
                                name="hero_relationships_other_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["friendship", "rivalry", "romantic", "mentor"])
                                ),
                                name="hero_relationships_kind_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("role", ""),
                                    models.Q(("kind", "mentor"), ("role__in", ("mentor", "pupil"))),
                                    _connector="OR",
                                ),
                                name="hero_relationships_role_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("strength__range", (-100, 100))),
                                name="hero_relationships_strength_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("opening__range", (-100, 100))),
                                name="hero_relationships_opening_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("interactions__gte", 0)),
                                name="hero_relationships_interactions_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("last_step__gte", 0)),
                                name="hero_relationships_last_step_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 0)),
                                name="hero_relationships_version_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsArray("history"),
                                name="hero_relationships_history_check",
                            ),
                        ],
                    },
                ),
            ],
        )
    ]
