"""The archive of the logs, the history of a world wherever it lies, and checkpoints."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid_utils.compat
from django.db import migrations, models

import herotycoon.pg.json_text
import herotycoon.pg.rules
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [
        ("heroes", "0002_logs"),
        ("worlds", "0003_bookkeeping"),
    ]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.CreateModel(
                    name="ArchivedWeek",
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
                        ("week", models.IntegerField()),
                        (
                            "ids",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), size=None
                            ),
                        ),
                        (
                            "started_steps",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(), size=None
                            ),
                        ),
                        (
                            "steps",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(), size=None
                            ),
                        ),
                        (
                            "seqs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(), size=None
                            ),
                        ),
                        (
                            "real_ats",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateTimeField(), size=None
                            ),
                        ),
                        (
                            "mood_impacts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SmallIntegerField(), size=None
                            ),
                        ),
                        (
                            "importances",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SmallIntegerField(), size=None
                            ),
                        ),
                        (
                            "booked",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BooleanField(), size=None
                            ),
                        ),
                        (
                            "kinds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=16), size=None
                            ),
                        ),
                        (
                            "actions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=32), size=None
                            ),
                        ),
                        (
                            "data",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.JSONField(), size=None
                            ),
                        ),
                        (
                            "changes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.JSONField(), size=None
                            ),
                        ),
                        ("decisions", herotycoon.pg.json_text.JsonText(null=True)),
                        (
                            "guild",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="worlds.guild",
                            ),
                        ),
                        (
                            "hero",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
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
                        "db_table": "activity_archive",
                        "indexes": [
                            models.Index(fields=["hero", "world", "week"], name="activity_archive_hero_idx"),
                            models.Index(fields=["world", "week"], name="activity_archive_world_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                models.Func("ids", function="id_moments"), name="activity_archive_moments_idx"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("guild__isnull", False), ("hero__isnull", True)),
                                    models.Q(("guild__isnull", True), ("hero__isnull", False)),
                                    _connector="OR",
                                ),
                                name="activity_archive_subject_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("week__gte", 0)), name="activity_archive_week_check"
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.SameLengths(
                                    "ids",
                                    "started_steps",
                                    "steps",
                                    "seqs",
                                    "real_ats",
                                    "mood_impacts",
                                    "importances",
                                    "booked",
                                    "kinds",
                                    "actions",
                                    "data",
                                    "changes",
                                ),
                                name="activity_archive_lengths_check",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Checkpoint",
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
                        ("step", models.IntegerField()),
                        ("state", models.JSONField()),
                        (
                            "made_at",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), editable=False
                            ),
                        ),
                        (
                            "guild",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="worlds.guild",
                            ),
                        ),
                        (
                            "hero",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
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
                        "db_table": "archive_checkpoints",
                        "indexes": [
                            models.Index(fields=["hero", "world"], name="archive_checkpoints_hero_idx"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("world", "hero"),
                                name="archive_checkpoints_subject_key",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("guild__isnull", False), ("hero__isnull", True)),
                                    models.Q(("guild__isnull", True), ("hero__isnull", False)),
                                    _connector="OR",
                                ),
                                name="archive_checkpoints_subject_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("step__gte", 0)), name="archive_checkpoints_step_check"
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("state"),
                                name="archive_checkpoints_state_check",
                            ),
                        ],
                    },
                ),
            ],
        )
    ]
