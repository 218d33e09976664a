"""What a bite has to tell: entries, decisions, changes of bonds and the world's own happenings, still as columns."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from heroes.sim.bonds import Moves
from heroes.sim.choice import Decisions
from heroes.sim.lexicon import ITEMS, TRAITS

I64 = NDArray[np.int64]
CUTS = ("", "collapse", "danger", "order")
ORDER_OUTCOMES = ("", "done", "failed", "lapsed")


@dataclass
class Entries:
    """``m`` activities that ended in one step, ordered by world and hero number; (m,) unless said otherwise.

    All amounts are the changes that were applied, after clamping.
    """

    hero: I64
    action: I64
    started: I64
    step: I64
    seq: I64
    place: I64
    partner: I64
    quest: I64
    thought: I64
    effectiveness: I64
    satisfaction: I64
    energy: I64
    mood: I64
    health: I64
    experience: I64
    gold: I64
    wages: I64
    treasury: I64
    items: I64
    """(m, 8)"""
    skill: I64
    learned: I64
    traits: I64
    """(m, 7)"""
    pillars: I64
    """(m, 3) trust, respect, fear"""
    causes: I64
    """bits of ``influence.sim.causes.LIVED``"""
    hurt: I64
    trial: I64
    """0 no trial, 1 won, 2 lost"""
    cut: I64
    """position in ``CUTS``"""
    order: I64
    """1 + code of the action that was ordered, 0 for none"""
    order_outcome: I64
    """position in ``ORDER_OUTCOMES``"""

    def __len__(self) -> int:
        return len(self.hero)


_WIDE = {"items": len(ITEMS), "traits": len(TRAITS), "pillars": 3}


def nobody() -> Entries:
    """No entries at all."""
    shapes = {f.name: (0, _WIDE[f.name]) if f.name in _WIDE else (0,) for f in fields(Entries)}
    return Entries(**{name: np.zeros(shape, dtype=np.int64) for name, shape in shapes.items()})


@dataclass
class Happening:
    """Something of no length that befell a world: an event, upkeep, a notice on the board."""

    world: int
    action: str
    step: int
    seq: int
    data: dict[str, Any]
    treasury: int = 0
    importance: int = 20


@dataclass
class Log:
    """The record of a bite, in the order in which it came about."""

    entries: list[Entries] = field(default_factory=list)
    moves: list[Moves] = field(default_factory=list)
    decisions: list[Decisions] = field(default_factory=list)
    deciders: list[I64] = field(default_factory=list)
    """positions of the heroes who decided, and the steps at which they did: one array for each of ``decisions``"""
    decided: list[I64] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    entry_count: int = 0
    decision_count: int = 0

    def tell(self, entries: Entries) -> None:
        """Append the entries of one step."""
        self.entries.append(entries)
        self.entry_count += len(entries)

    def remember(self, decisions: Decisions, hero: I64, step: I64) -> I64:
        """Keep decisions until their activities end; their positions in the store."""
        self.deciders.append(hero)
        self.decided.append(step)
        at = np.arange(self.decision_count, self.decision_count + len(decisions), dtype=np.int64)
        self.decisions.append(decisions)
        self.decision_count += len(decisions)
        return at


def joined(parts: list[Any]) -> Any:
    """Concatenate a list of equal dataclasses of arrays into one."""
    kind = type(parts[0])
    return kind(*(np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(kind)))
