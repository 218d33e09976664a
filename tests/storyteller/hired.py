"""What tests of storytellers for hire look at."""

from __future__ import annotations

from django.db import connection

from herotycoon.storyteller.models import Call
from worlds.models import World


def outcomes(world: World) -> list[str]:
    return list(
        Call.objects.filter(world_id=world.pk).order_by("created_at", "id").values_list("outcome", flat=True)
    )


def words_in(world: World) -> str:
    """Every word of a world."""
    with connection.cursor() as cursor:
        tables = ("worlds", "guilds", "heroes", "quests", "world_events", "activity_log", "hero_decisions")
        keys = [(table, "id" if table == "worlds" else "world_id") for table in tables]
        found = []
        for table, key in keys:
            cursor.execute(
                f"SELECT string_agg(to_jsonb(t)::text, ' ') FROM {table} t WHERE {key} = %s", [world.pk]
            )
            found.append(cursor.fetchone()[0] or "")
    return " ".join(found)
