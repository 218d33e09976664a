"""The offline report: what happened in a world after a step, as facts. Reads only; asking twice is the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any
from uuid import UUID

from herotycoon.pg.replica import from_replica
from worlds.models import World
from worlds.services.prose.language import PRONOUNS
from worlds.services.report.facts import Account, Change, Deed, Life, Moment, Present, Report, Tie, Totals
from worlds.services.report.headlines import headlines
from worlds.services.report.reading import AMOUNTS, Done, Period, Person
from worlds.services.snapshot import snapshot

_PILLARS = ("trust", "respect", "fear")


@from_replica
def report(world: World, since: int) -> Report:
    """Everything that happened in ``world`` after the step ``since`` (−1: since birth), read at one moment.

    Where history was dropped, from there at the earliest.
    """
    with snapshot(brief=True):
        period = Period.begun(world.pk, since).ahead()
        people = period.people()
        done = period.done()
        lives = _lives(people, done, period)
        return _report(period, lives, _totals(people, done, lives, period))


@from_replica
def front_page(world: World, since: int) -> Report:
    """The headlines alone, which take a fraction of the time: nothing is added up, and of heroes is told who they are."""
    with snapshot(brief=True):
        period = Period.begun(world.pk, since)
        lives = {person.id: _life(person) for person in period.people()}
        return _report(period, lives, Totals.none())


def _report(period: Period, lives: dict[UUID, Life], totals: Totals) -> Report:
    return Report(
        world_id=period.world,
        world=period.name,
        guild=period.guild,
        seed=period.seed,
        since=period.since,
        until=period.until,
        map=period.map,
        headlines=headlines(period, lives),
        lives=list(lives.values()),
        totals=totals,
    )


def _lives(people: list[Person], done: list[Done], period: Period) -> dict[UUID, Life]:
    lives = {person.id: _life(person) for person in people}
    by_hero: defaultdict[UUID | None, list[Done]] = defaultdict(list)
    for one in done:
        by_hero[one.hero].append(one)
    for person in people:
        mine, life = by_hero[person.id], lives[person.id]
        life.deeds = [
            Deed(one.action, one.place, one.times, one.steps, one.ids) for one in mine if one.kind == "action"
        ]
        life.changes = {name: _change(name, person.amounts[name], mine) for name in AMOUNTS}
    _grow(lives, people, period)
    _bind(lives, period)
    _remember(lives, period)
    return lives


def _life(person: Person) -> Life:
    pronoun = str(person.birth.get("pronoun", "they"))
    return Life(
        id=person.id,
        number=person.number,
        name=person.name,
        hero_class=person.hero_class,
        pronoun=pronoun if pronoun in PRONOUNS else "they",
        status=person.status,
        present=Present(person.action, person.place, person.until, person.partner, person.quest),
        happiness=person.happiness,
    )


def _change(name: str, now: int, done: list[Done]) -> Change:
    """Activities are named for what is told by itself: gold, and what the hero feels about the master."""
    ids: list[str] = []
    if name == "gold" or name in _PILLARS:
        ids = [id_ for one in done for id_ in (one.paid if name == "gold" else one.felt)]
    return Change(sum([one.amounts[name] for one in done]), now, ids)


def _grow(lives: dict[UUID, Life], people: list[Person], period: Period) -> None:
    """What was learned, gathered, and who the heroes became."""
    held = {person.id: person.held for person in people}
    for hero, part, key, total, ids in sorted(period.growth(), key=lambda row: row[1:3]):
        if total:
            getattr(lives[hero], part)[key] = Change(total, held[hero][part].get(key, 0), ids)


def _bind(lives: dict[UUID, Life], period: Period) -> None:
    """Relationships belong to both."""
    by_number = {life.number: life for life in lives.values()}
    strengths = period.strengths()
    for bond in sorted(period.bonds()):
        for mine, other in ((bond.one, bond.other), (bond.other, bond.one)):
            strength, role = strengths.get((mine, other, bond.kind), (None, ""))
            by_number[mine].ties.append(Tie(other, bond.kind, role, bond.change, strength, *bond[4:]))


def _remember(lives: dict[UUID, Life], period: Period) -> None:
    """Everybody's best and worst moment."""
    for end, hero, *moment in period.moments():
        setattr(lives[hero], end, Moment(*moment))


def _totals(people: list[Person], done: list[Done], lives: dict[UUID, Life], period: Period) -> Totals:
    actions, happenings, income, items = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for one in done:
        (actions if one.kind == "action" else happenings)[one.action] += one.times
        income[one.action] += one.treasury + one.wages
    for life in lives.values():
        items.update({name: change.change for name, change in life.items.items()})
    newcomers = [one.birth for one in people if one.birth.get("step", 0) > max(period.since, 0)]
    for birth in newcomers:
        items.update(birth.get("items", {}))
    trials = period.trials()
    return Totals(
        gold=_account("gold", people, newcomers, done),
        experience=_account("experience", people, newcomers, done),
        treasury=Account(period.treasury - sum(one.treasury for one in done), period.treasury),
        items={name: total for name, total in sorted(items.items()) if total},
        income={name: total for name, total in income.most_common() if total},
        wages=sum(one.wages for one in done),
        decisions=sum(actions.values()),
        actions=dict(actions.most_common()),
        happenings=dict(happenings.most_common()),
        quests_won=trials.get("won", 0),
        quests_lost=trials.get("lost", 0),
    )


def _account(name: str, people: list[Person], newcomers: list[dict[str, Any]], done: list[Done]) -> Account:
    """What all heroes hold together; what newcomers were born with is new as well."""
    now = sum(one.amounts[name] for one in people)
    gained = sum(one.amounts[name] for one in done) + sum(birth.get(name, 0) for birth in newcomers)
    return Account(now - gained, now)
