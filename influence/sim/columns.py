"""What heroes feel about their master, as columns; in the order of the heroes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

I64 = NDArray[np.int64]


@dataclass
class Influence:
    """(H,) each."""

    trust: I64
    respect: I64
    fear: I64
    order: I64
    """1 + code of the action ordered and agreed to, 0 for none"""
    order_quest: I64
    """number of the quest that was ordered, −1 for none"""
    order_until: I64
    """the step at which the order lapses"""
    counsel: I64
    """1 + code of the action that a storyteller for hire counsels, 0 for none"""
    counsel_step: I64
    """the step at which it does; what is counselled for a step that has passed is nothing"""
    promise_due: I64
    """the step at which the master's promise is broken, ``FOREVER`` for none"""
    touched: NDArray[np.bool_]
