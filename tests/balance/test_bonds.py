"""People become friends, rivals, lovers, teachers and pupils, and drift apart again."""

import numpy as np

from heroes.sim.bonds import faded
from heroes.sim.lexicon import Bond
from tests.balance.laboratory import Study, guilds, study


def strengths(seen: Study, kind: Bond) -> np.ndarray:
    """(k,) the present strengths of all bonds of that kind."""
    bonds = seen.batch.bonds
    at = np.flatnonzero(bonds.alive[: bonds.size] & (bonds.kind[: bonds.size] == kind))
    return faded(bonds.strength[at], bonds.last[at], np.full(len(at), seen.batch.worlds.step[0]))


def test_strangers_find_friends_and_rivals_in_two_weeks() -> None:
    strangers = guilds(range(50, 55))
    strangers.bonds = []
    seen = study(strangers, 14)
    friends, rivals = strengths(seen, Bond.FRIENDSHIP), strengths(seen, Bond.RIVALRY)
    assert (friends >= 10).sum() >= 50
    assert (rivals >= 5).sum() >= 10
    assert 0 < len(strengths(seen, Bond.ROMANTIC)) < len(friends) / 3
    assert 0 < len(strengths(seen, Bond.MENTOR)) < len(friends)


def test_friends_are_more_than_lovers_and_masters(month: Study) -> None:
    friends = len(strengths(month, Bond.FRIENDSHIP))
    assert friends > 2 * len(strengths(month, Bond.ROMANTIC))
    assert friends > 1.5 * len(strengths(month, Bond.MENTOR))


def test_bonds_are_of_every_strength(month: Study) -> None:
    friends = strengths(month, Bond.FRIENDSHIP)
    assert friends.std() >= 10
    assert (friends >= 95).mean() <= 0.1
    assert np.quantile(friends, 0.95) >= 35


def test_a_guild_of_twenty_knows_no_crowd(month: Study) -> None:
    kept = (month.batch.bonds.slots >= 0).sum(axis=1)
    assert 4 <= kept.mean() <= 20
    assert kept.min() >= 1


def test_only_in_a_large_guild_are_bonds_forgotten_for_want_of_room() -> None:
    crowd = study(guilds([7], heroes=100), 45)
    kept = (crowd.batch.bonds.slots >= 0).sum(axis=1)
    assert kept.max() == crowd.batch.bonds.slots.shape[1]


def test_the_like_minded_grow_closer() -> None:
    alike, mixed = guilds(range(60, 64)), guilds(range(60, 64))
    some = alike.heroes[0].personality
    alike.heroes = [
        hero._replace(personality=some, birth=hero.birth | {"personality": some}) for hero in alike.heroes
    ]
    close, usual = study(alike, 14), study(mixed, 14)
    assert strengths(close, Bond.FRIENDSHIP).sum() >= 1.3 * strengths(usual, Bond.FRIENDSHIP).sum()
    assert strengths(close, Bond.RIVALRY).sum() <= 0.8 * strengths(usual, Bond.RIVALRY).sum()
