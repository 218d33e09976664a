"""Indexes on heroes, bonds and the log."""

from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.db import migrations, models

from herotycoon.pg.twins import RunConcurrently


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("heroes", "0002_logs")]

    operations = [
        RunConcurrently(
            __file__,
            state_operations=[
                migrations.RemoveIndex("activity", "activity_log_hero_idx"),
                migrations.RemoveIndex("hero", "heroes_guild_idx"),
                migrations.AddIndex(
                    "activity", models.Index(fields=["hero", "step", "seq"], name="activity_log_deeds_idx")
                ),
                migrations.AddIndex(
                    "activity",
                    GinIndex(
                        fields=["data"],
                        opclasses=["jsonb_path_ops"],
                        condition=models.Q(importance__gte=60),
                        name="activity_log_data_idx",
                    ),
                ),
                migrations.AddIndex(
                    "activity",
                    BrinIndex(
                        fields=["real_at"],
                        pages_per_range=16,
                        autosummarize=True,
                        name="activity_log_real_at_idx",
                    ),
                ),
                migrations.AddIndex(
                    "hero",
                    models.Index(
                        fields=["world", "last_decision_at"],
                        condition=models.Q(status="active"),
                        name="idx_heroes_last_decision",
                    ),
                ),
                migrations.AddIndex(
                    "hero",
                    models.Index(
                        fields=["world", "current_action"],
                        condition=models.Q(status="active"),
                        name="idx_heroes_current_action",
                    ),
                ),
                migrations.AddIndex(
                    "hero",
                    GinIndex(
                        fields=["personality"], opclasses=["jsonb_path_ops"], name="idx_personality_gin"
                    ),
                ),
                migrations.AddIndex(
                    "herorelationship", models.Index(fields=["world"], name="hero_relationships_world_idx")
                ),
            ],
        )
    ]
