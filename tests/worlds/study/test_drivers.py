"""What drives heroes is found in their stored decisions where it is, and not where it is not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from heroes.sim.lexicon import ACTIONS, TRAITS
from heroes.sim.rules import BONDS, PILLARS, Rules
from herotycoon.accounts.models import User
from tests.worlds.lives import Errand, aged, born, live
from tests.worlds.study.planted import NOTHING, ON_A_QUEST, lived_by, weights
from worlds.models import World
from worlds.services.study.drivers import DRIVERS, Effect, effects
from worlds.services.study.minds import survey
from worlds.services.study.sample import sample

pytestmark = pytest.mark.django_db


def of(world: World, kind: str) -> list[Effect]:
    """What can be told of the drivers of a kind, where no quest adds to what they do."""
    told = effects(sample(world, None, 20_000))
    return [one for one in told if one.kind == kind and one.action not in ON_A_QUEST]


def planted(by: Rules, one: Effect) -> int:
    """The weight that the rules have."""
    table: dict[str, tuple[Any, tuple[str, ...]]] = {
        "trait": (by.traits, TRAITS),
        "influence": (by.influence, PILLARS),
        "bond": (by.bonds, BONDS),
    }
    weight, names = table[one.kind]
    return int(weight[names.index(one.driver), ACTIONS.index(one.action)])


def test_planted_weights_are_recovered_with_their_sign_and_size(
    monkeypatch: pytest.MonkeyPatch, master: User
) -> None:
    world, by = lived_by(monkeypatch, master, {"traits": weights(1), "policy": NOTHING}, 12)
    told = of(world, "trait")
    assert len(told) > 100
    for trait in TRAITS:
        pulls = [(one.pull, planted(by, one)) for one in told if one.driver == trait and one.pull]
        assert len(pulls) >= 12, trait
        assert all(np.sign(pull.value) == np.sign(weight) for pull, weight in pulls), trait
        strongest, weight = max(pulls, key=lambda pair: abs(pair[1]))
        assert strongest.clear, trait
        assert strongest.low <= weight <= strongest.high, trait
    inside = [one.pull.low <= planted(by, one) <= one.pull.high for one in told if one.pull]
    assert np.mean(inside) >= 0.93
    shares = [(one.share, planted(by, one)) for one in told if one.share and one.share.clear]
    assert len(shares) >= 10
    assert np.mean([np.sign(share.value) == np.sign(weight) for share, weight in shares]) > 0.9


def test_where_traits_weigh_nothing_nothing_is_found(monkeypatch: pytest.MonkeyPatch, master: User) -> None:
    world, _ = lived_by(monkeypatch, master, {"traits": NOTHING, "policy": NOTHING}, 12, seed=3)
    told = of(world, "trait")
    pulls = [one.pull.clear for one in told if one.pull]
    shares = [one.share.clear for one in told if one.share]
    assert len(pulls) > 100
    assert len(shares) > 80
    assert np.mean(pulls) <= 0.07
    assert np.mean(shares) <= 0.07


def test_feelings_and_bonds_are_recovered_too(monkeypatch: pytest.MonkeyPatch, master: User) -> None:
    world, by = lived_by(monkeypatch, master, {"policy": NOTHING}, 12, seed=5)
    for kind in ("influence", "bond"):
        told = [one for one in of(world, kind) if one.pull]
        assert len(told) > 40
        inside = [one.pull.low <= planted(by, one) <= one.pull.high for one in told if one.pull]
        assert np.mean(inside) >= 0.9
    friends = {one.action: one.pull for one in of(world, "bond") if one.pull and one.driver == "friendship"}
    assert friends["socialise"].low > 0


def test_of_heroes_who_are_all_alike_nothing_is_told(master: User) -> None:
    some = sample(aged(master, 6 * 48, heroes=30), None, 20_000)
    some.context.look[:, : len(TRAITS)] = 50
    told = effects(some)
    assert told
    assert not [one for one in told if one.kind == "trait"]


def test_of_a_few_heroes_nothing_is_told_of_what_hardly_changes_in_a_life(master: User) -> None:
    told = effects(sample(aged(master, 20 * 48, heroes=10), None, 20_000))
    assert not [one for one in told if one.kind == "trait"]
    assert [one for one in told if one.kind == "bond"]
    assert effects(sample(aged(master, 20 * 48, seed=4, heroes=5), None, 20_000)) == []


def test_small_worlds_say_together_what_none_says_alone(master: User) -> None:
    worlds = [aged(master, 10 * 48, seed=seed, heroes=9) for seed in (1, 2, 3, 4)]
    told = survey(worlds, None, 20_000, lambda done: None)
    assert told.together is not None
    assert told.together.heroes == 36
    assert told.together.decisions == sum(one.findings.decisions for one in told.studies)
    assert not [one for each in told.studies for one in each.findings.effects if one.kind == "trait"]
    found = {(one.driver, one.action): one.pull for one in told.together.effects if one.pull}
    assert found["curiosity", "study"].low > 0
    assert found["loyalty", "work"].low > 0


def test_what_was_done_under_an_order_was_not_chosen(master: User) -> None:
    world = born(master, heroes=30)
    errands = [
        Errand(20 + 48 * day, "order", {"hero": hero, "action": "hunt"})
        for day in range(6)
        for hero in range(30)
    ]
    live(world.pk, errands, 7 * 48)
    some = sample(World.objects.get(pk=world.pk), None, 20_000)
    ordered = some.context["order"] > 0
    assert ordered.sum() > 20
    free = some.take(np.flatnonzero(~ordered))
    assert effects(some) == effects(free)
    assert max(abs(one.pull.value) for one in effects(some) if one.pull and one.action == "hunt") < 1_000


def test_every_driver_is_of_a_known_kind() -> None:
    assert len(set(DRIVERS)) == len(DRIVERS) == 16
