"""Whether heroes say yes to orders as often as was predicted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from worlds.services.study.estimates import F64, Estimate, share_of

BINS = 10
LIMIT = 5.991
"""The 95 % point of chi-squared with two degrees of freedom."""


@dataclass(frozen=True)
class Bin:
    """Orders with a predicted chance from ``low`` to below ``high``: how many, what was predicted on average, and how
    many of them were agreed to, 0 to 1, with Wilson's interval."""

    low: float
    high: float
    orders: int
    predicted: float
    agreed: Estimate


@dataclass(frozen=True)
class Calibration:
    """Predicted chances against answers. ``brier`` is the mean squared error (Brier, Monthly Weather Review 78, 1950).

    ``chi2`` is the score statistic of Cox's test ("Two further applications of a model for binary regression",
    Biometrika 45, 1958): whether all chances are too low or too high, or too bold or too timid. It is within 5.99 in 95
    of 100 cases where the predictions are right; ``sound`` whether it is. None without orders.
    """

    orders: int
    brier: float | None
    expected: float | None
    """what the Brier score would be on average, were every prediction right"""
    chi2: float | None
    sound: bool | None
    bins: list[Bin]


def calibration(answers: Iterable[tuple[int, bool]]) -> Calibration:
    """From (chance in thousandths, whether the hero agreed) of orders that were weighed.

    A chance of nought is that of a hero who could not hear or not move: nothing was predicted.
    """
    known = [(chance, agreed) for chance, agreed in answers if 0 < chance < 1000]
    p = np.array([chance for chance, _ in known], dtype=np.float64) / 1000
    y = np.array([agreed for _, agreed in known], dtype=np.float64)
    if not len(p):
        return Calibration(0, None, None, None, None, [])
    chi2 = _cox(p, y)
    return Calibration(
        orders=len(p),
        brier=round(float(((p - y) ** 2).mean()), 4),
        expected=round(float((p * (1 - p)).mean()), 4),
        chi2=round(chi2, 2),
        sound=chi2 <= LIMIT,
        bins=_bins(p, y),
    )


def _cox(p: F64, y: F64) -> float:
    """How far intercept and slope of the answers on the predicted log odds are from 0 and 1."""
    design = np.column_stack([np.ones(len(p)), np.log(p / (1 - p))])
    score = design.T @ (y - p)
    return float(score @ np.linalg.pinv(design.T @ (design * (p * (1 - p))[:, None])) @ score)


def _bins(p: F64, y: F64) -> list[Bin]:
    place = np.minimum((p * BINS).astype(np.int64), BINS - 1)
    bins = []
    for at in np.unique(place).tolist():
        here = place == at
        agreed = share_of(int(y[here].sum()), int(here.sum()))
        if agreed is not None:
            mean = round(float(p[here].mean()), 4)
            bins.append(Bin(at / BINS, (at + 1) / BINS, int(here.sum()), mean, agreed))
    return bins
