"""What heroes do not forget."""

import django.contrib.postgres.fields
from django.db import migrations, models

import herotycoon.pg.rules
from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("heroes", "0006_notation_of_memory"), ("worlds", "0012_hands")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.AddField(
                    model_name="hero",
                    name="memories",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list
                    ),
                ),
                migrations.AddConstraint(
                    model_name="hero",
                    constraint=models.CheckConstraint(
                        condition=herotycoon.pg.rules.FlatRows("memories", width=7, most=8),
                        name="heroes_memories_check",
                    ),
                ),
            ],
        )
    ]
