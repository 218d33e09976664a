"""Quests and who took them on."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid_utils.compat
from django.db import migrations, models

import herotycoon.pg.rules
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    initial = True

    dependencies = [("heroes", "0001_heroes")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.CreateModel(
                    name="Quest",
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
                            "source",
                            models.CharField(
                                choices=[("world", "World"), ("master", "Master")],
                                default="world",
                                max_length=16,
                            ),
                        ),
                        ("title", models.CharField(max_length=120)),
                        ("description", models.CharField(blank=True, default="", max_length=2000)),
                        ("place", models.IntegerField()),
                        ("monster", models.CharField(blank=True, default="", max_length=30)),
                        ("difficulty", models.IntegerField()),
                        ("reward_gold", models.IntegerField(default=0)),
                        ("reward_experience", models.IntegerField(default=0)),
                        ("party_max", models.IntegerField(default=1)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("mustering", "Mustering"),
                                    ("underway", "Underway"),
                                    ("succeeded", "Succeeded"),
                                    ("failed", "Failed"),
                                    ("expired", "Expired"),
                                ],
                                default="open",
                                max_length=16,
                            ),
                        ),
                        ("posted_step", models.IntegerField()),
                        ("expires_step", models.IntegerField()),
                        ("trial_step", models.IntegerField(blank=True, null=True)),
                        ("travel", models.SmallIntegerField(default=0)),
                        ("trial", models.SmallIntegerField(default=0)),
                        ("outcome", models.JSONField(blank=True, default=dict)),
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
                        "db_table": "quests",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status__in", ("open", "mustering", "underway"))),
                                fields=["world"],
                                name="quests_unfinished_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("world", "number"), name="quests_number_key"),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 0)), name="quests_number_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("place__gte", 0)), name="quests_place_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reward_gold__gte", 0)), name="quests_reward_gold_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reward_experience__gte", 0)),
                                name="quests_reward_experience_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("posted_step__gte", 0)), name="quests_posted_step_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("travel__gte", 0)), name="quests_travel_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("trial__gte", 0)), name="quests_trial_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 0)), name="quests_version_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source__in", ["world", "master"])),
                                name="quests_source_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("title", models.Value("")),
                                name="quests_title_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("difficulty__range", (0, 100))),
                                name="quests_difficulty_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("party_max__range", (1, 4))),
                                name="quests_party_max_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        ["open", "mustering", "underway", "succeeded", "failed", "expired"],
                                    )
                                ),
                                name="quests_status_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("expires_step__gte", models.F("posted_step"))),
                                name="quests_expires_step_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("trial_step__isnull", True),
                                    ("trial_step__gte", models.F("posted_step")),
                                    _connector="OR",
                                ),
                                name="quests_trial_step_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("outcome"), name="quests_outcome_check"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestAssignment",
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
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("travelling", "Travelling"),
                                    ("trial", "Trial"),
                                    ("succeeded", "Succeeded"),
                                    ("failed", "Failed"),
                                    ("abandoned", "Abandoned"),
                                ],
                                default="travelling",
                                max_length=16,
                            ),
                        ),
                        ("ordered", models.BooleanField(default=False)),
                        ("assigned_step", models.IntegerField()),
                        ("ended_step", models.IntegerField(blank=True, null=True)),
                        (
                            "hero",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="assignments",
                                to="heroes.hero",
                            ),
                        ),
                        (
                            "quest",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="assignments",
                                to="quests.quest",
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
                        "db_table": "quest_assignments",
                        "indexes": [
                            models.Index(fields=["hero", "world"], name="quest_assignments_hero_idx")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("quest", "hero", "world"), name="quest_assignments_pair_key"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        ["travelling", "trial", "succeeded", "failed", "abandoned"],
                                    )
                                ),
                                name="quest_assignments_status_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("assigned_step__gte", 0)),
                                name="quest_assignments_assigned_step_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 0)),
                                name="quest_assignments_version_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_step__isnull", True),
                                    ("ended_step__gte", models.F("assigned_step")),
                                    _connector="OR",
                                ),
                                name="quest_assignments_ended_step_check",
                            ),
                        ],
                    },
                ),
            ],
        )
    ]
