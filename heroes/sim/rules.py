"""The weights of a published version of the rules as arrays.

A version is immutable: each decision stores the version that made it, so that it can be recomputed for ever. To change
a weight, publish a new version (``tests/sim`` pins the digest of every published one).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from heroes.sim.lexicon import ACTIONS, CLASSES, POLICIES, SKILLS, TRAITS, Action, Venue
from heroes.sim.repertoire import CLASS_PULLS, DRIFT, HOURS, POLICY_PULLS, REPERTOIRE

I32 = NDArray[np.int32]
I64 = NDArray[np.int64]

A = len(ACTIONS)
DRIVES = ("tired", "hungry", "hurt", "sad", "lonely", "poor")
BONDS = ("friendship", "romance", "mentor", "gap", "compatibility", "rivalry")
PILLARS = ("trust", "respect", "fear")
PUBLISHED = (1, 2)
MEMORY = {1: 0, 2: 10}
"""{version: thousandths per point of feeling}: all that version 2 adds to the first one."""
YIELDS = ("energy", "mood", "health", "experience", "gold", "treasury", "items", "risk")


class UnknownRules(ValueError):
    """A version of the rules that was never published."""


@dataclass(frozen=True)
class Rules:
    """Weights in thousandths. ``A`` = 24 actions; see ``repertoire`` for the meaning of each table."""

    version: int
    traits: I32
    """(7, A)"""
    drives: I32
    """(6, A)"""
    bonds: I32
    """(6, A)"""
    influence: I32
    """(3, A)"""
    hours: I32
    """(48, A)"""
    policy: I32
    """(6, A)"""
    habits: I32
    """(8 classes, A)"""
    custom: I32
    """(A,) the appetite that everybody has"""
    venue: NDArray[np.intp]
    """(A,) codes of ``Venue``"""
    here: I32
    """(A,) 1 for what is done where the hero stands"""
    steps: I64
    """(2, A) shortest and longest duration"""
    skill: I64
    """(A,) code of the skill an action trains, −1 for none"""
    yields: I64
    """(8, A) in the order of ``YIELDS``, per step"""
    drift: I64
    """(A, 7) −1, 0 or 1"""
    memory: I32
    """(A,) per point of feeling of the memory on a hero's mind; nothing in version 1, when heroes forgot at once"""

    @property
    def remembers(self) -> bool:
        """Whether heroes have a memory at all."""
        return bool(self.memory.any())


def _table(names: tuple[str, ...], pulls: list[dict[str, int]]) -> I32:
    unknown = {name for pull in pulls for name in pull} - set(names)
    if unknown:
        raise ValueError(f"the repertoire names {sorted(unknown)}, which are not among {names}")
    return np.array([[pull.get(name, 0) for pull in pulls] for name in names], dtype=np.int32)


def _by_action(pulls: dict[str, dict[Action, int]], names: tuple[str, ...]) -> I32:
    return np.array([[pulls[name].get(a, 0) for a in Action] for name in names], dtype=np.int32)


def _hours(profile: str) -> list[int]:
    appetite = [0] * 48
    for start, end, pull in HOURS[profile]:
        appetite[start:end] = [pull] * (end - start)
    return appetite


@cache
def rules(version: int) -> Rules:
    """The published rules of that version; ``UnknownRules`` names the ones there are."""
    if version not in PUBLISHED:
        raise UnknownRules(f"rules version {version} was never published; there are: {PUBLISHED}")
    specs = [REPERTOIRE[action] for action in Action]
    return Rules(
        version=version,
        traits=_table(TRAITS, [spec.traits for spec in specs]),
        drives=_table(DRIVES, [spec.drives for spec in specs]),
        bonds=_table(BONDS, [spec.bonds for spec in specs]),
        influence=_table(PILLARS, [spec.influence for spec in specs]),
        hours=np.array([_hours(spec.hours) for spec in specs], dtype=np.int32).T.copy(),
        policy=_by_action(POLICY_PULLS, POLICIES),
        habits=_by_action(CLASS_PULLS, CLASSES),
        custom=np.array([spec.base for spec in specs], dtype=np.int32),
        venue=np.array([spec.venue for spec in specs], dtype=np.intp),
        here=np.array([spec.venue == Venue.HERE for spec in specs], dtype=np.int32),
        steps=np.array([spec.steps for spec in specs], dtype=np.int64).T.copy(),
        skill=np.array([-1 if s.skill is None else SKILLS.index(s.skill) for s in specs], dtype=np.int64),
        yields=np.array([[getattr(spec, name) for spec in specs] for name in YIELDS], dtype=np.int64),
        drift=_table(TRAITS, [DRIFT.get(action, {}) for action in Action]).T.astype(np.int64),
        memory=np.full(A, MEMORY[version], dtype=np.int32),
    )
