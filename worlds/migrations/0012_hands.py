"""Edits by game masters say whose hand it was, and why."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("worlds", "0011_leaving")]

    operations = [RunTwin(__file__)]
