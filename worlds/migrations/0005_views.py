"""Views over the present, functions over a period and a hero."""

from django.db import migrations, models

from herotycoon.pg.twins import RunTwin


class Migration(migrations.Migration):
    dependencies = [("worlds", "0004_archive")]

    operations = [
        RunTwin(
            __file__,
            state_operations=[
                migrations.CreateModel(
                    name="ActiveHero",
                    fields=[
                        ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        ("guild_name", models.CharField(max_length=80)),
                        ("number", models.IntegerField()),
                        ("name", models.CharField(max_length=80)),
                        ("hero_class", models.CharField(max_length=16)),
                        ("status", models.CharField(max_length=16)),
                        ("current_action", models.CharField(max_length=32)),
                        ("place", models.SmallIntegerField()),
                        ("place_name", models.TextField()),
                        ("started_step", models.IntegerField()),
                        ("until_step", models.IntegerField()),
                        ("until_game", models.DateTimeField()),
                        ("partner", models.IntegerField(null=True)),
                        ("partner_name", models.TextField()),
                        ("quest_number", models.IntegerField(null=True)),
                        ("quest_title", models.TextField()),
                        ("energy", models.SmallIntegerField()),
                        ("mood", models.SmallIntegerField()),
                        ("health", models.SmallIntegerField()),
                        ("gold", models.IntegerField()),
                        ("experience", models.IntegerField()),
                        ("trust", models.SmallIntegerField(null=True)),
                        ("respect", models.SmallIntegerField(null=True)),
                        ("fear", models.SmallIntegerField(null=True)),
                        ("bonds", models.IntegerField()),
                        ("happiness", models.IntegerField()),
                    ],
                    options={
                        "db_table": "active_heroes",
                        "managed": False,
                    },
                ),
                migrations.CreateModel(
                    name="GuildSummary",
                    fields=[
                        ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        ("world_name", models.CharField(max_length=80)),
                        ("step", models.IntegerField()),
                        ("name", models.CharField(max_length=80)),
                        ("motto", models.CharField(max_length=200)),
                        ("policy", models.CharField(max_length=16)),
                        ("level", models.IntegerField()),
                        ("reputation", models.IntegerField()),
                        ("treasury", models.IntegerField()),
                        ("wage", models.IntegerField()),
                        ("wages_due", models.IntegerField()),
                        ("arrears", models.IntegerField()),
                        ("facilities", models.JSONField()),
                        ("active", models.IntegerField()),
                        ("away", models.IntegerField()),
                        ("incapacitated", models.IntegerField()),
                        ("gone", models.IntegerField()),
                        ("mood", models.IntegerField(null=True)),
                        ("trust", models.IntegerField(null=True)),
                        ("happiness", models.IntegerField(null=True)),
                        ("quests_open", models.IntegerField()),
                        ("quests_underway", models.IntegerField()),
                        ("quests_won", models.IntegerField()),
                        ("quests_lost", models.IntegerField()),
                        ("quests_expired", models.IntegerField()),
                    ],
                    options={
                        "db_table": "guild_summary",
                        "managed": False,
                    },
                ),
                migrations.CreateModel(
                    name="RecentActivity",
                    fields=[
                        ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        ("hero_number", models.IntegerField(null=True)),
                        ("hero_name", models.TextField()),
                        ("kind", models.CharField(max_length=16)),
                        ("action", models.CharField(max_length=32)),
                        ("place", models.IntegerField(null=True)),
                        ("started_step", models.IntegerField()),
                        ("step", models.IntegerField()),
                        ("seq", models.IntegerField()),
                        ("game_at", models.DateTimeField()),
                        ("real_at", models.DateTimeField()),
                        ("mood_impact", models.SmallIntegerField()),
                        ("importance", models.SmallIntegerField()),
                        ("data", models.JSONField()),
                        ("changes", models.JSONField()),
                        ("satisfaction", models.SmallIntegerField(null=True)),
                        ("reasoning", models.TextField()),
                    ],
                    options={
                        "db_table": "recent_activity",
                        "managed": False,
                    },
                ),
                migrations.CreateModel(
                    name="SocialTie",
                    fields=[
                        ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        ("hero_number", models.IntegerField()),
                        ("hero_name", models.CharField(max_length=80)),
                        ("other_number", models.IntegerField()),
                        ("other_name", models.CharField(max_length=80)),
                        ("kind", models.CharField(max_length=16)),
                        ("role", models.CharField(max_length=16)),
                        ("strength", models.SmallIntegerField()),
                        ("faded", models.IntegerField()),
                        ("interactions", models.IntegerField()),
                        ("last_step", models.IntegerField()),
                        ("absence", models.IntegerField()),
                    ],
                    options={
                        "db_table": "hero_social_network",
                        "managed": False,
                    },
                ),
            ],
        )
    ]
