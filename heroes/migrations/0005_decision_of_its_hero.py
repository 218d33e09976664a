"""A decision is of the hero of its activity."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("heroes", "0004_notation")]

    operations = [RunTwin(__file__)]
