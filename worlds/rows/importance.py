"""How much an entry matters to somebody who was away: 0 (nobody asks) to 100 (the first thing to be told)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim.lexicon import Action
from worlds.sim.log import Entries

I64 = NDArray[np.int64]
HEADLINE = 60
"""From here on, an entry is a headline."""
_BY_ACTION = np.full(len(Action), 10, dtype=np.int64)
_BY_ACTION[[Action.SLEEP, Action.EAT, Action.REST, Action.LOAF]] = 3
_BY_ACTION[Action.QUEST_TRAVEL] = 30
_BY_ACTION[Action.DEPART] = 98


def importance(e: Entries) -> I64:
    """(m,) the greatest of what speaks for each entry."""
    signs = [
        _BY_ACTION[e.action],
        np.select([e.trial == 1, e.trial == 2], [72, 76], 0),
        np.where(e.hurt >= 14, 62, np.where(e.hurt > 0, 25, 0)),
        np.array([0, 61, 50, 30])[e.cut],
        np.where(e.order_outcome == 2, 58, np.where(e.order_outcome == 1, 40, 0)),
        np.where(e.traits.any(axis=1), 28, 0),
        np.where(e.learned > 0, 22, 0),
    ]
    out: I64 = np.max(np.stack(signs), axis=0)
    return out
