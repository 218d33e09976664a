"""Who is who in a batch, and how rows become columns of whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from worlds.rows.records import AssignmentRow, Rows
from worlds.rows.survey import Survey

I64 = NDArray[np.int64]


class Unsimulable(ValueError):
    """A world whose data cannot be simulated. ``world`` says which; the message says why."""

    def __init__(self, world: UUID, why: str) -> None:
        super().__init__(why)
        self.world = world


@dataclass
class Roll:
    """Who is who: the rows behind the positions of a batch."""

    rows: Rows
    surveys: list[Survey]
    world_at: dict[UUID, int]
    hero_at: dict[UUID, int]
    bond_pairs: list[tuple[int, int]]
    """positions in ``rows.bonds`` of the two rows behind each stored bond"""
    assignment_at: dict[tuple[int, int], AssignmentRow]
    """by positions of quest and hero"""
    carried: list[dict[str, Any]]
    """decisions that heroes carried when loaded"""


def ints(values: Iterable[Any]) -> I64:
    """A column of whole numbers."""
    return np.array(list(values), dtype=np.int64)


def codes(names: Iterable[str], known: Sequence[str]) -> I64:
    """A column of codes: positions of the names in a closed set."""
    at = {name: code for code, name in enumerate(known)}
    return np.array([at[name] for name in names], dtype=np.int64)


def table(documents: Iterable[Mapping[str, int]], keys: Sequence[str]) -> I64:
    """(n, len(keys)) from documents in which a missing key means 0."""
    return np.array([[doc.get(key, 0) for key in keys] for doc in documents], dtype=np.int64).reshape(
        -1, len(keys)
    )
