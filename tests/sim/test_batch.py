"""A world lives the same life alone and among others, bit for bit (the engine's part of I2)."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from heroes.sim.bonds import Moves
from heroes.sim.choice import Decisions
from tests.balance.laboratory import awake, guilds, turn
from worlds.sim.log import Entries, joined
from worlds.sim.state import Batch

SEEDS = (11, 5, 42, 7, 1_000_003, 99, 3, 2**40, 64, 8)
HEROES, DAYS = 7, 6
Portrait = dict[str, Any]


@pytest.fixture(scope="module")
def crowd() -> Batch:
    """Ten worlds in one batch."""
    return lived(SEEDS)


def lived(seeds: tuple[int, ...]) -> Batch:
    """These worlds after some days."""
    batch = awake(guilds(seeds, HEROES))
    turn(batch, DAYS * 48)
    return batch


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_a_world_alone_is_the_world_among_others(seed: int, crowd: Batch) -> None:
    alone = lived((seed,))
    assert differing(portrait(alone, 0), portrait(crowd, SEEDS.index(seed))) == []


def test_the_order_of_worlds_in_a_batch_does_not_matter(crowd: Batch) -> None:
    backwards = lived(SEEDS[::-1])
    for at in (0, 4, 9):
        assert differing(portrait(crowd, at), portrait(backwards, 9 - at)) == []


def test_worlds_that_go_at_different_paces_meet_again(crowd: Batch) -> None:
    batch = awake(guilds(SEEDS, HEROES))
    batch.worlds.target[:] = [97 + 13 * at for at in range(len(SEEDS))]
    while (batch.worlds.step < batch.worlds.target).any():
        turn_those_behind(batch)
    batch.worlds.target[:] = DAYS * 48
    while (batch.worlds.step < batch.worlds.target).any():
        turn_those_behind(batch)
    for at in (0, 3, 9):
        assert differing(portrait(crowd, at), portrait(batch, at)) == []


def turn_those_behind(batch: Batch) -> None:
    """One step for those who are not yet at their target."""
    from worlds.sim.step import step

    step(batch)


def test_different_seeds_make_different_lives(crowd: Batch) -> None:
    assert len(differing(portrait(crowd, 0), portrait(crowd, 1))) > 30


def differing(one: Portrait, two: Portrait) -> list[str]:
    """What is not the same in two portraits."""
    assert one.keys() == two.keys()
    return [name for name in one if not np.array_equal(np.asarray(one[name]), np.asarray(two[name]))]


def portrait(batch: Batch, world: int) -> Portrait:
    """Everything about one world, without the positions that depend on who else is in the batch."""
    first, count = int(batch.worlds.first_hero[world]), int(batch.worlds.heroes[world])
    return dict(
        (
            *_people(batch, first, count),
            *_guild(batch, world),
            *_board(batch, world, first),
            *_bonds(batch, first, count),
            *_log(batch, world, first, count),
        )
    )


def _since(positions: np.ndarray, first: int) -> np.ndarray:
    return np.where(positions >= 0, positions - first, -1)


def _numbered(batch: Batch, quest: np.ndarray) -> np.ndarray:
    return np.where(quest >= 0, batch.quests.number[np.maximum(quest, 0)], -1)


def _people(batch: Batch, first: int, count: int) -> Iterator[tuple[str, Any]]:
    mine = slice(first, first + count)
    for columns in (batch.heroes, batch.influence):
        for f in fields(columns):
            if f.name not in ("world", "touched", "thought", "partner", "quest"):
                yield f"{type(columns).__name__}.{f.name}", getattr(columns, f.name)[mine]
    yield "Heroes.partner", _since(batch.heroes.partner[mine], first)
    yield "Heroes.quest", _numbered(batch, batch.heroes.quest[mine])
    yield "Worlds.hero_key", batch.worlds.hero_key[mine]


def _guild(batch: Batch, world: int) -> Iterator[tuple[str, Any]]:
    for f in fields(batch.worlds):
        if f.name not in ("first_hero", "first_place", "hero_key"):
            yield f"Worlds.{f.name}", getattr(batch.worlds, f.name)[world]
    start = batch.worlds.first_place[world]
    mine = slice(start, start + batch.worlds.biomes[world] + batch.worlds.landmarks[world] + 2)
    for f in fields(batch.places):
        yield f"Places.{f.name}", getattr(batch.places, f.name)[mine]


def _board(batch: Batch, world: int, first: int) -> Iterator[tuple[str, Any]]:
    for columns in (batch.quests, batch.events):
        mine = np.flatnonzero(columns.world == world)
        mine = mine[np.argsort(columns.number[mine])]
        for f in fields(columns):
            if f.name not in ("world", "touched"):
                values = getattr(columns, f.name)[mine]
                yield (
                    f"{type(columns).__name__}.{f.name}",
                    _since(values, first) if f.name == "party" else values,
                )


def _bonds(batch: Batch, first: int, count: int) -> Iterator[tuple[str, Any]]:
    b = batch.bonds
    mine = np.flatnonzero(b.alive[: b.size] & (b.a[: b.size] >= first) & (b.a[: b.size] < first + count))
    mine = mine[np.lexsort((b.kind[mine], b.b[mine], b.a[mine]))]
    yield "Bonds.a", b.a[mine] - first
    yield "Bonds.b", b.b[mine] - first
    for name in ("kind", "strength", "interactions", "last", "mentor_is_a"):
        yield f"Bonds.{name}", getattr(b, name)[mine]


def _log(batch: Batch, world: int, first: int, count: int) -> Iterator[tuple[str, Any]]:
    entries: Entries = joined(batch.log.entries)
    mine = np.flatnonzero((entries.hero >= first) & (entries.hero < first + count))
    for f in fields(Entries):
        if f.name not in ("hero", "partner", "quest", "thought"):
            yield f"Entries.{f.name}", getattr(entries, f.name)[mine]
    yield "Entries.hero", entries.hero[mine] - first
    yield "Entries.partner", _since(entries.partner[mine], first)
    yield "Entries.quest", _numbered(batch, entries.quest[mine])
    told = [
        (one.action, one.step, one.seq, sorted(one.data.items()), one.treasury, one.importance)
        for one in batch.log.happenings
        if one.world == world
    ]
    yield "happenings", np.array([repr(one) for one in told])
    yield from _minds(batch, entries.thought[mine])
    yield from _moves(batch, entries, first, count)


def _minds(batch: Batch, thought: np.ndarray) -> Iterator[tuple[str, Any]]:
    decided = batch.log.decisions
    for f in fields(Decisions):
        if f.name != "context":
            yield f"Decisions.{f.name}", np.concatenate([getattr(one, f.name) for one in decided])[thought]
    for f in fields(decided[0].context):
        yield f"Context.{f.name}", np.concatenate([getattr(one.context, f.name) for one in decided])[thought]


def _moves(batch: Batch, entries: Entries, first: int, count: int) -> Iterator[tuple[str, Any]]:
    moves: Moves = joined(batch.log.moves)
    mine = np.flatnonzero((moves.hero >= first) & (moves.hero < first + count))
    yield "Moves.seq", entries.seq[moves.entry[mine]]
    yield "Moves.hero", moves.hero[mine] - first
    for name in ("change", "fading", "mark", "step"):
        yield f"Moves.{name}", getattr(moves, name)[mine]
