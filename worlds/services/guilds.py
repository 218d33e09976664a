"""The master's hand on the guild: policy, wages, roofs, bounties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from heroes.services.journal import Refused, note, save
from heroes.sim.lexicon import FACILITIES, POLICIES
from quests.models import Quest
from quests.services import bounties
from worlds.rows.survey import survey
from worlds.services.moments import Held

HIGHEST_WAGE = 100
HIGHEST_LEVEL = 5
LARGEST_BOUNTY = 100_000


def set_policy(at: Held, *, policy: str) -> dict[str, Any]:
    """What the guild asks of its heroes."""
    if policy not in POLICIES:
        raise Refused(f"{policy!r} is not a policy; there are {', '.join(POLICIES)}")
    before, at.guild.policy = at.guild.policy, policy
    save(at.guild, "policy")
    note(at.now, "policy", {"policy": policy}, answer={"before": before})
    return {"policy": policy}


def set_wage(at: Held, *, wage: int) -> dict[str, Any]:
    """Gold for each hero and game day."""
    if not 0 <= wage <= HIGHEST_WAGE:
        raise Refused(f"a wage is 0 to {HIGHEST_WAGE} gold a day, not {wage:,}")
    before, at.guild.wage = at.guild.wage, wage
    save(at.guild, "wage")
    note(at.now, "wage", {"wage": wage}, answer={"before": before})
    return {"wage": wage}


def price(level: int) -> int:
    """Gold for raising a facility to ``level``."""
    return 120 * level * level


def prices(facilities: Mapping[str, int]) -> dict[str, int]:
    """{facility: gold for its next level}, of those that can still be raised."""
    levels = {name: facilities.get(name, 0) + 1 for name in FACILITIES}
    return {name: price(level) for name, level in levels.items() if level <= HIGHEST_LEVEL}


def build(at: Held, *, facility: str) -> dict[str, Any]:
    """Build a facility, or raise it by one level."""
    if facility not in FACILITIES:
        raise Refused(f"{facility!r} is not a facility; there are {', '.join(FACILITIES)}")
    level = at.guild.facilities.get(facility, 0) + 1
    if level > HIGHEST_LEVEL:
        raise Refused(f"the {facility} cannot be raised above level {HIGHEST_LEVEL}")
    cost = price(level)
    if cost > at.guild.treasury:
        raise Refused(
            f"level {level} of the {facility} costs {cost:,} gold; the treasury holds {at.guild.treasury:,}"
        )
    at.guild.facilities = at.guild.facilities | {facility: level}
    note(
        at.now,
        "build",
        {"facility": facility},
        answer={"level": level},
        changes={"treasury": -cost},
        importance=60,
    )
    pay(at, cost, "facilities")
    return {"facility": facility, "level": level, "cost": cost}


def post_bounty(
    at: Held, *, title: str, place: int, difficulty: int, gold: int, days: int = 7, party: int = 4
) -> dict[str, Any]:
    """Put a quest of the master's own on the board; the gold is set aside until it is won or given up."""
    monster = quarry(at, place)
    if not 1 <= gold <= min(at.guild.treasury, LARGEST_BOUNTY):
        raise Refused(
            f"a bounty pays 1 to {LARGEST_BOUNTY:,} gold out of a treasury of {at.guild.treasury:,}, not {gold:,}"
        )
    number = next_quest(at)
    bounties.post(at.now, number=number, place=place, monster=monster, title=title, difficulty=difficulty, gold=gold,
                  days=days, party=party)  # fmt: skip
    args = {
        "title": title,
        "place": place,
        "difficulty": difficulty,
        "gold": gold,
        "days": days,
        "party": party,
    }
    note(at.now, "bounty", args, answer={"quest": number}, changes={"treasury": -gold})
    pay(at, gold)
    return {"quest": number}


def quarry(at: Held, place: int) -> str:
    """What a quest to a place is about; it has to be a biome."""
    country = survey(at.world.data, at.guild.facilities)
    if not 2 <= place < 2 + country.biomes:
        raise Refused(
            f"a quest leads to a biome, which have the numbers 2 to {1 + country.biomes}, not {place}"
        )
    return (country.monsters[place] or ["stranger"])[0]


def next_quest(at: Held) -> int:
    """The number of the next quest of the world."""
    return (Quest.objects.filter(world_id=at.world.id).aggregate(last=Max("number"))["last"] or 0) + 1


def pay(at: Held, gold: int, *fields: str) -> None:
    """Take gold out of the treasury; the row noted last explains it."""
    at.guild.treasury -= gold
    save(at.guild, "treasury", *fields, explained_by=at.now.last)
