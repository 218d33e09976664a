"""Worlds, their guilds and what befalls them."""

import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

import herotycoon.pg.rules
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    initial = True

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.CreateModel(
                    name="World",
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
                        ("name", models.CharField(max_length=80)),
                        ("seed", models.BigIntegerField()),
                        ("rules_version", models.IntegerField(default=1)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("running", "Running"),
                                    ("paused", "Paused"),
                                    ("set_aside", "Set Aside"),
                                ],
                                default="running",
                                max_length=16,
                            ),
                        ),
                        ("error", models.CharField(blank=True, default="", max_length=2000)),
                        ("step", models.IntegerField(default=0)),
                        ("seq", models.IntegerField(default=0)),
                        ("time_scale", models.IntegerField(default=12)),
                        ("anchor_step", models.IntegerField(default=0)),
                        ("anchor_real", models.DateTimeField(default=django.utils.timezone.now)),
                        ("data", models.JSONField(default=dict)),
                        ("settings", models.JSONField(blank=True, default=dict)),
                        ("hot_until", models.DateTimeField(blank=True, null=True)),
                        ("revision", models.BigIntegerField(default=0)),
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
                        (
                            "owner",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="worlds",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "db_table": "worlds",
                        "indexes": [models.Index(fields=["owner"], name="worlds_owner_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("name", models.Value("")),
                                name="worlds_name_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("seed__gte", 0)), name="worlds_seed_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("seq__gte", 0)), name="worlds_seq_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("anchor_step__gte", 0)), name="worlds_anchor_step_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("revision__gte", 0)), name="worlds_revision_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rules_version__gte", 1)),
                                name="worlds_rules_version_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["running", "paused", "set_aside"])),
                                name="worlds_status_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("time_scale__range", (1, 1440))),
                                name="worlds_time_scale_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("step__gte", models.F("anchor_step"))),
                                name="worlds_step_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("data"), name="worlds_data_check"
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("settings"),
                                name="worlds_settings_check",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Guild",
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
                        ("name", models.CharField(max_length=80)),
                        ("motto", models.CharField(blank=True, default="", max_length=200)),
                        ("treasury", models.IntegerField(default=0)),
                        ("reputation", models.IntegerField(default=0)),
                        ("level", models.IntegerField(default=1)),
                        (
                            "policy",
                            models.CharField(
                                choices=[
                                    ("balanced", "Balanced"),
                                    ("martial", "Martial"),
                                    ("scholarly", "Scholarly"),
                                    ("mercantile", "Mercantile"),
                                    ("charitable", "Charitable"),
                                    ("adventurous", "Adventurous"),
                                ],
                                default="balanced",
                                max_length=16,
                            ),
                        ),
                        ("wage", models.IntegerField(default=0)),
                        ("facilities", models.JSONField(blank=True, default=dict)),
                        ("arrears", models.IntegerField(default=0)),
                        ("birth", models.JSONField(blank=True, default=dict)),
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
                        "db_table": "guilds",
                        "constraints": [
                            models.UniqueConstraint(fields=("world",), name="guilds_world_key"),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("name", models.Value("")),
                                name="guilds_name_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("treasury__gte", 0)), name="guilds_treasury_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("wage__gte", 0)), name="guilds_wage_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("arrears__gte", 0)), name="guilds_arrears_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 0)), name="guilds_version_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reputation__range", (0, 1000))),
                                name="guilds_reputation_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("level__range", (1, 10))), name="guilds_level_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "policy__in",
                                        [
                                            "balanced",
                                            "martial",
                                            "scholarly",
                                            "mercantile",
                                            "charitable",
                                            "adventurous",
                                        ],
                                    )
                                ),
                                name="guilds_policy_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.WholeNumbers("facilities", high=5, low=0),
                                name="guilds_facilities_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("birth"), name="guilds_birth_check"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorldEvent",
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
                        ("number", models.IntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("festival", "Festival"),
                                    ("storm", "Storm"),
                                    ("incursion", "Incursion"),
                                    ("market_boom", "Market Boom"),
                                    ("market_slump", "Market Slump"),
                                    ("plague", "Plague"),
                                    ("discovery", "Discovery"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[("seed", "Seed"), ("game_master", "Game Master")],
                                default="seed",
                                max_length=16,
                            ),
                        ),
                        ("name", models.CharField(max_length=80)),
                        ("description", models.CharField(blank=True, default="", max_length=2000)),
                        ("place", models.IntegerField(blank=True, null=True)),
                        ("effects", models.JSONField(blank=True, default=dict)),
                        ("starts_step", models.IntegerField()),
                        ("ends_step", models.IntegerField()),
                        (
                            "status",
                            models.CharField(
                                choices=[("coming", "Coming"), ("in_force", "In Force"), ("over", "Over")],
                                default="coming",
                                max_length=16,
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
                        "db_table": "world_events",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("world", "number"), name="world_events_number_key"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 0)), name="world_events_number_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("starts_step__gte", 0)),
                                name="world_events_starts_step_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 0)), name="world_events_version_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "festival",
                                            "storm",
                                            "incursion",
                                            "market_boom",
                                            "market_slump",
                                            "plague",
                                            "discovery",
                                        ],
                                    )
                                ),
                                name="world_events_kind_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source__in", ["seed", "game_master"])),
                                name="world_events_source_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("name", models.Value("")),
                                name="world_events_name_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("place__isnull", True), ("place__gte", 0), _connector="OR"
                                ),
                                name="world_events_place_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.WholeNumbers("effects", high=20, low=-20),
                                name="world_events_effects_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_step__gte", models.F("starts_step"))),
                                name="world_events_ends_step_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["coming", "in_force", "over"])),
                                name="world_events_status_check",
                            ),
                        ],
                    },
                ),
            ],
        )
    ]
