"""Keys of other people's services, sealed."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid_utils.compat
from django.db import migrations, models

import herotycoon.pg.rules
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("worlds", "0007_indexes")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.CreateModel(
                    name="ApiKey",
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
                        ("purpose", models.CharField(max_length=40)),
                        ("provider", models.CharField(max_length=40)),
                        ("key_id", models.CharField(max_length=12)),
                        ("ciphertext", models.BinaryField()),
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
                        "db_table": "api_keys",
                        "indexes": [models.Index(fields=["key_id"], name="api_keys_key_idx")],
                        "constraints": [
                            models.UniqueConstraint(fields=("world", "purpose"), name="api_keys_purpose_key"),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("purpose", models.Value("")),
                                name="api_keys_purpose_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("provider", models.Value("")),
                                name="api_keys_provider_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.Differ("key_id", models.Value("")),
                                name="api_keys_key_id_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 0)), name="api_keys_version_check"
                            ),
                        ],
                    },
                ),
            ],
        )
    ]
