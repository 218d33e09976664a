"""Every possible action becomes an option: a plain sum of named contributions, in thousandths."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.context import Context, F
from heroes.sim.lexicon import CONTRIBUTIONS, TRAITS, Action
from heroes.sim.needs import collapsed, drives
from heroes.sim.rules import BONDS, PILLARS, Rules

I32 = NDArray[np.int32]
Mask = NDArray[np.bool_]

ORDER_PULL = 50_000
"""An order that was agreed to outweighs everything; only collapse makes the ordered action impossible."""
COUNSEL_PULL = 20_000
"""A mind made up beforehand gives way to an order, and to nothing else."""
LEARNED_PULL = 10
"""Thousandths per point of expected satisfaction."""
CHANCE_SPREAD = 620
TERMS = CONTRIBUTIONS[len(TRAITS) :]
_T = len(TRAITS)
_QT, _TRIAL, _RETURN = int(Action.QUEST_TRAVEL), int(Action.QUEST_TRIAL), int(Action.QUEST_RETURN)
_WORK, _DEPART = int(Action.WORK), int(Action.DEPART)
_COMPANY = slice(F[BONDS[0]], F[BONDS[-1]] + 1)
_PILLARS = slice(F[PILLARS[0]], F[PILLARS[-1]] + 1)
_CODE = {name: int(code) for name, code in Action.__members__.items()}


@dataclass
class Options:
    """(n, A) what was possible and its utility.

    ``terms`` (len(TERMS), n, A) the addends apart from the traits'; ``daring`` {action: (n, 7)} what danger and reward
    add to the traits' contributions.
    """

    possible: Mask
    utility: I32
    terms: I32
    daring: dict[int, I32]


def possible(ctx: Context) -> Mask:
    """(n, A) what each hero could do now."""
    act = _CODE
    can = np.ones((len(ctx), len(act)), dtype=bool)
    free = ctx["phase"] == 0
    company = ctx["company"] > 0
    can[:, act["REST"]] = (ctx["energy"] < 90) | (ctx["health"] < 80)
    can[:, act["SLEEP"]] = ctx["energy"] < 80
    can[:, act["EAT"]] = ctx["hunger"] >= 6
    can[:, act["CRAFT"]] = ctx["materials"] >= 2
    can[:, act["TRADE"]] = ctx["wares"] >= 2
    can[:, act["SOCIALISE"]] = company
    can[:, act["COURT"]] = company & (
        (ctx["romance"] > 0) | ((ctx["friendship"] >= 30) & (ctx["compatibility"] > 5))
    )
    can[:, act["MENTOR"]] = company & (ctx["gap"] >= 12)
    can[:, act["CAROUSE"]] = ctx["gold"] >= 5
    can[:, act["SEEK_HELP"]] = (ctx["health"] < 75) | (ctx["mood"] < 25)
    can[:, act["DEPART"]] = (ctx["trust"] < 30) & (
        (ctx["arrears"] >= 3) | (ctx["fear"] >= 75) | (ctx["mood"] < 15)
    )
    can[:, act["DEPART"]] |= ctx["order"] - 1 == act["DEPART"]
    can[:, _QT] = ctx["quest"] > 0
    can &= free[:, None]
    can[:, _TRIAL] = ctx["phase"] == 1
    can[:, _RETURN] = ~free
    can[collapsed(ctx) & free] = _recovery(len(act))
    return can


def _recovery(actions: int) -> Mask:
    only = np.zeros(actions, dtype=bool)
    only[[Action.REST, Action.SLEEP, Action.SEEK_HELP]] = True
    return only


def weigh(ctx: Context, chance: I32, rules: Rules) -> Options:
    """Add up the contributions of every option. ``chance`` (n, A) comes from the dice."""
    terms = np.empty((len(TERMS), *chance.shape), dtype=np.int32)
    fill = dict(zip(TERMS, terms, strict=True))
    np.matmul(drives(ctx), rules.drives, out=fill["needs"])
    np.take(rules.hours, ctx["hour"], axis=0, out=fill["hour"])
    fill["place"][:] = ctx.affords
    _bonds(ctx, rules, fill["bonds"])
    np.matmul(ctx.look[:, _PILLARS] - 50, rules.influence, out=fill["influence"])
    _told("order", ORDER_PULL, ctx, fill["order"])
    np.multiply(ctx.learned, LEARNED_PULL, out=fill["experience"])
    fill["events"][:] = ctx.events
    _guild(ctx, rules, fill["guild"])
    _quest(ctx, fill["quest"])
    _habit(ctx, rules, fill["habit"])
    fill["chance"][:] = chance
    fill["custom"][:] = rules.custom
    np.multiply(ctx.remembered, rules.memory, out=fill["memory"])
    _told("counsel", COUNSEL_PULL, ctx, fill["counsel"])
    total: I32 = terms.sum(axis=0, dtype=np.int32)
    total += (ctx.look[:, :_T] - 50) @ rules.traits
    extras = daring(ctx)
    for column, extra in extras.items():
        total[:, column] += extra.sum(axis=1, dtype=np.int32)
    return Options(possible(ctx), total, terms, extras)


def _bonds(ctx: Context, rules: Rules, out: I32) -> None:
    """Company draws to shared pastimes; the worst rival in the place drives out of it."""
    np.matmul(ctx.look[:, _COMPANY], rules.bonds, out=out)
    out -= ctx["enmity"][:, None] * (8 * rules.here)


def _told(by: str, pull: int, ctx: Context, out: I32) -> None:
    """An order that was agreed to, or a counsel, pulls towards one action; the feature is 1 + its code."""
    out[:] = 0
    rows = np.flatnonzero(ctx[by])
    out[rows, ctx[by][rows] - 1] = pull


def _guild(ctx: Context, rules: Rules, out: I32) -> None:
    """The guild's policy, felt in proportion to loyalty and trust; unpaid days speak for leaving it."""
    np.take(rules.policy, ctx["policy"], axis=0, out=out)
    out *= (ctx["loyalty"] + ctx["trust"])[:, None]
    out //= 100
    arrears = np.minimum(ctx["arrears"], 20)
    out[:, _WORK] -= arrears * 80
    out[:, _DEPART] += arrears * 150


