"""What came with memory and counsel in the numbers of a decision, by name, for whoever reads them in SQL."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("heroes", "0005_decision_of_its_hero")]

    operations = [RunTwin(__file__)]
