"""A newborn world as rows: numbers from the seed, words from the storyteller."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

import numpy as np
from uuid_utils.compat import uuid7

from heroes.sim.lexicon import ACTIONS, CLASSES, ITEMS, KINDS, RELATIONSHIPS, SKILLS, TRAITS, Bond
from herotycoon.storyteller.door import Storyteller
from herotycoon.storyteller.schemas import HeroesRequest, HeroSketch, HeroStory, WorldRequest, WorldStory
from herotycoon.storyteller.vocabulary import HeroClass
from worlds.rows.records import BondRow, GuildRow, HeroRow, InfluenceRow, Rows, WorldRow
from worlds.sim import genesis
from worlds.sim.genesis import Newborn

RULES_VERSION = 2
"""The rules that new worlds follow."""


@dataclass
class Birth:
    """A world about to be: its rows, and the words that the engine does not need."""

    rows: Rows
    story: WorldStory
    heroes: list[HeroStory]


def birth(
    seed: int,
    count: int,
    teller: Storyteller,
    now: datetime,
    time_scale: int = 12,
    rules_version: int = RULES_VERSION,
) -> Birth:
    """A world of ``count`` heroes."""
    story = teller.world(WorldRequest(seed=seed))
    newborn = genesis.heroes(seed, 0, count)
    told = teller.heroes(HeroesRequest(seed=seed, world=story, sketches=sketches(newborn, 0)))
    world = WorldRow(uuid7(), seed, rules_version, 0, 0, time_scale, 0, now, document(story))
    treasury = genesis.PURSE + genesis.PURSE_PER_HERO * count
    guild = GuildRow(
        uuid7(), world.id, treasury, 60, 1, "balanced", genesis.WAGE, genesis.facilities(seed), 0, 0
    )
    heroes = [hero_row(newborn, i, i, world.id, one.name, 0) for i, one in enumerate(told)]
    rows = Rows(
        worlds=[world],
        guilds=[guild],
        heroes=heroes,
        bonds=_bonds(seed, newborn, heroes),
        influence=[influence_row(newborn, i, hero) for i, hero in enumerate(heroes)],
        quests=[],
    )
    return Birth(rows, story, told)


def document(story: WorldStory) -> dict[str, Any]:
    """The part of the story that is the world's data."""
    return story.model_dump(mode="json", exclude={"name", "guild_name", "guild_motto"})


def sketches(newborn: Newborn, first: int) -> list[HeroSketch]:
    """What the storyteller is told of newborn heroes."""
    return [
        HeroSketch(
            number=first + i,
            traits=dict(zip(TRAITS, traits, strict=True)),
            hero_class=cast(HeroClass, CLASSES[hero_class]),
            skills=dict(zip(SKILLS, skills, strict=True)),
        )
        for i, (hero_class, traits, skills) in enumerate(
            zip(newborn.hero_class.tolist(), newborn.traits.tolist(), newborn.skills.tolist(), strict=True)
        )
    ]


def hero_row(newborn: Newborn, at: int, number: int, world: UUID, name: str, step: int) -> HeroRow:
    """One newborn hero, asleep at the guild hall and about to wake at ``step``."""
    state: dict[str, Any] = {
        "personality": dict(zip(TRAITS, newborn.traits[at].tolist(), strict=True)),
        "skills": dict(zip(SKILLS, newborn.skills[at].tolist(), strict=True)),
        "items": dict.fromkeys(ITEMS, 0),
        "gold": int(newborn.gold[at]),
        "experience": 0,
        "energy": int(newborn.energy[at]),
        "mood": int(newborn.mood[at]),
        "health": int(newborn.health[at]),
    }
    return HeroRow(
        id=uuid7(), world_id=world, number=number, name=name, hero_class=CLASSES[newborn.hero_class[at]],
        status="active", birth=state | {"step": step}, **state,
        place=0, current_action="sleep", started_step=step, until_step=step, fed_step=step, met_step=step,
        last_action="sleep", streak=1, partner=None, quest_number=None,
        expectations=[0] * (len(ACTIONS) * len(KINDS)), memories=[], carried={}, version=0,
    )  # fmt: skip


def influence_row(newborn: Newborn, at: int, hero: HeroRow) -> InfluenceRow:
    """What a newborn hero feels about the master."""
    trust, respect, fear = newborn.pillars[at].tolist()
    return InfluenceRow(uuid7(), hero.world_id, hero.id, trust, respect, fear, None, None, [], 0)


def _bonds(seed: int, newborn: Newborn, heroes: list[HeroRow]) -> list[BondRow]:
    known = genesis.acquaintances(seed, newborn)
    rows = []
    columns = (known.a, known.b, known.kind, known.strength, known.mentor_is_a)
    for a, b, kind, strength, teaches in zip(*(np.asarray(c).tolist() for c in columns), strict=True):
        for one, other, is_a in ((heroes[a], heroes[b], True), (heroes[b], heroes[a], False)):
            role = ("mentor" if teaches == is_a else "pupil") if kind == Bond.MENTOR else ""
            rows.append(
                BondRow(uuid7(), one.world_id, one.id, other.id, RELATIONSHIPS[kind], role, strength, 0, 0, 0)
            )
    return rows
