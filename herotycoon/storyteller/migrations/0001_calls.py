"""Every call of a storyteller for hire."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid_utils.compat
from django.db import migrations, models

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
                    name="Call",
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
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("world", "World"),
                                    ("heroes", "Heroes"),
                                    ("quests", "Quests"),
                                    ("events", "Events"),
                                    ("decision", "Decision"),
                                    ("report", "Report"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "numbers",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(), blank=True, default=list, size=None
                            ),
                        ),
                        ("provider", models.CharField(max_length=40)),
                        ("model", models.CharField(max_length=120)),
                        ("attempt", models.IntegerField(default=1)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("asking", "Asking"),
                                    ("answered", "Answered"),
                                    ("unfit", "Unfit"),
                                    ("garbled", "Garbled"),
                                    ("too_large", "Too Large"),
                                    ("timeout", "Timeout"),
                                    ("unreachable", "Unreachable"),
                                    ("rate_limited", "Rate Limited"),
                                    ("server_error", "Server Error"),
                                    ("refused", "Refused"),
                                    ("lost", "Lost"),
                                    ("left_alone", "Left Alone"),
                                    ("over_budget", "Over Budget"),
                                ],
                                default="asking",
                                max_length=16,
                            ),
                        ),
                        ("input_tokens", models.IntegerField(default=0)),
                        ("output_tokens", models.IntegerField(default=0)),
                        ("cost", models.BigIntegerField(default=0)),
                        ("latency_ms", models.IntegerField(default=0)),
                        ("prompt_hash", models.CharField(max_length=64)),
                        ("answer_hash", models.CharField(blank=True, default="", max_length=64)),
                        ("prompt", models.CharField(blank=True, default="", max_length=40000)),
                        ("answer", models.CharField(blank=True, default="", max_length=40000)),
                        (
                            "created_at",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), editable=False
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
                        "db_table": "storyteller_calls",
                        "indexes": [
                            models.Index(fields=["world", "created_at"], name="storyteller_calls_world_idx"),
                            models.Index(fields=["created_at"], name="storyteller_calls_created_idx"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "asking")),
                                fields=("world",),
                                name="storyteller_calls_asking_key",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "purpose__in",
                                        ["world", "heroes", "quests", "events", "decision", "report"],
                                    )
                                ),
                                name="storyteller_calls_purpose_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "outcome__in",
                                        [
                                            "asking",
                                            "answered",
                                            "unfit",
                                            "garbled",
                                            "too_large",
                                            "timeout",
                                            "unreachable",
                                            "rate_limited",
                                            "server_error",
                                            "refused",
                                            "lost",
                                            "left_alone",
                                            "over_budget",
                                        ],
                                    )
                                ),
                                name="storyteller_calls_outcome_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("provider", models.Value("")),
                                name="storyteller_calls_provider_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("model", models.Value("")),
                                name="storyteller_calls_model_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("prompt_hash", models.Value("")),
                                name="storyteller_calls_prompt_hash_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("attempt__gte", 0)),
                                name="storyteller_calls_attempt_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("input_tokens__gte", 0)),
                                name="storyteller_calls_input_tokens_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("output_tokens__gte", 0)),
                                name="storyteller_calls_output_tokens_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("cost__gte", 0)), name="storyteller_calls_cost_check"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("latency_ms__gte", 0)),
                                name="storyteller_calls_latency_ms_check",
                            ),
                        ],
                    },
                ),
            ],
        )
    ]
