"""Heroes remember what the log tells, whichever way their world was turned, and whoever reads it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from heroes.models import Decision, Hero
from heroes.sim import notation
from heroes.sim.lexicon import KEPT_IN_MIND, MEMORIES
from heroes.sim.memory import FIELDS, SLOTS
from herotycoon.accounts.models import User
from tests.worlds.archive.weeks import WEEK, archive
from tests.worlds.lives import DAY, Errand, aged, live, wrong
from tests.worlds.vandals import Vandal
from worlds.models import World
from worlds.replay import replay
from worlds.services.inputs import act
from worlds.services.ledger import ALWAYS, Opening
from worlds.services.memories import remembered
from worlds.tick import tick

KINDNESS = (
    Errand(40, "punish", {"hero": 0}),
    Errand(41, "reward", {"hero": 1, "gold": 30}),
    Errand(41, "punish", {"hero": 0}),
    Errand(60, "gift", {"hero": 2, "item": "potions", "count": 2}),
)


def stored(world: World) -> dict[int, list[int]]:
    return dict(Hero.objects.filter(world=world).exclude(memories=[]).values_list("number", "memories"))


def kinds(flat: list[int]) -> set[str]:
    return {KEPT_IN_MIND[code] for code in flat[:: len(FIELDS)]}


@pytest.mark.django_db
def test_what_is_remembered_is_what_the_log_makes_of_it_hot_and_archived(master: User) -> None:
    world = aged(master, 1, heroes=8)
    live(world.pk, KINDNESS, 3 * WEEK)
    world.refresh_from_db()
    before = stored(world)
    assert len(before) == 8
    assert remembered(world, Opening.of(world.pk), ALWAYS) == before
    assert max(len(one) for one in before.values()) <= SLOTS * len(FIELDS)
    archive(world, 2)
    assert remembered(world, Opening.of(world.pk), ALWAYS) == before
    assert wrong(world) == []
    assert replay(world).equal


@pytest.mark.django_db
def test_an_archive_is_unpacked_once_however_little_the_planner_knows(master: User) -> None:
    world = aged(master, 3 * WEEK, heroes=4)
    archive(world, 2)
    asked: list[tuple[str, Any]] = []

    def listen(execute: Callable[..., object], sql: str, params: Any, many: bool, context: Any) -> object:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        remembered(world, Opening.of(world.pk), ALWAYS)
    with connection.cursor() as cursor:
        # The worst of plans that there is.
        cursor.execute("SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off")
        cursor.execute("SELECT count(*) FROM activity_archive WHERE world_id = %s", [world.pk])
        weeks = cursor.fetchone()[0]
        unpackings = list[int]()
        for sql, params in asked:
            cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
            unpackings += loops(cursor.fetchone()[0][0]["Plan"])
    assert weeks == 2 * 4 + 2  # and the guild's
    assert weeks <= max(unpackings) <= weeks * 4  # once for each hero, at the very most


def loops(plan: dict[str, Any]) -> Iterator[int]:
    """How often each function of a plan was called."""
    if plan["Node Type"] == "Function Scan":
        yield plan["Actual Loops"]
    for part in plan.get("Plans", ()):
        yield from loops(part)


@pytest.mark.django_db
def test_a_master_is_remembered_and_cruelty_twice_is_one_memory(master: User) -> None:
    world = aged(master, 1)
    live(world.pk, KINDNESS, 61)
    found = stored(world)
    assert "punished" in kinds(found[0])
    assert "rewarded" in kinds(found[1])
    assert "gifted" in kinds(found[2])
    codes = found[0][:: len(FIELDS)]
    assert codes.count(KEPT_IN_MIND.index("punished")) == 1


@pytest.mark.django_db
def test_memories_are_in_contexts_and_in_reasoning(master: User) -> None:
    world = aged(master, 10 * DAY, heroes=12)
    rows = list(Decision.objects.filter(world=world))
    seen = [notation.context(row.context) for row in rows]
    minded = [one for one in seen if one.get("memory")]
    assert len(minded) > len(seen) // 3
    assert all("remembered" in one for one in minded if KEPT_IN_MIND[one["memory"]] in ("hurt", "won"))
    assert {KEPT_IN_MIND[one["memory"]] for one in minded} <= set(MEMORIES)
    told = [
        row.reasoning
        for row in rows
        if notation.contributions(row.contributions)["chosen"].get("memory", 0) > 400
    ]
    assert [text for text in told if " ago" in text or "lately" in text] != []
    assert wrong(world, decisions=True) == []


@pytest.mark.django_db
def test_worlds_of_the_first_rules_forget_until_they_adopt_others(master: User) -> None:
    world = aged(master, 6 * DAY, rules_version=1)
    assert stored(world) == {}
    act(world.pk, "punish", hero=0)
    assert stored(world) == {}
    assert wrong(world, decisions=True) == []
    act(world.pk, "adopt_rules", version=2)
    act(world.pk, "punish", hero=1)
    assert set(stored(world)) == {1}
    tick({world.pk: 12 * DAY})
    world.refresh_from_db()
    assert len(stored(world)) == 6
    assert wrong(world, decisions=True) == []
    assert replay(world).equal


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE heroes SET memories = memories[:cardinality(memories) - 7] WHERE number = 2",
        "UPDATE heroes SET memories[7] = memories[7] + 1 WHERE number = 2",
        "UPDATE heroes SET memories = memories[1:7] || memories[1:7] WHERE number = 2",
    ],
)
def test_i1_a_false_memory_is_named_with_its_hero(master: User, vandal: Vandal, damage: str) -> None:
    world = aged(master, 8 * DAY)
    hero = Hero.objects.get(world=world, number=2)
    vandal(damage)
    (line,) = wrong(world)
    assert line.startswith(f"I1  {hero.name} (hero 2), memories: ")
    assert line.endswith(f"the log makes {hero.memories}")


@pytest.mark.django_db
def test_nobody_changes_by_hand_what_a_hero_remembers(master: User) -> None:
    world = aged(master, 8 * DAY)
    with (
        pytest.raises(IntegrityError, match="memories of heroes is not changed by hand"),
        transaction.atomic(),
    ):
        Hero.objects.filter(world=world, number=2).update(memories=[])
    assert wrong(world) == []


@pytest.mark.django_db
def test_who_was_wronged_and_renamed_is_remembered_by_number(master: User) -> None:
    world = aged(master, 10 * DAY)
    before = stored(world)
    act(world.pk, "rename", hero=1, name="Somebody Else")
    assert stored(world) == before
