"""What a hero remembers, for people to read: loudest first, in a sentence each. Names are looked up when it is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from heroes.sim.lexicon import ACTIONS, KEPT_IN_MIND, STEPS_A_DAY, Action
from heroes.sim.memory import FAINT, loudness, table
from heroes.sim.words.memories import told
from heroes.sim.words.nouns import GERUNDS

Namer = Callable[[int], str]


@dataclass(frozen=True)
class Memory:
    """``action``, ``place``, ``other``, ``quest`` are None where none belongs to it; ``loudness`` is 0 to 100 by now."""

    what: str
    action: str | None
    place: int | None
    other: int | None
    quest: int | None
    step: int
    felt: int
    loudness: int
    told: str


def memories(flat: Sequence[int], now: int, where: Namer, called: Namer) -> list[Memory]:
    """What of these memories is not faint by step ``now``; ``where`` says 'in the Grey Creeks', ``called`` a name."""
    kept = table([flat])
    loud = loudness(kept, np.array([now]))[0].tolist()
    ranked = sorted(zip(loud, kept[0].tolist(), strict=True), key=lambda one: (-one[0], -one[1][5]))
    return [_told(row, volume, now, where, called) for volume, row in ranked if volume >= FAINT]


def _told(row: list[int], loud: int, now: int, where: Namer, called: Namer) -> Memory:
    code, action, place, other, quest, step, felt = row
    what = KEPT_IN_MIND[code]
    sentence = told(
        what,
        where(place - 1) if place else "",
        called(other - 1) if other else "somebody",
        (now - step) // STEPS_A_DAY,
        GERUNDS[Action(action - 1)] if action and what in _DOING else "",
    )
    return Memory(
        what=what,
        action=ACTIONS[action - 1] if action else None,
        place=place - 1 if place else None,
        other=other - 1 if other else None,
        quest=quest or None,
        step=step,
        felt=felt,
        loudness=loud,
        told=f"{sentence[0].upper()}{sentence[1:]}.",
    )


_DOING = ("hurt", "delight", "misery", "collapse")
"""What says more with the action."""
