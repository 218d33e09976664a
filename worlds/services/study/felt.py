"""Satisfaction and regret by action.

All of it is in points of satisfaction, −100 to 100. ``surprise`` is what came of an action less what the hero had
expected of it: below nought it is disappointment (Bell, "Disappointment in decision making under uncertainty",
Operations Research 33, 1985). ``regret`` is what the hero had expected of the strongest option that was rejected, less
what came of the chosen one: what was forgone less what was had (Bell, "Regret in decision making under uncertainty",
Operations Research 30, 1982; Loomes and Sugden, Economic Journal 92, 1982). Expectations are the hero's own, as they
stood when the decision was made; of what they had not yet tried they expect nothing, which is nought.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from heroes.sim.lexicon import ACTIONS
from worlds.services.study.estimates import Estimate, mean_of
from worlds.services.study.sample import Sample

_NEVER = np.int32(-(2**31))


@dataclass(frozen=True)
class Felt:
    """How an action felt to those who chose it; ``regretted`` is the share of decisions with regret above nought.

    Means are None with too few heroes to say how sure they are; regrets are those where there was a choice.
    """

    action: str
    times: int
    satisfaction: Estimate | None
    surprise: Estimate | None
    regret: Estimate | None
    regretted: Estimate | None


def felt(one: Sample) -> list[Felt]:
    """Each action that was chosen, in the order of the lexicon."""
    rows = np.arange(len(one))
    rest = np.where(one.possible, one.utility, _NEVER)
    rest[rows, one.chosen] = _NEVER
    against = rest.argmax(axis=1)
    choice = rest[rows, against] > _NEVER
    learned = one.context.learned.astype(np.int64)
    surprise = one.satisfaction - learned[rows, one.chosen]
    regret = learned[rows, against] - one.satisfaction
    out = []
    for code in np.unique(one.chosen).tolist():
        here = one.chosen == code
        had = here & choice
        out.append(
            Felt(
                action=ACTIONS[code],
                times=int(here.sum()),
                satisfaction=mean_of(one.satisfaction[here], one.hero[here]),
                surprise=mean_of(surprise[here], one.hero[here]),
                regret=mean_of(regret[had], one.hero[had]),
                regretted=mean_of((regret[had] > 0).astype(np.float64), one.hero[had], 4),
            )
        )
    return out
