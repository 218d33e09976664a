"""The clock in SQL, so that looking at all worlds looks at their clocks alone."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("worlds", "0012_hands")]

    operations = [RunTwin(__file__)]
