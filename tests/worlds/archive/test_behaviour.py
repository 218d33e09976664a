"""How heroes behave, told from their stored decisions: every sum is what plain SQL makes of the same rows."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heroes.models import Activity, Decision, Hero
from heroes.sim import notation
from heroes.sim.lexicon import ACTIONS, TRAITS
from heroes.sim.rules import rules
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_player
from tests.schema.asked import asked
from tests.worlds.archive.weeks import archive
from tests.worlds.lives import DAY, Errand, aged, born, live
from worlds.models import World
from worlds.services.behaviour import Behaviour, Compliance, behaviour

pytestmark = pytest.mark.django_db
READ = "SELECT d.* FROM decision_history(%s, -1, 1000000) d"
SUMS = """
SELECT d.chosen AS action, count(*)::int AS times, sum(a.step - a.started_step) / 2.0 AS hours,
       round(avg(d.satisfaction), 1) AS satisfaction
FROM decision_history(%(world)s, %(since)s, %(until)s) d
JOIN activity_history(%(world)s, %(since)s, %(until)s) a ON a.id = d.id GROUP BY 1
"""
PASSED = """
SELECT option AS action, count(*)::int AS times
FROM decision_history(%(world)s, %(since)s, %(until)s) d, jsonb_object_keys(decision_options(d.options)) AS option
WHERE option <> d.chosen GROUP BY 1
"""
MARGINS = """
SELECT action, avg(margin) AS margin FROM (
    SELECT d.chosen AS action, (decision_options(d.options) ->> d.chosen)::int - max(value::int) AS margin
    FROM decision_history(%(world)s, %(since)s, %(until)s) d, jsonb_each_text(decision_options(d.options))
    WHERE key <> d.chosen GROUP BY d.id, d.chosen, d.options
) AS one GROUP BY 1
"""
DRIVERS = """
SELECT d.chosen AS action, key AS name, sum(value::int) AS total
FROM decision_history(%(world)s, %(since)s, %(until)s) d,
     jsonb_each_text(d.personality_factors || (decision_contributions(d.contributions) -> 'chosen'))
WHERE key <> 'custom' GROUP BY 1, 2
"""
TRAITED = """
SELECT h.number, key AS trait, sum(value::int) AS total
FROM decision_history(%(world)s, %(since)s, %(until)s) d JOIN heroes h ON h.id = d.hero_id AND h.world_id = d.world_id,
     jsonb_each_text(d.personality_factors) GROUP BY 1, 2
