"""An answer may come too late."""

from django.db import migrations, models

from herotycoon.pg.rules import rule
from herotycoon.pg.twins import RunTwin

OUTCOMES = [
    ("asking", "Asking"),
    ("answered", "Answered"),
    ("too_late", "Too Late"),
    ("unfit", "Unfit"),
    ("garbled", "Garbled"),
    ("too_large", "Too Large"),
    ("timeout", "Timeout"),
    ("unreachable", "Unreachable"),
    ("rate_limited", "Rate Limited"),
    ("server_error", "Server Error"),
    ("refused", "Refused"),
    ("lost", "Lost"),
    ("left_alone", "Left Alone"),
    ("over_budget", "Over Budget"),
]


class Migration(migrations.Migration):
    dependencies = [("storyteller", "0002_row_security")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.RemoveConstraint("call", "storyteller_calls_outcome_check"),
                migrations.AlterField(
                    "call", "outcome", models.CharField(choices=OUTCOMES, default="asking", max_length=16)
                ),
                migrations.AddConstraint(
                    "call",
                    rule(
                        "storyteller_calls",
                        "outcome",
                        models.Q(outcome__in=[word for word, _ in OUTCOMES]),
                    ),
                ),
            ],
        )
    ]
