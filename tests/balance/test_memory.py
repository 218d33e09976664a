"""A memory shows in what a hero does: hurt at a place, they go there less than their twins who were not."""

import numpy as np

from heroes.sim.lexicon import KEPT_IN_MIND, Action
from heroes.sim.memory import FIELDS
from tests.balance.laboratory import cohen, guilds, side_by_side, with_heroes
from worlds.rows.records import Rows

SEEDS = range(1, 7)
DAYS = 6
PLACE = 3
A = Action
OUTDOORS = (A.HUNT, A.GATHER, A.EXPLORE, A.PATROL)


def minding(rows: Rows, what: str, felt: int, action: Action = A.HUNT, place: int = PLACE) -> Rows:
    """The same heroes with one memory, of their first hour."""
    memory = [KEPT_IN_MIND.index(what), action + 1, place + 1, 0, 0, 0, felt]
    assert len(memory) == len(FIELDS)
    return with_heroes(rows, lambda hero: hero._replace(memories=memory))


def test_who_was_hurt_in_a_place_goes_there_less_than_their_twin() -> None:
    variants = {"hurt": minding(guilds(SEEDS), "hurt", -95), "twin": guilds(SEEDS)}
    seen, whose = side_by_side(variants, DAYS)
    there = (seen["place"] == PLACE) & np.isin(seen["action"], OUTDOORS)
    visits = np.bincount(seen["hero"][there], minlength=seen.heroes).astype(float)
    hurt, twin = visits[whose["hurt"]], visits[whose["twin"]]
    assert hurt.mean() < 0.8 * twin.mean()
    assert cohen(twin, hurt) > 0.15


def test_who_had_the_best_of_times_at_something_does_it_more() -> None:
    variants = {"glad": minding(guilds(SEEDS), "delight", 90, A.STUDY, 0), "twin": guilds(SEEDS)}
    seen, whose = side_by_side(variants, DAYS)
    assert cohen(seen.each(A.STUDY)[whose["glad"]], seen.each(A.STUDY)[whose["twin"]]) > 0.15


def test_memories_are_of_many_kinds_and_come_and_go() -> None:
    seen, _ = side_by_side({"all": guilds(range(1, 4))}, 28)
    kept = seen.batch.heroes.memories
    kinds = np.bincount(kept[:, :, 0].ravel(), minlength=len(KEPT_IN_MIND))[1:]
    assert (kinds > 0).sum() >= 8
    assert kinds.max() < 0.5 * kinds.sum()
    assert (kept[:, :, 0] > 0).sum(axis=1).mean() > 4
    assert (kept[:, :, 5].max(axis=1) > 14 * 48).mean() > 0.9
