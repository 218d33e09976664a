"""The numbers of a decision by name, for whoever reads them in SQL."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("heroes", "0003_indexes")]

    operations = [RunTwin(__file__)]
