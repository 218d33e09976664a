"""Keep no real names."""

from django.db import migrations

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_audit")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.RemoveField(model_name="user", name="first_name"),
                migrations.RemoveField(model_name="user", name="last_name"),
            ],
        )
    ]
