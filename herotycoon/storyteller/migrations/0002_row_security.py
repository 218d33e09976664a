"""A world's calls belong to its master."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("storyteller", "0001_calls"), ("worlds", "0009_row_security")]

    operations = [RunTwin(__file__)]
