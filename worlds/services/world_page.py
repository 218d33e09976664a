"""A world as a page shows it: the map, the guild, the people, what befalls it, and the latest of its log."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import mark_safe

from heroes.sim.words.calendar import when
from worlds.models import World, WorldEvent
from worlds.rows.survey import shape
from worlds.services.atlas.drawing import draw
from worlds.services.atlas.places import atlas
from worlds.services.circle import circle
from worlds.services.courses import courses
from worlds.services.pictures import charts, drawn
from worlds.services.prose.deeds import doing, plain
from worlds.services.standing import standing

LATEST = 30


def world_page(world: World) -> dict[str, Any]:
    """The context of the page; of a world that nothing can be drawn of, none."""
    try:
        shape(world.data)
    except ValueError:
        return {}
    stands, told = standing(world, LATEST), courses(world)
    return {
        "map": mark_safe(draw(atlas(world))),  # noqa: S308  # every name in it is escaped by who draws
        "figures": _figures(world, stands.guild),
        "people": [(hero, doing(hero.current_action)) for hero in stands.heroes],
        "events": [(event.name, event.kind, when(event.ends_step)) for event in _in_force(world)],
        "charts": charts(told),
        "kept": told.kept,
        "circle": drawn(circle(world)),
        "latest": [(one, plain(one.action), when(one.step)) for one in stands.recent],
    }


def _figures(world: World, guild: Any) -> dict[str, Any]:
    return {
        "time": when(world.step),
        "pace": f"{world.time_scale} ×",
        "treasury": f"{guild.treasury:,}",
        "wages due": f"{guild.wages_due:,}",
        "mood": guild.mood,
        "trust": guild.trust,
        "happiness": guild.happiness,
        "quests won": guild.quests_won,
        "quests lost": guild.quests_lost,
    }


def _in_force(world: World) -> list[WorldEvent]:
    return list(WorldEvent.objects.filter(world_id=world.pk, status="in_force").order_by("number"))
