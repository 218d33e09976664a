"""What a hand changes and does not explain, the database logs, so that the ledger still balances."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db.models import F

from heroes.models import Activity, Hero
from herotycoon.accounts.models import User
from influence.models import MasterInfluence
from tests import factories
from tests.explained import explained
from tests.schema.by_hand import by_hand, edits, hero, refused, rows_in_log
from tests.worlds.lives import DAY, aged, wrong
from worlds.models import Guild, World
from worlds.services.inputs import act
from worlds.tick import tick

pytestmark = pytest.mark.django_db
AGE = 20


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after the first hours of a day."""
    return aged(master, AGE)


def test_the_engine_and_the_services_are_never_booked(world: World) -> None:
    act(world.id, "reward", hero=1, gold=3)
    act(world.id, "order", hero=2, action="work")
    act(world.id, "summon")
    tick({world.id: 2 * DAY})
    assert edits(world) == []
    assert wrong(world) == []


def test_gold_given_in_psql_is_logged_with_its_difference(world: World) -> None:
    before = hero(world, 2)
    by_hand("UPDATE heroes SET gold = gold + 7 WHERE world_id = %s AND number = 2", world.id)

    after = hero(world, 2)
    (entry,) = edits(world)
    assert (entry.hero, entry.step, entry.mood, entry.changes) == (2, AGE, 0, {"gold": 7})
    assert entry.data == {"edit": {"table": "heroes", "set": {"gold": before.gold + 7}}}
    assert after.explained_by == Activity.objects.get(world=world, kind="edit").id
    assert (after.version, after.gold) == (before.version + 1, before.gold + 7)
    assert wrong(world) == []


AMOUNTS: tuple[tuple[str, set[str]], ...] = (
    ("energy = 1, health = 2, experience = experience + 5", {"energy", "health", "experience"}),
    ("mood = (mood + 50) %% 101", set()),
    ("personality = personality || '{\"greed\": 0}'", {"traits"}),
    ('skills = skills || \'{"lore": 100, "juggling": 3}\'', {"skills"}),
    ("items = '{\"ore\": 4}'", {"items"}),
    ("items = items || '{\"rope\": 2.0}', gold = 0", {"items", "gold"}),
)


def test_every_amount_of_a_hero_is_booked(world: World) -> None:
    for change, changes in AMOUNTS:
        before = len(edits(world))
        by_hand(f"UPDATE heroes SET {change} WHERE world_id = %s", world.id)  # noqa: S608
        booked = edits(world)[before:]
        assert {key for entry in booked for key in entry.changes} == changes
        assert any(entry.mood for entry in booked) == ("mood" in change)
        assert wrong(world) == []
    tick({world.id: 2 * DAY})
    assert {hero.items["rope"] for hero in Hero.objects.filter(world=world)} == {
        2
    }  # what nobody knows is kept
    assert wrong(world, decisions=True) == []


def test_the_treasury_and_what_a_hero_holds_of_the_master_are_booked(world: World) -> None:
    feelings = MasterInfluence.objects.get(world=world, hero__number=3)
    by_hand("UPDATE guilds SET treasury = treasury + 77, wage = 9 WHERE world_id = %s", world.id)
    by_hand("UPDATE master_influence SET trust = 1, fear = fear + 2 WHERE id = %s", feelings.id)

    chest, felt = edits(world)
    assert (chest.hero, chest.changes, chest.data["edit"]["set"]["wage"]) == (None, {"treasury": 77}, 9)
    moved = {"trust": 1 - feelings.trust, "fear": 2}
    assert (felt.hero, felt.changes) == (3, {"influence": moved})
    after = MasterInfluence.objects.get(id=feelings.id)
    assert after.history == [*feelings.history, {"step": AGE, "causes": ["edit"], **moved}][-50:]
    assert wrong(world) == []


def test_a_history_keeps_its_newest_fifty(world: World) -> None:
    for trust in range(60):
        MasterInfluence.objects.filter(world=world, hero__number=1).update(trust=trust)
    history = MasterInfluence.objects.get(world=world, hero__number=1).history
    assert len(history) == 50
    assert history[-1]["trust"] == 1
    assert wrong(world) == []


