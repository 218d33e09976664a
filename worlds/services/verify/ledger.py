"""I1: what was there at birth and everything that was logged since make what is there now, to the last coin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from heroes.models import Hero
from heroes.sim.lexicon import ITEMS, SKILLS, TRAITS
from influence.models import MasterInfluence
from worlds.models import Guild
from worlds.services.verify.findings import Finding, Subject, capped

AMOUNTS = ("gold", "experience", "energy", "mood", "health")
PILLARS = ("trust", "respect", "fear")
DOCUMENTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "items": ("items", ITEMS),
    "skills": ("skills", SKILLS),
    "traits": ("personality", TRAITS),
}
"""{key of an activity's changes: (column of the hero, keys of both)}."""

_UNCOUNTABLE = """
SELECT a.hero_id, a.action, a.step, a.seq, a.changes::text
FROM activity_history(%(world)s, -1, 2147483647) a
WHERE a.changes @? '$.keyvalue() ? (@.key != "relationships").value
                    .** ? (@.type() != "object" && (@.type() != "number" || @.floor() != @))'
ORDER BY a.step, a.seq
"""
_AMOUNTS = """
SELECT hero_id, activities, gold, experience, energy, mood, health, trust, respect, fear, treasury
FROM offline_progress(%(world)s, -1, 2147483647)
"""
_DOCUMENTS = "SELECT hero_id, part, name, change FROM offline_growth(%(world)s, -1, 2147483647)"


@dataclass
class Sums:
    """What the log adds up to, by hero; heroes without a row in the log are not there."""

    rows: dict[UUID | None, int]
    amounts: dict[UUID | None, dict[str, int]]
    documents: dict[tuple[UUID, str, str], int]
    treasury: int

    @classmethod
    def of(cls, subject: Subject) -> Sums:
        """Add up the log of a world."""
        found = subject.ask(_AMOUNTS)
        names = (*AMOUNTS, *PILLARS)
        return cls(
            rows={hero: count for hero, count, *_ in found},
            amounts={hero: dict(zip(names, map(int, sums), strict=True)) for hero, _, *sums, _ in found},
            documents={(hero, part, key): int(total) for hero, part, key, total in subject.ask(_DOCUMENTS)},
            treasury=sum(int(row[-1]) for row in found),
        )


def ledger(subject: Subject) -> Iterator[Finding]:
    """Everything that does not add up; nothing is added up where amounts are not whole numbers."""
    uncountable = list(capped(_uncountable(subject)))
    if uncountable:
        yield from uncountable
        return
    sums = Sums.of(subject)
    subject.counts["activities"] = sum(sums.rows.values())
    subject.counts["heroes"] = len(subject.names)
    yield from capped(chain.from_iterable(_hero(subject, hero, sums) for hero in _heroes(subject)))
    yield from capped(_influence(subject, sums))
    yield from _treasury(subject, sums)


def _uncountable(subject: Subject) -> Iterator[Finding]:
    for hero, action, step, seq, changes in subject.ask(_UNCOUNTABLE):
        where = f"{subject.hero(hero)}, {action} at step {step}, row {seq}"
        yield Finding("I1", where, f"the changes are {changes}", "whole numbers alone can be added up")


def _heroes(subject: Subject) -> list[Hero]:
    return list(
        Hero.objects.filter(world=subject.world)
        .defer("backstory", "expectations", "carried")
        .order_by("number")
    )


def _hero(subject: Subject, hero: Hero, sums: Sums) -> Iterator[Finding]:
    who, rows = subject.names[hero.pk], sums.rows.get(hero.pk, 0)
    logged = sums.amounts.get(hero.pk, {})
    for name in AMOUNTS:
        yield from _compare(who, name, hero.birth.get(name), logged.get(name, 0), rows, getattr(hero, name))
    for part, (column, known) in DOCUMENTS.items():
        born, now = hero.birth.get(column, {}), getattr(hero, column)
        told = {key for pk, which, key in sums.documents if pk == hero.pk and which == part}
        for key in (*known, *sorted((told | set(now) | set(born)) - set(known))):
            change = sums.documents.get((hero.pk, part, key), 0)
            yield from _compare(who, f"{key} ({part})", born.get(key, 0), change, rows, now.get(key, 0))


def _influence(subject: Subject, sums: Sums) -> Iterator[Finding]:
    records = {record.hero_id: record for record in MasterInfluence.objects.filter(world=subject.world)}
    for pk, who in subject.names.items():
        if pk not in records:
            yield Finding("I1", who, "no influence record", "every hero has one")
            continue
        record, logged = records[pk], sums.amounts.get(pk, {})
        for name in PILLARS:
            start, now = record.baseline.get(name), getattr(record, name)
            yield from _compare(who, name, start, logged.get(name, 0), sums.rows.get(pk, 0), now, "at first")


def _treasury(subject: Subject, sums: Sums) -> Iterator[Finding]:
    guild = Guild.objects.filter(world=subject.world).first()
    if guild is None:
        yield Finding("I1", "the world", "no guild", "every world has one")
        return
    rows = sum(sums.rows.values())
    yield from _compare("the guild", "treasury", _first(guild.birth), sums.treasury, rows, guild.treasury)


def _first(birth: Mapping[str, Any]) -> Any:
    return birth.get("treasury")


def _compare(
    who: str, what: str, start: Any, change: int, rows: int, now: int, since: str = "at birth"
) -> Iterator[Finding]:
    """A finding where the start and the changes do not make what there is now."""
    if not isinstance(start, int) or isinstance(start, bool):
        yield Finding(
            "I1", f"{who}, {what}", f"{since} it is {start!r}", "a ledger starts from a whole number"
        )
    elif start + change != now:
        sign = "plus" if change >= 0 else "minus"
        log = f"{abs(change):,} in {rows:,} rows of the log"
        right = f"{start:,} {since} {sign} {log} make {start + change:,}"
        yield Finding("I1", f"{who}, {what}", f"{now:,} now", f"{right} ({_off(now - start - change)})")


def _off(difference: int) -> str:
    return f"{abs(difference):,} too {'much' if difference > 0 else 'little'}"
