"""Decisions are of the heroes of their activities, which is asked once for all rows of a statement."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("heroes", "0007_memories"), ("worlds", "0009_row_security")]

    operations = [RunTwin(__file__)]
