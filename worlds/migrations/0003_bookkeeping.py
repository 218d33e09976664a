"""Edits by other hands than the engine's are booked by the database itself."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("worlds", "0002_versions")]

    operations = [RunTwin(__file__)]
