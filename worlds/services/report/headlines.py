"""What the guild talks about: the rows that matter most, put together where they tell of one thing, and ranked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any
from uuid import UUID

from herotycoon.pg.hand import HAND
from worlds.services.report.facts import Headline, Life
from worlds.services.report.reading import Noted, Period

BADLY_HURT = 14
QUARREL = 62
OWN_DOING = ("summon", "build", "dismiss", "grant")
"""What the master or a game master did, and what others talk about too."""


def headlines(period: Period, lives: dict[UUID, Life]) -> list[Headline]:
    """All headlines of a period, the most important first, the later first among equals."""
    rows = period.noted()
    number = {pk: life.number for pk, life in lives.items()}
    acts = [row for row in rows if row.kind == "action" and row.hero is not None]
    found = chain(
        _trials(period, acts, number),
        _departures(period, acts, number),
        _events(period, rows),
        _bonds(acts, number),
        _mishaps(acts, number),
        _orders(rows, number),
        _guild(period, rows, number),
    )
    return sorted(found, key=lambda one: (-one.importance, -one.step, one.kind, one.heroes))


def _headline(
    kind: str, rows: Iterable[Noted], heroes: Iterable[int], bonus: int = 0, **facts: Any
) -> Headline:
    """One headline about some rows, as important as the most important of them."""
    some = sorted(rows, key=lambda row: row.step)
    weight = min(max(row.importance for row in some) + bonus, 100)
    return Headline(kind, weight, some[-1].step, list(dict.fromkeys(heroes)), facts, [row.id for row in some])


def _trials(period: Period, acts: list[Noted], number: dict[UUID, int]) -> Iterator[Headline]:
    """Quests won and lost, each told once for its whole party."""
    by_quest: defaultdict[tuple[int, str], list[Noted]] = defaultdict(list)
    for row in acts:
        if row.data.get("trial") and "quest" in row.data:
            by_quest[row.data["quest"], row.data["trial"]].append(row)
    known = period.quests(quest for quest, _ in by_quest)
    for (quest, end), rows in by_quest.items():
        told = known.get(quest)
        yield _headline(
            f"quest_{end}",
            rows,
            (number[row.hero] for row in rows if row.hero),
            bonus=(told.difficulty // 10 if told else 0) + len(rows),
            quest=quest,
            title=told.title if told else f"quest {quest}",
            place=told.place if told else None,
            monster=told.monster if told else "",
            gold=sum(row.changes.get("gold", 0) for row in rows),
            treasury=sum(row.changes.get("treasury", 0) + row.changes.get("wages", 0) for row in rows),
            hurt={
                number[row.hero]: row.data["hurt"] for row in rows if row.hero and row.data.get("hurt", 0) > 5
            },
        )


def _departures(period: Period, acts: list[Noted], number: dict[UUID, int]) -> Iterator[Headline]:
    leaving = [row for row in acts if row.action == "depart"]
    reasons = period.reasons([row.id for row in leaving])
    for row in leaving:
        if row.hero:
            yield _headline("departure", [row], [number[row.hero]], reasoning=reasons.get(row.id, ""))


def _events(period: Period, rows: list[Noted]) -> Iterator[Headline]:
    """What came over the land, each told once, with its end where it has ended."""
    by_event: defaultdict[int, list[Noted]] = defaultdict(list)
    for row in rows:
        if row.action in ("event_begins", "event_ends"):
            by_event[row.data["event"]].append(row)
    known = period.events(by_event)
    for event, told in by_event.items():
        if event not in known:
            continue
        one = known[event]
        begun = any(row.action == "event_begins" for row in told)
        yield _headline(
            "event",
            told,
            [],
            event=event,
            name=one.name,
            description=one.description,
            of=one.kind,
            place=one.place,
            begun=one.starts if begun else None,
            over=any(row.action == "event_ends" for row in told),
            ends=one.ends,
        )


def _bonds(acts: list[Noted], number: dict[UUID, int]) -> Iterator[Headline]:
    """Romances, and all new rivalries together."""
    opened: defaultdict[str, dict[tuple[int, int], Noted]] = defaultdict(dict)
    for row in acts:
        for bond in row.changes.get("relationships", []):
            if bond.get("opened") and row.hero:
                one = bond.get("hero", number[row.hero])
                opened[bond["kind"]].setdefault((one, bond["with"]), row)
    for pair, row in opened["romantic"].items():
        yield _headline("romance", [row], pair, action=row.action, place=row.data.get("place"))
    rivals = opened["rivalry"]
    if rivals:
        ordered = sorted(rivals, key=lambda pair: -rivals[pair].step)
        heroes = [hero for pair in ordered for hero in pair]
        told = _headline("rivalries", rivals.values(), heroes, pairs=ordered)
        yield replace(told, importance=QUARREL)  # whatever else those rows tell


def _mishaps(acts: list[Noted], number: dict[UUID, int]) -> Iterator[Headline]:
    """Bad wounds and collapses, those of one hero together; quests tell of their own wounds."""
    wounds: defaultdict[UUID, list[Noted]] = defaultdict(list)
    falls: defaultdict[UUID, list[Noted]] = defaultdict(list)
    for row in acts:
        if row.hero and row.data.get("hurt", 0) >= BADLY_HURT and not row.data.get("trial"):
            wounds[row.hero].append(row)
        if row.hero and row.data.get("cut") == "collapse":
            falls[row.hero].append(row)
    for hero, rows in wounds.items():
        worst = max(rows, key=lambda row: (row.data["hurt"], row.step))
        facts = {"action": worst.action, "place": worst.data.get("place"), "hurt": worst.data["hurt"]}
        yield _headline("wound", rows, [number[hero]], times=len(rows), **facts)
    for hero, rows in falls.items():
        last = rows[0]
        yield _headline(
            "collapse",
            rows,
            [number[hero]],
            times=len(rows),
            action=last.action,
            place=last.data.get("place"),
        )


def _orders(rows: list[Noted], number: dict[UUID, int]) -> Iterator[Headline]:
    """What became of the master's orders."""
    for row in rows:
        order = row.data.get("order")
        if row.kind == "action" and row.hero and isinstance(order, dict) and order.get("outcome"):
            yield _headline(f"order_{order['outcome']}", [row], [number[row.hero]], action=order["action"])
        elif row.kind == "input" and row.action == "order" and row.hero:
            answer, args = row.data.get("answer", {}), row.data.get("args", {})
            if answer.get("agreed") is False and not answer.get("repeated"):
                why = answer.get("why", "")
                yield _headline("refusal", [row], [number[row.hero]], action=args.get("action", ""), why=why)


def _guild(period: Period, rows: list[Noted], number: dict[UUID, int]) -> Iterator[Headline]:
    """Wages that could not be paid, quests that nobody dared, and what the master did for all to see."""
    late = [row for row in rows if row.action == "upkeep" and row.data.get("arrears")]
    if late:
        yield _headline("arrears", late, [], days=max(row.data["arrears"] for row in late))
    given_up = [row for row in rows if row.action == "quest_abandoned"]
    known = period.quests(row.data["quest"] for row in given_up)
    for row in given_up:
        quest = known.get(row.data["quest"])
        yield _headline("given_up", [row], [], title=quest.title if quest else "a quest")
    for row in rows:
        if row.kind == "input" and row.action in OWN_DOING:
            told = row.data.get("args", {}) | row.data.get("answer", {}) | row.data.get(HAND, {})
            about = number[row.hero] if row.hero else told.get("hero")
            yield _headline(row.action, [row], [] if about is None else [about], **told)
