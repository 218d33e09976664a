"""Every write raises the version of a row, whoever writes."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [
        ("worlds", "0001_worlds"),
        ("heroes", "0002_logs"),
        ("quests", "0001_quests"),
        ("influence", "0001_influence"),
    ]

    operations = [RunTwin(__file__)]
