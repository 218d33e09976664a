"""What data can show is checked, and what is wrong is named: whose, how much, and what would be right."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from heroes.models import Activity, Decision, Hero, HeroRelationship
from herotycoon.accounts.models import User
from tests.worlds.lives import DAY, Errand, aged, live, wrong
from tests.worlds.vandals import Vandal
from worlds.models import Guild, World
from worlds.services.verify.findings import MOST
from worlds.services.verify.world import verify
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True)

ERRANDS = (
    Errand(30, "order", {"hero": 0, "action": "patrol", "urgent": True}),
    Errand(40, "reward", {"hero": 1, "gold": 30}),
    Errand(50, "gift", {"hero": 2, "item": "potions", "count": 2}),
    Errand(60, "praise", {"hero": 3}),
    Errand(61, "punish", {"hero": 4}),
    Errand(70, "promise", {"hero": 1, "gold": 20, "days": 1}),
    Errand(80, "rename", {"hero": 2, "name": "Somebody Else"}),
    Errand(90, "summon", {}),
    Errand(95, "build", {"facility": "tavern"}),
    Errand(100, "time_scale", {"time_scale": 100}),
    Errand(100, "pause", {}),
    Errand(100, "resume", {}),
    Errand(110, "bounty", {"title": "Bring [/it] back", "place": 2, "difficulty": 5, "gold": 20}),
    *(Errand(115, "mediate", {"hero": 0, "other": other}) for other in (1, 2, 3, 4, 5)),
    Errand(120, "dismiss", {"hero": 5}),
)


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after four days."""
    return aged(master, 4 * DAY)


def test_a_world_that_lived_under_a_busy_master_is_clean(master: User) -> None:
    world = aged(master, 1)
    live(world.pk, ERRANDS, 8 * DAY)
    verdict = verify(world, recompute=True)
    assert verdict.findings == []
    assert verdict.counts["heroes"] == 7
    assert verdict.counts["decisions recomputed"] == Decision.objects.filter(world=world).count() > 300
    assert verdict.counts["activities"] == Activity.objects.filter(world=world).count()


def test_i1_one_coin_too_much_is_named_with_its_hero(world: World, vandal: Vandal) -> None:
    hero = Hero.objects.get(world=world, number=3)
    vandal("UPDATE heroes SET gold = gold + 1 WHERE id = %s", hero.pk)
    (line,) = wrong(world)
    assert line.startswith(f"I1  {hero.name} (hero 3), gold: {hero.gold + 1} now; ")
    assert f"make {hero.gold} (1 too much)" in line


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("UPDATE heroes SET experience = experience + 1 WHERE number = 2", "(hero 2), experience"),
        ("UPDATE heroes SET mood = (mood + 50) %% 100 WHERE number = 2", "(hero 2), mood"),
        ("UPDATE heroes SET energy = (energy + 50) %% 100 WHERE number = 2", "(hero 2), energy"),
        ("UPDATE heroes SET items = items || '{\"ore\": 99}' WHERE number = 1", "(hero 1), ore (items)"),
        ("UPDATE heroes SET skills = skills || '{\"lore\": 99}' WHERE number = 1", "(hero 1), lore (skills)"),
        (
            "UPDATE heroes SET personality = personality || '{\"greed\": 99}' WHERE number = 1",
            "greed (traits)",
        ),
        ("UPDATE heroes SET birth = birth - 'gold' WHERE number = 1", "gold: at birth it is None"),
        ("UPDATE guilds SET treasury = treasury + 1", "the guild, treasury"),
        ("UPDATE master_influence SET trust = (trust + 50) %% 100", "trust"),
        (
            "UPDATE activity_log SET changes = changes || '{\"gold\": 777}' WHERE step = 60 AND seq = 0",
            "gold",
        ),
        ("UPDATE activity_log SET mood_impact = 99 WHERE step = 60 AND seq = 0", "mood"),
    ],
)
def test_i1_whatever_does_not_add_up_is_named(world: World, vandal: Vandal, damage: str, named: str) -> None:
    vandal(damage)
    lines = wrong(world)
    assert lines
    assert all(line.startswith("I1  ") for line in lines)
    assert any(named in line for line in lines)


def test_i1_what_is_no_whole_number_is_named_and_nothing_is_added_up(world: World, vandal: Vandal) -> None:
    vandal('UPDATE activity_log SET changes = \'{"gold": "much"}\' WHERE step = 60 AND seq = 0')
    (line,) = [line for line in wrong(world) if "gold" in line]
    assert 'the changes are {"gold": "much"}' in line


def test_i1_and_i6_one_side_of_a_relationship_is_named_with_both_heroes(world: World, vandal: Vandal) -> None:
    row = HeroRelationship.objects.filter(world=world, hero__number__lt=3).select_related("hero", "other")[0]
    vandal("UPDATE hero_relationships SET strength = %s WHERE id = %s", 77, row.pk)
    lines = wrong(world)
    assert [line[:2] for line in lines] == ["I1", "I6"]
    for line in lines:
        assert row.hero.name in line
        assert row.other.name in line
        assert "77" in line
        assert str(row.strength) in line


