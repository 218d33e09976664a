"""What would have changed a decision, in a sentence."""

from __future__ import annotations

from worlds.services.explain import Explanation
from worlds.services.flips import Flip, Flips
from worlds.services.prose.deeds import done
from worlds.services.prose.language import PRONOUNS, Pronoun

_FELT = {"trust": "trusted", "respect": "respected", "fear": "feared"}
_NATURE = {
    "courage": "brave",
    "greed": "greedy",
    "loyalty": "loyal",
    "curiosity": "curious",
    "ambition": "ambitious",
    "patience": "patient",
    "empathy": "kind",
}


def words(told: Flips, explanation: Explanation) -> str:
    """'Had Brannun trusted you 9 points more, he would have gone on patrol instead.'"""
    if told.reason:
        return "What would have changed it cannot be told: the decision cannot be made again as it was."
    if len(explanation.options) == 1 and not told.flips:
        return "There was nothing else to choose."
    if told.smallest is None:
        return (
            f"No other feeling, mood or trait alone would have changed what {explanation.stored.name} chose."
        )
    pronoun = PRONOUNS.get(explanation.stored.pronoun, PRONOUNS["they"])
    had = f"Had {condition(told.smallest, explanation.stored.name)}"
    return f"{had}, {consequence(told.smallest, pronoun)} instead."


def condition(flip: Flip, name: str) -> str:
    """'Brannun trusted you 9 points more', as follows 'had'."""
    by = f"{abs(flip.change)} point{'' if abs(flip.change) == 1 else 's'}"
    more = "more" if flip.change > 0 else "less"
    if flip.lever in _FELT:
        return f"{name} {_FELT[flip.lever]} you {by} {more}"
    if flip.lever == "mood":
        return f"{name}'s mood been {by} {'higher' if flip.change > 0 else 'lower'}"
    return f"{name} been {by} {more} {_NATURE[flip.lever]}"


def consequence(flip: Flip, pronoun: Pronoun) -> str:
    """'he would have gone on patrol'."""
    return f"{pronoun.subject} would have {done(flip.action)}"
