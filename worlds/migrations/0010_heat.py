"""That somebody watches a world changes nothing in it."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("worlds", "0009_row_security")]

    operations = [RunTwin(__file__)]
