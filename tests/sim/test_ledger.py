"""I1 in memory: what heroes are is what they were at birth and everything that was logged since, to the last coin."""

from dataclasses import dataclass

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from heroes.sim.bonds import Moves
from heroes.sim.lexicon import SKILLS, TRAITS
from tests.balance.laboratory import I64, awake, guilds, turn
from worlds.rows.records import HeroRow, InfluenceRow
from worlds.sim.log import Entries, joined
from worlds.sim.state import Batch

SCALARS = ("gold", "experience", "energy", "mood", "health")
PILLARS = ("trust", "respect", "fear")
SEEDS = st.lists(st.integers(0, 2**62), min_size=4, max_size=4, unique=True)
TREASURY = 90
often = settings(max_examples=4, derandomize=True, deadline=None)


@dataclass
class Life:
    """Worlds that have lived some days, and how they were at first."""

    batch: Batch
    first: dict[str, I64]
    opening: I64
    """(k,) the strength of the bonds there were"""
    entries: Entries

    def summed(self, column: I64) -> I64:
        """What was logged for each hero."""
        total = np.zeros((len(self.batch.heroes), *column.shape[1:]), dtype=np.int64)
        np.add.at(total, self.entries.hero, column)
        return total


def lived(seeds: list[int], heroes: int = 6, days: int = 8) -> Life:
    """Small guilds in want of money, so that clamps are met."""
    rows = guilds(seeds, heroes)
    rows.guilds = [guild._replace(wage=12, treasury=TREASURY) for guild in rows.guilds]
    batch = awake(rows)
    first = {name: getattr(batch.heroes, name).copy() for name in (*SCALARS, "items", "skills", "traits")}
    first |= {name: getattr(batch.influence, name).copy() for name in PILLARS}
    opening = batch.bonds.strength[: batch.bonds.size].copy()
    turn(batch, days * 48)
    return Life(batch, first, opening, joined(batch.log.entries))


@given(seeds=SEEDS)
@often
def test_i1_ledger_heroes_are_their_birth_and_all_that_was_logged(seeds: list[int]) -> None:
    life = lived(seeds)
    heroes, e = life.batch.heroes, life.entries
    for name in (*SCALARS, "items", "traits"):
        assert (life.first[name] + life.summed(getattr(e, name)) == getattr(heroes, name)).all(), name
    learned = np.zeros((len(e), len(SKILLS)), dtype=np.int64)
    rows = np.flatnonzero(e.learned)
    learned[rows, e.skill[rows]] = e.learned[rows]
    assert (life.first["skills"] + life.summed(learned) == heroes.skills).all()
    for column, name in enumerate(PILLARS):
        felt = life.first[name] + life.summed(e.pillars[:, column])
        assert (felt == getattr(life.batch.influence, name)).all(), name


@given(seeds=SEEDS)
@often
def test_i1_ledger_the_treasury_is_its_birth_and_all_that_was_logged(seeds: list[int]) -> None:
    life = lived(seeds)
    worlds, e = life.batch.worlds, life.entries
    treasury = np.full(len(worlds.step), TREASURY)
    np.add.at(treasury, life.batch.heroes.world[e.hero], e.treasury)
    for one in life.batch.log.happenings:
        treasury[one.world] += one.treasury
    assert (treasury == worlds.treasury).all()


@given(seeds=SEEDS)
@often
def test_i1_ledger_bonds_are_their_opening_and_all_that_was_logged(seeds: list[int]) -> None:
    life = lived(seeds)
    bonds, moves = life.batch.bonds, life.batch.log.moves
    told: Moves = joined(moves)
    total = np.zeros(bonds.size, dtype=np.int64)
    total[: len(life.opening)] = life.opening
    np.add.at(total, told.bond, told.change + told.fading)
    assert (total == bonds.strength[: bonds.size]).all()
    assert (bonds.strength[: bonds.size][~bonds.alive[: bonds.size]] == 0).all()


@given(seeds=SEEDS)
@often
def test_nothing_leaves_its_bounds(seeds: list[int]) -> None:
    life = lived(seeds)
    assert outside(life.batch) == []
    assert (np.abs(life.entries.satisfaction) <= 100).all()


def outside(batch: Batch) -> list[str]:
    """Columns with a number that the database would refuse."""
    heroes, influence, worlds = batch.heroes, batch.influence, batch.worlds
    hundred = {name: getattr(heroes, name) for name in ("energy", "mood", "health", "skills", "traits")}
    hundred |= {name: getattr(influence, name) for name in PILLARS}
    natural = {name: getattr(heroes, name) for name in ("gold", "items", "experience")}
    natural |= {"treasury": worlds.treasury, "arrears": worlds.arrears, "reputation": worlds.reputation}
    return [
        *(name for name, column in hundred.items() if ((column < 0) | (column > 100)).any()),
        *(name for name, column in natural.items() if (column < 0).any()),
    ]


@given(seeds=SEEDS)
@often
def test_i5_no_gaps_activities_tile_every_life(seeds: list[int]) -> None:
    life = lived(seeds)
    for hero in range(len(life.batch.heroes)):
        mine = life.entries.hero == hero
        started, ended = life.entries.started[mine], life.entries.step[mine]
        assert started[0] == 0
        assert (started[1:] == ended[:-1]).all()
        assert ended[-1] == life.batch.heroes.started[hero]
        assert (ended > started).all()


@given(seeds=SEEDS, trait=st.sampled_from((0, 100)), need=st.sampled_from((0, 1, 100)))
@often
def test_nothing_leaves_its_bounds_even_from_the_edge(seeds: list[int], trait: int, need: int) -> None:
    rows = guilds(seeds, 6)
    edge = {"personality": dict.fromkeys(TRAITS, trait), "skills": dict.fromkeys(SKILLS, 100)}
    needs = {"energy": need, "mood": need, "health": need, "gold": 0}
    rows.heroes = [HeroRow(**(hero._asdict() | edge | needs)) for hero in rows.heroes]
    rows.influence = [
        InfluenceRow(**(row._asdict() | dict.fromkeys(PILLARS, need))) for row in rows.influence
    ]
    batch = awake(rows)
    turn(batch, 4 * 48)
    assert outside(batch) == []
