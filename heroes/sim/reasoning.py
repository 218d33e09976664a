"""Why a hero decided so: a sentence or two in the hero's own voice, true to the numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim.choice import Decisions
from heroes.sim.lexicon import ACTIONS, CONTRIBUTIONS


def reasons(decisions: Decisions, company: list[str], seat: NDArray[np.int64]) -> list[str]:
    """n texts: the chosen action with its two largest contributions, the rejected one with its largest."""
    top = np.argsort(-decisions.weights, axis=1, kind="stable")[:, :2].tolist()
    lure = decisions.against.argmax(axis=1).tolist()
    rows = zip(decisions.chosen.tolist(), decisions.rejected.tolist(), top, lure, strict=True)
    return [_plain(*row) for row in rows]


def _plain(chosen: int, rejected: int, top: list[int], lure: int) -> str:
    first, second = (CONTRIBUTIONS[code] for code in top)
    said = f"I choose to {ACTIONS[chosen].replace('_', ' ')}: {first} speaks for it, and then {second}."
    if rejected < 0:
        return said
    return f"{said} The other thought was to {ACTIONS[rejected].replace('_', ' ')}, for {CONTRIBUTIONS[lure]}."
