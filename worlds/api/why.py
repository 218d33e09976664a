"""An explanation as a document."""

from __future__ import annotations

from collections.abc import Callable

from herotycoon.api.documents import Moment
from worlds.api.chronicle_shapes import Counsel, Flips, Named, Option, Seen, Why
from worlds.services import explain_words, flip_words
from worlds.services.explain import Explanation
from worlds.services.explain import Option as Weighed
from worlds.services.flips import flips


def why(one: Explanation, moment: Callable[[int], Moment]) -> Why:
    """One decision, taken apart, and what would have flipped it."""
    told, stored = explain_words.words(one), one.stored
    return Why(
        id=stored.id,
        hero=Named(number=stored.number, name=stored.name),
        question=told.question,
        answer=told.answer,
        reasoning=told.reasoning,
        counsel=Counsel(**one.counsel._asdict()) if one.counsel else None,
        verdict=told.verdict,
        started=moment(stored.started),
        ended=moment(stored.ended),
        chosen=_option(one.chosen),
        against=_option(one.against) if one.against else None,
        options=[_option(option) for option in one.options],
        seen=[Seen(subject=subject, text=text) for subject, text in told.seen],
        context=stored.context,
        outcome=told.outcome,
        satisfaction=stored.satisfaction,
        changes=stored.changes,
        rules_version=stored.rules_version,
        recomputed=not one.differs,
        would_have_flipped_it=_flips(one),
    )


def _flips(one: Explanation) -> Flips:
    found = flips(one)
    return Flips(**{**found.document(), "sentence": flip_words.words(found, one)})


def _option(option: Weighed) -> Option:
    return Option(action=option.action, utility=option.utility, contributions=option.parts)
