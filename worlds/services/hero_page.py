"""A hero as a page shows them: who they are, how they spend their days, whom they have, what they think and why."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.safestring import mark_safe

from heroes.models import Hero
from heroes.services.remembrance import memories
from heroes.sim.lexicon import TRAITS
from heroes.sim.words.calendar import when
from herotycoon.desk.plots import Figure, lines, slot_of
from herotycoon.pg.replica import from_replica
from influence.models import MasterInfluence
from worlds.models import World
from worlds.readings import SocialTie
from worlds.rows.survey import shape
from worlds.services.atlas.lettering import initial
from worlds.services.atlas.people import token
from worlds.services.courses import DAYS, marks
from worlds.services.feed import Decided, DecisionFilter, decisions
from worlds.services.ledger import opening_step
from worlds.services.lifeline import PILLARS, Lived, backwards, lifeline
from worlds.services.pictures import KINDS, axis, day, named
from worlds.services.prose.causes import because
from worlds.services.prose.deeds import ROAD, Map, doing, plain, to_do
from worlds.services.prose.language import capital, hour_of, lasting, signed
from worlds.services.snapshot import snapshot
from worlds.sim import clock

WEEK = 7
LATEST = 15
"""So many decisions and causes are told."""
WORTH_A_WORD = 2
"""A segment of the timeline has so much room for each half hour: about this many letters."""


class Segment(NamedTuple):
    """What was done from one half hour of a day, ``first`` from 1, for ``length`` of them; ``word`` where it has room."""

    first: int
    length: int
    slot: int
    word: str
    told: str


@from_replica
def hero_page(hero: Hero) -> dict[str, Any]:
    """The context of the page; in a world that nothing can be told of, none."""
    with snapshot(brief=True):
        world = World.objects.get(pk=hero.world_id)
        try:
            shape(world.data)
        except ValueError:
            return {}
        times = marks(world.step, DAYS, opening_step(world.pk))
        life = lifeline(world.pk, hero.pk, times[0], world.step)
        feelings = MasterInfluence.objects.filter(world=world, hero=hero).first()
        ties = list(SocialTie.objects.filter(world=world, hero=hero))
        names = dict(Hero.objects.filter(world=world).values_list("number", "name"))
        page = decisions(world.pk, filters=DecisionFilter(hero=hero.number), limit=LATEST)
    land = Map.of(world.data)
    kept = memories(hero.memories, world.step, land.where, lambda number: names.get(number, "somebody"))
    timeline, key = _timeline(hero, life, land, world.step)
    return {
        "hero": hero,
        "world": world,
        "figures": _figures(hero, land, world.step),
        "person": _person(hero),
        "traits": _traits(hero),
        "timeline": timeline,
        "key": key,
        "ties": [_tie(tie) for tie in sorted(ties, key=lambda tie: (-abs(tie.faded), tie.other_number))],
        "memories": [(when(one.step), one.told, one.loudness) for one in kept],
        "feelings": [(name, getattr(feelings, name)) for name in PILLARS] if feelings else [],
        "course": _course(hero, feelings, life, times) if feelings else None,
        "causes": [_cause(one) for one in reversed(life) if one.felt][:LATEST],
        "decisions": [_decision(one) for one in page.rows],
    }


def _figures(hero: Hero, land: Map, now: int) -> dict[str, str]:
    gone = hero.status == "gone"
    born = int(hero.birth.get("step", 0))
    return {
        "is": "gone" if gone else f"{doing(hero.current_action)} {land.where(hero.place)}",
        "until": "–" if gone else when(hero.until_step),
        "in the guild since": day(born),
        "gold": f"{hero.gold:,}",
        "experience": f"{hero.experience:,}",
        "ate": "–" if gone else _ago(now - hero.fed_step),
        "had company": "–" if gone else _ago(now - hero.met_step),
    }


def _ago(steps: int) -> str:
    return f"{lasting(steps)} ago" if steps > 0 else "just now"


def _person(hero: Hero) -> dict[str, Any]:
    """What is written about a hero, and what they can and have; without what there is nothing of."""
    letter = html.escape(initial(hero.name))
    return {
        "token": mark_safe(token(hero.hero_class, hero.status, hero.current_action, letter, 24)),  # noqa: S308 - escaped
        "skills": sorted(hero.skills.items(), key=lambda skill: (-skill[1], skill[0])),
        "items": [(plain(name), count) for name, count in sorted(hero.items.items()) if count],
    }


def _traits(hero: Hero) -> list[tuple[str, int, str]]:
    """(trait, value, by how much it has moved since birth, if at all)."""
    born = hero.birth.get("personality", {})
    moved = {name: hero.personality[name] - born.get(name, hero.personality[name]) for name in TRAITS}
    return [(name, hero.personality[name], signed(moved[name]) if moved[name] else "") for name in TRAITS]


def _timeline(hero: Hero, life: Sequence[Lived], land: Map, now: int) -> tuple[list[Any], list[Any]]:
    """((day, segments, the same in words) for each of the last days, the newest first; (colour, action, hours))."""
    size = clock.STEPS_A_DAY
    stretches = [(one.started, one.step, one.action, one.place) for one in life if one.kind == "action"]
    if hero.status != "gone":
        stretches.append((hero.started_step, now, hero.current_action, hero.place))
    last = max(now - 1, 0) // size
    days: dict[int, list[tuple[int, int, str, int | None]]] = {
        number: [] for number in range(last, max(last - WEEK, -1), -1)
    }
    hours: Counter[str] = Counter()
    for start, end, action, place in stretches:
        for number in range(start // size, (max(end, start + 1) - 1) // size + 1):
            begin, stop = max(start, number * size), min(end, (number + 1) * size)
            if number in days and stop > begin:
                days[number].append((begin, stop, action, place))
                hours[action] += stop - begin
    slots = {action: slot_of(rank) for rank, (action, _) in enumerate(hours.most_common())}
    rows = [_row(number, spent, slots, land) for number, spent in days.items()]
    return rows, [(slots[name], plain(name), f"{steps / 2:g} h") for name, steps in hours.most_common()]


def _row(
    number: int, spent: Sequence[tuple[int, int, str, int | None]], slots: dict[str, int], land: Map
) -> tuple[str, list[Segment], str]:
    segments = []
    for begin, stop, action, place in spent:
        where = "" if place is None or action in ROAD else f" {land.where(place)}"
        until = "24:00" if stop % clock.STEPS_A_DAY == 0 else hour_of(stop)
        told = f"{hour_of(begin)}–{until} {doing(action)}{where}"
        word = plain(action) if len(plain(action)) <= WORTH_A_WORD * (stop - begin) else ""
        segments.append(Segment(begin % clock.STEPS_A_DAY + 1, stop - begin, slots[action], word, told))
    name = day(number * clock.STEPS_A_DAY)
    return name, segments, f"{capital(name)}: {'; '.join(segment.told for segment in segments) or 'nothing'}"


def _tie(tie: SocialTie) -> dict[str, Any]:
    return {
        "other": tie.other_id,
        "name": tie.other_name,
        "kind": KINDS[tie.kind],
        "role": {"mentor": "as teacher", "pupil": "as pupil"}.get(tie.role, ""),
        "strength": tie.faded,
        "times": tie.interactions,
        "last": when(tie.last_step) if tie.interactions else "long ago",
    }


def _course(hero: Hero, feelings: MasterInfluence, life: Sequence[Lived], times: Sequence[int]) -> Figure:
    born = int(hero.birth.get("step", 0))
    values = {name: backwards(life, times, getattr(feelings, name), name, born) for name in PILLARS}
    return lines("Trust, respect and fear in the last four weeks", named(times), values, axis(times))


def _cause(one: Lived) -> tuple[str, str, list[str]]:
    """(when, why, by how much it moved each of the three)."""
    return (
        when(one.step),
        because(one.causes),
        [signed(one.felt[name]) if one.felt.get(name) else "" for name in PILLARS],
    )


def _decision(one: Decided) -> dict[str, Any]:
    return {
        "id": one.id,
        "when": when(one.started_step),
        "chose": to_do(one.chosen),
        "against": to_do(one.against) if one.against else "",
        "satisfaction": one.satisfaction,
        "reasoning": one.reasoning,
    }
