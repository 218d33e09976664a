"""The straightforward way to choose: one Python object per hero, one loop over the actions.

It reads the same published tables and must choose the same (``tests/benchmarks`` checks every number), which makes it a
second opinion on the engine as well. Dice are handed to it ready-made, although the engine has to roll its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from heroes.sim.context import FEATURES
from heroes.sim.contributions import COUNSEL_PULL, LEARNED_PULL, ORDER_PULL
from heroes.sim.lexicon import CLASSES, POLICIES, Action, Venue
from heroes.sim.repertoire import CLASS_PULLS, HOURS, POLICY_PULLS, REPERTOIRE
from heroes.sim.rules import MEMORY, PUBLISHED

APPETITE = {
    profile: [sum(pull for start, end, pull in spans if start <= hour < end) for hour in range(48)]
    for profile, spans in HOURS.items()
}
ON_QUEST = (Action.QUEST_TRAVEL, Action.QUEST_TRIAL, Action.QUEST_RETURN)
RECOVERY = (Action.REST, Action.SLEEP, Action.SEEK_HELP)


@dataclass
class Choice:
    """What a hero chose: every option with its utility, and why the best and the second were what they were."""

    utilities: dict[Action, int]
    chosen: Action
    why: dict[str, int]
    rejected: Action | None
    why_not: dict[str, int]


class Agent:
    """A hero who looks around: an attribute for every feature of the context, and what speaks for each action."""

    def __init__(
        self,
        look: Iterable[int],
        affords: list[int],
        events: list[int],
        learned: list[int],
        remembered: list[int],
        chance: list[int],
    ) -> None:
        self.__dict__.update(zip(FEATURES, look, strict=True))
        self.affords, self.events, self.learned = affords, events, learned
        self.remembered, self.chance = remembered, chance

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"heroes have no {name}")

    def decide(self) -> Choice:
        """Weigh every possible action and choose the best; ties go to the lower code."""
        drives = self.drives()
        options = {action: self.weigh(action, drives) for action in Action if self.can(action)}
        utilities = {action: sum(terms.values()) for action, terms in options.items()}
        ranked = sorted(utilities, key=lambda action: (-utilities[action], action))
        chosen, rejected = ranked[0], ranked[1] if len(ranked) > 1 else None
        return Choice(
            utilities, chosen, options[chosen], rejected, options[rejected] if rejected is not None else {}
        )

    def drives(self) -> dict[str, int]:
        """How strongly the needs speak."""
        tired, hurt, sad, hungry = (
            100 - self.energy,
            100 - self.health,
            100 - self.mood,
            min(self.hunger * 5, 100),
        )
        return {
            "tired": tired * tired // 100,
            "hungry": hungry * hungry // 100,
            "hurt": hurt * hurt // 100,
            "sad": sad * sad // 100,
            "lonely": min(self.solitude * 100 // 96, 100),
            "poor": max(100 - self.gold, 0),
        }

    def can(self, action: Action) -> bool:
        """Whether the hero could do it now."""
        if action == Action.QUEST_TRIAL:
            return bool(self.phase == 1)
        if action == Action.QUEST_RETURN:
            return bool(self.phase != 0)
        if self.phase != 0:
            return False
        if self.energy <= 3 or self.health <= 10:
            return action in RECOVERY
        condition = _CONDITIONS.get(action)
        return condition is None or condition(self)

    def weigh(self, action: Action, drives: dict[str, int]) -> dict[str, int]:
        """{contribution: thousandths} for one action."""
        spec = REPERTOIRE[action]
        terms = {trait: (getattr(self, trait) - 50) * pull for trait, pull in spec.traits.items()}
        terms["needs"] = sum(drives[name] * pull for name, pull in spec.drives.items())
        terms["hour"] = APPETITE[spec.hours][self.hour]
        terms["place"] = self.affords[action]
        terms["bonds"] = sum(getattr(self, name) * pull for name, pull in spec.bonds.items())
        if spec.venue == Venue.HERE:
            terms["bonds"] -= self.enmity * 8
        terms["influence"] = sum((getattr(self, name) - 50) * pull for name, pull in spec.influence.items())
        terms["order"] = ORDER_PULL if self.order - 1 == action else 0
        terms["experience"] = self.learned[action] * LEARNED_PULL
        terms["events"] = self.events[action]
        terms["guild"] = self.asked_by_guild(action)
        terms["habit"] = self.habit(action)
        terms["chance"] = self.chance[action]
        terms["custom"] = spec.base
        terms["memory"] = self.remembered[action] * MEMORY[PUBLISHED[-1]]
        terms["counsel"] = COUNSEL_PULL if self.counsel - 1 == action else 0
        if self.quest and action in ON_QUEST:
            self.weigh_quest(action, terms)
        return terms

    def asked_by_guild(self, action: Action) -> int:
        """The policy of the guild, and what unpaid days do to it."""
        pull: int = POLICY_PULLS[POLICIES[self.policy]].get(action, 0) * (self.loyalty + self.trust) // 100
        arrears = min(self.arrears, 20)
        if action == Action.WORK:
            pull -= arrears * 80
        elif action == Action.DEPART:
            pull += arrears * 150
        return pull

    def habit(self, action: Action) -> int:
        """What the class is given to, less weariness."""
        pull: int = CLASS_PULLS[CLASSES[self.hero_class]].get(action, 0)
        if action == self.last:
            pull -= min(self.streak, 6) * (150 - self.patience) * 3
        return pull

    def weigh_quest(self, action: Action, terms: dict[str, int]) -> None:
        """What the quest at hand adds, to itself and to the daring of the brave and the greedy."""
        odds, reward = self.odds - 50, min(self.reward, 200)
        daring = (self.courage - 50) * self.danger * 2 // 5
        if action == Action.QUEST_RETURN:
            terms["quest"] = -odds * 18 - self.comrades * 10
            terms["courage"] = terms.get("courage", 0) + -daring // 2
            return
        terms["courage"] = terms.get("courage", 0) + daring
        terms["greed"] = terms.get("greed", 0) + (self.greed - 50) * reward // 10
        if action == Action.QUEST_TRAVEL:
            terms["quest"] = reward * 8 + odds * 30 - self.danger * 14 + self.comrades * 12
        else:
            terms["quest"] = odds * 26 + self.comrades * 10


_CONDITIONS: dict[Action, Callable[[Agent], bool]] = {
    Action.REST: lambda hero: hero.energy < 90 or hero.health < 80,
    Action.SLEEP: lambda hero: hero.energy < 80,
    Action.EAT: lambda hero: hero.hunger >= 6,
    Action.CRAFT: lambda hero: hero.materials >= 2,
    Action.TRADE: lambda hero: hero.wares >= 2,
    Action.SOCIALISE: lambda hero: hero.company > 0,
    Action.COURT: lambda hero: (
        hero.company > 0 and (hero.romance > 0 or (hero.friendship >= 30 and hero.compatibility > 5))
    ),
    Action.MENTOR: lambda hero: hero.company > 0 and hero.gap >= 12,
    Action.CAROUSE: lambda hero: hero.gold >= 5,
    Action.SEEK_HELP: lambda hero: hero.health < 75 or hero.mood < 25,
    Action.QUEST_TRAVEL: lambda hero: hero.quest > 0,
    Action.DEPART: lambda hero: (
        (hero.trust < 30 and (hero.arrears >= 3 or hero.fear >= 75 or hero.mood < 15))
        or hero.order - 1 == Action.DEPART
    ),
}
