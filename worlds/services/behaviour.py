"""How a world's heroes behave: what the log of decisions says of actions, of heroes, and of orders.

Nothing is recomputed: every decision carries its options and what spoke for the chosen one. A decision counts when its
activity has ended, as everywhere in reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

import orjson

from heroes.sim import notation
from heroes.sim.lexicon import ACTIONS, CONTRIBUTIONS, TRAITS, VOICED
from herotycoon.pg.replica import from_replica
from herotycoon.pg.route import here
from worlds.models import World
from worlds.services.snapshot import snapshot
from worlds.services.study.sample import READ, period_of, spans

LEAST_DAYS, MOST_DAYS = 1, 28
DRIVERS = 5
FAVOURITES = 3
Json = dict[str, Any]

_DECISIONS = """
SELECT d.id, d.hero_id, d.chosen, d.satisfaction, d.options, d.contributions, d.personality_factors
FROM decision_history(%(world)s, %(since)s, %(until)s) d
"""
_LENGTHS = """
SELECT a.id, a.step - a.started_step FROM activity_history(%(world)s, %(since)s, %(until)s) a WHERE a.kind = 'action'
"""
_HEROES = "SELECT id, number, name FROM heroes WHERE world_id = %(world)s"
"""Joined here: of a history across log and archive PostgreSQL cannot tell how long it is, and would join it by loops."""
_ORDERS = """
SELECT a.data -> 'answer', a.data -> 'order' FROM activity_history(%(world)s, %(since)s, %(until)s) a
WHERE (a.kind = 'input' AND a.action = 'order') OR (a.kind = 'action' AND a.data ? 'order')
"""


@dataclass(frozen=True)
class Driver:
    """What a contribution adds to the chosen option, in thousandths of utility, on average."""

    name: str
    mean: int


@dataclass(frozen=True)
class Favourite:
    """How often somebody chose an action."""

    action: str
    times: int


@dataclass(frozen=True)
class ActionFigures:
    """One action: ``share`` of all decisions, 0 to 1; ``satisfaction`` −100 to 100 and ``margin`` over the strongest
    rejected option, in thousandths, are means, None where there is nothing to average; ``drivers`` the strongest first.
    """

    action: str
    times: int
    share: float
    hours: float
    satisfaction: float | None
    passed_over: int
    """how often it was possible and something else was chosen"""
    margin: int | None
    drivers: list[Driver]


@dataclass(frozen=True)
class HeroFigures:
    """One hero who decided something: ``traits`` has the mean contribution of each to what was chosen, thousandths."""

    hero: int
    name: str
    decisions: int
    favourites: list[Favourite]
    satisfaction: float
    traits: dict[str, int]


@dataclass(frozen=True)
class Compliance:
    """Orders: ``chance`` is the mean probability of a yes that was predicted, in thousandths, None without orders.

    An order that is asked again within a day gets the answer it had and is counted as ``repeated`` alone. ``kept``,
    ``failed`` and ``lapsed`` are how orders ended in the period, whenever they were given; farewells are not among them.
    """

    given: int = 0
    agreed: int = 0
    refused: int = 0
    repeated: int = 0
    chance: int | None = None
    kept: int = 0
    failed: int = 0
    lapsed: int = 0


@dataclass(frozen=True)
class Behaviour:
    """Decisions that ended after the step ``since`` until ``until``. Actions by how often they were chosen, heroes by
    number.
    """

    world_id: UUID
    since: int
    until: int
    decisions: int
    actions: list[ActionFigures]
    heroes: list[HeroFigures]
    compliance: Compliance

    def document(self) -> Json:
        """As JSON values."""
        return asdict(self) | {"world_id": str(self.world_id)}


class _Told(NamedTuple):
    """A decision, its numbers by name."""

    hero: int
    name: str
    steps: int
    chosen: str
    satisfaction: int
    options: dict[str, int]
    parts: dict[str, int]


@dataclass
class _Tally:
    """Sums over some decisions."""

    times: int = 0
    steps: int = 0
    satisfaction: int = 0
    margins: list[int] = field(default_factory=list)
    parts: Counter[str] = field(default_factory=Counter)

    def count(self, one: _Told) -> None:
        """One more."""
        self.times += 1
        self.steps += one.steps
        self.satisfaction += one.satisfaction
        for name, value in one.parts.items():
            self.parts[name] += value

    def mean(self, name: str) -> int:
        """The mean of a contribution."""
        return round(self.parts[name] / self.times)


@from_replica
def behaviour(world: World, days: int = 7, most: int = READ) -> Behaviour:
    """How the heroes behaved in the last ``days`` game days, as far back as history is kept.

    Of very many heroes about ``most`` decisions are read, from all over the period.

    Raises ValueError for fewer days than 1 or more than 28.
    """
    if not LEAST_DAYS <= days <= MOST_DAYS:
        raise ValueError(f"behaviour is told of {LEAST_DAYS} to {MOST_DAYS} days, not of {days}")
    with snapshot(brief=True):
        world.refresh_from_db()
        since, until = period_of(world, days)
        heroes = {id_: (number, name) for id_, number, name in _asked(_HEROES, {"world": world.pk})}
        pieces = [
            {"world": world.pk, "since": after, "until": end}
            for after, end in spans(since, until, len(heroes), most)
        ]
        told = [one for piece in pieces for one in _told(piece, heroes)]
        orders = [row for piece in pieces for row in _asked(_ORDERS, piece)]
    return Behaviour(
        world_id=world.pk,
        since=since,
        until=until,
        decisions=len(told),
        actions=_actions(told),
        heroes=_heroes(told),
        compliance=_compliance(orders),
    )


def _asked(query: str, period: Json) -> list[tuple[Any, ...]]:
    with here().cursor() as cursor:
        cursor.execute(query, period)
        return list(cursor.fetchall())


def _told(period: Json, heroes: Mapping[UUID, tuple[int, str]]) -> Iterator[_Told]:
    steps = dict(_asked(_LENGTHS, period))
    for id_, hero, *plain, options, contributions, factors in _asked(_DECISIONS, period):
        spoke = _legible(notation.contributions, contributions).get("chosen")
        parts = _legible(dict, factors) | (spoke if isinstance(spoke, dict) else {})
        length = steps.get(id_, 0)
        yield _Told._make([*heroes[hero], length, *plain, _legible(notation.options, options), parts])


def _legible(reader: Callable[[Json], Json], text: str) -> Json:
    """A document, read; one that is no such thing counts as empty."""
    try:
        return reader(orjson.loads(text))
    except (LookupError, TypeError, ValueError, AttributeError):
        return {}


def _actions(told: list[_Told]) -> list[ActionFigures]:
    tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
    passed: Counter[str] = Counter()
    for one in told:
        tally = tallies[one.chosen]
        tally.count(one)
        others = {name: utility for name, utility in one.options.items() if name != one.chosen}
        passed.update(others.keys())
        if others and one.chosen in one.options:
            tally.margins.append(one.options[one.chosen] - max(others.values()))
    names = sorted({*tallies, *passed}, key=lambda name: (-tallies[name].times, _place(name)))
    return [_action(name, tallies[name], passed[name], len(told)) for name in names]


def _action(name: str, tally: _Tally, passed_over: int, decisions: int) -> ActionFigures:
    return ActionFigures(
        action=name,
        times=tally.times,
        share=round(tally.times / decisions, 4),
        hours=tally.steps / 2,
        satisfaction=round(tally.satisfaction / tally.times, 1) if tally.times else None,
        passed_over=passed_over,
        margin=round(sum(tally.margins) / len(tally.margins)) if tally.margins else None,
        drivers=_drivers(tally),
    )


def _place(action: str) -> tuple[int, str]:
    """Where an action stands in the lexicon; what is not in it comes last."""
    return (ACTIONS.index(action) if action in ACTIONS else len(ACTIONS)), action


def _drivers(tally: _Tally) -> list[Driver]:
    means = [Driver(name, tally.mean(name)) for name in VOICED if tally.parts[name]]
    return sorted(means, key=lambda one: (-abs(one.mean), CONTRIBUTIONS.index(one.name)))[:DRIVERS]


def _heroes(told: list[_Told]) -> list[HeroFigures]:
    tallies: defaultdict[tuple[int, str], _Tally] = defaultdict(_Tally)
    chosen: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for one in told:
        tallies[one.hero, one.name].count(one)
        chosen[one.hero][one.chosen] += 1
    return [
        HeroFigures(
            hero=number,
            name=name,
            decisions=tally.times,
            favourites=_favourites(chosen[number]),
            satisfaction=round(tally.satisfaction / tally.times, 1),
            traits={trait: tally.mean(trait) for trait in TRAITS},
        )
        for (number, name), tally in sorted(tallies.items())
    ]


def _favourites(chosen: Counter[str]) -> list[Favourite]:
    ranked = sorted(chosen.items(), key=lambda item: (-item[1], _place(item[0])))
    return [Favourite(action, times) for action, times in ranked[:FAVOURITES]]


def _compliance(rows: list[tuple[Any, ...]]) -> Compliance:
    answers = [_legible(dict, answer) for answer, _ in rows if answer]
    ended = [_legible(dict, order) for _, order in rows if order]
    fresh = [answer for answer in answers if not answer.get("repeated")]
    chances = [answer["chance"] for answer in fresh if isinstance(answer.get("chance"), int)]
    outcomes = Counter(order.get("outcome") for order in ended if order.get("action") != "depart")
    agreed = sum(bool(answer.get("agreed")) for answer in fresh)
    return Compliance(
        given=len(fresh),
        agreed=agreed,
        refused=len(fresh) - agreed,
        repeated=len(answers) - len(fresh),
        chance=round(sum(chances) / len(chances)) if chances else None,
        kept=outcomes["done"],
        failed=outcomes["failed"],
        lapsed=outcomes["lapsed"],
    )
