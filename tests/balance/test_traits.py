"""Two heroes who differ in one trait live measurably different weeks, in the way a reader expects.

Each trait is studied in the same guilds twice: everybody high in it, everybody low, all else equal. The difference is
told as Cohen's d over the eighty heroes: 0.2 is called small, 0.5 medium, 0.8 large.
"""

import numpy as np
import pytest

from heroes.sim.lexicon import TRAITS, Action
from tests.balance.conftest import Natures

A = Action
PLAIN, STRONG = 0.25, 0.7

MORE = [
    ("courage", (A.PATROL,), STRONG),
    ("courage", (A.HUNT,), PLAIN),
    ("courage", (A.QUEST_TRIAL,), STRONG),
    ("courage", (A.TRAIN_COMBAT,), STRONG),
    ("greed", (A.TRADE,), STRONG),
    ("greed", (A.CRAFT, A.WORK), PLAIN),
    ("greed", (A.QUEST_TRIAL,), PLAIN),
    ("loyalty", (A.WORK,), STRONG),
    ("loyalty", (A.PATROL,), STRONG),
    ("loyalty", (A.MENTOR,), PLAIN),
    ("curiosity", (A.STUDY,), STRONG),
    ("curiosity", (A.EXPLORE,), STRONG),
    ("curiosity", (A.TRAIN_MAGIC,), PLAIN),
    ("ambition", (A.TRAIN_COMBAT, A.TRAIN_MAGIC), STRONG),
    ("ambition", (A.QUEST_TRIAL,), PLAIN),
    ("patience", (A.CRAFT,), STRONG),
    ("patience", (A.STUDY,), STRONG),
    ("patience", (A.PRAY,), PLAIN),
    ("empathy", (A.SOCIALISE,), STRONG),
    ("empathy", (A.MENTOR,), STRONG),
    ("empathy", (A.COURT,), PLAIN),
]
LESS = [
    ("courage", (A.GATHER,), STRONG),
    ("greed", (A.MENTOR, A.PRAY), STRONG),
    ("loyalty", (A.LOAF,), STRONG),
    ("loyalty", (A.CAROUSE,), PLAIN),
    ("curiosity", (A.WORK,), STRONG),
    ("ambition", (A.LOAF,), STRONG),
    ("ambition", (A.CAROUSE,), PLAIN),
    ("patience", (A.CAROUSE,), STRONG),
    ("empathy", (A.HUNT,), STRONG),
    ("empathy", (A.TRADE,), PLAIN),
]


def names(value: object) -> str | None:
    """How a parameter is told in the name of a test."""
    return "+".join(a.name.lower() for a in value) if isinstance(value, tuple) else None


@pytest.mark.parametrize(("trait", "actions", "effect"), MORE, ids=names)
def test_more_of_a_trait_is_more_of(
    natures: Natures, trait: str, actions: tuple[Action, ...], effect: float
) -> None:
    assert natures.effect(trait, *actions) >= effect


@pytest.mark.parametrize(("trait", "actions", "effect"), LESS, ids=names)
def test_more_of_a_trait_is_less_of(
    natures: Natures, trait: str, actions: tuple[Action, ...], effect: float
) -> None:
    assert natures.effect(trait, *actions) <= -effect


def test_a_brave_hero_takes_dangerous_quests_more_often(natures: Natures) -> None:
    assert natures.compare("courage", natures.seen.dared(35)) >= STRONG


def test_a_brave_hero_turns_back_less_often(natures: Natures) -> None:
    back, joined = (
        [values[natures.of[f"courage {name}"]].sum() for name in ("high", "low")]
        for values in (natures.seen.turned_back, natures.seen.joined)
    )
    assert joined[1] >= 20
    assert back[0] / joined[0] + 0.05 <= back[1] / joined[1]


def test_a_greedy_hero_earns_more(natures: Natures) -> None:
    earned = natures.seen.total(np.maximum(natures.seen["gold"], 0))
    assert natures.compare("greed", earned) >= PLAIN


def test_a_loyal_hero_earns_more_for_the_guild(natures: Natures) -> None:
    brought = natures.seen.total(natures.seen["treasury"] + natures.seen["wages"])
    assert natures.compare("loyalty", brought) >= STRONG


def test_every_trait_moves_many_things(natures: Natures) -> None:
    for trait in TRAITS:
        moved = [abs(natures.effect(trait, action)) >= PLAIN for action in Action]
        assert sum(moved) >= 8
