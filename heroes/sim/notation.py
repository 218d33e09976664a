"""How the numbers of a decision are written down, and read back by their names.

A decision has a hundred numbers, and most of what a world takes on the disk is decisions. In JSONB a number costs
twelve bytes and its key eight more than its letters; in a text it costs its digits. So every row of numbers is one
text: whole numbers with commas between them, in the order of ``ORDERS``, blanks at the end left out. A blank is a zero,
except among utilities, where it is an option that was not possible. The orders are those of the lexicon, which are
appended to and never changed, so that an old text stays true.

Decisions of the first days had an object of numbers by name in place of every text. What reads takes both, and tells
them apart by the document itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from heroes.sim.context import FEATURES, VECTORS
from heroes.sim.contributions import TERMS
from heroes.sim.lexicon import ACTIONS, CLASSES, CONTRIBUTIONS, KINDS, POLICIES, TRAITS

Document = Mapping[str, Any]
ORDERS: dict[str, tuple[str, ...]] = {
    "look": FEATURES,
    **dict.fromkeys(VECTORS, ACTIONS),
    "utility": ACTIONS,
    "chosen": TERMS,
    "rejected": CONTRIBUTIONS,
}
"""What the numbers of each text are, in order. The chosen option's traits are kept by name, apart."""
WORDS: dict[str, Sequence[str]] = {
    "kind": KINDS,
    "policy": POLICIES,
    "hero_class": CLASSES,
    "last": ACTIONS,
    "order": ("", *ACTIONS),
    "counsel": ("", *ACTIONS),
}
"""Features whose numbers are codes; read back, they are words."""
_T = len(TRAITS)
_LOW, _HIGH = -(2**15), 2**16
"""Numbers in this range are looked up rather than made: the log is most of what a tick writes."""
_NOTHING, _BLANK, _FIRST = range(3)
"""Where ``_cells`` has what is behind the end of a row, a blank, and the first number."""


def rows(matrix: NDArray[np.int32]) -> list[str]:
    """(n,) texts of the rows of a matrix (n, k); zeros are blanks."""
    return sparse_rows(matrix, matrix != 0)


def sparse_rows(matrix: NDArray[np.int32], there: NDArray[np.bool_]) -> list[str]:
    """(n,) texts of the rows of a matrix (n, k); what is not ``there`` is a blank, and a zero is a zero."""
    some = np.flatnonzero(there.any(axis=1))
    texts = _texts(matrix, there) if len(some) == len(matrix) else _texts(matrix[some], there[some])
    if len(texts) == len(matrix):
        return texts
    out = [""] * len(matrix)
    for row, text in zip(some.tolist(), texts, strict=True):
        out[row] = text
    return out


def _texts(matrix: NDArray[np.int32], there: NDArray[np.bool_]) -> list[str]:
    """Of rows that are not empty. All of them are put side by side in cells of eight bytes, and what is no text goes."""
    if not matrix.size:
        return []
    if matrix.min() < _LOW or matrix.max() >= _HIGH:
        return [_text(*row) for row in zip(matrix.tolist(), there.tolist(), strict=True)]
    count = matrix.shape[1]
    last = count - 1 - there[:, ::-1].argmax(axis=1)
    cells = np.where(there, matrix - (_LOW - _FIRST), _BLANK)
    cells[np.arange(count) > last[:, np.newaxis]] = _NOTHING
    cells[np.arange(len(matrix)), last] += len(_cells()) // 2
    return _cells().take(cells).tobytes().translate(None, b"\0").decode("ascii").split("\n")[:-1]


def _text(numbers: list[int], there: list[bool]) -> str:
    shown = [str(number) if seen else "" for number, seen in zip(numbers, there, strict=True)]
    return ",".join(shown).rstrip(",")


@cache
def _cells() -> NDArray[np.uint64]:
    """What a number looks like with a comma behind it, in eight bytes; then the same with the end of a row."""
    numbers = ["", *(str(number) for number in range(_LOW, _HIGH))]
    texts = [text for end in ",\n" for text in ("", *(number + end for number in numbers))]
    return np.frombuffer("".join(text.ljust(8, "\0") for text in texts).encode(), dtype=np.uint64)


def numbers(text: str, count: int) -> list[int]:
    """``count`` numbers from a text. Raises ValueError where it is not one."""
    found = [int(number) if number else 0 for number in text.split(",")]
    if len(found) > count:
        raise ValueError(f"{len(found)} numbers where {count} are known")
    return found + [0] * (count - len(found))


def named(text: str, order: Sequence[str]) -> dict[str, int]:
    """{name: number} of what is not blank."""
    found = text.split(",") if text else []
    if len(found) > len(order):
        raise ValueError(f"{len(found)} numbers where {len(order)} are known")
    return {name: int(number) for name, number in zip(order, found, strict=False) if number}


def context(document: Document) -> dict[str, Any]:
    """What was seen, by name, with the traits as a list: words for codes, zeros left out."""
    if "look" not in document:
        return dict(document)
    look = numbers(document["look"], len(FEATURES))
    seen: dict[str, Any] = {"traits": look[:_T]}
    for name, number in zip(FEATURES[_T:], look[_T:], strict=True):
        if number:
            seen[name] = WORDS[name][number] if name in WORDS else number
    return seen | {name: named(document[name], ACTIONS) for name in VECTORS if name in document}


def options(document: Document) -> dict[str, int]:
    """{option: utility}."""
    return named(document["utility"], ORDERS["utility"]) if "utility" in document else dict(document)


def contributions(document: Document) -> dict[str, Any]:
    """The contributions by name of the chosen and of the strongest rejected option, and which that is."""
    return {
        side: named(told, ORDERS[side]) if side in ORDERS and isinstance(told, str) else told
        for side, told in document.items()
    }
