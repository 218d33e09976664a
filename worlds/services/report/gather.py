"""The offline report: what happened in a world after a step, as facts. Reads only; asking twice is the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any
from uuid import UUID

from heroes.models import Hero
from influence.models import MasterInfluence
from quests.models import Quest
from worlds.models import Guild, World
from worlds.services.prose.deeds import Map
from worlds.services.prose.language import PRONOUNS
from worlds.services.report.facts import Account, Change, Deed, Life, Moment, Present, Report, Tie, Totals
from worlds.services.report.headlines import headlines
from worlds.services.report.reading import AMOUNTS, Done, Period
from worlds.services.snapshot import snapshot

_COLUMNS = {"items": "items", "skills": "skills", "traits": "personality"}
_PILLARS = ("trust", "respect", "fear")


def report(world: World, since: int) -> Report:
    """Everything that happened in ``world`` after the step ``since`` (−1: since birth), read at one moment."""
    with snapshot():
        world.refresh_from_db()
        period = Period(world.pk, since)
        guild = Guild.objects.get(world=world)
        people = list(
            Hero.objects.filter(world=world).defer("backstory", "expectations", "carried").order_by("number")
        )
        done = period.done()
        lives = _lives(world, people, done, period)
        return Report(
            world_id=world.pk,
            world=world.name,
            guild=guild.name,
            seed=world.seed,
            since=since,
            until=world.step,
            map=Map.of(world.data),
            headlines=headlines(world, period, lives),
            lives=list(lives.values()),
            totals=_totals(people, guild, done, lives, period),
        )


def _lives(world: World, people: list[Hero], done: list[Done], period: Period) -> dict[UUID, Life]:
    titles = _titles(world, people)
    lives = {hero.pk: _life(hero, titles) for hero in people}
    felt = {record.hero_id: record for record in MasterInfluence.objects.filter(world=world)}
    by_hero: defaultdict[UUID | None, list[Done]] = defaultdict(list)
    for one in done:
        by_hero[one.hero].append(one)
    for hero in people:
        mine = by_hero[hero.pk]
        lives[hero.pk].deeds = [
            Deed(one.action, one.place, one.times, one.steps, one.ids) for one in mine if one.kind == "action"
        ]
        now = {name: getattr(felt.get(hero.pk) if name in _PILLARS else hero, name, 0) for name in AMOUNTS}
        lives[hero.pk].changes = {name: _change(name, now[name], mine) for name in AMOUNTS}
    _grow(lives, people, period)
    _bind(lives, people, period)
    _remember(lives, period)
    return lives


def _life(hero: Hero, titles: dict[int, str]) -> Life:
    pronoun = str(hero.birth.get("pronoun", "they"))
    quest = titles.get(hero.quest_number, "") if hero.quest_number is not None else ""
    return Life(
        id=hero.pk,
        number=hero.number,
        name=hero.name,
        hero_class=hero.hero_class,
        pronoun=pronoun if pronoun in PRONOUNS else "they",
        status=hero.status,
        present=Present(hero.current_action, hero.place, hero.until_step, hero.partner, quest),
    )


def _titles(world: World, people: list[Hero]) -> dict[int, str]:
    numbers = {hero.quest_number for hero in people if hero.quest_number is not None}
    return dict(Quest.objects.filter(world=world, number__in=numbers).values_list("number", "title"))


def _change(name: str, now: int, done: list[Done]) -> Change:
    """Activities are named for what is told by itself: gold, and what the hero feels about the master."""
    ids: list[str] = []
    if name == "gold" or name in _PILLARS:
        ids = [id_ for one in done for id_ in (one.paid if name == "gold" else one.felt)]
    return Change(sum(one.amounts[name] for one in done), now, ids)


def _grow(lives: dict[UUID, Life], people: list[Hero], period: Period) -> None:
    """What was learned, gathered, and who the heroes became."""
    by_id = {hero.pk: hero for hero in people}
    for hero, part, key, total, ids in sorted(period.growth(), key=lambda row: row[1:3]):
        now = getattr(by_id[hero], _COLUMNS[part]).get(key, 0)
        if total:
            getattr(lives[hero], part)[key] = Change(total, now, ids)


def _bind(lives: dict[UUID, Life], people: list[Hero], period: Period) -> None:
    """Relationships: told by one of the two, they belong to both."""
    by_number = {hero.number: hero.pk for hero in people}
    strengths = period.strengths()
    pairs: dict[tuple[int, int, str], list[tuple[int, bool, bool, list[str]]]] = defaultdict(list)
    for teller, own, other, kind, change, opened, forgotten, ids in period.ties():
        one = own if own is not None else lives[teller].number
        pairs[min(one, other), max(one, other), kind].append((int(change), opened, forgotten, ids))
    for (low, high, kind), told in sorted(pairs.items()):
        change, opened, forgotten = sum(t[0] for t in told), any(t[1] for t in told), any(t[2] for t in told)
        ids = [id_ for t in told for id_ in t[3]]
        for mine, other in ((low, high), (high, low)):
            hero, far = by_number[mine], by_number[other]
            strength, role = strengths.get((hero, far, kind), (None, ""))
            lives[hero].ties.append(Tie(other, kind, role, change, strength, opened, forgotten, ids))


def _remember(lives: dict[UUID, Life], period: Period) -> None:
    """Everybody's best and worst moment."""
    for end, hero, *moment in period.moments():
        setattr(lives[hero], end, Moment(*moment))


def _totals(
    people: list[Hero], guild: Guild, done: list[Done], lives: dict[UUID, Life], period: Period
) -> Totals:
    actions, happenings, income, items = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for one in done:
        (actions if one.kind == "action" else happenings)[one.action] += one.times
        income[one.action] += one.treasury + one.wages
    for life in lives.values():
        items.update({name: change.change for name, change in life.items.items()})
    newcomers = [hero.birth for hero in people if hero.birth.get("step", 0) > max(period.since, 0)]
    for birth in newcomers:
        items.update(birth.get("items", {}))
    trials = period.trials()
    return Totals(
        gold=_account("gold", people, newcomers, done),
        experience=_account("experience", people, newcomers, done),
        treasury=Account(guild.treasury - sum(one.treasury for one in done), guild.treasury),
        items={name: total for name, total in sorted(items.items()) if total},
        income={name: total for name, total in income.most_common() if total},
        wages=sum(one.wages for one in done),
        decisions=sum(actions.values()),
        actions=dict(actions.most_common()),
        happenings=dict(happenings.most_common()),
        quests_won=trials.get("won", 0),
        quests_lost=trials.get("lost", 0),
    )


def _account(name: str, people: list[Hero], newcomers: list[dict[str, Any]], done: list[Done]) -> Account:
    """What all heroes hold together; what newcomers were born with is new as well."""
    now = sum(getattr(hero, name) for hero in people)
    gained = sum(one.amounts[name] for one in done) + sum(birth.get(name, 0) for birth in newcomers)
    return Account(now - gained, now)
