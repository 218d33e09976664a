"""Every possible action becomes an option: a plain sum of named contributions, in thousandths."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.context import Context
from heroes.sim.lexicon import CONTRIBUTIONS, TRAITS, Action
from heroes.sim.needs import collapsed, drives
from heroes.sim.rules import BONDS, PILLARS, Rules

I32 = NDArray[np.int32]
Mask = NDArray[np.bool_]

ORDER_PULL = 50_000
"""An order that was agreed to outweighs everything; only collapse makes the ordered action impossible."""
LEARNED_PULL = 10
"""Thousandths per point of expected satisfaction."""
CHANCE_SPREAD = 620
_T = len(TRAITS)
_QT, _TRIAL, _RETURN = Action.QUEST_TRAVEL, Action.QUEST_TRIAL, Action.QUEST_RETURN


@dataclass
class Options:
    """(n, A) what was possible and its utility, and the terms of the sum: (n, A) each, by name, traits apart."""

    possible: Mask
    utility: I32
    terms: dict[str, I32]


def possible(ctx: Context) -> Mask:
    """(n, A) what each hero could do now."""
    n, act = len(ctx), Action
    can = np.ones((n, len(act)), dtype=bool)
    free = ctx["phase"] == 0
    company = ctx["company"] > 0
    can[:, act.REST] = (ctx["energy"] < 90) | (ctx["health"] < 80)
    can[:, act.SLEEP] = ctx["energy"] < 80
    can[:, act.EAT] = ctx["hunger"] >= 6
    can[:, act.CRAFT] = ctx["materials"] >= 2
    can[:, act.TRADE] = ctx["wares"] >= 2
    can[:, act.SOCIALISE] = company
    can[:, act.COURT] = company & (
        (ctx["romance"] > 0) | ((ctx["friendship"] >= 20) & (ctx["compatibility"] > 5))
    )
    can[:, act.MENTOR] = company & (ctx["gap"] >= 12)
    can[:, act.CAROUSE] = ctx["gold"] >= 5
    can[:, act.SEEK_HELP] = (ctx["health"] < 75) | (ctx["mood"] < 25)
    can[:, act.DEPART] = (ctx["trust"] < 30) & (
        (ctx["arrears"] >= 3) | (ctx["fear"] >= 75) | (ctx["mood"] < 15)
    )
    can[:, act.DEPART] |= ctx["order"] - 1 == act.DEPART
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
    terms = {
        "needs": drives(ctx) @ rules.drives,
        "hour": rules.hours[ctx["hour"]],
        "place": ctx.affords,
        "bonds": _bonds(ctx, rules),
        "influence": (_columns(ctx, PILLARS) - 50) @ rules.influence,
        "order": _order(ctx, rules),
        "experience": ctx.learned * LEARNED_PULL,
        "events": ctx.events,
        "guild": _guild(ctx, rules),
        "quest": _quest(ctx, rules),
        "habit": _habit(ctx, rules),
        "chance": chance,
    }
    total = (ctx.look[:, :_T] - 50) @ rules.traits
    for column, extra in daring(ctx).items():
        total[:, column] += extra.sum(axis=1)
    for term in terms.values():
        total = total + term
    return Options(possible(ctx), total, terms)


def _columns(ctx: Context, names: tuple[str, ...]) -> I32:
    return np.stack([ctx[name] for name in names], axis=1)


def _bonds(ctx: Context, rules: Rules) -> I32:
    """Company draws to shared pastimes; the worst rival in the place drives out of it."""
    pull: I32 = _columns(ctx, BONDS) @ rules.bonds
    here = (rules.venue == 0).astype(np.int32)
    return pull - ctx["enmity"][:, None] * here * 8


def _order(ctx: Context, rules: Rules) -> I32:
    codes = np.arange(rules.traits.shape[1], dtype=np.int32)
    asked = (ctx["order"][:, None] - 1) == codes
    return asked.astype(np.int32) * ORDER_PULL


def _guild(ctx: Context, rules: Rules) -> I32:
    """The guild's policy, felt in proportion to loyalty and trust; unpaid days speak for leaving it."""
    pull: I32 = rules.policy[ctx["policy"]] * (ctx["loyalty"] + ctx["trust"])[:, None] // 100
    arrears = np.minimum(ctx["arrears"], 20)
    pull[:, Action.WORK] -= arrears * 30
    pull[:, Action.DEPART] += arrears * 150
    return pull


def _quest(ctx: Context, rules: Rules) -> I32:
    """A quest is worth its reward and its comrades, at the odds and the danger that the hero sees."""
    pull = np.zeros((len(ctx), rules.traits.shape[1]), dtype=np.int32)
    on = (ctx["quest"] > 0).astype(np.int32)
    odds, danger = ctx["odds"] - 50, ctx["danger"]
    pull[:, _QT] = on * (np.minimum(ctx["reward"], 200) * 8 + odds * 30 - danger * 14 + ctx["comrades"] * 12)
    pull[:, _TRIAL] = on * (odds * 26 + ctx["comrades"] * 10)
    pull[:, _RETURN] = on * (-odds * 18 - ctx["comrades"] * 10)
    return pull


def _habit(ctx: Context, rules: Rules) -> I32:
    """The appetite of a class for each action, less what was just done once too often."""
    pull: I32 = rules.habits[ctx["hero_class"]].copy()
    weary = np.minimum(ctx["streak"], 6) * (150 - ctx["patience"]) * 3
    rows = np.arange(len(ctx))
    pull[rows, ctx["last"]] -= weary
    return pull


def daring(ctx: Context) -> dict[Action, I32]:
    """{action: (n, 7)} what danger and reward add to the traits' contributions to quests."""
    extra = np.zeros((len(ctx), _T), dtype=np.int32)
    on = (ctx["quest"] > 0).astype(np.int32)
    extra[:, 0] = on * ((ctx["courage"] - 50) * ctx["danger"] * 2 // 5)
    extra[:, 1] = on * ((ctx["greed"] - 50) * np.minimum(ctx["reward"], 200) // 10)
    home = np.zeros_like(extra)
    home[:, 0] = -extra[:, 0] // 2
    return {_QT: extra, _TRIAL: extra, _RETURN: home}


def breakdown(ctx: Context, options: Options, action: NDArray[np.intp], rules: Rules) -> I32:
    """(n, len(CONTRIBUTIONS)) what each contribution adds to one option per hero; zeros where ``action`` is −1."""
    rows, code = np.arange(len(ctx)), np.maximum(action, 0)
    out = np.empty((len(ctx), len(CONTRIBUTIONS)), dtype=np.int32)
    out[:, :_T] = (ctx.look[:, :_T] - 50) * rules.traits.T[code]
    for column, extra in daring(ctx).items():
        here = code == column
        out[here, :_T] += extra[here]
    for position, name in enumerate(CONTRIBUTIONS[_T:], start=_T):
        out[:, position] = options.terms[name][rows, code]
    out[action < 0] = 0
    return out
