"""How strongly a hero's needs speak."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim.context import Context, F

I32 = NDArray[np.int32]
_BODY = slice(F["energy"], F["health"] + 1)  # energy, mood, health: tired, sad, hurt


def drives(ctx: Context) -> I32:
    """(n, 6) strengths 0–100 of tired, hungry, hurt, sad, lonely, poor.

    The bodily ones grow with the square of the lack, so that a small lack is ignored and a great one shouts.
    """
    out = np.empty((len(ctx), 6), dtype=np.int32)
    lack = 100 - ctx.look[:, _BODY]
    out[:, (0, 3, 2)] = lack * lack // 100
    hungry = np.minimum(ctx["hunger"] * 5, 100)
    out[:, 1] = hungry * hungry // 100
    out[:, 4] = np.minimum(ctx["solitude"] * 100 // 96, 100)
    out[:, 5] = np.maximum(100 - ctx["gold"], 0)
    return out


def collapsed(ctx: Context) -> NDArray[np.bool_]:
    """(n,) who can do nothing but recover."""
    out: NDArray[np.bool_] = (ctx["energy"] <= 3) | (ctx["health"] <= 10)
    return out
