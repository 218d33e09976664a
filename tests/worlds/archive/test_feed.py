"""Page by page, the history is told from its end to its beginning: everything once, whatever happens meanwhile."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heroes.models import Hero
from heroes.sim import notation
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_player
from tests.schema.asked import asked
from tests.worlds.archive.test_history import by_hand
from tests.worlds.archive.weeks import WEEK, archive, lived
from tests.worlds.lives import told
from worlds.models import World
from worlds.services.archive.drop import drop
from worlds.services.archive.reach import Reach
from worlds.services.feed import ActivityFilter, Decided, DecisionFilter, Logged, Page, activities, decisions
from worlds.services.prose.deeds import Map
from worlds.tick import tick

Row = dict[str, Any]
Sieve = Callable[[Row], bool]
NEVER = 1_000_000
ACTIVITIES = """
SELECT a.*, h.number AS hero, h.name FROM activity_history(%s, -1, 1000000) a
LEFT JOIN heroes h ON h.id = a.hero_id AND h.world_id = a.world_id ORDER BY a.step DESC, a.seq DESC
"""
DECISIONS = """
SELECT d.*, a.step, a.seq, a.real_at, h.number AS hero, h.name
FROM decision_history(%s, -1, 1000000) d JOIN activity_history(%s, -1, 1000000) a ON a.id = d.id
JOIN heroes h ON h.id = a.hero_id AND h.world_id = a.world_id ORDER BY a.step DESC, a.seq DESC
"""
TOLD: list[tuple[ActivityFilter, Sieve]] = [
    (ActivityFilter(), lambda row: True),
    (ActivityFilter(hero=2), lambda row: row["hero"] == 2),
    (ActivityFilter(kinds=["input"]), lambda row: row["kind"] == "input"),
    (ActivityFilter(kinds=["input", "event"]), lambda row: row["kind"] in ("input", "event")),
    (ActivityFilter(actions=["pray", "court"]), lambda row: row["action"] in ("pray", "court")),
    (ActivityFilter(actions=["no such thing"]), lambda row: False),
    (ActivityFilter(place=1), lambda row: document(row["data"]).get("place") == 1),
    (ActivityFilter(importance=40), lambda row: row["importance"] >= 40),
    (ActivityFilter(importance=61), lambda row: row["importance"] >= 61),
    (ActivityFilter(after_step=100, until_step=WEEK + 5), lambda row: 100 < row["step"] <= WEEK + 5),
    (
        ActivityFilter(hero=1, kinds=["action"], actions=["sleep", "eat"], place=0, after_step=40),
        lambda row: (
            row["hero"] == 1
            and row["action"] in ("sleep", "eat")
            and row["step"] > 40
            and document(row["data"]).get("place") == 0
        ),
    ),
]
WHY: list[tuple[DecisionFilter, Sieve]] = [
    (DecisionFilter(), lambda row: True),
    (DecisionFilter(hero=0), lambda row: row["hero"] == 0),
    (DecisionFilter(actions=["hunt", "depart"]), lambda row: row["chosen"] in ("hunt", "depart")),
    (DecisionFilter(least=35), lambda row: row["satisfaction"] >= 35),
    (DecisionFilter(hero=3, most=0), lambda row: row["hero"] == 3 and row["satisfaction"] <= 0),
    (
        DecisionFilter(least=5, most=20, until_step=WEEK + 9, after_step=9),
        lambda row: 5 <= row["satisfaction"] <= 20 and 9 < row["step"] <= WEEK + 9,
    ),
]


def document(value: Any) -> Any:
    """A JSON document, however the driver gives it."""
    return json.loads(value) if isinstance(value, str) else value


def pages(ask: Callable[..., Page[Any]], size: int, meanwhile: Callable[[], object]) -> Iterator[Page[Any]]:
    """Every page to the last; between two of them something happens."""
    page = ask(before=None, limit=size)
    yield page
    while page.next is not None:
        meanwhile()
        page = ask(before=page.next, limit=size)
        yield page


def walked(
    ask: Callable[..., Page[Any]], size: int, meanwhile: Callable[[], object] = lambda: None
) -> list[Any]:
    """All rows; every page but the last is full."""
    found = list(pages(ask, size, meanwhile))
    assert [len(page.rows) for page in found[:-1]] == [size] * (len(found) - 1)
    return [row for page in found for row in page.rows]


def feed(world: World, filters: ActivityFilter | DecisionFilter) -> Callable[..., Page[Any]]:
    """The pages of a feed."""
    if isinstance(filters, ActivityFilter):
        return lambda **at: activities(world.pk, filters=filters, **at)
    return lambda **at: decisions(world.pk, filters=filters, **at)


def history(world: World, filters: ActivityFilter | DecisionFilter) -> list[Row]:
    """What plain SQL knows."""
    if isinstance(filters, ActivityFilter):
        return asked(ACTIVITIES, world.pk)
    return asked(DECISIONS, world.pk, world.pk)


def keys(rows: list[Any]) -> list[tuple[UUID, int, int]]:
    """What rows are and where they stand."""
    return [(row.id, row.step, row.seq) for row in rows]


def expected(rows: list[Row], sieve: Sieve) -> list[tuple[UUID, int, int]]:
    """The same of rows of plain SQL."""
    return [(row["id"], row["step"], row["seq"]) for row in rows if sieve(row)]


FEEDS: list[tuple[ActivityFilter | DecisionFilter, Sieve]] = [*TOLD, *WHY]


@pytest.mark.django_db
@pytest.mark.parametrize("nth", range(len(FEEDS)))
def test_a_walk_through_log_and_archive_is_what_plain_sql_says(world: World, nth: int) -> None:
    filters, sieve = FEEDS[nth]
    archive(world, 2)
    rows = history(world, filters)
    for size in (29, 5_000):
        assert keys(walked(feed(world, filters), size)) == expected(rows, sieve)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
@pytest.mark.django_db
def test_nothing_is_missed_or_told_twice_while_the_world_moves_and_is_archived(
    world: World, data: st.DataObject
) -> None:
    filters, sieve = data.draw(st.sampled_from(FEEDS))
    size = data.draw(st.integers(1, 120), label="page")
    heroes = list(Hero.objects.filter(world=world).order_by("number").values_list("id", flat=True))
    turns = iter(range(NEVER))

    def meanwhile() -> None:
        turn = next(turns)
        if turn < 4:
            tick({world.pk: World.objects.get(pk=world.pk).step + 1 + turn})
        if turn < 9 and data.draw(st.booleans(), label="archive"):
            by_hand(
                world,
                data.draw(st.integers(0, 2), label="week"),
                data.draw(st.lists(st.sampled_from(heroes), unique=True)),
            )

    with transaction.atomic():
        before = expected(history(world, filters), sieve)
        assert keys(walked(feed(world, filters), size, meanwhile)) == before
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_an_activity_is_told_with_who_where_when_and_what_it_changed(world: World) -> None:
    archive(world, 1)
    places = Map.of(World.objects.get(pk=world.pk).data).names
    for row, logged in zip(history(world, ActivityFilter()), walk_activities(world), strict=True):
        data = document(row["data"])
        assert logged == Logged(
            row["id"], row["hero_id"], row["hero"], row["name"], row["step"], row["seq"],
            row["real_at"], row["started_step"], row["kind"], row["action"], row["mood_impact"], row["importance"],
            data.get("place"), places[data["place"]] if data.get("place") is not None else "", data,
            document(row["changes"]),
        )  # fmt: skip


def walk_activities(world: World) -> list[Logged]:
    """All of them."""
    return walked(feed(world, ActivityFilter()), 400)


@pytest.mark.django_db
def test_a_decision_is_told_with_its_rival_in_either_shape(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE hero_decisions SET options = decision_options(options),"
            " contributions = decision_contributions(contributions) WHERE started_step % 2 = 0"
        )
    archive(world, 1)
    rivals = 0
    told: list[Decided] = walked(feed(world, DecisionFilter()), 400)
    for row, decided in zip(history(world, DecisionFilter()), told, strict=True):
        options = notation.options(document(row["options"]))
        against = document(row["contributions"]).get("against", "")
        rivals += bool(against)
        assert decided == Decided(
            row["id"], row["hero_id"], row["hero"], row["name"], row["step"], row["seq"],
            row["real_at"], row["started_step"], row["chosen"], row["satisfaction"], row["reasoning"],
            row["rules_version"], options[row["chosen"]], against, options[against] if against else None,
        )  # fmt: skip
        others = sorted((utility for name, utility in options.items() if name != row["chosen"]), reverse=True)
        assert others[:1] == ([decided.against_utility] if against else [])
    assert rivals > 500


@pytest.mark.django_db
def test_a_page_that_is_just_full_is_the_last(world: World) -> None:
    filters = ActivityFilter(kinds=["input"])
    count = len(walked(feed(world, filters), 3))
    page = activities(world.pk, filters=filters, limit=count)
    assert (len(page.rows), page.next) == (count, None)
    assert activities(world.pk, filters=filters, limit=count - 1).next is not None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("damage", "shown"),
    [
        ('options = \'{"utility": "five"}\'', (None, None)),
        ("options = '{}'", (None, None)),
    ],
)
def test_a_damaged_decision_is_still_told(
    world: World, damage: str, shown: tuple[int | None, int | None]
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE hero_decisions SET {damage}")  # noqa: S608
    row = decisions(world.pk, limit=1).rows[0]
    assert (row.utility, row.against_utility) == shown


@pytest.mark.django_db
def test_of_nobody_and_of_nothing_there_is_an_empty_page(world: World) -> None:
    assert activities(world.pk, filters=ActivityFilter(hero=99)) == Page([], None, nobody=True)
    assert decisions(world.pk, filters=DecisionFilter(hero=99)) == Page([], None, nobody=True)
    assert activities(UUID(int=0)) == Page([], None)
    assert decisions(world.pk, before=(0, 0)) == Page([], None)


@pytest.mark.django_db
def test_the_archive_is_opened_only_where_it_may_have_rows_of_the_page(world: World) -> None:
    archive(world, 1)
    for before, opened in ((None, False), ((WEEK, 0), True)):
        with CaptureQueriesContext(connection) as heard:
            assert activities(world.pk, before=before, limit=20).rows
        assert any("unnest(packed" in one["sql"] for one in heard) is opened


@pytest.mark.django_db
def test_an_activity_without_a_decision_does_not_end_the_feed_of_decisions(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM hero_decisions WHERE started_step BETWEEN 200 AND 260")
        cursor.execute("DELETE FROM hero_decisions WHERE started_step > 650")
    rows = expected(history(world, DecisionFilter()), lambda row: True)
    for weeks in (0, 2):
        archive(world, weeks)
        assert keys(walked(feed(world, DecisionFilter()), 20)) == rows


@pytest.mark.django_db
def test_where_history_was_dropped_the_feed_ends(world: World, tmp_path: Path) -> None:
    archive(world, 2)
    drop([Reach(world.pk, 0, 1)], tmp_path)
    for filters in (ActivityFilter(), DecisionFilter()):
        rows = history(world, filters)
        assert keys(walked(feed(world, filters), 30)) == expected(rows, lambda row: True)
    oldest = walked(feed(world, ActivityFilter(kinds=["action"])), 100)[-1]
    assert oldest.step >= WEEK


@pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
def test_a_master_reads_their_own_feed_and_nobody_elses(master: User, second_master: User) -> None:
    world = lived(master, weeks=1.1)
    assert told(world.pk, "praise", {"hero": 1})
    archive(world, 1)

    def everything() -> list[Any]:
        return [walked(feed(world, filters), 60) for filters, _ in FEEDS]

    before = everything()
    with as_player(master.pk, [world.pk]):
        assert everything() == before
    with as_player(second_master.pk):
        assert activities(world.pk) == Page([], None)
        assert decisions(world.pk) == Page([], None)
