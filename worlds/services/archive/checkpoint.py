"""What everybody had at the end of a step: written before the history up to there is dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from heroes.models import Hero
from herotycoon.pg.route import here
from influence.models import MasterInfluence
from worlds.models import Checkpoint, Guild, World
from worlds.services.ledger import AMOUNTS, DOCUMENTS, PILLARS, TOLD, Opening, Sums
from worlds.services.memories import remembered

_ENDED = """
SELECT hero_id, max(step) FROM activity_history(%(world)s, %(after)s, %(until)s) WHERE kind = 'action' GROUP BY hero_id
"""
_BONDS = f"""{TOLD}
SELECT low, high, kind, moved, opened FROM told_lives WHERE back = 1 AND NOT forgotten ORDER BY low, high, kind
"""  # noqa: S608 - one query in two parts
State = dict[str, Any]


def write(world: World, until: int) -> int:
    """Set the checkpoint of a world to the end of a step, from the one before or from birth; how many it is about."""
    opening = Opening.of(world.pk)
    states = _states(world, opening, until)
    guild = Guild.objects.get(world=world)
    Checkpoint.objects.filter(world=world).delete()
    Checkpoint.objects.bulk_create(
        [
            Checkpoint(world=world, hero_id=None, guild_id=pk, step=until, state=state)
            if pk == guild.pk
            else Checkpoint(world=world, hero_id=pk, step=until, state=state)
            for pk, state in states.items()
        ]
    )
    return len(states)


def _states(world: World, opening: Opening, until: int) -> dict[UUID, State]:
    sums = Sums.of(world.pk, opening.step, until)
    stretch: dict[str, Any] = {"world": world.pk, "after": opening.step, "until": until}
    with here().cursor() as cursor:
        cursor.execute(_ENDED, stretch)
        ended: dict[UUID, int] = dict(cursor.fetchall())
        cursor.execute(_BONDS, stretch)
        bonds: defaultdict[int, list[State]] = defaultdict(list)
        for low, high, kind, moved, opened in cursor.fetchall():
            mark = {"opened": True} if opened else {}
            bonds[low].append({"with": high, "kind": kind, "change": int(moved), **mark})
    felt = {one.hero_id: one.baseline for one in MasterInfluence.objects.filter(world=world)}
    guild = Guild.objects.get(world=world)
    start = opening.states.get(guild.pk, guild.birth)
    minds = remembered(world, opening, until)
    states: dict[UUID, State] = {guild.pk: {"treasury": start.get("treasury", 0) + sums.treasury}}
    for hero in Hero.objects.filter(world=world).order_by("number"):
        born = int(hero.birth.get("step", 0))
        if born <= until:
            begun = opening.states.get(hero.pk, {**hero.birth, **felt.get(hero.pk, {}), "until": born})
            states[hero.pk] = _hero(hero.pk, begun, sums)
            states[hero.pk]["until"] = ended.get(hero.pk, begun["until"])
            states[hero.pk]["relationships"] = bonds[hero.number]
            states[hero.pk]["memories"] = minds.get(hero.number, [])
    return states


def _hero(pk: UUID, begun: Mapping[str, Any], sums: Sums) -> State:
    """Amounts, feelings about the master, items, skills and traits."""
    logged = sums.amounts.get(pk, {})
    state: State = {name: begun.get(name, 0) + logged.get(name, 0) for name in (*AMOUNTS, *PILLARS)}
    for part, (column, _) in DOCUMENTS.items():
        document = dict(begun.get(column, {}))
        for (hero, which, key), change in sums.documents.items():
            if hero == pk and which == part:
                document[key] = document.get(key, 0) + change
        state[column] = document
    return state
