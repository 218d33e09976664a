"""What heroes learn: what to expect of an action, and who they become by doing it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim.columns import within
from heroes.sim.outcomes import Rolls
from heroes.sim.rules import Rules

I64 = NDArray[np.int64]
LEARNING = 6
"""An expectation moves by a sixth of the surprise."""
DRIFT_PER_STEP = 2
"""Chance, in thousandths per step, that a trait shifts by one."""


def expect(before: I64, satisfaction: I64, roll: Rolls) -> I64:
    """(m,) the new expectation of an action in a kind of place: the old one, moved towards what was felt.

    The exponential average of reinforcement learning (Sutton and Barto, "Reinforcement Learning", 2nd ed., 2.5),
    rounded by dice so that it stays a whole number without a bias.
    """
    surprise = satisfaction - before
    return within(before + roll.whole(surprise * 1000 // LEARNING, 40), -100, 100)


def drift(action: I64, span: I64, worth: I64, traits: I64, born: I64, roll: Rolls, rules: Rules) -> I64:
    """(m, 7) −1, 0 or 1: experience shapes the traits it exercises, nature pulls them back.

    The further a trait has moved from birth, the stronger the pull, so that nobody ends as a caricature.
    """
    trait = roll.below(7, 41)
    rows = np.arange(len(action))
    push = rules.drift[action, trait] * np.where(worth >= 45, 1, -1)
    away = traits[rows, trait] - born[rows, trait]
    chance = span * DRIFT_PER_STEP * 7
    shaped = (roll.below(1000, 42) < chance) & (push != 0)
    pulled = ~shaped & (roll.below(1000, 43) < np.abs(away) * span // 3)
    change = np.where(shaped, push, np.where(pulled, -np.sign(away), 0))
    now = traits[rows, trait]
    out = np.zeros_like(traits)
    out[rows, trait] = within(now + change, 0, 100) - now
    return out
