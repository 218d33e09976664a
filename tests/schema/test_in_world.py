"""How a row in a world is written through its model."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from heroes.models import Decision, Hero
from tests import factories
from worlds.models import World

pytestmark = pytest.mark.django_db


def test_saving_says_the_world_and_does_not_set_it() -> None:
    hero = factories.a_hero()
    with CaptureQueriesContext(connection) as queries:
        hero.save()
    (update,) = (query["sql"] for query in queries)
    what, where = update.split(" WHERE ")
    assert update.startswith("UPDATE")
    assert '"world_id"' not in what
    assert '"world_id"' in where


def test_a_saved_row_cannot_move_to_another_world() -> None:
    hero = factories.a_hero()
    hero.world = factories.a_world()
    with pytest.raises(DatabaseError, match="is not in world"):
        hero.save()


def test_a_deleted_row_does_not_come_back() -> None:
    quest = factories.a_quest()
    type(quest).objects.all().delete()
    with pytest.raises(DatabaseError, match="is not in world"):
        quest.save()


def test_a_row_is_put_in_whether_it_is_new_or_not() -> None:
    hero = factories.a_hero(gold=1)
    again = Hero(**{field.attname: getattr(hero, field.attname) for field in Hero._meta.concrete_fields})
    again.gold = 2
    Hero.objects.bulk_create(
        [again], update_conflicts=True, update_fields=["gold"], unique_fields=["id", "world"]
    )
    hero.refresh_from_db()
    assert hero.gold == 2


def test_a_reference_to_another_world_is_an_error_of_the_form() -> None:
    relationship = factories.a_relationship()
    relationship.other = factories.a_hero()
    with pytest.raises(ValidationError) as error:
        relationship.full_clean()
    assert error.value.message_dict == {"other": ["This belongs to another world."]}


def test_a_reference_to_nobody_is_an_error_of_the_form() -> None:
    hero = factories.a_hero()
    hero.guild_id = uuid4()
    with pytest.raises(ValidationError, match="guild"):
        hero.full_clean()


def test_what_is_in_order_is_clean() -> None:
    factories.a_relationship().full_clean()
    factories.an_influence().full_clean()
    factories.an_assignment().full_clean()
    factories.a_decision().full_clean()
    factories.an_event().full_clean()


def test_a_decision_joins_its_activity_on_id_and_world() -> None:
    decision = factories.a_decision(activity__action="loaf")
    with CaptureQueriesContext(connection) as queries:
        found = Decision.objects.select_related("activity").get(pk=decision.pk, world=decision.world_id)
        assert found.activity.action == "loaf"
    (query,) = (query["sql"] for query in queries)
    assert '"hero_decisions"."world_id" = "activity_log"."world_id"' in query


def test_a_world_takes_everything_in_it_along() -> None:
    decision = factories.a_decision()
    World.objects.filter(pk=decision.world_id).delete()
    assert not Hero.objects.exists()
    assert not Decision.objects.exists()
