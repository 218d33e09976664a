"""What a master can do to a hero besides giving orders: praise, pay, punish, console, promise."""

from __future__ import annotations

from typing import Any

from uuid_utils.compat import uuid7

from heroes.models import Hero
from heroes.services import bonds
from heroes.services.journal import Moment, Refused, clamped, hero_of, note, save
from heroes.sim.lexicon import ITEMS, STEPS_A_DAY
from influence.models import MasterInfluence
from influence.services import feelings as felt
from influence.sim.causes import CAUSES, Effect

PLAIN = ("praise", "punish", "threaten", "console")
KINDS = (*PLAIN, "reward", "gift", "mediate", "promise")
LONGEST_PROMISE_DAYS = 60
LARGEST_SUM = 1_000_000
RECONCILED = -10
"""Points of rivalry that mediation takes away."""


def plain(moment: Moment, *, kind: str, hero: int) -> dict[str, int]:
    """Praise, punish, threaten or console; the influence moved."""
    if kind not in PLAIN:
        raise Refused(f"{kind!r} is not an intervention; there are {', '.join(KINDS)}")
    who = hero_of(moment, hero)
    feelings = felt.of(who)
    return _do(moment, who, feelings, kind, {"hero": hero}, felt.effect_of(kind, feelings, moment.step))


def reward(moment: Moment, *, hero: int, gold: int, treasury: int) -> dict[str, int]:
    """Give gold out of the treasury (which holds ``treasury``); it may keep a promise. The caller books the treasury."""
    if not 1 <= gold <= LARGEST_SUM:
        raise Refused(f"a reward is 1 to {LARGEST_SUM:,} gold, not {gold:,}")
    if gold > treasury:
        raise Refused(f"the treasury holds {treasury:,} gold, not the {gold:,} of the reward")
    who = hero_of(moment, hero)
    feelings = felt.of(who)
    effect = felt.effect_of("reward", feelings, moment.step)
    effect = effect._replace(trust=effect.trust + min(gold // 25, 4))
    if _keep(feelings, gold):
        effect = Effect(*(a + b for a, b in zip(effect, CAUSES["promise_kept"], strict=True)))
    who.gold += gold
    return _do(
        moment,
        who,
        feelings,
        "reward",
        {"hero": hero, "gold": gold},
        effect,
        {"gold": gold, "treasury": -gold},
        "gold",
    )


def gift(moment: Moment, *, hero: int, item: str, count: int = 1) -> dict[str, int]:
    """Give things that the master procured; they cost the guild nothing."""
    if item not in ITEMS:
        raise Refused(f"{item!r} is not an item; there are {', '.join(ITEMS)}")
    if not 1 <= count <= 10:
        raise Refused(f"a gift is 1 to 10 things, not {count:,}")
    who = hero_of(moment, hero)
    feelings = felt.of(who)
    who.items = who.items | {item: who.items.get(item, 0) + count}
    args = {"hero": hero, "item": item, "count": count}
    effect = felt.effect_of("gift", feelings, moment.step)
    return _do(moment, who, feelings, "gift", args, effect, {"items": {item: count}}, "items")


def mediate(moment: Moment, *, hero: int, other: int) -> dict[str, int]:
    """Reconcile a hero with a rival."""
    who, rival = hero_of(moment, hero), hero_of(moment, other)
    id_ = uuid7()
    moved = bonds.soothe(moment, who, rival, "rivalry", RECONCILED, "mediate", id_)
    if moved is None:
        raise Refused(f"{who.name} and {rival.name} are no rivals")
    feelings = felt.of(who)
    effect = felt.effect_of("mediate", feelings, moment.step)
    changes: dict[str, Any] = {"relationships": [moved]}
    return _do(moment, who, feelings, "mediate", {"hero": hero, "other": other}, effect, changes, id_=id_)


def promise(moment: Moment, *, hero: int, gold: int, days: int) -> dict[str, int]:
    """Promise a reward within so many game days; not keeping it costs more trust than it won."""
    if not 1 <= gold <= LARGEST_SUM:
        raise Refused(f"a promise is 1 to {LARGEST_SUM:,} gold, not {gold:,}")
    if not 1 <= days <= LONGEST_PROMISE_DAYS:
        raise Refused(f"a promise falls due within 1 to {LONGEST_PROMISE_DAYS} game days, not {days}")
    who = hero_of(moment, hero)
    feelings = felt.of(who)
    if any(one["state"] == "open" for one in feelings.promises):
        raise Refused(f"{who.name} still waits for what you promised before")
    due = moment.step + days * STEPS_A_DAY
    feelings.promises = [
        *feelings.promises,
        {"gold": gold, "due": due, "made": moment.step, "state": "open"},
    ][-10:]
    effect = felt.effect_of("promise", feelings, moment.step)
    return _do(moment, who, feelings, "promise", {"hero": hero, "gold": gold, "days": days}, effect)


def _keep(feelings: MasterInfluence, gold: int) -> bool:
    """Mark an open promise kept, where this sum keeps it."""
    kept = [one for one in feelings.promises if one["state"] == "open" and gold >= one["gold"]]
    for one in kept:
        one["state"] = "kept"
    return bool(kept)


def _do(
    moment: Moment,
    hero: Hero,
    feelings: MasterInfluence,
    kind: str,
    args: dict[str, Any],
    effect: Effect,
    changes: dict[str, Any] | None = None,
    *fields: str,
    id_: Any = None,
) -> dict[str, int]:
    """Book what an intervention does, and log it."""
    id_ = id_ or uuid7()
    mood = clamped(hero.mood, effect.mood)
    hero.mood += mood
    save(hero, "mood", *fields, explained_by=id_)
    moved = felt.move(feelings, moment, kind, effect, id_, "promises")
    note(moment, kind, args, hero=hero, answer={"influence": moved, "mood": mood},
         changes={**(changes or {}), "influence": moved}, mood=mood, id=id_)  # fmt: skip
    return moved
