"""Answers belong to who asked."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("api", "0001_answers"), ("worlds", "0009_row_security")]

    operations = [RunTwin(__file__)]
