"""Decisions as JSON and back: what was seen, every option, the contributions, the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from heroes.sim.choice import Decisions
from heroes.sim.context import FEATURES, Context, F
from heroes.sim.lexicon import ACTIONS, CLASSES, CONTRIBUTIONS, KINDS, POLICIES, TRAITS
from heroes.sim.reasoning import reasons
from worlds.rows.sparse import Pairs

Json = dict[str, Any]
PARTS = ("context", "options", "contributions", "personality_factors", "reasoning")
"""The parts of a thought, which are columns of ``hero_decisions`` and keys of a carried decision."""
_T = len(TRAITS)
_WORDS: dict[str, Sequence[str]] = {
    "kind": KINDS,
    "policy": POLICIES,
    "hero_class": CLASSES,
    "last": ACTIONS,
    "order": ("", *ACTIONS),
}
"""Features whose numbers are codes; they are told in words."""
_SCALARS = Pairs(FEATURES[_T:], {F[name] - _T: words for name, words in _WORDS.items()})
_BY_ACTION, _BY_CONTRIBUTION = Pairs(ACTIONS), Pairs(CONTRIBUTIONS)
_OPTIONS, _LEFT = Pairs(ACTIONS), Pairs(CONTRIBUTIONS[_T:])
VECTORS = ("affords", "events", "learned")


def seats(number: NDArray[np.int64], step: NDArray[np.int64]) -> NDArray[np.int64]:
    """(n,) what varies the wording of a decision: the hero's number and the step."""
    return number * 1_000_003 + step


@dataclass
class Thoughts:
    """(n,) JSON texts of decisions; ``reasoning`` is plain text."""

    context: list[str]
    options: list[str]
    contributions: list[str]
    personality_factors: list[str]
    reasoning: list[str]

    def document(self, at: int) -> str:
        """One of them as the JSON document that a hero carries."""
        parts = [f'"{name}":{getattr(self, name)[at]}' for name in PARTS[:-1]]
        return "{" + ",".join(parts) + ',"reasoning":' + orjson.dumps(self.reasoning[at]).decode() + "}"


def told(decisions: Decisions, company: list[str], seat: NDArray[np.int64]) -> Thoughts:
    """Put decisions into JSON and words. ``company`` names who was at hand; ``seat`` varies the wording."""
    weights = decisions.weights
    chosen, against = _LEFT.fragments(weights[:, _T:]), _BY_CONTRIBUTION.fragments(decisions.against)
    rejected = [ACTIONS[code] if code >= 0 else "" for code in decisions.rejected.tolist()]
    return Thoughts(
        context=contexts(decisions.context),
        options=[f"{{{one}}}" for one in _OPTIONS.fragments(decisions.utility, decisions.possible)],
        contributions=[
            f'{{"chosen":{{{c}}},"rejected":{{{r}}},"against":"{name}"}}' if name else f'{{"chosen":{{{c}}}}}'
            for c, r, name in zip(chosen, against, rejected, strict=True)
        ],
        personality_factors=[f"{{{one}}}" for one in _BY_CONTRIBUTION.fragments(weights[:, :_T])],
        reasoning=reasons(decisions, company, seat),
    )


def contexts(context: Context) -> list[str]:
    """(n,) what was seen, as JSON; zeros are left out."""
    traits = [str(row).replace(" ", "") for row in context.look[:, :_T].tolist()]
    scalars = _SCALARS.fragments(context.look[:, _T:])
    vectors = [_BY_ACTION.fragments(getattr(context, name)) for name in VECTORS]
    out = []
    for t, s, *inner in zip(traits, scalars, *vectors, strict=True):
        text = f'{{"traits":{t},{s}'
        for name, one in zip(VECTORS, inner, strict=True):
            if one:
                text += f',"{name}":{{{one}}}'
        out.append(text + "}")
    return out


def context_of(documents: Sequence[Mapping[str, Any]]) -> Context:
    """The contexts behind stored documents: the inverse of ``contexts``. Unknown keys are ignored."""
    context = Context.blank(len(documents), len(ACTIONS))
    codes = {name: {word: code for code, word in enumerate(words)} for name, words in _WORDS.items()}
    actions = {name: code for code, name in enumerate(ACTIONS)}
    for row, document in enumerate(documents):
        context.look[row, :_T] = document["traits"]
        for key, value in document.items():
            if key in VECTORS:
                for action, number in value.items():
                    getattr(context, key)[row, actions[action]] = number
            elif key in F:
                context.look[row, F[key]] = codes[key][value] if key in codes else value
    return context
