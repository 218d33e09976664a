"""Sessions carry a token; people can ask to be erased."""

import django.db.models.functions.datetime
from django.db import migrations, models

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_fewer_names"), ("worlds", "0009_row_security")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.AddField(
                    "user", "erasing_since", models.DateTimeField(blank=True, editable=False, null=True)
                ),
                migrations.AddField(
                    "usersession",
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                migrations.AddField("usersession", "expires_at", models.DateTimeField(blank=True, null=True)),
                migrations.AddField(
                    "usersession",
                    "token_digest",
                    models.CharField(blank=True, max_length=64, null=True),
                ),
                migrations.AddConstraint(
                    "usersession",
                    models.UniqueConstraint(fields=("token_digest",), name="user_sessions_token_digest_key"),
                ),
                migrations.AddIndex(
                    "user",
                    models.Index(
                        condition=models.Q(erasing_since__isnull=False),
                        fields=["erasing_since"],
                        name="users_erasing_idx",
                    ),
                ),
            ],
        )
    ]
