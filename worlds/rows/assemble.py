"""Rows into columns: the state of a batch, and who is who in it."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from heroes.sim.columns import Heroes
from heroes.sim.lexicon import ACTIONS, FACILITIES, POLICIES
from heroes.sim.rules import rules
from quests.sim.columns import PARTY, QUEST_STATUSES, SOURCES, Assignments, Quests
from worlds.rows import crowd
from worlds.rows.records import GuildRow, Rows, WorldRow
from worlds.rows.roll import Roll, Unsimulable, codes, ints, table
from worlds.rows.survey import Survey, survey
from worlds.sim import dice, events
from worlds.sim.log import Log
from worlds.sim.state import Batch, Events, Places, Worlds

I64 = NDArray[np.int64]
EVENT_STATUSES = ("coming", "in_force", "over")


def assemble(rows: Rows) -> tuple[Batch, Roll]:
    """The batch that these rows describe. All its worlds must follow the same rules.

    Raises ``Unsimulable`` where a world's own data make no sense.
    """
    versions = {row.rules_version for row in rows.worlds}
    if len(versions) != 1:
        raise ValueError(f"one batch follows one version of the rules, not {sorted(versions)}")
    world_at = {row.id: at for at, row in enumerate(rows.worlds)}
    guild_of = {row.world_id: row for row in rows.guilds}
    surveys = [_surveyed(row, guild_of) for row in rows.worlds]
    hero_at = {row.id: at for at, row in enumerate(rows.heroes)}
    roll = Roll(rows, surveys, world_at, hero_at, [], {}, [])
    heroes, quests = crowd.heroes(rows, roll), _quests(rows, roll)
    batch = Batch(
        rules=rules(versions.pop()),
        worlds=_worlds(rows, guild_of, surveys, heroes),
        places=_places(surveys),
        heroes=heroes,
        bonds=crowd.bonds(rows, roll),
        influence=crowd.influence(rows, roll),
        quests=quests,
        events=_events(rows, roll),
        assignments=Assignments([], [], [], [], []),
        log=Log(),
    )
    _on_the_map(batch, roll)
    _enrol(batch, rows, roll)
    events.spread(batch, np.arange(len(rows.worlds)))
    return batch, roll


def _surveyed(row: WorldRow, guild_of: Mapping[UUID, GuildRow]) -> Survey:
    try:
        return survey(row.data, guild_of[row.id].facilities)
    except (ValueError, KeyError, TypeError) as error:
        raise Unsimulable(row.id, f"the world's data cannot be simulated: {error}") from error


def _worlds(rows: Rows, guild_of: Mapping[UUID, GuildRow], surveys: list[Survey], heroes: Heroes) -> Worlds:
    guilds = [guild_of[row.id] for row in rows.worlds]
    seeds = ints(row.seed for row in rows.worlds)
    count = np.bincount(heroes.world, minlength=len(rows.worlds))
    places = ints(len(one.kind) for one in surveys)
    return Worlds(
        key=dice.keys(seeds, np.full(len(seeds), dice.WORLD_ITSELF)),
        hero_key=dice.keys(seeds[heroes.world], heroes.number),
        step=ints(row.step for row in rows.worlds),
        target=ints(row.step for row in rows.worlds),
        seq=ints(row.seq for row in rows.worlds),
        treasury=ints(g.treasury for g in guilds),
        reputation=ints(g.reputation for g in guilds),
        level=ints(g.level for g in guilds),
        policy=codes((g.policy for g in guilds), POLICIES),
        wage=ints(g.wage for g in guilds),
        arrears=ints(g.arrears for g in guilds),
        facilities=table((g.facilities for g in guilds), FACILITIES),
        next_quest=ints(rows.next_quest.get(row.id, 1) for row in rows.worlds),
        next_event=ints(rows.next_event.get(row.id, 1) for row in rows.worlds),
        first_hero=np.cumsum(count) - count,
        heroes=count,
        first_place=np.cumsum(places) - places,
        biomes=ints(one.biomes for one in surveys),
        landmarks=ints(one.landmarks for one in surveys),
    )


def _places(surveys: list[Survey]) -> Places:
    affords = np.concatenate([one.affords for one in surveys])
    return Places(
        kind=np.concatenate([one.kind for one in surveys]),
        affords=affords,
        push=np.zeros_like(affords),
        haul=np.concatenate([one.haul for one in surveys]),
        difficulty=np.concatenate([one.difficulty for one in surveys]),
        monsters=np.concatenate([one.monster_count for one in surveys]),
    )


def _quests(rows: Rows, roll: Roll) -> Quests:
    q = rows.quests
    return Quests(
        world=ints(roll.world_at[row.world_id] for row in q),
        number=ints(row.number for row in q),
        status=codes((row.status for row in q), QUEST_STATUSES),
        source=codes((row.source for row in q), SOURCES),
        place=ints(row.place for row in q),
        monster=np.zeros(len(q), dtype=np.int64),
        difficulty=ints(row.difficulty for row in q),
        reward=ints(row.reward_gold for row in q),
        experience=ints(row.reward_experience for row in q),
        party_max=ints(row.party_max for row in q),
        travel=ints(row.travel for row in q),
        trial=ints(row.trial for row in q),
        posted=ints(row.posted_step for row in q),
        expires=ints(row.expires_step for row in q),
        trial_step=ints(-1 if row.trial_step is None else row.trial_step for row in q),
        party=np.full((len(q), PARTY), -1, dtype=np.int64),
        touched=np.zeros(len(q), dtype=bool),
    )


def _on_the_map(batch: Batch, roll: Roll) -> None:
    """A place number beyond a world's own places would be a place of the next world in the batch."""
    places = batch.worlds.biomes + batch.worlds.landmarks + 2
    for what, some in (("hero", batch.heroes), ("quest", batch.quests), ("event", batch.events)):
        lost = np.flatnonzero(some.place >= places[some.world])
        if len(lost):
            at, world = int(lost[0]), int(some.world[lost[0]])
            where = f"{what} {some.number[at]} is in place {some.place[at]}; the places are 0 to {places[world] - 1}"
            raise Unsimulable(roll.rows.worlds[world].id, where)


