"""Decisions of the first days, whose numbers were kept by name, are read, explained, recomputed and carried on.

``decisions_of_old.json`` was written by the code of those days: decisions from one world of seed 7, and what some of
its heroes carried.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import orjson
import pytest
from django.db import connection

from heroes.models import Decision, Hero
from heroes.sim import notation
from heroes.sim.lexicon import ACTIONS
from herotycoon.accounts.models import User
from tests.explained import explained
from tests.worlds.lives import DAY, aged, wrong
from worlds.models import World
from worlds.services.explain import Explanation, explain
from worlds.services.explain_words import words
from worlds.services.recompute import anew
from worlds.tick import tick

OLD: dict[str, Any] = orjson.loads((Path(__file__).parent / "decisions_of_old.json").read_bytes())
DOCUMENTS = ("context", "options", "contributions", "personality_factors")
pytestmark = pytest.mark.django_db


@pytest.fixture
def world(master: User) -> World:
    """The world in which they were made, three days old."""
    return aged(master, 3 * DAY, seed=OLD["seed"], heroes=OLD["heroes"])


def test_they_are_recomputed_to_the_thousandth() -> None:
    rows = OLD["decisions"]
    number, step = (np.array([row[name] for row in rows]) for name in ("number", "started_step"))
    again = anew([row["context"] for row in rows], OLD["seed"], number, step, 1)
    for at, row in enumerate(rows):
        assert ACTIONS[again.chosen[at]] == row["chosen"]
        utilities = again.utility[at].tolist()
        assert {name: utilities[ACTIONS.index(name)] for name in row["options"]} == row["options"]
    assert {row["chosen"] for row in rows} >= set(ACTIONS) - {"depart"}
    assert any(row["context"].get("order") for row in rows)


def into_the_log(row: dict[str, Any], pk: UUID) -> None:
    """Put an old decision in the place of another of the same hero."""
    Decision.objects.filter(pk=pk).update(
        **{name: row[name] for name in (*DOCUMENTS, "chosen", "started_step", "reasoning", "rules_version")}
    )


def told(pk: UUID) -> tuple[Explanation, object]:
    """An explanation, and its words."""
    one = explain(str(pk))
    return one, words(one)


def test_they_are_explained_in_the_words_of_new_ones(world: World) -> None:
    for row in OLD["decisions"]:
        pk = Decision.objects.filter(world=world, hero__number=row["number"])[0].pk
        into_the_log(row, pk)
        old, old_words = told(pk)
        assert old.differs == ""
        assert {option.action: option.utility for option in old.options} == row["options"]
        Decision.objects.filter(pk=pk).update(**renewed(row))
        assert Decision.objects.get(pk=pk).context.keys() & {"look", "traits"} == {"look"}
        assert told(pk)[1] == old_words


def renewed(row: dict[str, Any]) -> dict[str, Any]:
    """The documents of an old decision as they are written now."""

    def text(found: dict[str, int], order: tuple[str, ...]) -> str:
        return ",".join(str(found.get(name, "")) for name in order).rstrip(",")

    context, told = row["context"], row["contributions"]
    codes = {name: words.index(context[name]) for name, words in notation.WORDS.items() if name in context}
    traits = dict(zip(notation.ORDERS["look"], context["traits"], strict=False))
    vectors = {
        name: text(context[name], ACTIONS) for name in ("affords", "events", "learned") if name in context
    }
    sides = {side: text(told[side], notation.ORDERS[side]) for side in ("chosen", "rejected") if side in told}
    return {
        "context": {"look": text(context | codes | traits, notation.ORDERS["look"]), **vectors},
        "options": {"utility": text(row["options"], ACTIONS)},
        "contributions": told | sides,
    }


def test_both_shapes_are_named_alike_in_python_and_in_sql() -> None:
    for row in OLD["decisions"]:
        for shape in (row, renewed(row)):
            found = [shape[name] for name in ("context", "options", "contributions")]
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT decision_context(%s), decision_options(%s), decision_contributions(%s)",
                    [orjson.dumps(one).decode() for one in found],
                )
                in_sql = [
                    orjson.loads(one) if isinstance(one, str) else one for one in cursor.fetchone() or ()
                ]
            in_python = [
                notation.context(found[0]),
                notation.options(found[1]),
                notation.contributions(found[2]),
            ]
            by_name = [row["context"], row["options"], row["contributions"]]
            assert in_python == by_name
            assert in_sql == by_name


def test_what_a_hero_carries_from_the_first_days_is_logged_as_it_is(world: World) -> None:
    heroes = list(Hero.objects.filter(world=world).order_by("number"))
    for hero in heroes:
        seen = hero.carried
        old = {
            "context": notation.context(seen["context"]),
            "options": notation.options(seen["options"]),
            "contributions": notation.contributions(seen["contributions"]),
            **{name: seen[name] for name in ("personality_factors", "reasoning")},
        }
        assert set(OLD["carried"][0]["document"]) == set(old)
        Hero.objects.filter(pk=hero.pk, world=world).update(carried=old, **explained())
    tick({world.id: 4 * DAY})
    logged = [row for row in Decision.objects.filter(world=world) if "traits" in row.context]
    assert len(logged) == len(heroes)
    assert wrong(world, decisions=True) == []
