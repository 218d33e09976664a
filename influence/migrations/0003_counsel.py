"""What a storyteller for hire counsels a hero to do."""

from django.db import migrations, models

from herotycoon.pg.rules import IsObject, rule
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("influence", "0002_indexes")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.AddField("masterinfluence", "counsel", models.JSONField(blank=True, null=True)),
                migrations.AddConstraint(
                    "masterinfluence",
                    rule(
                        "master_influence",
                        "counsel",
                        models.Q(counsel__isnull=True) | models.Q(IsObject("counsel")),
                    ),
                ),
            ],
        )
    ]
