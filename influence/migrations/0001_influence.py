"""What a hero holds of the master."""

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
                    name="MasterInfluence",
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
                        ("trust", models.SmallIntegerField(default=50)),
                        ("respect", models.SmallIntegerField(default=50)),
                        ("fear", models.SmallIntegerField(default=0)),
                        ("baseline", models.JSONField(blank=True, default=dict)),
                        ("history", models.JSONField(blank=True, default=list)),
                        ("standing_order", models.JSONField(blank=True, null=True)),
                        ("answers", models.JSONField(blank=True, default=dict)),
                        ("promises", models.JSONField(blank=True, default=list)),
                        (
                            "hero",
                            models.OneToOneField(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="influence",
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
                        "verbose_name_plural": "master influence",
                        "db_table": "master_influence",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("hero", "world"), name="master_influence_hero_key"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("trust__range", (0, 100))),
                                name="master_influence_trust_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("respect__range", (0, 100))),
                                name="master_influence_respect_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fear__range", (0, 100))),
                                name="master_influence_fear_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("baseline"),
                                name="master_influence_baseline_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsObject("answers"),
                                name="master_influence_answers_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsArray("history"),
                                name="master_influence_history_check",
                            ),
                            models.CheckConstraint(
                                condition=herotycoon.pg.rules.IsArray("promises"),
                                name="master_influence_promises_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("standing_order__isnull", True),
                                    herotycoon.pg.rules.IsObject("standing_order"),
                                    _connector="OR",
                                ),
                                name="master_influence_standing_order_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 0)), name="master_influence_version_check"
                            ),
                        ],
                    },
                ),
            ],
        )
    ]