def _enrol(batch: Batch, rows: Rows, roll: Roll) -> None:
    """Heroes find their quests again, and quests their parties, in the order in which they joined."""
    quest_at = {row.id: at for at, row in enumerate(rows.quests)}
    by_number = {(row.world_id, row.number): at for at, row in enumerate(rows.quests)}
    for at, hero in enumerate(rows.heroes):
        if hero.quest_number is not None:
            batch.heroes.quest[at] = by_number.get((hero.world_id, hero.quest_number), -1)
            if batch.heroes.quest[at] < 0:
                why = f"hero {hero.number} is on quest {hero.quest_number}, which is not there"
                raise Unsimulable(hero.world_id, why)
    for row in rows.assignments:
        quest, member = quest_at[row.quest_id], roll.hero_at[row.hero_id]
        roll.assignment_at[quest, member] = row
        if row.status in ("travelling", "trial"):
            batch.quests.party[quest, int((batch.quests.party[quest] >= 0).sum())] = member


def _events(rows: Rows, roll: Roll) -> Events:
    e = rows.events
    natures = [events.NATURES[row.kind] for row in e]
    pull = [events.pull_of(nature, row.effects) for row, nature in zip(e, natures, strict=True)]
    return Events(
        world=ints(roll.world_at[row.world_id] for row in e),
        number=ints(row.number for row in e),
        kind=codes((row.kind for row in e), events.KINDS),
        place=ints(-1 if row.place is None else row.place for row in e),
        starts=ints(row.starts_step for row in e),
        ends=ints(row.ends_step for row in e),
        status=codes((row.status for row in e), EVENT_STATUSES),
        pull=np.array(pull, dtype=np.int32).reshape(-1, len(ACTIONS)),
        market=ints(n.market for n in natures),
        touched=np.zeros(len(e), dtype=bool),
    )
