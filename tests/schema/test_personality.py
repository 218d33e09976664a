"""Whatever document comes: the database takes it as a personality when it is one, and only then."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings

from heroes.models import Hero
from tests import factories
from tests.schema.documents import damaged, document, is_personality, personality


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
