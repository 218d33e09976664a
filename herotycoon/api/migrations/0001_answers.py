"""What was answered to a command that may be sent twice."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

from herotycoon.pg.rules import IsObject, rule, some_text
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    initial = True

    dependencies = [("accounts", "0001_accounts")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.CreateModel(
                    name="IdempotentAnswer",
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
                        ("key", models.CharField(max_length=200)),
                        ("request", models.CharField(max_length=64)),
                        ("status", models.SmallIntegerField(null=True)),
                        ("document", models.JSONField(null=True)),
                        ("location", models.CharField(blank=True, default="", max_length=200)),
                        (
                            "made_at",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), editable=False
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "db_table": "idempotent_answers",
                        "indexes": [models.Index(fields=["made_at"], name="idempotent_answers_made_idx")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "key"), name="idempotent_answers_key_key"
                            ),
                            some_text("idempotent_answers", "key"),
                            some_text("idempotent_answers", "request"),
                            rule(
                                "idempotent_answers",
                                "document",
                                models.Q(document__isnull=True) | models.Q(IsObject("document")),
                            ),
                            rule(
                                "idempotent_answers",
                                "status",
                                models.Q(status__isnull=True) | models.Q(status__range=(200, 299)),
                            ),
                        ],
                    },
                )
            ],
        )
    ]
