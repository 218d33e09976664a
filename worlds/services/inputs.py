"""Everything a master can do to a world, and a game master besides: the verbs, by name, each logged with what is needed
to do it again.

Each verb takes the world held at now and keyword arguments that are plain JSON; heroes and quests go by number.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, NamedTuple, get_type_hints
from uuid import UUID

from heroes.services.journal import Refused
from influence.services import counsel, interventions, orders
from worlds.services import guilds, people, powers, time, wording
from worlds.services.moments import Held, held

Json = dict[str, Any]
Verb = Callable[..., Json]


def _order(at: Held, *, hero: int, action: str, quest: int | None = None, urgent: bool = False) -> Json:
    roll = int(at.dice(hero).below(1000, 200)[0])
    answer = orders.give(at.now, roll, hero=hero, action=action, quest=quest, urgent=urgent)
    return asdict(answer)


def _plain(kind: str) -> Verb:
    def verb(at: Held, *, hero: int) -> Json:
        return {"influence": interventions.plain(at.now, kind=kind, hero=hero)}

    return verb


def _reward(at: Held, *, hero: int, gold: int) -> Json:
    moved = interventions.reward(at.now, hero=hero, gold=gold, treasury=at.guild.treasury)
    guilds.pay(at, gold)
    return {"influence": moved}


def _gift(at: Held, *, hero: int, item: str, count: int = 1) -> Json:
    return {"influence": interventions.gift(at.now, hero=hero, item=item, count=count)}


def _mediate(at: Held, *, hero: int, other: int) -> Json:
    return {"influence": interventions.mediate(at.now, hero=hero, other=other)}


def _promise(at: Held, *, hero: int, gold: int, days: int) -> Json:
    return {"influence": interventions.promise(at.now, hero=hero, gold=gold, days=days)}


def _counsel(at: Held, *, hero: int, step: int, action: str, reason: str, teller: str) -> Json:
    return counsel.give(at.now, hero=hero, step=step, action=action, reason=reason, teller=teller)


VERBS: dict[str, Verb] = {
    "order": _order,
    **{kind: _plain(kind) for kind in interventions.PLAIN},
    "reward": _reward,
    "gift": _gift,
    "mediate": _mediate,
    "promise": _promise,
    "policy": guilds.set_policy,
    "wage": guilds.set_wage,
    "build": guilds.build,
    "bounty": guilds.post_bounty,
    "summon": people.summon,
    "dismiss": people.dismiss,
    "rename": people.rename,
    "time_scale": time.set_scale,
    "pause": time.pause,
    "resume": time.resume,
}
POWERS: dict[str, Verb] = {
    "start_event": powers.start_event,
    "end_event": powers.end_event,
    "post_quest": powers.post_quest,
    "amend_quest": powers.amend_quest,
    "withdraw_quest": powers.withdraw_quest,
    "grant": powers.grant,
    "rename_world": powers.rename_world,
    "redraw": powers.redraw,
    "put_back": powers.put_back,
    "adopt_rules": powers.adopt_rules,
}
"""What game masters may do besides; no door of the API leads here."""
TELLERS: dict[str, Verb] = {"words": wording.words, "counsel": _counsel}
"""What storytellers for hire may do, through the engine alone."""
MENDING = ("redraw", "put_back")
"""What can be done to a world that was set aside."""


class Deed(NamedTuple):
    """What came of an input, and the entry of the log that tells of it."""

    answer: Json
    activity: UUID | None


def act(world: UUID, verb: str, **args: Any) -> Json:
    """Do one thing to a world that is at now, in one transaction; what came of it.

    Raises ``Refused`` for an unknown verb, arguments that do not fit, and whatever the verb itself refuses.
    """
    return do(world, verb, **args).answer


def do(world: UUID, verb: str, **args: Any) -> Deed:
    """The same, with where it is logged."""
    known = VERBS | POWERS | TELLERS
    if verb not in known:
        raise Refused(f"{verb!r} is nothing that can be done; there are: {', '.join(sorted(VERBS | POWERS))}")
    _check(verb, known[verb], args)
    with held(world, set_aside=verb in MENDING) as at:
        answer = known[verb](at, **args)
        return Deed(answer, at.now.last)


def _check(verb: str, does: Verb, args: Json) -> None:
    known = list(inspect.signature(does).parameters.values())[1:]
    names = {parameter.name for parameter in known}
    missing = {p.name for p in known if p.default is inspect.Parameter.empty} - set(args)
    if set(args) - names:
        raise Refused(f"{verb} does not take {sorted(set(args) - names)}; it takes {sorted(names)}")
    if missing:
        raise Refused(f"{verb} also needs {sorted(missing)}")
    kinds = get_type_hints(does)
    for name, value in args.items():
        if not _fits(value, kinds[name]):
            raise Refused(f"{name} is {_KINDS.get(kinds[name], 'a whole number')}, not {value!r}")


_KINDS: dict[object, str] = {bool: "true or false", str: "a text", Json: "an object"}
_LARGEST = 2**31 - 1
"""What a column of whole numbers holds."""


def _fits(value: object, kind: object) -> bool:
    """Whether an argument is of the type that a verb asks for; True is no number, and 2.0 neither."""
    if kind in _KINDS:
        return type(value) is (dict if kind == Json else kind)
    return (value is None and kind == int | None) or (type(value) is int and abs(value) <= _LARGEST)
