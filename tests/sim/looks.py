"""Contexts that could be anybody's, and decisions made in them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim.choice import Decisions, decide
from heroes.sim.context import Context
from heroes.sim.contributions import CHANCE_SPREAD
from heroes.sim.lexicon import ACTIONS, CLASSES, CONTRIBUTIONS, KEPT_IN_MIND, KINDS, POLICIES, TRAITS
from heroes.sim.rules import PUBLISHED, rules

NAMES = ("Osric", "Maren Quill", "Old Bess", "Agnes", "Ivo the Pale", "Dunny O'Hara", "Sister Ruth")
RANGES = {
    **dict.fromkeys((*TRAITS, "energy", "mood", "trust", "respect", "fear", "danger"), (0, 101)),
    **dict.fromkeys(("friendship", "romance", "mentor", "rivalry"), (-20, 101)),
    **dict.fromkeys(("wares", "materials", "place", "arrears"), (0, 8)),
    "health": (5, 101),
    "hunger": (0, 60),
    "solitude": (0, 200),
    "gold": (0, 200),
    "hour": (0, 48),
    "kind": (0, len(KINDS)),
    "wild": (2, 6),
    "policy": (0, len(POLICIES)),
    "hero_class": (0, len(CLASSES)),
    "order": (-60, 25),
    "last": (0, len(ACTIONS)),
    "streak": (0, 4),
    "phase": (-6, 3),
    "company": (-5, len(NAMES) + 1),
    "gap": (-20, 50),
    "compatibility": (-50, 51),
    "quest": (-5, 9),
    "odds": (4, 97),
    "reward": (0, 300),
    "comrades": (-80, 120),
    "counsel": (-200, 25),
    "memory": (-5, len(KEPT_IN_MIND)),
    "memory_ground": (0, len(KINDS) + 1),
    "memory_days": (0, 60),
}
"""From … to (not included); what is below zero for no reason stands for "none"."""
NEVER_NEGATIVE = ("order", "phase", "company", "quest", "counsel", "memory")
WITH_COMPANY = ("friendship", "romance", "mentor", "rivalry", "gap", "compatibility")


def contexts(n: int, seed: int) -> Context:
    """``n`` heroes in all sorts of circumstances."""
    dice = np.random.default_rng(seed)
    ctx = Context.blank(n, len(ACTIONS))
    for name, (low, high) in RANGES.items():
        ctx[name] = dice.integers(low, high, n)
    for name in NEVER_NEGATIVE:
        ctx[name] = np.maximum(ctx[name], 0)
    for name in WITH_COMPANY:
        ctx[name] = ctx[name] * (ctx["company"] > 0)
    ctx["quest"] = np.where(ctx["phase"] > 0, np.maximum(ctx["quest"], 1), ctx["quest"])
    shape = (n, len(ACTIONS))
    ctx.affords[:] = dice.integers(-200, 400, shape)
    ctx.events[:] = dice.integers(-1800, 2300, shape) * (dice.random((n, 1)) < 0.2)
    ctx.learned[:] = dice.integers(-60, 60, shape)
    ctx.remembered[:] = dice.integers(-90, 90, shape) * (dice.random((n, 1)) < 0.5)
    return ctx


def decisions(n: int, seed: int) -> Decisions:
    """What those heroes decide."""
    dice = np.random.default_rng(seed + 1)
    chance = dice.integers(-CHANCE_SPREAD // 2, CHANCE_SPREAD // 2, (n, len(ACTIONS)), dtype=np.int32)
    return decide(contexts(n, seed), chance, rules(PUBLISHED[-1]))


def company(made: Decisions) -> list[str]:
    """Names of the heroes at hand."""
    return [NAMES[who - 1] if who else "" for who in made.context["company"].tolist()]


def seats(n: int) -> NDArray[np.int64]:
    """What varies the wording."""
    return np.arange(n, dtype=np.int64)


def staged(action: int, names: tuple[str, ...], seen: dict[str, int], n: int) -> Decisions:
    """``n`` times the same decision for an action, in which these contributions stand out, the first most."""
    ctx = Context.blank(n, len(ACTIONS))
    for name, value in seen.items():
        ctx[name] = value
    weights = np.full((n, len(CONTRIBUTIONS)), -1, dtype=np.int32)
    for rank, name in enumerate(names):
        weights[:, CONTRIBUTIONS.index(name)] = 900 - 400 * rank
    other = np.full(n, (action + 1) % len(ACTIONS), dtype=np.intp)
    against = np.zeros_like(weights)
    against[:, CONTRIBUTIONS.index("chance")] = 100
    every = np.ones((n, len(ACTIONS)), dtype=bool)
    return Decisions(
        ctx, every, np.zeros_like(every, dtype=np.int32), np.full(n, action), other, weights, against
    )
