"""Decisions as JSON and back: what was seen, every option, the contributions, the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from heroes.sim import notation
from heroes.sim.choice import Decisions
from heroes.sim.context import FEATURES, VECTORS, Context, F
from heroes.sim.lexicon import ACTIONS, TRAITS
from heroes.sim.reasoning import reasons
from herotycoon.pg.bulk import all_escaped, meant
from worlds.rows.sparse import Pairs

Json = dict[str, Any]
PARTS = ("context", "options", "contributions", "personality_factors", "reasoning")
"""The parts of a thought, which are columns of ``hero_decisions`` and keys of a carried decision."""
_T = len(TRAITS)
_FACTORS = Pairs(TRAITS)
_AGAINST = np.array([*(f',"rejected":"%s","against":"{name}"' for name in ACTIONS), "%.0s"], dtype=object)
"""By the code of what was rejected; at −1, where nothing was, nothing is told."""
TAB = "\t"


def seats(number: NDArray[np.int64], step: NDArray[np.int64]) -> NDArray[np.int64]:
    """(n,) what varies the wording of a decision: the hero's number and the step."""
    return number * 1_000_003 + step


@dataclass
class Thoughts:
    """(n,) decisions as columns of COPY's text format: the JSON of the numbers, side by side, and the words."""

    numbers: list[str]
    words: list[str]

    @classmethod
    def none(cls) -> Thoughts:
        """Nobody thought anything."""
        return cls([], [])

    def extend(self, more: Thoughts) -> None:
        """Add others at the end."""
        self.numbers.extend(more.numbers)
        self.words.extend(more.words)

    def document(self, at: int) -> str:
        """One of them as the JSON document that a hero carries."""
        parts = zip(PARTS, self.numbers[at].split(TAB), strict=False)
        told = "".join(f'"{name}":{text},' for name, text in parts)
        return f'{{{told}"reasoning":{orjson.dumps(meant(self.words[at])).decode()}}}'


def told(decisions: Decisions, company: list[str], seat: NDArray[np.int64]) -> Thoughts:
    """Put decisions into JSON and words. ``company`` names who was at hand; ``seat`` varies the wording."""
    weights = decisions.weights
    columns = (
        contexts(decisions.context),
        notation.sparse_rows(decisions.utility, decisions.possible),
        notation.rows(weights[:, _T:]),
        notation.rows(decisions.against),
        _AGAINST[decisions.rejected].tolist(),
        _FACTORS.fragments(weights[:, :_T]),
    )
    numbers = [
        f'{context}\t{{"utility":"{utility}"}}\t{{"chosen":"{chosen}"{against % rejected}}}\t{{{factors}}}'
        for context, utility, chosen, rejected, against, factors in zip(*columns, strict=True)
    ]
    return Thoughts(numbers, all_escaped(reasons(decisions, company, seat)))


def contexts(context: Context) -> list[str]:
    """(n,) what was seen, as JSON; what says nothing of any action is left out."""
    texts = [notation.rows(context.look)]
    for name in VECTORS:
        told = notation.rows(getattr(context, name))
        texts.append([text and f',"{name}":"{text}"' for text in told])
    return [f'{{"look":"{look}"{"".join(vectors)}}}' for look, *vectors in zip(*texts, strict=True)]


def context_of(documents: Sequence[Mapping[str, Any]]) -> Context:
    """The contexts behind stored documents: the inverse of ``contexts``. Unknown keys are ignored."""
    context = Context.blank(len(documents), len(ACTIONS))
    for row, document in enumerate(documents):
        if "look" in document:
            _read(context, row, document)
        else:
            _read_by_name(context, row, document)
    return context


def _read(context: Context, row: int, document: Mapping[str, Any]) -> None:
    context.look[row] = notation.numbers(document["look"], len(FEATURES))
    for name in VECTORS:
        if name in document:
            getattr(context, name)[row] = notation.numbers(document[name], len(ACTIONS))


_CODES = {name: {word: code for code, word in enumerate(words)} for name, words in notation.WORDS.items()}
_ACTION = {name: code for code, name in enumerate(ACTIONS)}


def _read_by_name(context: Context, row: int, document: Mapping[str, Any]) -> None:
    """As decisions were written in the first days."""
    context.look[row, :_T] = document["traits"]
    for key, value in document.items():
        if key in VECTORS:
            for action, number in value.items():
                getattr(context, key)[row, _ACTION[action]] = number
        elif key in F:
            context.look[row, F[key]] = _CODES[key][value] if key in _CODES else value