STATE = (
    ("heroes", "status = 'incapacitated', name = 'Ysolde'"),
    ("heroes", "place = 1, hero_class = 'mage'"),
    ("heroes", "until_step = until_step + 3"),
    (
        "guilds",
        "policy = 'martial', facilities = facilities || '{\"library\": 2}', level = 3, reputation = 99",
    ),
    ("master_influence", "answers = '{}', standing_order = NULL, promises = '[]', history = '[7]'"),
)


def test_state_that_the_ledger_does_not_sum_is_logged_too(world: World) -> None:
    for table, change in STATE:
        before = len(edits(world))
        by_hand(f"UPDATE {table} SET {change} WHERE world_id = %s", world.id)  # noqa: S608
        booked = edits(world)[before:]
        assert [entry.data["edit"]["table"] for entry in booked] == [table] * (1 if table == "guilds" else 6)
        assert all(entry.changes == {} for entry in booked)
        assert wrong(world) == []


def test_a_statement_that_changes_nothing_is_not_logged(world: World) -> None:
    before = rows_in_log(world)
    by_hand("UPDATE heroes SET gold = gold, name = name WHERE world_id = %s", world.id)
    by_hand("UPDATE heroes SET version = version + 1 WHERE world_id = %s", world.id)
    Hero.objects.filter(world=world)[0].save()
    assert rows_in_log(world) == before


def test_amounts_are_booked_whoever_raises_the_version(world: World) -> None:
    by_hand(
        "UPDATE heroes SET gold = gold + 1, version = version + 1 WHERE world_id = %s AND number = 0",
        world.id,
    )
    assert [entry.changes for entry in edits(world)] == [{"gold": 1}]
    assert wrong(world) == []


def test_what_is_explained_is_not_booked(world: World) -> None:
    Hero.objects.filter(world=world, number=0).update(gold=F("gold") + 5, **explained())
    assert edits(world) == []
    assert len(wrong(world)) == 1  # and whoever says that it is explained had better have logged it


def test_edits_have_places_in_the_log_one_after_the_other_and_raise_the_revision(world: World) -> None:
    world.refresh_from_db()
    by_hand("UPDATE heroes SET gold = gold + 1 WHERE world_id = %s", world.id)
    after = World.objects.get(id=world.id)
    assert [entry.seq for entry in edits(world)] == [world.seq + i for i in range(6)]
    assert (after.seq, after.revision) == (world.seq + 6, world.revision + 6)
    assert after.step == world.step


def test_a_form_that_saves_the_whole_row_is_booked(world: World) -> None:
    someone = hero(world, 4)
    someone.gold += 3
    someone.name = "Somebody Else"
    someone.save()
    (entry,) = edits(world)
    assert (entry.changes, sorted(entry.data["edit"]["set"])) == ({"gold": 3}, ["gold", "name"])


def test_a_form_that_was_opened_before_the_last_tick_is_refused(world: World) -> None:
    someone = hero(world, 4)
    tick({world.id: DAY})
    someone.gold += 3
    said = refused(
        "UPDATE heroes SET gold = %s, version = %s WHERE id = %s", someone.gold, someone.version, someone.id
    )
    assert "Read it again" in (said.message_hint or "")
    assert wrong(world) == []


FIXED: dict[str, dict[str, Any]] = {
    "heroes": {
        "number": 17, "birth": '{"gold": 1}', "current_action": "hunt", "started_step": 1, "carried": "{}",
        "last_decision_at": "1000-01-01T00:00Z", "id": str(uuid4()),
    },
    "guilds": {"birth": '{"treasury": 1}', "id": str(uuid4())},
    "master_influence": {"baseline": '{"trust": 1}', "id": str(uuid4())},
    "hero_relationships": {"opening": 99, "kind": "romantic", "id": str(uuid4())},
}  # fmt: skip


