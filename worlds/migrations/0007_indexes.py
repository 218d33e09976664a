"""Indexes on worlds, guilds and events."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

from herotycoon.pg.twins import RunConcurrently


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("worlds", "0005_views")]

    operations = [
        RunConcurrently(
            __file__,
            state_operations=[
                migrations.RemoveIndex("checkpoint", "archive_checkpoints_hero_idx"),
                migrations.AddIndex(
                    "world", GinIndex(fields=["data"], opclasses=["jsonb_path_ops"], name="worlds_data_idx")
                ),
                migrations.AddIndex(
                    "world",
                    models.Index(
                        fields=["hot_until"],
                        condition=models.Q(status="running", hot_until__isnull=False),
                        name="worlds_hot_idx",
                    ),
                ),
                migrations.AddIndex(
                    "guild",
                    GinIndex(
                        fields=["facilities"], opclasses=["jsonb_path_ops"], name="guilds_facilities_idx"
                    ),
                ),
                migrations.AddIndex(
                    "worldevent", GinIndex(fields=["effects"], name="world_events_effects_idx")
                ),
                migrations.AddIndex(
                    "worldevent",
                    models.Index(
                        fields=["world", "number"],
                        condition=models.Q(status__in=["coming", "in_force"]),
                        name="world_events_present_idx",
                    ),
                ),
            ],
        )
    ]
