"""Numbers with their 95 % intervals, where decisions of one hero are not independent of each other.

The unit that was drawn is the hero: what is uncertain is what another set of heroes would have shown. Slopes therefore
have the intervals of the jackknife over clusters, which leaves out one hero after the other and stays honest with few
of them (CV3 in MacKinnon, Nielsen and Webb, "Fast and reliable jackknife and bootstrap methods for cluster-robust
inference", Journal of Applied Econometrics 38, 2023), with Student's t of one degree less than there are heroes.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, sqrt

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]
Rows = NDArray[np.int64]
Group = NDArray[np.int64] | NDArray[np.int32]

NORMAL = 1.959963984540054
GROUPS = 40
"""Of more heroes than this, every fortieth are left out together."""
FEWEST, FEWEST_TO_AVERAGE = 8, 5
"""With fewer heroes nothing is said of how sure a slope or a mean is, and so it is not told."""
ROWS, SPARE = 4, 3
"""So many decisions for each column, and so many heroes more than columns that hardly change in a hero's life."""
_LASTING, _SHARED = 0.02, 0.01
_RIDGE = 1e-9
_TOLERANCE = 1e-4
"""A column of which the others leave less than this part open cannot be told apart from them."""
_PRESENT = 1e-6


@dataclass(frozen=True)
class Estimate:
    """A number, and between what it lies with 95 % confidence."""

    value: float
    low: float
    high: float

    @classmethod
    def around(cls, value: float, half: float, digits: int = 2) -> Estimate | None:
        """``value`` ± ``half``; None where either is no number."""
        if not (isfinite(value) and isfinite(half)):
            return None
        return cls(round(value, digits), round(value - half, digits), round(value + half, digits))

    @property
    def clear(self) -> bool:
        """Whether nought is outside."""
        return self.low > 0 or self.high < 0

    @property
    def least(self) -> float:
        """How far it is from nought at the least."""
        return max(self.low, -self.high, 0.0)

    @property
    def half(self) -> float:
        """Half of its length."""
        return (self.high - self.low) / 2

    def less(self, other: Estimate) -> Estimate:
        """The difference of two that know nothing of each other."""
        value, half = self.value - other.value, sqrt(self.half**2 + other.half**2)
        return Estimate(round(value, 2), round(value - half, 2), round(value + half, 2))


def student(degrees: int) -> float:
    """The 97.5 % point of Student's t (Abramowitz and Stegun, 26.7.5): to 0.3 % from four degrees on."""
    z, v = NORMAL, float(degrees)
    return (
        z
        + (z**3 + z) / (4 * v)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3)
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * v**4)
    )


def share_of(hits: int, times: int) -> Estimate | None:
    """A share of independent throws, 0 to 1, with the interval of Wilson (JASA 22, 1927)."""
    if not times:
        return None
    p, z2 = hits / times, NORMAL**2
    middle = (p + z2 / (2 * times)) / (1 + z2 / times)
    half = NORMAL / (1 + z2 / times) * sqrt(p * (1 - p) / times + z2 / (4 * times**2))
    return Estimate(round(p, 4), round(middle - half, 4), round(middle + half, 4))


def mean_of(values: NDArray[np.int64] | F64, hero: Rows, digits: int = 2) -> Estimate | None:
    """The mean over decisions (n,) of heroes (n,); None with too few heroes."""
    _, cluster = np.unique(hero, return_inverse=True)
    groups = int(cluster.max(initial=-1)) + 1
    if groups < FEWEST_TO_AVERAGE:
        return None
    mean = float(values.mean())
    sums = np.bincount(cluster, values - mean, groups)
    half = student(groups - 1) * sqrt(groups / (groups - 1) * float((sums**2).sum())) / len(values)
    return Estimate.around(mean, half, digits)


