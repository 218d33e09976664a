"""What the tests of inputs share."""

from __future__ import annotations

from typing import Any

from uuid_utils.compat import uuid7

from heroes.models import Activity, Hero
from tests.explained import save_explained
from worlds.models import Guild, World

SENSIBLE: dict[str, dict[str, Any]] = {
    "order": {"hero": 0, "action": "work"},
    "praise": {"hero": 0},
    "punish": {"hero": 1},
    "threaten": {"hero": 2},
    "console": {"hero": 1},
    "reward": {"hero": 2, "gold": 5},
    "gift": {"hero": 3, "item": "ore", "count": 3},
    "mediate": {"hero": 0, "other": 1},
    "promise": {"hero": 4, "gold": 10, "days": 2},
    "policy": {"policy": "scholarly"},
    "wage": {"wage": 4},
    "build": {"facility": "library"},
    "bounty": {
        "title": "The bell of Oakmere",
        "place": 2,
        "difficulty": 20,
        "gold": 25,
        "days": 4,
        "party": 2,
    },
    "summon": {},
    "dismiss": {"hero": 5},
    "rename": {"hero": 0, "name": "Ysolde the Grey"},
    "time_scale": {"time_scale": 60},
    "pause": {},
    "resume": {},
}


def enrich(world: World, gold: int) -> None:
    """Let a guild have been born richer, so that the ledger still adds up."""
    guild = guild_of(world)
    guild.birth["treasury"] += gold
    guild.treasury += gold
    save_explained(guild)


def make_rivals(world: World) -> None:
    """Let the first two heroes have been rivals from birth on."""
    one, other = Hero.objects.filter(world=world, number__lt=2).order_by("number")
    rows = one.relationships.model.objects.filter(world=world, hero__in=[one, other], other__in=[one, other])
    rows.filter(kind="rivalry").delete()
    for hero, rival in ((one, other), (other, one)):
        rows.model.objects.create(
            world=world, hero=hero, other=rival, kind="rivalry", strength=60, opening=60, explained_by=uuid7()
        )


def guild_of(world: World) -> Guild:
    return Guild.objects.get(world=world)


def last_row(world: World) -> Activity:
    return Activity.objects.filter(world=world).order_by("-step", "-seq")[0]
