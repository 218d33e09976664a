"""Whatever document comes: the database takes it as a personality when it is one, and only then."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from heroes.models import Hero
from heroes.sim.lexicon import TRAITS
from tests import factories

text = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=10)
scalar = some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False, allow_infinity=False)
document = some.recursive(
    scalar | text, lambda deeper: some.lists(deeper) | some.dictionaries(text, deeper), max_leaves=5
)
personality = some.fixed_dictionaries({trait: some.integers(0, 100) for trait in TRAITS})


@some.composite
def damaged(draw: some.DrawFn) -> dict[str, Any]:
    """A personality with one trait lost, replaced by any document, renamed, or one key too many."""
    traits: dict[str, Any] = draw(personality)
    trait = draw(some.sampled_from(TRAITS))
    match draw(some.sampled_from(("lost", "replaced", "renamed", "added"))):
        case "lost":
            del traits[trait]
        case "replaced":
            traits[trait] = draw(document | some.integers(-2, 102) | some.floats(-1, 101))
        case "renamed":
            traits[draw(text)] = traits.pop(trait)
        case _:
            traits[draw(text)] = 50
    return traits


def is_personality(value: Any) -> bool:
    """Exactly the seven traits, each a whole number from 0 to 100; 50.0 is whole, true is no number."""
    return (
        isinstance(value, dict)
        and value.keys() == set(TRAITS)
        and all(type(points) in {int, float} for points in value.values())
        and all(0 <= points <= 100 and points == int(points) for points in value.values())
    )


@pytest.fixture
def hero(db: None) -> Hero:
    return factories.a_hero()


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=personality | damaged() | document)
def test_the_database_and_the_model_know_a_personality(hero: Hero, value: Any) -> None:
    assert database_takes(hero, value) == model_takes(hero, value) == is_personality(value)


def database_takes(hero: Hero, value: Any) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE heroes SET personality = %s WHERE id = %s", [json.dumps(value), hero.id])
    except IntegrityError as error:
        return "heroes_personality_check" not in str(error)
    return True


def model_takes(hero: Hero, value: Any) -> bool:
    hero.personality = value
    try:
        hero.full_clean()
    except ValidationError as error:
        told = str(error.message_dict)
        return "personality" not in told
    return True
