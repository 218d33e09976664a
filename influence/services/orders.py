"""Orders: asked for, weighed, agreed to or refused, with the reason and with what would have changed it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray
from uuid_utils.compat import uuid7

from heroes.models import Hero
from heroes.services.journal import Moment, Refused, clamped, hero_of, note, save
from heroes.sim.lexicon import ACTIONS, STEPS_A_DAY, TRAITS, Action
from heroes.sim.rules import rules
from influence.models import MasterInfluence
from influence.services import feelings as felt
from influence.sim.causes import CAUSES
from influence.sim.compliance import MOST, TERMS, Plea, compliance, leaning, terms
from quests.models import Quest

NEVER = {Action.QUEST_TRIAL, Action.QUEST_RETURN, Action.DEPART}
ORDERABLE = tuple(ACTIONS[action] for action in Action if action not in NEVER)
_WORDS = {
    "trust": "does not trust you enough",
    "respect": "does not respect you enough",
    "fear": "does not fear you enough",
    "loyalty": "is not the loyal kind",
    "danger": "thinks it too dangerous",
    "tiredness": "is too tired",
    "wounds": "is hurt",
    "dislike": "hates the very thought of it",
}


@dataclass(frozen=True)
class Answer:
    """What the hero says: ``chance`` and ``roll`` in thousandths (agreed where roll < chance)."""

    agreed: bool
    chance: int
    roll: int
    why: str
    needed: dict[str, int]
    """points of trust, respect or fear, each alone, that would have turned a refusal"""
    repeated: bool = False


def give(
    moment: Moment, roll: int, *, hero: int, action: str, quest: int | None = None, urgent: bool = False
) -> Answer:
    """Order a hero to do something. ``roll`` 0–999 from the dice of this moment decides, where it is open.

    Raises ``Refused`` where the order makes no sense (unknown action, no such quest, hero gone).
    """
    who = hero_of(moment, hero)
    offer = _quest(moment, action, quest)
    feelings = felt.of(who)
    if feelings.standing_order and feelings.standing_order["action"] == "depart":
        raise Refused(f"{who.name} was dismissed and takes no more orders")
    key = action if quest is None else f"{action}:{quest}"
    answer = _answer(moment, who, feelings, action, offer, key, roll)
    cause = "order_agreed" if answer.agreed else "order_refused"
    effect = CAUSES["urgent_order"] if answer.agreed and urgent else CAUSES[cause]
    if answer.repeated:
        effect = CAUSES["order_agreed"]
    else:
        feelings.answers[key] = {"step": moment.step, **asdict(answer)}
    if answer.agreed:
        feelings.standing_order = {
            "action": action,
            "quest": quest,
            "until": moment.step + STEPS_A_DAY,
            "asked": moment.step,
        }
    id_ = uuid7()
    moved = felt.move(feelings, moment, cause, effect, id_, "standing_order")
    if answer.agreed and urgent:
        _interrupt(moment, who, action)
    mood = clamped(who.mood, effect.mood)
    if mood:
        who.mood += mood
        save(who, "mood", explained_by=id_)
    args = {"hero": hero, "action": action, "quest": quest, "urgent": urgent}
    note(moment, "order", args, hero=who, answer=asdict(answer), changes={"influence": moved},
         mood=mood, importance=30 if answer.agreed else 64, id=id_)  # fmt: skip
    return answer


def _quest(moment: Moment, action: str, number: int | None) -> Quest | None:
    if action not in ORDERABLE:
        raise Refused(f"{action!r} cannot be ordered; what can be: {', '.join(ORDERABLE)}")
    if number is None:
        return None
    if action != "quest_travel":
        raise Refused(f"only the order quest_travel names a quest, not {action}")
    quest = Quest.objects.filter(world_id=moment.world, number=number).first()
    if quest is None or quest.status not in ("open", "mustering"):
        raise Refused(f"there is no quest {number} on the board that could still be accepted")
    return quest


def _answer(
    moment: Moment,
    hero: Hero,
    feelings: MasterInfluence,
    action: str,
    quest: Quest | None,
    key: str,
    roll: int,
) -> Answer:
    before: dict[str, Any] = feelings.answers.get(key, {})
    if before and moment.step - before["step"] < STEPS_A_DAY:
        said = {name: before[name] for name in ("agreed", "chance", "roll", "why", "needed")}
        return Answer(**said, repeated=True)
    if hero.status == "away":
        return Answer(False, 0, roll, f"{hero.name} is away on a quest and cannot hear you", {})
    if hero.energy <= 3 or hero.health <= 10:
        return Answer(False, 0, roll, f"{hero.name} has collapsed and must recover first", {})
    plea = weighed(hero, feelings, action, quest, moment.rules_version)
    chance = int(compliance(plea)[0])
    if roll < chance:
        return Answer(True, chance, roll, f"{hero.name} agrees", {})
    parts = {name: int(value[0]) for name, value in terms(plea).items()}
    worst = min(parts, key=lambda name: (parts[name], name))
    return Answer(False, chance, roll, f"{hero.name} {_WORDS[worst]}", _needed(plea, roll))


def _needed(plea: Plea, roll: int) -> dict[str, int]:
    """How many points more of trust, respect or fear, each alone, would have brought the chance above the roll."""
    if roll >= MOST:  # on such a day nobody obeys
        return {}
    short = roll + 1 - int(leaning(plea)[0])
    lacking = {name: ceil(short / TERMS[name][0]) for name in ("trust", "respect", "fear")}
    return {name: more for name, more in lacking.items() if int(getattr(plea, name)[0]) + more <= 100}


def weighed(
    hero: Hero, feelings: MasterInfluence, action: str, quest: Quest | None, rules_version: int
) -> Plea:
    """What speaks for and against obeying, by the rules of that version."""
    by = rules(rules_version)
    code = ACTIONS.index(action)
    traits = np.array([hero.personality[name] for name in TRAITS], dtype=np.int64)
    nature = int(((traits - 50) * by.traits[:, code]).sum())
    risk = int(by.yields[7, code])

    def one(value: int) -> NDArray[np.int64]:
        return np.array([value], dtype=np.int64)

    return Plea(
        trust=one(feelings.trust),
        respect=one(feelings.respect),
        fear=one(feelings.fear),
        loyalty=one(hero.personality["loyalty"]),
        danger=one(quest.difficulty if quest else min(risk, 100)),
        tiredness=one(100 - hero.energy),
        wounds=one(100 - hero.health),
        dislike=one(max(-nature // 10, 0)),
    )


def _interrupt(moment: Moment, hero: Hero, action: str) -> None:
    """Drop what you are doing: the activity ends within the half hour, and is logged at its true length.

    Who is on the road does not hear of it, and who is at it already goes on.
    """
    if hero.status != "away" and hero.current_action != action and hero.until_step > moment.step + 1:
        hero.until_step = moment.step + 1
        save(hero, "until_step")
