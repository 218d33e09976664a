"""Worlds in which somebody turned the knobs of the rules before anybody lived."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from heroes.sim.lexicon import ACTIONS, TRAITS
from heroes.sim.rules import PUBLISHED, Rules, rules
from herotycoon.accounts.models import User
from tests.worlds.lives import aged
from worlds.models import World
from worlds.rows import assemble
from worlds.services.candidate import turned

ON_A_QUEST = ("quest_travel", "quest_trial", "quest_return")
"""Danger and reward add to what traits do here: there is no one weight to recover."""


def weights(seed: int) -> dict[str, Any]:
    """Weights of every trait for every action, drawn; none below 4 or above 24."""
    dice = np.random.default_rng(seed)
    drawn = dice.integers(4, 25, (len(TRAITS), len(ACTIONS))) * dice.choice(
        [-1, 1], (len(TRAITS), len(ACTIONS))
    )
    return {
        trait: dict(zip(ACTIONS, row, strict=True)) for trait, row in zip(TRAITS, drawn.tolist(), strict=True)
    }


NOTHING: dict[str, Any] = {"every": {"every": 0}}


def lived_by(
    patch: pytest.MonkeyPatch, owner: User, knobs: dict[str, Any], days: int, seed: int = 7, heroes: int = 40
) -> tuple[World, Rules]:
    """A world that lived so many days by rules with those knobs, and the rules."""
    by = turned(rules(PUBLISHED[-1]), knobs)
    with patch.context() as turning:
        turning.setattr(assemble, "rules", lambda version: by)
        world = aged(owner, 48 * days, seed, heroes)
    return world, by
