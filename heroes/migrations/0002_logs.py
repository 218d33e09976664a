"""The two logs: what was done, and why."""

import django.db.models.deletion
import uuid_utils.compat
from django.db import migrations, models

import herotycoon.pg.rules
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("heroes", "0001_heroes")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.CreateModel(
                    name="Activity",
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
                        ("real_at", models.DateTimeField()),
                        ("game_at", models.DateTimeField()),
                        ("started_step", models.IntegerField()),
                        ("step", models.IntegerField()),
                        ("seq", models.IntegerField()),
                        ("mood_impact", models.SmallIntegerField(default=0)),
                        ("importance", models.SmallIntegerField(default=0)),
                        ("booked", models.BooleanField(default=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("action", "Action"),
                                    ("input", "Input"),
                                    ("edit", "Edit"),
                                    ("event", "Event"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("action", models.CharField(max_length=32)),
                        ("data", models.JSONField(blank=True, default=dict)),
                        ("changes", models.JSONField(blank=True, default=dict)),
                        (
                            "guild",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="activities",
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
                        (
                            "hero",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="activities",
                                to="heroes.hero",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "activities",
                        "db_table": "activity_log",
                        "indexes": [
                            models.Index(
                                fields=["hero", "world", "step", "seq"], name="activity_log_hero_idx"
                            ),
                            models.Index(
                                condition=models.Q(("importance__gte", 60)),
                                fields=["world", "step"],
                                name="activity_log_headlines_idx",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("world", "step", "seq"), name="activity_log_order_key"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("guild__isnull", False), ("hero__isnull", True)),
                                    models.Q(("guild__isnull", True), ("hero__isnull", False)),
                                    _connector="OR",
                                ),
                                name="activity_log_subject_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("started_step__gte", 0)),
                                name="activity_log_started_step_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("seq__gte", 0)), name="activity_log_seq_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("step__gte", models.F("started_step"))),
                                name="activity_log_step_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "action"), ("step", models.F("started_step")), _connector="OR"
                                ),
                                name="activity_log_length_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("mood_impact__range", (-100, 100))),
                                name="activity_log_mood_impact_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("importance__range", (0, 100))),
                                name="activity_log_importance_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["action", "input", "edit", "event"])),
                                name="activity_log_kind_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("action", models.Value("")),
                                name="activity_log_action_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("data"), name="activity_log_data_check"
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("changes"),
                                name="activity_log_changes_check",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
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
                        ("started_step", models.IntegerField()),
                        ("rules_version", models.IntegerField(default=1)),
                        ("satisfaction", models.SmallIntegerField(default=0)),
                        ("chosen", models.CharField(max_length=32)),
                        ("context", models.JSONField(blank=True, default=dict)),
                        ("options", models.JSONField(default=dict)),
                        ("contributions", models.JSONField(blank=True, default=dict)),
                        ("personality_factors", models.JSONField(blank=True, default=dict)),
                        ("outcome", models.JSONField(blank=True, default=dict)),
                        ("reasoning", models.CharField(blank=True, default="", max_length=2000)),
                        (
                            "activity",
                            models.ForeignObject(
                                editable=False,
                                from_fields=["id", "world"],
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="heroes.activity",
                                to_fields=["id", "world"],
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
                        (
                            "hero",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="decisions",
                                to="heroes.hero",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "hero_decisions",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("started_step__gte", 0)),
                                name="hero_decisions_started_step_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rules_version__gte", 1)),
                                name="hero_decisions_rules_version_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("satisfaction__range", (-100, 100))),
                                name="hero_decisions_satisfaction_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("chosen", models.Value("")),
                                name="hero_decisions_chosen_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("context"),
                                name="hero_decisions_context_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("options"),
                                name="hero_decisions_options_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("contributions"),
                                name="hero_decisions_contributions_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("personality_factors"),
                                name="hero_decisions_personality_factors_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("outcome"),
                                name="hero_decisions_outcome_check",
                            ),
                        ],
                    },
                ),
            ],
        )
    ]