def test_what_the_log_itself_tells_is_not_changed_by_hand(world: World) -> None:
    for table, columns in FIXED.items():
        for column, value in columns.items():
            statement = (
                f"UPDATE {table} SET {column} = %s WHERE id = (SELECT min(id::text) FROM {table})::uuid"  # noqa: S608
            )
            assert refused(statement, value).column_name == column


IMPOSSIBLE = {
    "gold = -1": "heroes_gold_check",
    "mood = 300": "heroes_mood_check",
    "energy = 101": "heroes_energy_check",
    "skills = '{\"lore\": 3.5}'": "heroes_skills_check",
    "items = '[]'": "heroes_items_check",
    "items = '{\"ore\": 1e19}'": "heroes_items_check",
    "personality = '{\"\": 9.223372036854776e18}'": "heroes_personality_check",
    'items = \'{"ore": "many"}\'': "heroes_items_check",
    "personality = personality - 'greed'": "heroes_personality_check",
}


def test_what_is_impossible_is_refused_by_its_constraint_and_nothing_is_logged(world: World) -> None:
    before = rows_in_log(world)
    for change, constraint in IMPOSSIBLE.items():
        said = refused(f"UPDATE heroes SET {change} WHERE world_id = %s", world.id)  # noqa: S608
        assert said.constraint_name == constraint
    assert rows_in_log(world) == before
    assert wrong(world) == []


def test_every_hero_made_by_hand_has_a_birth_and_one_record_of_influence(world: World) -> None:
    newcomer = factories.a_hero(world=world, number=6, name="Ann", gold=12, items={"ore": 1})
    assert newcomer.influence.baseline == {"trust": 50, "respect": 50, "fear": 0}
    newcomer.refresh_from_db()
    assert (newcomer.birth["gold"], newcomer.birth["items"]) == (12, {"ore": 1})
    assert wrong(world, decisions=True) == []

    tick({world.id: 2 * DAY})

    assert wrong(world, decisions=True) == []
    assert Activity.objects.filter(hero=newcomer, kind="action").count() > 5


def test_a_hero_made_by_hand_is_the_next_one_and_has_nothing_in_hand(world: World) -> None:
    insert = (
        "INSERT INTO heroes (id, world_id, guild_id, number, name, hero_class, personality, carried)"
        " SELECT gen_random_uuid(), world_id, guild_id, %s, 'Ann', 'mage', personality, %s FROM heroes"
        " WHERE world_id = %s AND number = 1"
    )
    assert "number 6, not 9" in (refused(insert, 9, "{}", world.id).message_primary or "")
    assert "has not decided anything" in (
        refused(insert, 6, '{"chosen": "rest"}', world.id).message_primary or ""
    )
    minded = insert.replace("carried)", "carried, memories)").replace(
        "%s FROM heroes", "%s, array_fill(1, ARRAY[7]) FROM heroes"
    )
    assert "has not decided anything" in (refused(minded, 6, "{}", world.id).message_primary or "")
    assert by_hand(insert, None, "{}", world.id) == 1
    assert hero(world, 6).name == "Ann"


def test_a_hero_keeps_the_record_of_influence(world: World) -> None:
    said = refused("DELETE FROM master_influence WHERE world_id = %s", world.id)
    assert "exactly one" in (said.message_primary or "")


def test_a_guild_made_by_hand_has_a_birth(master: User) -> None:
    guild = factories.a_guild(world=factories.a_world(owner=master), treasury=40)
    guild.refresh_from_db()
    assert guild.birth == {"treasury": 40, "reputation": 0}


def test_what_goes_with_its_world_is_not_booked(world: World, master: User) -> None:
    other = aged(master, DAY, seed=8)
    before = rows_in_log(other)
    by_hand("DELETE FROM worlds WHERE id = %s", world.id)
    assert not Guild.objects.filter(world_id=world.id).exists()
    assert rows_in_log(other) == before
    assert wrong(other) == []


def test_a_hero_who_has_not_woken_yet_is_not_put_off(world: World) -> None:
    factories.a_hero(world=world, number=6)
    said = refused(
        "UPDATE heroes SET until_step = until_step + 5 WHERE world_id = %s AND number = 6", world.id
    )
    assert said.column_name == "until_step"