def _quest(ctx: Context, out: I32) -> None:
    """A quest is worth its reward and its comrades, at the odds and the danger that the hero sees."""
    out[:] = 0
    rows = np.flatnonzero(ctx["quest"])
    if not len(rows):
        return
    look = ctx.look[rows]
    odds, danger, comrades = look[:, F["odds"]] - 50, look[:, F["danger"]], look[:, F["comrades"]]
    reward = np.minimum(look[:, F["reward"]], 200)
    out[rows, _QT] = reward * 8 + odds * 30 - danger * 14 + comrades * 12
    out[rows, _TRIAL] = odds * 26 + comrades * 10
    out[rows, _RETURN] = -odds * 18 - comrades * 10


def _habit(ctx: Context, rules: Rules, out: I32) -> None:
    """What a class is given to, less what was just done once too often."""
    np.take(rules.habits, ctx["hero_class"], axis=0, out=out)
    weary = np.minimum(ctx["streak"], 6) * (150 - ctx["patience"]) * 3
    out[np.arange(len(ctx)), ctx["last"]] -= weary


def daring(ctx: Context) -> dict[int, I32]:
    """{action: (n, 7)} what danger and reward add to the traits' contributions to quests."""
    extra = np.zeros((len(ctx), _T), dtype=np.int32)
    rows = np.flatnonzero(ctx["quest"])
    look = ctx.look[rows]
    extra[rows, 0] = (look[:, 0] - 50) * look[:, F["danger"]] * 2 // 5
    extra[rows, 1] = (look[:, 1] - 50) * np.minimum(look[:, F["reward"]], 200) // 10
    home = np.zeros_like(extra)
    home[rows, 0] = -extra[rows, 0] // 2
    return {_QT: extra, _TRIAL: extra, _RETURN: home}


def breakdown(ctx: Context, options: Options, action: NDArray[np.intp], rules: Rules) -> I32:
    """(n, len(CONTRIBUTIONS)) what each contribution adds to one option per hero; zeros where ``action`` is −1."""
    rows, code = np.arange(len(ctx)), np.maximum(action, 0)
    out = np.empty((len(ctx), len(CONTRIBUTIONS)), dtype=np.int32)
    np.multiply(ctx.look[:, :_T] - 50, rules.traits.T[code], out=out[:, :_T])
    for column, extra in options.daring.items():
        here = np.flatnonzero(code == column)
        out[here, :_T] += extra[here]
    out[:, _T:] = options.terms[:, rows, code].T
    out[action < 0] = 0
    return out
