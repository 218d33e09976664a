"""Worlds whose clock says that it is now, shortly before somebody decides something that matters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from heroes.models import Activity, Decision, Hero
from heroes.sim.lexicon import ACTIONS
from herotycoon.accounts.models import User
from tests.storyteller.stranger import Json, Stranger, Tongue, bard
from tests.worlds.lives import DAY, aged
from worlds.models import World
from worlds.services.creation import create_world
from worlds.services.foresight import foresee
from worlds.services.inputs import act
from worlds.services.pivots import offered, turns
from worlds.services.telling import tell
from worlds.tick import tick

STEP = timedelta(seconds=150)
"""Real time that half an hour of a world takes by default."""
REASON = "She had waited long enough for a better day."
AGE, HEROES, LEAD = DAY, 6, 2


@dataclass(frozen=True)
class Turn:
    """A decision that matters: whose, when, what the engine itself would choose, and what it nearly would."""

    hero: int
    step: int
    own: str
    other: str


def present(owner: User, step: int, seed: int) -> World:
    """A world that has lived for so many steps, the last of which was just now."""
    world = create_world(owner=owner, seed=seed, heroes=HEROES, now=timezone.now() - step * STEP)
    tick({world.id: step})
    world.refresh_from_db()
    return world


_KNOWN: dict[int, Turn] = {}


def turn_of(owner: User, seed: int = 8) -> Turn:
    """The first turn of the worlds that are made from a seed, after some days."""
    if seed not in _KNOWN:
        world = aged(owner, AGE, seed, HEROES)
        ahead = foresee(world.pk, world.step + 14 * DAY)
        assert ahead is not None
        row = next(row for _, row in turns(ahead) if ahead.step[row] > AGE + LEAD)
        own = int(ahead.decisions.chosen[row])
        other = next(code for code in offered(ahead)[row].nonzero()[0].tolist() if code != own)
        _KNOWN[seed] = Turn(int(ahead.number[row]), int(ahead.step[row]), ACTIONS[own], ACTIONS[other])
        world.delete()
    return _KNOWN[seed]


def before(owner: User, turn: Turn, seed: int = 8) -> World:
    """A world shortly before its turn."""
    return present(owner, turn.step - LEAD, seed)


def before_a_turn(owner: User, turn: Turn, there: Stranger, hiring: Json) -> World:
    """The same, told of in all the words that it lacks, so that nothing is left to be asked but counsel."""
    world = before(owner, turn)
    hiring["decisions"] = False
    tell(world.pk)
    del hiring["decisions"]
    there.questions.clear()
    return world


def give(world: World, turn: Turn, action: str, **more: Any) -> None:
    """Counsel a hero before a turn, as a storyteller would have it logged."""
    args = {"hero": turn.hero, "step": turn.step, "action": action, "reason": REASON, "teller": "bard"}
    act(world.pk, "counsel", **(args | more))


def counselling(words: str, **more: Any) -> Tongue:
    """A storyteller who counsels what goes by these words, and tells the rest like a bard."""

    def says(data: Json) -> object:
        if "options" not in data:
            return bard(data)
        return {
            "choice": words,
            "reason": f"It was a long night, and {data['pronoun']} had slept badly.",
        } | more

    return says


def made(world: World) -> dict[tuple[int, int], str]:
    """{(hero, step): what was chosen} of all that is logged or under way."""
    logged = Decision.objects.filter(world=world).values_list("hero__number", "started_step", "chosen")
    going = Hero.objects.filter(world=world).exclude(status="gone")
    carried = going.values_list("number", "started_step", "current_action")
    return {(number, step): action for number, step, action in (*logged, *carried)}


def counsels(world: World) -> list[Json]:
    """What was counselled, as it is logged."""
    rows = Activity.objects.filter(world=world, kind="input", action="counsel").order_by("step", "seq")
    return [row.data["args"] for row in rows]