def test_i1_a_relationship_wrong_at_both_ends_is_found_though_both_agree(
    world: World, vandal: Vandal
) -> None:
    row = HeroRelationship.objects.filter(world=world)[0]
    vandal(
        "UPDATE hero_relationships SET strength = 77 WHERE kind = %s AND ((hero_id, other_id) = (%s, %s)"
        " OR (other_id, hero_id) = (%s, %s))",
        row.kind, row.hero_id, row.other_id, row.hero_id, row.other_id,
    )  # fmt: skip
    assert [line[:2] for line in wrong(world)] == ["I1", "I1"]


def test_i6_a_relationship_that_only_one_tells_is_named(world: World, vandal: Vandal) -> None:
    row = HeroRelationship.objects.filter(world=world).select_related("hero", "other")[0]
    vandal("DELETE FROM hero_relationships WHERE id = %s", row.pk)
    assert any(line.startswith("I6") and row.hero.name in line for line in wrong(world))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE hero_relationships SET interactions = interactions + 1 WHERE id = %s",
        "UPDATE hero_relationships SET last_step = last_step + 1 WHERE id = %s",
        "UPDATE hero_relationships SET history = '[1]' WHERE id = %s",
    ],
)
def test_i6_whatever_reads_differently_from_the_two_ends_is_named(
    world: World, vandal: Vandal, damage: str
) -> None:
    vandal(damage, HeroRelationship.objects.filter(world=world)[0].pk)
    (line,) = wrong(world)
    assert line.startswith("I6")


def test_i3_and_i5_a_lost_row_leaves_a_gap_in_the_step_and_in_the_life(world: World, vandal: Vandal) -> None:
    row = Activity.objects.filter(world=world, kind="action", step__lt=100).order_by("-seq", "step")[0]
    before = Activity.objects.filter(world=world, step=row.step).count()
    vandal("UPDATE activity_log SET seq = seq + 100 WHERE id = %s", row.pk)
    assert any(line.startswith("I3") and f"step {row.step}: {before} rows" in line for line in wrong(world))
    vandal("DELETE FROM activity_log WHERE id = %s", row.pk)
    assert any(line.startswith("I5") and "(a gap)" in line for line in wrong(world))


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("UPDATE worlds SET seq = seq + 1", "the world counts"),
        ("UPDATE worlds SET step = step - 5", "the world is at 187"),
        ("UPDATE heroes SET until_step = greatest(started_step, 192) WHERE number = 0", "not yet over"),
        (
            "UPDATE activity_log SET game_at = game_at + interval '1 hour' WHERE step = 60 AND seq = 0",
            "game time",
        ),
        ("UPDATE activity_log SET real_at = real_at - interval '1 day' WHERE step = 60", "the row before it"),
        (
            "UPDATE activity_log SET action = 'rest' WHERE step = 84 AND action = 'upkeep'",
            "upkeep is missing",
        ),
    ],
)
def test_i3_what_is_out_of_its_time_is_named(world: World, vandal: Vandal, damage: str, named: str) -> None:
    vandal(damage)
    assert any(line.startswith("I3") and named in line for line in wrong(world))


def test_i5_a_hero_who_is_not_where_their_log_ends_is_named(world: World, vandal: Vandal) -> None:
    hero = Hero.objects.get(world=world, number=1)
    vandal("UPDATE heroes SET started_step = started_step - 1 WHERE id = %s", hero.pk)
    assert any(line.startswith(f"I5  {hero.name} (hero 1)") for line in wrong(world))


def test_many_findings_of_a_kind_are_counted_after_the_first(world: World, vandal: Vandal) -> None:
    vandal("UPDATE activity_log SET game_at = game_at + interval '1 hour'")
    verdict = verify(world)
    assert len(verdict.findings) == MOST + 1
    assert verdict.wrong == Activity.objects.filter(world=world).count()
    assert f"{verdict.wrong - MOST:,} more of this kind" in str(verdict.findings[-1])


def test_a_world_without_people_or_past_is_clean(master: User) -> None:
    assert wrong(aged(master, 1, heroes=1), decisions=True) == []


def test_the_command_says_that_all_is_well(world: World) -> None:
    out = StringIO()
    call_command("verify_world", str(world.pk), decisions=True, stdout=out)
    assert f"{world.name} ({world.pk}), step {world.step}: all well (" in out.getvalue()


def test_the_command_fails_and_names_what_is_wrong_in_every_world(master: User, vandal: Vandal) -> None:
    worlds = [aged(master, 50, seed=seed) for seed in (1, 2, 3)]
    for world in worlds[:2]:
        vandal("UPDATE guilds SET treasury = treasury + 1 WHERE world_id = %s", world.pk)
    out = StringIO()
    with pytest.raises(CommandError, match=r"^2 findings in 3 worlds\.$"):
        call_command("verify_world", stdout=out)
    assert out.getvalue().count("I1  the guild, treasury") == 2
    assert out.getvalue().count("all well") == 1
    call_command("verify_world", str(worlds[2].pk), stdout=out)


def test_the_command_knows_no_worlds_that_are_not_there() -> None:
    with pytest.raises(CommandError, match="is not the id of a world"):
        call_command("verify_world", "nowhere")


def test_verifying_changes_nothing_and_needs_no_lock(world: World) -> None:
    before = World.objects.values().get(pk=world.pk)
    verify(world, recompute=True)
    assert World.objects.values().get(pk=world.pk) == before
    tick({world.pk: world.step + DAY})
    assert wrong(world) == []
    assert Guild.objects.filter(world=world).count() == 1
