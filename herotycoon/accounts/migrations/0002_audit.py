"""Who looked at whose data."""

import django.db.models.functions.datetime
import uuid_utils.compat
from django.db import migrations, models

import herotycoon.pg.rules
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_accounts")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.CreateModel(
                    name="AuditEntry",
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
                            "at",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), editable=False
                            ),
                        ),
                        ("actor_id", models.UUIDField(blank=True, null=True)),
                        ("actor", models.CharField(blank=True, default="", max_length=150)),
                        ("action", models.CharField(max_length=40)),
                        ("subject_id", models.UUIDField(blank=True, null=True)),
                        ("about_world", models.UUIDField(blank=True, null=True)),
                        ("details", models.JSONField(blank=True, default=dict)),
                    ],
                    options={
                        "verbose_name_plural": "audit entries",
                        "db_table": "audit_log",
                        "indexes": [
                            models.Index(fields=["at"], name="audit_log_at_idx"),
                            models.Index(fields=["subject_id"], name="audit_log_subject_idx"),
                            models.Index(fields=["actor_id"], name="audit_log_actor_idx"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("action", models.Value("")),
                                name="audit_log_action_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("details"),
                                name="audit_log_details_check",
                            ),
                        ],
                    },
                ),
            ],
        )
    ]
