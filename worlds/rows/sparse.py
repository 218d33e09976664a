"""Sparse matrices of whole numbers as JSON: what is zero is left out.

The log is most of what a tick writes, so this is written for speed: one pass in numpy finds what is there, and the text
of a key with its number is made once and looked up ever after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_SHIFT = 2**32
_MIDDLE = 2**31
_REMEMBERED = 2_000


class Pairs(dict[int, str]):
    """The text of ``"key":number`` by a code of both, made when first asked for.

    ``words`` gives the texts of columns whose numbers are codes: {column: words}.
    """

    def __init__(self, keys: Sequence[str], words: Mapping[int, Sequence[str]] | None = None) -> None:
        super().__init__()
        self._keys = [f'"{key}":' for key in keys]
        self._words = {column: [f'"{word}"' for word in known] for column, known in (words or {}).items()}

    def __missing__(self, code: int) -> str:
        column, value = divmod(code, _SHIFT)
        value -= _MIDDLE
        words = self._words.get(column)
        text = self._keys[column] + (words[value] if words else str(value))
        if -_REMEMBERED <= value <= _REMEMBERED:
            self[code] = text
        return text

    def fragments(
        self, matrix: NDArray[np.signedinteger], mask: NDArray[np.bool_] | None = None
    ) -> list[str]:
        """(n,) the insides of n JSON objects from (n, k): the columns that are not zero, or those of ``mask``."""
        rows, columns = np.nonzero(matrix if mask is None else mask)
        values = matrix[rows, columns].astype(np.int64)
        texts = [self[code] for code in (columns * _SHIFT + values + _MIDDLE).tolist()]
        bounds = np.searchsorted(rows, np.arange(len(matrix) + 1)).tolist()
        return [",".join(texts[a:b]) for a, b in pairwise(bounds)]
