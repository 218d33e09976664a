"""Decisions to come that matter and are nearly even: the ones that a storyteller for hire may be asked about beforehand.

Nothing is asked about a hero who obeys a standing order, since that outweighs all counsel; nor whether an order is
refused, which is answered when it is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import orjson
from django.utils import timezone
from numpy.typing import NDArray

from heroes.models import Hero
from heroes.sim import notation
from heroes.sim.lexicon import ACTIONS, STEPS_A_DAY, TRAITS, Action
from herotycoon.storyteller import ledger
from herotycoon.storyteller.asked import DecisionAsked, Option
from herotycoon.storyteller.llm.options import options
from influence.services.counsel import FARTHEST
from worlds.choices import WorldStatus
from worlds.models import World
from worlds.rows.roll import Unsimulable
from worlds.rows.thoughts import contexts
from worlds.services import recompute
from worlds.services.foresight import Foreseen, foresee
from worlds.services.moments import step_at
from worlds.services.prose.deeds import Map, to_do
from worlds.services.prose.language import listed
from worlds.services.prose.seen import reason, seen

Mask = NDArray[np.bool_]
MARGIN = 400
"""Thousandths of utility by which an option may be behind the best and still be offered: less than a whim is worth."""
UNLIKELY = 35
"""Odds, in per cent, below which a quest is far above a hero's strength."""
TERROR = 75
"""Fear from which leaving is flight."""
AHEAD = timedelta(minutes=15)
"""Real time that is looked through, from the earliest moment for which an answer can be there."""
MOST_OPTIONS, MOST_REASONS = 6, 3
CHOICE = {to_do(action): action for action in ACTIONS}
"""The action behind the words in which it is offered."""
_UNSAID = ("chance", "custom", "counsel")
"""Contributions that are no reasons."""


@dataclass(frozen=True)
class Pivot:
    """One kind of decision that matters: what it turns on, and its question."""

    action: Action
    question: str


LEAVING = Pivot(Action.DEPART, "whether to leave the guild for good")
BETRAYAL = Pivot(Action.DEPART, "whether to break with a feared master and run")
ROMANCE = Pivot(Action.COURT, "whether to court the companion at hand for the first time")
DARING = Pivot(Action.QUEST_TRAVEL, "whether to set out on a quest far above their strength")
DESERTION = Pivot(Action.QUEST_RETURN, "whether to turn back at the trial and leave the others to face it")


def pivotal(world: World) -> Iterator[DecisionAsked]:
    """The question about the next decision that matters, if there is one that an answer can be in time for."""
    known = options()
    if world.status != WorldStatus.RUNNING or not known.decisions:
        return
    soonest = timezone.now() + timedelta(seconds=known.longest)
    first, last = step_at(world, soonest) + 1, step_at(world, soonest + AHEAD) + 1
    if last - world.step > FARTHEST:  # it is far behind, or runs too fast to be asked about
        return
    try:
        ahead = foresee(world.pk, last)
    except Unsimulable:  # the tick will say so
        return
    if ahead is None:
        return
    asked = ledger.put(world.pk, "decision", since=world.step - STEPS_A_DAY)
    for pivot, row in turns(ahead):
        number, step = int(ahead.number[row]), int(ahead.step[row])
        near = any(hero == number and abs(step - other) < STEPS_A_DAY for hero, other in asked)
        if step >= first and not near:
            yield _question(world, ahead, row, pivot)
            return


def turns(ahead: Foreseen) -> Iterator[tuple[Pivot, int]]:
    """(what it turns on, row) of the foreseen decisions that matter, the earliest first."""
    even, context = offered(ahead), ahead.decisions.context
    open_ = (even.sum(axis=1) > 1) & (context["order"] == 0) & ~ahead.counselled
    afraid = context["fear"] >= TERROR
    found: dict[Pivot, Mask] = {
        BETRAYAL: afraid,
        LEAVING: ~afraid,
        DESERTION: (context["phase"] == 1) & (context["comrades"] != 0),
        DARING: context["odds"] < UNLIKELY,
        ROMANCE: context["romance"] == 0,
    }
    for row in np.flatnonzero(open_).tolist():
        for pivot, matters in found.items():
            if matters[row] and even[row, pivot.action]:
                yield pivot, row
                break


def offered(ahead: Foreseen) -> Mask:
    """(n, A) the possible options that are nearly as good as the best."""
    told = ahead.decisions
    best = told.utility[np.arange(len(told)), told.chosen]
    return told.possible & (told.utility >= best[:, None] - MARGIN)


def _question(world: World, ahead: Foreseen, row: int, pivot: Pivot) -> DecisionAsked:
    number, step = int(ahead.number[row]), int(ahead.step[row])
    hero = Hero.objects.get(world_id=world.pk, number=number)
    codes = np.flatnonzero(offered(ahead)[row])
    ranked = sorted(
        codes.tolist(), key=lambda code: (code != pivot.action, -ahead.decisions.utility[row, code])
    )
    actions = [ACTIONS[code] for code in sorted(ranked[:MOST_OPTIONS])]
    document = orjson.loads(contexts(ahead.decisions.context.take(np.array([row])))[0])
    parts = recompute.parts(document, world.seed, number, step, world.rules_version, actions)
    land, context = Map.of(world.data), notation.context(document)
    told = seen(context, step, actions, land, lambda other: "a companion", "a quest")
    return DecisionAsked(
        number=number,
        step=step,
        pronoun=hero.birth.get("pronoun", "they"),
        hero_class=hero.hero_class,
        traits=dict(zip(TRAITS, ahead.decisions.context.look[row].tolist(), strict=False)),
        situation=f"It is about {pivot.question}. " + ". ".join(f"{about}: {text}" for about, text in told),
        options=[Option(name=to_do(action), means=_means(parts[action])) for action in actions],
    )


def _means(parts: dict[str, int]) -> str:
    """What speaks for an option, and what against, the strongest first."""
    ranked = sorted((name for name in parts if name not in _UNSAID), key=lambda name: -abs(parts[name]))
    sides = {
        word: [reason(name) for name in ranked if parts[name] * way > 0][:MOST_REASONS]
        for word, way in (("For it", 1), ("Against it", -1))
    }
    return ". ".join(f"{word}: {listed(told)}" for word, told in sides.items() if told)
