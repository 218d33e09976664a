"""How much each trait, bond and feeling drives each action, told from stored decisions alone.

A decision keeps what was seen and what every option was worth, so two things can be asked of each action over all the
decisions in which it was possible. **Pull**: how much more it was worth, in thousandths of utility for a point more of
the driver. **Share**: how much more often it was chosen, in points of a hundred for ten points more. Both are slopes
of least squares on everything that was seen (what is not a driver is held fixed): the first of the stored utility, in
which chance is an error that depends on nothing; the second of the choice itself, the linear probability model, whose
slope is the average marginal effect (Angrist and Pischke, "Mostly Harmless Econometrics", 3.4.2). No weight of the
rules is read. What was done under an order or by counsel is left out: it was not chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.context import Context, F
from heroes.sim.lexicon import ACTIONS, CLASSES, TRAITS
from heroes.sim.needs import drives
from heroes.sim.rules import BONDS, PILLARS
from worlds.services.study.estimates import F64, Estimate, slopes
from worlds.services.study.sample import Sample

DRIVERS = (*TRAITS, *PILLARS, *BONDS)
KINDS = dict.fromkeys(TRAITS, "trait") | dict.fromkeys(PILLARS, "influence") | dict.fromkeys(BONDS, "bond")
RAREST = 20
"""An action that was chosen less often says nothing of what makes it chosen."""
TEN, HUNDRED = 10, 100
_SEEN = [F[name] for name in DRIVERS]
_QUEST = [F[name] for name in ("odds", "danger", "reward", "comrades")]


@dataclass(frozen=True)
class Effect:
    """What a driver does to an action: ``pull`` in thousandths of utility per point, ``share`` in points of a hundred
    per ten points; None where it cannot be told."""

    driver: str
    kind: str
    action: str
    pull: Estimate | None
    share: Estimate | None


def effects(one: Sample) -> list[Effect]:
    """What can be told of every driver and action, in the order of the lexicon."""
    free = np.flatnonzero((one.context["order"] == 0) & (one.context["counsel"] == 0))
    some = one.take(free)
    common = _common(some.context)
    return [effect for code in range(len(ACTIONS)) for effect in _action(some, common, code)]


def _action(one: Sample, common: F64, code: int) -> list[Effect]:
    rows = np.flatnonzero(one.possible[:, code])
    if not len(rows):
        return []
    x = np.column_stack([common[rows], _own(one.context, rows, code)])
    chosen = one.chosen[rows] == code
    y = np.column_stack([one.utility[rows, code], chosen * float(TEN * HUNDRED)])
    hour = one.context["hour"][rows]
    slope, half = slopes(x, y, one.hero[rows], hour, len(DRIVERS))
    often = RAREST <= int(chosen.sum()) <= len(rows) - RAREST
    told = [
        Effect(
            driver=name,
            kind=KINDS[name],
            action=ACTIONS[code],
            pull=Estimate.around(float(slope[at, 0]), float(half[at, 0])),
            share=Estimate.around(float(slope[at, 1]), float(half[at, 1])) if often else None,
        )
        for at, name in enumerate(DRIVERS)
    ]
    return [effect for effect in told if effect.pull or effect.share]


def _common(seen: Context) -> F64:
    """(n, k) what was seen and bears on any action; the drivers first."""
    look = seen.look.astype(np.float64)
    quest = (seen["quest"] > 0).astype(np.float64)[:, None]
    return np.column_stack(
        [
            look[:, _SEEN] - 50 * (np.arange(len(DRIVERS)) < len(TRAITS) + len(PILLARS)),
            drives(seen).astype(np.float64),
            look[:, F["enmity"]],
            np.minimum(look[:, F["arrears"]], 20),
            seen["hero_class"][:, None] == np.arange(1, len(CLASSES)),
            quest,
            quest * np.minimum(look[:, _QUEST], 200),
        ]
    )


def _own(seen: Context, rows: NDArray[np.intp], code: int) -> F64:
    """(n, 6) what bears on one action: place, events, experience, memory, and being tired of it, the patient less."""
    weary = (seen["last"][rows] == code) * np.minimum(seen["streak"][rows], 6)
    return np.column_stack(
        [
            seen.affords[rows, code],
            seen.events[rows, code],
            seen.learned[rows, code],
            seen.remembered[rows, code],
            weary,
            weary * (seen["patience"][rows] - 50),
        ]
    ).astype(np.float64)