"""


def summed(query: str, told: Behaviour, **more: Any) -> list[dict[str, Any]]:
    """What SQL makes of the period that was told of."""
    with connection.cursor() as cursor:
        cursor.execute(query, {"world": told.world_id, "since": told.since, "until": told.until, **more})
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.fixture(params=[0, 2], ids=["in the log", "half in the archive"])
def told(request: pytest.FixtureRequest, world: World) -> Behaviour:
    """Twelve days of a world, its past in either place."""
    archive(world, request.param)
    return behaviour(world, 12)


def test_every_action_is_counted_as_sql_counts_it(told: Behaviour) -> None:
    sums = {row["action"]: row for row in summed(SUMS, told)}
    assert told.decisions == sum(row["times"] for row in sums.values()) > 500
    assert {one.action for one in told.actions if one.times} == set(sums)
    for one in told.actions:
        if one.times:
            row = sums[one.action]
            assert (one.times, one.hours) == (row["times"], float(row["hours"]))
            assert one.satisfaction == pytest.approx(float(row["satisfaction"]), abs=0.11)
            assert one.share == pytest.approx(one.times / told.decisions, abs=0.0001)
    assert [one.times for one in told.actions] == sorted((one.times for one in told.actions), reverse=True)


def test_what_was_possible_and_passed_over_is_counted_with_the_margins(told: Behaviour) -> None:
    passed = {row["action"]: row["times"] for row in summed(PASSED, told)}
    margins = {row["action"]: float(row["margin"]) for row in summed(MARGINS, told)}
    assert {one.action: one.passed_over for one in told.actions if one.passed_over} == passed
    assert {one.action for one in told.actions if one.margin is not None} == set(margins)
    for one in told.actions:
        if one.margin is not None:
            assert one.margin == pytest.approx(margins[one.action], abs=0.51)
            assert one.margin >= 0
        if not one.times:
            assert (one.share, one.hours, one.satisfaction, one.margin, one.drivers) == (0, 0, None, None, [])


def test_the_strongest_drivers_of_an_action_are_told_and_custom_never_is(told: Behaviour) -> None:
    totals: dict[str, dict[str, int]] = {}
    for row in summed(DRIVERS, told):
        totals.setdefault(row["action"], {})[row["name"]] = row["total"]
    for one in told.actions:
        means = {name: total / one.times for name, total in totals.get(one.action, {}).items() if total}
        assert len(one.drivers) == min(5, len(means))
        for driver in one.drivers:
            assert driver.mean == pytest.approx(means.pop(driver.name), abs=0.51)
        if means:
            assert max(map(abs, means.values())) <= abs(one.drivers[-1].mean) + 0.51
        assert "custom" not in [driver.name for driver in one.drivers]


def test_every_hero_is_told_with_favourites_and_traits(told: Behaviour, world: World) -> None:
    totals = {(row["number"], row["trait"]): row["total"] for row in summed(TRAITED, told)}
    chosen: dict[int, Counter[str]] = {}
    rows = asked(
        "SELECT h.number, h.name, d.chosen, d.satisfaction FROM decision_history(%s, %s, %s) d"
        " JOIN heroes h ON h.id = d.hero_id",
        world.pk,
        told.since,
        told.until,
    )
    for row in rows:
        chosen.setdefault(row["number"], Counter())[row["chosen"]] += 1
    assert [one.hero for one in told.heroes] == sorted(chosen)
    assert {one.name for one in told.heroes} == {row["name"] for row in rows}
    for one in told.heroes:
        assert one.decisions == chosen[one.hero].total()
        assert [favourite.times for favourite in one.favourites] == [
            times for _, times in chosen[one.hero].most_common(3)
        ]
        assert all(chosen[one.hero][favourite.action] == favourite.times for favourite in one.favourites)
        felt = [row["satisfaction"] for row in rows if row["number"] == one.hero]
        assert one.satisfaction == pytest.approx(sum(felt) / len(felt), abs=0.051)
        for trait in TRAITS:
            mean = totals.get((one.hero, trait), 0) / one.decisions
            assert one.traits[trait] == pytest.approx(mean, abs=0.51)


def test_a_trait_speaks_with_the_sign_of_what_it_is_and_what_it_draws_to(master: User) -> None:
    """Where a hero has one kind of decision only: (trait − 50) × weight, the danger of quests apart."""
    world = aged(master, 5 * DAY, heroes=8)
    weights = rules(world.rules_version).traits
    checked = 0
    for hero in Hero.objects.filter(world=world).order_by("number"):
        counts = Counter(Decision.objects.filter(hero=hero).values_list("chosen", flat=True))
        most = next(action for action, _ in counts.most_common() if not action.startswith("quest"))
        seen = [notation.context(d.context) for d in Decision.objects.filter(hero=hero, chosen=most)]
        others = Decision.objects.filter(hero=hero).exclude(chosen=most).values_list("id", flat=True)
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM hero_decisions WHERE id = ANY (%s)", [list(others)])
        (told,) = [one for one in behaviour(world).heroes if one.hero == hero.number]
        for at, trait in enumerate(TRAITS):
            expected = sum((context["traits"][at] - 50) for context in seen) * int(
                weights[at, ACTIONS.index(most)]
            )
            assert told.traits[trait] == pytest.approx(expected / len(seen), abs=0.51)
            assert (told.traits[trait] > 0) == (expected / len(seen) > 0.5)
            checked += bool(expected)
    assert checked > 10


def test_orders_are_counted_with_what_was_predicted_and_what_came_of_them(master: User) -> None:
    world = born(master, heroes=10)
    errands = [
        Errand(step, "order", {"hero": hero, "action": "study"})
        for step in (20, 30, 70, 120)
        for hero in range(10)
    ]
    live(world.pk, errands, 5 * DAY)
    rows = Activity.objects.filter(world=world, kind="input", action="order")
    answers = [document(row.data)["answer"] for row in rows]
    fresh = [answer for answer in answers if not answer["repeated"]]
    ends = Counter(
        document(row.data)["order"]["outcome"]
        for row in Activity.objects.filter(world=world, kind="action", data__has_key="order")
    )
    told = behaviour(world).compliance
    agreed = sum(answer["agreed"] for answer in fresh)
    chance = round(sum(answer["chance"] for answer in fresh) / len(fresh))
    assert told == Compliance(
        len(fresh), agreed, len(fresh) - agreed, len(answers) - len(fresh), chance,
        ends["done"], ends["failed"], ends["lapsed"],
    )  # fmt: skip
    assert told.repeated >= 5
    assert told.kept >= 3


def document(value: Any) -> Any:
    """A JSON document, however the driver gives it."""
    return json.loads(value) if isinstance(value, str) else value


def test_a_newborn_world_and_an_empty_one_have_no_figures(master: User) -> None:
    told = behaviour(born(master))
    assert (told.decisions, told.actions, told.heroes, told.compliance) == (0, [], [], Compliance())
    assert (told.since, told.until) == (-1, 0)
    assert json.loads(json.dumps(told.document()))["actions"] == []


@pytest.mark.parametrize("days", [0, -1, 29])
def test_other_periods_are_refused(world: World, days: int) -> None:
    with pytest.raises(ValueError, match="1 to 28 days"):
        behaviour(world, days)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.integers(1, 28))
def test_only_the_last_days_count(world: World, days: int) -> None:
    told = behaviour(world, days)
    assert (told.since, told.until) == (max(world.step - 48 * days, -1), world.step)
    assert told.decisions == sum(row["times"] for row in summed(SUMS, told))
    assert (
        sum(one.decisions for one in told.heroes) == sum(one.times for one in told.actions) == told.decisions
    )


def test_decisions_in_the_first_shape_count_alike(world: World) -> None:
    before = behaviour(world)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE hero_decisions SET options = decision_options(options),"
            " contributions = decision_contributions(contributions)"
        )
    assert behaviour(world) == before


def test_a_damaged_decision_counts_as_far_as_it_can_be_read(world: World) -> None:
    before = behaviour(world)
    with connection.cursor() as cursor:
        cursor.execute(
            'UPDATE hero_decisions SET options = \'{"utility": "five"}\', contributions = \'{"chosen": 7}\''
        )
    after = behaviour(world)
    assert after.decisions == before.decisions
    assert [one.traits for one in after.heroes] == [one.traits for one in before.heroes]
    assert {one.margin for one in after.actions} == {None}


def test_the_document_is_plain_json_and_says_the_same(told: Behaviour) -> None:
    document = json.loads(json.dumps(told.document()))
    assert document["world_id"] == str(told.world_id)
    assert len(document["actions"]) == len(told.actions)
    first = told.actions[0]
    assert document["actions"][0]["drivers"][0] == {
        "name": first.drivers[0].name,
        "mean": first.drivers[0].mean,
    }
    assert document["compliance"]["given"] == told.compliance.given


@pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
def test_a_master_reads_the_behaviour_of_their_own_heroes(master: User, second_master: User) -> None:
    mine, theirs = aged(master, 3 * DAY), aged(second_master, 3 * DAY, seed=8)
    before = behaviour(mine)
    with as_player(master.pk, [mine.pk]):
        assert behaviour(mine) == before
        with pytest.raises(World.DoesNotExist):
            behaviour(theirs)
