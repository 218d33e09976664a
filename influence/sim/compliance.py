"""Whether a hero does as told: a probability with guarantees.

It never falls with more trust, more respect, more fear or more loyalty, and never rises with more danger or exhaustion;
being a sum of monotone terms and a clamp, it cannot.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

I64 = NDArray[np.int64]
LEAST, MOST = 20, 985
"""No one is a puppet, nor wholly deaf: thousandths."""

TERMS: dict[str, tuple[int, int]] = {
    "trust": (5, 50),
    "respect": (4, 50),
    "fear": (3, 30),
    "loyalty": (5, 50),
    "danger": (-5, 0),
    "tiredness": (-4, 40),
    "wounds": (-6, 20),
    "dislike": (-1, 0),
}
"""{input: (thousandths per point, the point from which it is counted)}."""
START = 560


@dataclass(frozen=True)
class Plea:
    """What a hero weighs when ordered. (n,) each; danger, tiredness, wounds 0–100; dislike in hundredths of utility."""

    trust: I64
    respect: I64
    fear: I64
    loyalty: I64
    danger: I64
    tiredness: I64
    wounds: I64
    dislike: I64


def terms(plea: Plea) -> dict[str, I64]:
    """{input: (n,) thousandths it adds to the probability}."""
    out = {}
    for name, (weight, zero) in TERMS.items():
        value = getattr(plea, name)
        out[name] = weight * (np.maximum(value - zero, 0) if weight < 0 else value - zero)
    return out


def leaning(plea: Plea) -> I64:
    """(n,) all that speaks for obeying and against it, in thousandths: the probability before it is clamped."""
    return START + sum(terms(plea).values(), start=np.zeros_like(plea.trust))


def compliance(plea: Plea) -> I64:
    """(n,) the probability, in thousandths, that the hero agrees."""
    return np.clip(leaning(plea), LEAST, MOST)
