"""Indexes on what heroes feel."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

from herotycoon.pg.twins import RunConcurrently


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("influence", "0001_influence")]

    operations = [
        RunConcurrently(
            __file__,
            state_operations=[
                migrations.AddIndex(
                    "masterinfluence", models.Index(fields=["world"], name="master_influence_world_idx")
                ),
                migrations.AddIndex(
                    "masterinfluence",
                    GinIndex(
                        fields=["standing_order"],
                        opclasses=["jsonb_path_ops"],
                        condition=models.Q(standing_order__isnull=False),
                        name="master_influence_order_idx",
                    ),
                ),
            ],
        )
    ]
