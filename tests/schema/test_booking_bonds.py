"""A relationship is two rows and one truth: what a hand does to one row happens to the other, and is logged once."""

from __future__ import annotations

import pytest

from heroes.models import Hero, HeroRelationship
from herotycoon.accounts.models import User
from tests import factories
from tests.schema.by_hand import INSERT, by_hand, edits, hero, pair, refused, rows_in_log, shared, strangers
from tests.worlds.lives import DAY, aged, wrong
from worlds.models import World
from worlds.tick import tick

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after a day, who have met."""
    return aged(master, DAY)


def test_an_update_of_one_row_is_carried_to_the_other_and_logged_once(world: World) -> None:
    mine, theirs = pair(world)
    by_hand("UPDATE hero_relationships SET strength = 44 WHERE id = %s", theirs.id)

    one, other = pair(world)
    change = 44 - mine.strength
    (entry,) = edits(world)
    assert (entry.hero, entry.changes) == (
        mine.other.number,
        {"relationships": [{"with": mine.hero.number, "kind": mine.kind, "change": change}]},
    )
    assert shared(one) == shared(other)
    assert one.history == [*mine.history, {"step": DAY, "cause": "edit", "change": change}][-50:]
    assert (one.version, other.version) > (mine.version, theirs.version)
    assert wrong(world) == []


@pytest.mark.parametrize(
    "change", ["strength = 44", "strength = -strength", "interactions = 77", "history = '[]'"]
)
def test_a_statement_that_changes_every_row_books_every_pair_once(world: World, change: str) -> None:
    by_hand(f"UPDATE hero_relationships SET {change} WHERE world_id = %s", world.id)  # noqa: S608
    assert 0 < len(edits(world)) <= HeroRelationship.objects.filter(world=world).count() // 2
    assert wrong(world) == []
    tick({world.id: 6 * DAY})
    assert wrong(world, decisions=True) == []


def test_both_rows_one_after_the_other_are_booked_once(world: World) -> None:
    for row in pair(world):
        by_hand("UPDATE hero_relationships SET strength = 44, version = version + 1 WHERE id = %s", row.id)
    assert len(edits(world)) == 1
    assert wrong(world) == []


def test_two_rows_that_tell_differently_are_refused(world: World) -> None:
    mine, theirs = pair(world)
    both = "UPDATE hero_relationships SET strength = CASE id WHEN %s THEN 30 ELSE 31 END WHERE id IN (%s, %s)"
    said = refused(both, mine.id, mine.id, theirs.id)
    assert "tell differently" in (said.message_primary or "")
    assert edits(world) == []


def test_what_is_beyond_the_scale_is_refused(world: World) -> None:
    mine, _ = pair(world)
    said = refused("UPDATE hero_relationships SET strength = 101 WHERE id = %s", mine.id)
    assert said.constraint_name == "hero_relationships_strength_check"


def test_a_new_row_gets_its_opposite_with_the_roles_swapped(world: World) -> None:
    teacher, pupil = strangers(world, "mentor")
    by_hand(INSERT, world.id, teacher.id, pupil.id, "mentor", "mentor", 20)

    mine = HeroRelationship.objects.get(hero=teacher, other=pupil, kind="mentor")
    theirs = HeroRelationship.objects.get(hero=pupil, other=teacher, kind="mentor")
    assert (mine.role, theirs.role) == ("mentor", "pupil")
    assert shared(mine) == shared(theirs)
    (entry,) = edits(world)
    told = {"with": pupil.number, "kind": "mentor", "change": 20, "opened": True}
    assert entry.changes == {"relationships": [told]}
    assert wrong(world) == []
    tick({world.id: 3 * DAY})
    assert wrong(world, decisions=True) == []


def test_both_rows_in_one_statement_are_booked_once(world: World) -> None:
    one, other = strangers(world, "rivalry")
    values = (world.id, one.id, other.id, "rivalry", "", 20, world.id, other.id, one.id, "rivalry", "", 20)
    assert by_hand(f"{INSERT}, (gen_random_uuid(), %s, %s, %s, %s, %s, %s)", *values) == 2
    assert len(edits(world)) == 1
    assert wrong(world) == []


def test_a_hero_with_thirty_relationships_takes_no_more(world: World) -> None:
    factories_of = [factories.a_hero(world=world, number=number) for number in range(6, 38)]
    lonely = hero(world, 0)
    refusals = 0
    for other in factories_of:
        if HeroRelationship.objects.filter(hero=lonely).count() < 30:
            by_hand(INSERT, world.id, lonely.id, other.id, "friendship", "", 5)
        else:
            said = refused(INSERT, world.id, other.id, lonely.id, "friendship", "", 5)
            assert "hero 0 keeps thirty" in (said.message_primary or "")
            refusals += 1
    assert refusals
    tick({world.id: 3 * DAY})
    assert wrong(world) == []


def test_what_is_deleted_at_one_end_is_forgotten_at_both(world: World) -> None:
    mine, theirs = pair(world, 1)
    by_hand("DELETE FROM hero_relationships WHERE id = %s", theirs.id)

    assert not HeroRelationship.objects.filter(id__in=[mine.id, theirs.id]).exists()
    (entry,) = edits(world)
    (told,) = entry.changes["relationships"]
    assert (told["change"], told["forgotten"]) == (-mine.strength, True)
    assert {entry.hero, told["with"]} == {mine.hero.number, mine.other.number}
    assert wrong(world) == []


def test_all_relationships_deleted_at_once_are_each_told_once(world: World) -> None:
    pairs = HeroRelationship.objects.filter(world=world).count() // 2
    by_hand("DELETE FROM hero_relationships WHERE world_id = %s", world.id)
    assert len(edits(world)) == pairs
    assert wrong(world) == []
    tick({world.id: 3 * DAY})
    assert wrong(world, decisions=True) == []


def test_what_was_forgotten_can_begin_again(world: World) -> None:
    mine, _ = pair(world)
    for strength in (20, -5):
        by_hand("DELETE FROM hero_relationships WHERE world_id = %s AND hero_id = %s AND other_id = %s AND kind = %s",
                world.id, mine.hero_id, mine.other_id, mine.kind)  # fmt: skip
        by_hand(INSERT, world.id, mine.hero_id, mine.other_id, mine.kind, "", strength)
        assert wrong(world) == []


def test_what_goes_with_a_hero_is_not_told(world: World) -> None:
    before = rows_in_log(world)
    gone = hero(world, 3)
    own = gone.activities.count()
    by_hand("DELETE FROM heroes WHERE id = %s", gone.id)
    assert not HeroRelationship.objects.filter(other_id=gone.id).exists()
    assert rows_in_log(world) == before - own


def test_the_engine_tells_of_what_it_forgets_and_nobody_else_does(world: World) -> None:
    HeroRelationship.objects.filter(world=world).update(strength=1, last_step=0)
    before = len(edits(world))
    tick({world.id: 10 * DAY})
    assert len(edits(world)) == before
    forgotten = [
        bond for row in world_changes(world) for bond in row["relationships"] if bond.get("forgotten")
    ]
    assert forgotten
    assert wrong(world) == []


def world_changes(world: World) -> list[dict[str, list[dict[str, object]]]]:
    rows = Hero.objects.filter(world=world, activities__changes__has_key="relationships")
    return list(rows.values_list("activities__changes", flat=True))