def slopes(x: F64, y: F64, hero: Rows, hour: Group, wanted: int) -> tuple[F64, F64]:
    """Least squares of ``y`` (n, m) on ``x`` (n, k) within each hour: the first ``wanted`` slopes and half intervals.

    (wanted, m) both, NaN where a slope cannot be told: too few heroes or rows, no variation, or none that the other
    columns leave open, with all the heroes or without any one of them.
    """
    slope = np.full((wanted, y.shape[1]), np.nan)
    half, among, shared = slope.copy(), _lasting(x, hero), _shared(x, hero)
    x, y = within_groups(x, hour), within_groups(y, hour)
    scale = x.std(axis=0)
    kept = np.flatnonzero(scale > 1e-9)
    told = kept[kept < wanted]
    cluster, groups = _clusters(hero)
    if groups < FEWEST or len(x) < ROWS * (len(kept) + 1) or not len(told):
        return slope, half
    lasting = among[kept]
    crowded = lasting & (len(np.unique(hero)) < lasting.sum() + 1 + SPARE)
    z = np.column_stack([x[:, kept] / scale[kept], np.ones(len(x))])
    each, clear = _left_out(z, y, cluster, groups)
    within = each[:, : len(told)] / scale[told][None, :, None]
    spread = np.sqrt((groups - 1) / groups * ((within[1:] - within[0]) ** 2).sum(axis=0))
    fine = (clear[:-1] & ~crowded & shared[kept])[: len(told)]
    slope[told[fine]] = within[0][fine]
    half[told[fine]] = student(groups - 1) * spread[fine]
    return slope, half


def _lasting(x: F64, hero: Rows) -> NDArray[np.bool_]:
    """(k,) which columns vary from hero to hero and hardly in the life of one."""
    out: NDArray[np.bool_] = within_groups(x, hero).var(axis=0) < _LASTING * x.var(axis=0)
    return out


def _shared(x: F64, hero: Rows) -> NDArray[np.bool_]:
    """(k,) which columns vary without any one hero, too."""
    cluster, _ = _clusters(hero)
    far = x - x.mean(axis=0)
    sums, times = _sums(far, cluster)
    squares, _ = _sums(far**2, cluster)
    rest = np.maximum(len(x) - times, 1)
    left = (squares.sum(axis=0) - squares) / rest - ((sums.sum(axis=0) - sums) / rest) ** 2
    out: NDArray[np.bool_] = (left > _SHARED * x.var(axis=0)).all(axis=0)
    return out


def _clusters(hero: Rows) -> tuple[NDArray[np.intp], int]:
    names, cluster = np.unique(hero, return_inverse=True)
    groups = min(len(names), GROUPS)
    return cluster % max(groups, 1), groups


def _left_out(z: F64, y: F64, cluster: NDArray[np.intp], groups: int) -> tuple[F64, NDArray[np.bool_]]:
    """(1 + groups, k, m) coefficients with everybody and without each; (k,) which of them can be told apart."""
    rows = [np.flatnonzero(cluster == group) for group in range(groups)]
    grams = np.stack([z[at].T @ z[at] for at in rows])
    moments = np.stack([z[at].T @ y[at] for at in rows])
    left = np.concatenate([grams.sum(axis=0)[None], grams.sum(axis=0) - grams])
    left += _RIDGE * len(z) * np.eye(z.shape[1])
    inverse = np.linalg.inv(left)
    each = inverse @ np.concatenate([moments.sum(axis=0)[None], moments.sum(axis=0) - moments])
    own, open_ = np.diagonal(left, axis1=1, axis2=2), np.diagonal(inverse, axis1=1, axis2=2)
    clear = ((1 / (own * open_) > _TOLERANCE) & (own > _PRESENT * len(z))).all(axis=0)
    return each, clear


def within_groups(values: F64, group: Group) -> F64:
    """(n, k) less the mean of its group: what Frisch, Waugh and Lovell showed to be the same as a column for each."""
    _, place = np.unique(group, return_inverse=True)
    sums, times = _sums(values, place)
    out: F64 = values - (sums / times)[place]
    return out


def _sums(values: F64, place: NDArray[np.intp]) -> tuple[F64, F64]:
    """(groups, k) sums of the rows at each place from 0 on, and (groups, 1) how many; products would want all cores."""
    times = np.bincount(place)
    order = np.argsort(place, kind="stable")
    return np.add.reduceat(values[order], np.cumsum(times) - times, axis=0), times[:, None].astype(np.float64)
