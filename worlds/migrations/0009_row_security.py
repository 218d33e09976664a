"""Row security: masters see their own worlds and themselves, game masters everything, on record."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [
        ("worlds", "0008_api_keys"),
        ("accounts", "0003_fewer_names"),
        ("heroes", "0005_decision_of_its_hero"),
    ]

    operations = [RunTwin(__file__)]
