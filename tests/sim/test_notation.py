"""Numbers of decisions are written in a few letters, and read back as they were."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from heroes.sim import notation
from heroes.sim.context import FEATURES, VECTORS
from heroes.sim.contributions import TERMS
from heroes.sim.lexicon import ACTIONS, CONTRIBUTIONS

SHAPES = st.tuples(st.integers(0, 4), st.integers(2, 9))
USUAL = st.one_of(st.sampled_from([0, 0, 10, -10, 100]), st.integers(-(2**15), 2**16 - 1))
MATRICES = st.one_of(
    arrays(np.int32, SHAPES, elements=USUAL),
    arrays(np.int32, SHAPES, elements=st.one_of(USUAL, st.integers(-(2**31), 2**31 - 1))),
)


@given(MATRICES)
def test_rows_are_read_back_as_they_were_written(matrix: NDArray[np.int32]) -> None:
    written = notation.rows(matrix)
    assert [notation.numbers(text, matrix.shape[1]) for text in written] == matrix.tolist()
    assert not any(text.endswith(",") or "0" in text.split(",") for text in written)


@given(MATRICES, st.data())
def test_what_is_not_there_is_told_from_a_zero(matrix: NDArray[np.int32], data: Any) -> None:
    there = data.draw(arrays(np.bool_, matrix.shape))
    names = [f"n{column}" for column in range(matrix.shape[1])]
    for row, some, text in zip(
        matrix.tolist(), there.tolist(), notation.sparse_rows(matrix, there), strict=True
    ):
        wanted = {name: number for name, number, is_there in zip(names, row, some, strict=True) if is_there}
        assert notation.named(text, names) == wanted
        assert text == ",".join([str(wanted.get(name, "")) for name in names]).rstrip(",")


@pytest.mark.parametrize("text", ["x", "1,2,x", "1.5", "1;2", "1,2,3,4"])
def test_what_is_no_row_of_numbers_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"literal|4 numbers where 3 are known"):
        notation.numbers(text, 3)
    with pytest.raises(ValueError, match=r"literal|4 numbers where 3 are known"):
        notation.named(text, ("a", "b", "c"))


def test_the_orders_are_those_of_the_lexicon() -> None:
    """Texts in the database are in this order: append to it, and never change it."""
    assert notation.ORDERS["look"] == FEATURES
    assert [notation.ORDERS[name] for name in (*VECTORS, "utility")] == [ACTIONS] * 5
    assert (notation.ORDERS["chosen"], notation.ORDERS["rejected"]) == (TERMS, CONTRIBUTIONS)
    assert CONTRIBUTIONS[-len(TERMS) :] == TERMS
    known = {
        "look": 50,
        "affords": 24,
        "events": 24,
        "learned": 24,
        "remembered": 24,
        "utility": 24,
        "chosen": 15,
        "rejected": 22,
    }
    assert {name: len(order) for name, order in notation.ORDERS.items()} == known
    names = ("courage", "energy", "gold", "hour", "last", "quest", "materials", "counsel", "memory_days")
    landmarks = [FEATURES.index(name) for name in names]
    assert landmarks == [0, 7, 12, 13, 25, 37, 43, 44, 49]
    assert all(a < b for a, b in pairwise(landmarks))
    assert CONTRIBUTIONS[-3:] == ("custom", "memory", "counsel")


def test_documents_by_name_are_taken_as_they_are() -> None:
    context = {"traits": [1, 2, 3, 4, 5, 6, 7], "energy": 9, "kind": "town", "events": {"eat": 5}}
    contributions = {"chosen": {"hour": 5}, "rejected": {"greed": 2}, "against": "eat"}
    assert notation.context(context) == context
    assert notation.options({"eat": 5, "loaf": 0}) == {"eat": 5, "loaf": 0}
    assert notation.contributions(contributions) == contributions


def test_documents_of_texts_are_read_by_name() -> None:
    look = "1,2,3,4,5,6,7,9" + "," * 8 + "1" + "," * 9 + "3,3"
    assert notation.context({"look": look, "events": ",,5"}) == {
        "traits": [1, 2, 3, 4, 5, 6, 7], "energy": 9, "kind": "town", "order": "eat", "last": "train_combat",
        "events": {"eat": 5},
    }  # fmt: skip
    assert notation.options({"utility": "0,,-5"}) == {"rest": 0, "eat": -5}
    assert notation.contributions({"chosen": ",5", "rejected": ",2", "against": "eat"}) == {
        "chosen": {"hour": 5}, "rejected": {"greed": 2}, "against": "eat",
    }  # fmt: skip
