"""I4: a decision that does not follow from its row and its world's seed is found and named."""

from __future__ import annotations

import pytest

from heroes.models import Decision
from herotycoon.accounts.models import User
from tests.worlds.lives import DAY, aged, wrong
from tests.worlds.vandals import Vandal
from worlds.models import World
from worlds.services.verify.findings import MOST

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after four days."""
    return aged(master, 4 * DAY)


def test_a_decision_for_something_else_than_was_done_is_named(world: World, vandal: Vandal) -> None:
    row = Decision.objects.filter(world=world, chosen="eat")[0]
    vandal("UPDATE hero_decisions SET chosen = 'hunt' WHERE id = %s", row.pk)
    (line,) = wrong(world)
    assert line.startswith("I4")
    assert str(row.pk) in line
    assert "what was done is eat" in line


def test_an_action_without_a_decision_is_named(world: World, vandal: Vandal) -> None:
    row = Decision.objects.filter(world=world)[0]
    vandal("DELETE FROM hero_decisions WHERE id = %s", row.pk)
    assert any("has no decision" in line for line in wrong(world))


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (
            "options = jsonb_set(decision_options(options), '{eat}', '12345')",
            "option eat: 12,345",
        ),
        (
            "options = decision_options(options) || '{\"depart\": 5}'",
            "option depart: 5; recomputed: not possible",
        ),
        ("options = decision_options(options) - 'eat'", "option eat: not there"),
        ("options = jsonb_set(options, '{utility}', '\"5,6\"')", "option rest: "),
        ("options = jsonb_set(options, '{utility}', '\"five\"')", "it cannot be read"),
        ("context = decision_context(context) || '{\"energy\": 1}'", "option "),
        ("context = context - 'look'", "it cannot be read"),
        ('context = context || \'{"look": "1,2,x"}\'', "it cannot be read"),
        ('context = context || \'{"look": "99999999999"}\'', "it cannot be read"),
        (
            "context = jsonb_set(context, '{look}', to_jsonb((context ->> 'look') || repeat(',1', 44)))",
            "it cannot be read",
        ),
        (
            "contributions = jsonb_set(decision_contributions(contributions), '{chosen,hour}', '12345')",
            "hour in the chosen option",
        ),
        ("contributions = jsonb_set(contributions, '{chosen}', '\"12345\"')", "needs in the chosen option"),
        ("contributions = jsonb_set(contributions, '{against}', '\"depart\"')", "strongest rejected option"),
        (
            "personality_factors = personality_factors || '{\"courage\": 9999}'",
            "courage in the chosen option",
        ),
        ("reasoning = 'Because.'", "reasoning: 'Because.'"),
        ("rules_version = 99", "rules version 99"),
    ],
)
def test_i4_a_decision_that_does_not_follow_from_its_row_is_named(
    world: World, vandal: Vandal, damage: str, named: str
) -> None:
    row = Decision.objects.filter(world=world, chosen="eat", started_step__gt=10)[0]
    vandal(f"UPDATE hero_decisions SET {damage} WHERE id = %s", row.pk)  # noqa: S608
    assert wrong(world) == []
    lines = wrong(world, decisions=True)
    assert lines
    assert all(line.startswith("I4") and str(row.pk) in line for line in lines[:MOST])
    assert any(named in line for line in lines)


def test_i4_the_seed_is_part_of_every_decision(world: World, vandal: Vandal) -> None:
    vandal("UPDATE worlds SET seed = seed + 1")
    assert len(wrong(world, decisions=True)) == MOST + 1


def test_i4_the_words_of_another_decision_are_found_and_another_name_is_no_lie(
    world: World, vandal: Vandal
) -> None:
    rows = list(Decision.objects.filter(world=world).order_by("started_step", "id")[:40])
    other = next(row for row in rows if row.chosen != rows[0].chosen)
    vandal("UPDATE hero_decisions SET reasoning = %s WHERE id = %s", other.reasoning, rows[0].pk)
    assert any("reasoning" in line for line in wrong(world, decisions=True))
    vandal("UPDATE hero_decisions SET reasoning = %s WHERE id = %s", rows[0].reasoning, rows[0].pk)
    vandal("UPDATE heroes SET name = 'X ' || name")
    assert wrong(world, decisions=True) == []
