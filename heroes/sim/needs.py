"""How strongly a hero's needs speak."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim.context import Context

I32 = NDArray[np.int32]


def drives(ctx: Context) -> I32:
    """(n, 6) strengths 0–100 of tired, hungry, hurt, sad, lonely, poor.

    The bodily ones grow with the square of the lack, so that a small lack is ignored and a great one shouts.
    """
    tired = 100 - ctx["energy"]
    hungry = np.minimum(ctx["hunger"] * 5, 100)
    hurt = 100 - ctx["health"]
    sad = 100 - ctx["mood"]
    return np.stack(
        [
            tired * tired // 100,
            hungry * hungry // 100,
            hurt * hurt // 100,
            sad * sad // 100,
            np.minimum(ctx["solitude"] * 100 // 96, 100),
            np.maximum(100 - ctx["gold"], 0),
        ],
        axis=1,
    ).astype(np.int32)


def collapsed(ctx: Context) -> NDArray[np.bool_]:
    """(n,) who can do nothing but recover."""
    out: NDArray[np.bool_] = (ctx["energy"] <= 3) | (ctx["health"] <= 10)
    return out
