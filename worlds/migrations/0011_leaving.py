"""Worlds that are about to go, and what their masters have read."""

from django.db import migrations, models

from herotycoon.pg.rules import rule
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("worlds", "0010_heat"), ("accounts", "0004_tokens")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.AddField(
                    "world", "erasing_since", models.DateTimeField(blank=True, editable=False, null=True)
                ),
                migrations.AddField("world", "read_step", models.IntegerField(default=-1)),
                migrations.AddConstraint("world", rule("worlds", "read_step", models.Q(read_step__gte=-1))),
                migrations.AddIndex(
                    "world",
                    models.Index(
                        condition=models.Q(erasing_since__isnull=False),
                        fields=["erasing_since"],
                        name="worlds_erasing_idx",
                    ),
                ),
            ],
        )
    ]
