"""Counsel: what a storyteller for hire would have a hero do at a decision to come, and why.

The hero takes it at that very step, where it is possible and no order stands; otherwise it is over.
"""

from __future__ import annotations

from typing import Any

from heroes.services.journal import Moment, Refused, check_words, hero_of, note, save
from heroes.sim.lexicon import ACTIONS
from influence.services import feelings as felt

Json = dict[str, Any]
FARTHEST = 1_000
"""Steps before its decision from which on counsel may be given."""


def give(moment: Moment, *, hero: int, step: int, action: str, reason: str, teller: str) -> Json:
    """Counsel a hero to do something at a step. A hero has one counsel at a time.

    Raises ``Refused`` where it comes too late, is about nobody or nothing, or where there is some already.
    """
    who = hero_of(moment, hero)
    if action not in ACTIONS:
        raise Refused(f"{action!r} is nothing that a hero does; there are: {', '.join(ACTIONS)}")
    if step <= moment.step:
        raise Refused(
            f"this counsel comes too late: it is for step {step:,}, and the world is at {moment.step:,}"
        )
    if step > moment.step + FARTHEST:
        raise Refused(f"counsel is for one of the next {FARTHEST:,} steps, not for step {step:,}")
    check_words("a reason", reason, 300)
    check_words("a teller", teller, 200)
    feelings = felt.of(who)
    if feelings.counsel and feelings.counsel["step"] > moment.step:
        raise Refused(f"{who.name} has counsel for step {feelings.counsel['step']:,} already")
    feelings.counsel = {"step": step, "action": action}
    save(feelings, "counsel")
    args = {"hero": hero, "step": step, "action": action, "reason": reason, "teller": teller}
    note(moment, "counsel", args, hero=who, importance=0)
    return {"hero": hero, "step": step, "action": action}
