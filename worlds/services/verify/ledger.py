"""I1: what was there at birth and everything that was logged since make what is there now, to the last coin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any
from uuid import UUID

from heroes.models import Hero
from influence.models import MasterInfluence
from worlds.models import Guild
from worlds.services.ledger import AMOUNTS, BIRTH, DOCUMENTS, PILLARS, Sums
from worlds.services.verify.findings import Finding, Subject, capped

_UNCOUNTABLE = """
SELECT a.hero_id, a.action, a.step, a.seq, a.changes::text
FROM activity_history(%(world)s, %(after)s, %(until)s) a
WHERE a.changes @? '$.keyvalue() ? (@.key != "relationships").value
                    .** ? (@.type() != "object" && (@.type() != "number" || @.floor() != @))'
ORDER BY a.step, a.seq
"""


def ledger(subject: Subject) -> Iterator[Finding]:
    """Everything that does not add up; nothing is added up where amounts are not whole numbers."""
    uncountable = list(capped(_uncountable(subject)))
    if uncountable:
        yield from uncountable
        return
    sums = Sums.of(subject.world.pk, subject.opening.step)
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
    start, since = _start(subject, hero.pk, hero.birth, "at birth")
    for name in AMOUNTS:
        yield from _compare(who, name, start.get(name), logged.get(name, 0), rows, getattr(hero, name), since)
    for part, (column, known) in DOCUMENTS.items():
        born, now = start.get(column, {}), getattr(hero, column)
        told = {key for pk, which, key in sums.documents if pk == hero.pk and which == part}
        for key in (*known, *sorted((told | set(now) | set(born)) - set(known))):
            change = sums.documents.get((hero.pk, part, key), 0)
            yield from _compare(
                who, f"{key} ({part})", born.get(key, 0), change, rows, now.get(key, 0), since
            )


def _start(subject: Subject, pk: UUID, birth: Mapping[str, Any], begin: str) -> tuple[Mapping[str, Any], str]:
    """What the sums start from, and when that was."""
    opening = subject.opening
    if opening.step == BIRTH or pk not in opening.states:
        return birth, begin
    return opening.states[pk], f"at step {opening.step}"


def _influence(subject: Subject, sums: Sums) -> Iterator[Finding]:
    records = {record.hero_id: record for record in MasterInfluence.objects.filter(world=subject.world)}
    for pk, who in subject.names.items():
        if pk not in records:
            yield Finding("I1", who, "no influence record", "every hero has one")
            continue
        record, logged = records[pk], sums.amounts.get(pk, {})
        start, since = _start(subject, pk, record.baseline, "at first")
        for name in PILLARS:
            now, rows = getattr(record, name), sums.rows.get(pk, 0)
            yield from _compare(who, name, start.get(name), logged.get(name, 0), rows, now, since)


def _treasury(subject: Subject, sums: Sums) -> Iterator[Finding]:
    guild = Guild.objects.filter(world=subject.world).first()
    if guild is None:
        yield Finding("I1", "the world", "no guild", "every world has one")
        return
    rows = sum(sums.rows.values())
    start, since = _start(subject, guild.pk, guild.birth, "at birth")
    yield from _compare(
        "the guild", "treasury", start.get("treasury"), sums.treasury, rows, guild.treasury, since
    )


def _compare(
    who: str, what: str, start: Any, change: int, rows: int, now: int, since: str
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
