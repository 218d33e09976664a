"""Commands at the command line: what they print, and that bad input is told in one line and changes nothing."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from heroes.models import Decision, Hero
from herotycoon.accounts.models import User
from tests.worlds import processes
from tests.worlds.commands_scene import NOBODY, Manage, complaint
from tests.worlds.lives import DAY, LONG_AGO, born, told
from worlds.models import World
from worlds.services.creation import create_world
from worlds.sim.clock import STEP_MICROSECONDS
from worlds.tick import tick

pytestmark = pytest.mark.django_db


"""An id that is well made, and nobody's."""


# --- create_world ---------------------------------------------------------------------------------


def test_create_world_prints_the_id_and_nothing_else(manage: Manage, master: User) -> None:
    numbers = ("--seed", "5", "--heroes", "6", "--time-scale", "60")
    code, out, err = manage("create_world", "--owner", "master", "--name", "Elsewhere", *numbers)
    world = World.objects.get(id=UUID(out.strip()))
    assert (code, err) == (0, "")
    assert (world.owner, world.seed, world.time_scale, world.name) == (master, 5, 60, "Elsewhere")
    assert Hero.objects.filter(world=world).count() == 6


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--owner nobody", "There is no user 'nobody'. There are: master, second_master."),
        ("--owner Master", "There is no user 'Master'."),
        ("--owner master --heroes 0", "1 to 1,000 heroes, not 0"),
        ("--owner master --heroes -3", "1 to 1,000 heroes, not -3"),
        ("--owner master --heroes 100000", "1 to 1,000 heroes, not 100,000"),
        ("--owner master --heroes many", "invalid int value: 'many'"),
        ("--owner master --heroes 5.5", "invalid int value: '5.5'"),
        ("--owner master --seed -1", "a seed is a whole number from 0"),
        ("--owner master --seed forest", "invalid int value: 'forest'"),
        ("--owner master --seed 99999999999999999999", "a seed is a whole number from 0"),
        ("--owner master --time-scale 0", "1 to 1,440 game seconds"),
        ("--owner master --time-scale 1441", "1 to 1,440 game seconds"),
        ("--owner master --time-scale fast", "invalid int value"),
        (f"--owner master --name {'x' * 81}", "at most 80 characters"),
        ("--owner master --colour blue", "unrecognized arguments"),
        ("", "--owner"),
    ],
)
def test_create_world_refuses_what_makes_no_sense(
    manage: Manage, master: User, second_master: User, words: str, says: str
) -> None:
    assert says in complaint(manage, "create_world", *words.split())


def test_create_world_refuses_a_name_that_is_no_text(manage: Manage, master: User) -> None:
    assert "printable" in complaint(manage, "create_world", "--owner", "master", "--name", "\udcff")
    assert "There is no user" in complaint(manage, "create_world", "--owner", "\udcff")
    assert "There is no user" in complaint(manage, "create_world", "--owner", "mas\0ter")


def test_create_world_says_how_to_begin_where_nobody_plays_yet(manage: Manage) -> None:
    assert "There are no users yet" in complaint(manage, "create_world", "--owner", "me")


# --- tick -----------------------------------------------------------------------------------------


def test_tick_moves_the_named_worlds_alone(manage: Manage, master: User) -> None:
    one, two, other = (born(master, seed) for seed in (1, 2, 3))
    code, out, err = manage("tick", "--world", str(one.id), "--world", str(two.id), "--game-days", "2")
    steps = dict(World.objects.values_list("id", "step"))
    assert (code, err) == (0, "")
    assert steps == {one.id: 2 * DAY, two.id: 2 * DAY, other.id: 0}
    assert out.startswith("2 worlds, 192 steps, ")
    assert f"{Decision.objects.count():,} decision" in out


def test_tick_brings_every_running_world_to_now(manage: Manage, master: User) -> None:
    ago = timezone.now() - timedelta(microseconds=30 * STEP_MICROSECONDS // 12 + 1)
    due = create_world(owner=master, seed=1, time_scale=12, now=ago)
    paused = create_world(owner=master, seed=2, time_scale=12, now=ago)
    told(paused.id, "pause", {})
    ahead = create_world(owner=master, seed=3, time_scale=12, now=timezone.now())
    tick({ahead.id: 40})

    code, out, _ = manage("tick")

    assert (code, out.split(",")[0]) == (0, "1 world")
    assert dict(World.objects.values_list("id", "step")) == {due.id: 30, paused.id: 0, ahead.id: 40}
    assert manage("tick") == (0, "0 worlds, 0 steps, 0 decisions.\n", "")


def test_tick_goes_to_a_real_time(manage: Manage, master: User) -> None:
    world = create_world(owner=master, seed=1, time_scale=60, now=LONG_AGO)
    for until in ("2026-01-01T01:00+00:00", "2026-01-01T02:00", "2026-01-01T04:00+01:00"):
        assert manage("tick", "--world", str(world.id), "--until", until)[0] == 0
    world.refresh_from_db()
    assert world.step == 3 * 60 * 2


def test_tick_without_any_world_says_so(manage: Manage) -> None:
    assert manage("tick") == (0, "0 worlds, 0 steps, 0 decisions.\n", "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--steps 0", "1 to 1,752,000 steps"),
        ("--steps -5", "1 to 1,752,000 steps"),
        ("--steps 99999999999", "1 to 1,752,000 steps"),
        ("--steps many", "invalid int value"),
        ("--steps 1.5", "invalid int value"),
        ("--game-days 0", "1 to 1,752,000 steps"),
        ("--game-days -1", "1 to 1,752,000 steps"),
        ("--game-days 36501", "1 to 1,752,000 steps"),
        ("--steps 5 --game-days 5", "not allowed with argument"),
        ("--steps 5 --until 2031-05-01", "not allowed with argument"),
        ("--until yesterday", "'yesterday' is not a time"),
        ("--until 2026-13-45", "is not a time"),
        ("--until 2026-02-30T00:00", "is not a time"),
        ("--until 1999-12-31T23:59+00:00", "is in the past of world"),
        ("--until 0001-01-01T00:00+14:00", "is in the past of world"),
        ("--until 9999-12-31T23:59-12:00", "more than a hundred game years"),
        ("--backwards", "unrecognized arguments"),
    ],
)
def test_tick_refuses_what_makes_no_sense(manage: Manage, master: User, words: str, says: str) -> None:
    world = born(master)
    assert says in complaint(manage, "tick", "--world", str(world.id), *words.split())
    assert says in complaint(manage, "tick", *words.split())


def test_a_time_that_the_world_has_passed_already_is_in_its_past(manage: Manage, master: User) -> None:
    world = create_world(owner=master, seed=1, time_scale=60, now=LONG_AGO)
    tick({world.id: 10})
    line = complaint(manage, "tick", "--world", str(world.id), "--until", "2026-01-01T00:04+00:00")
    assert "which is at step 10 already" in line


@pytest.mark.parametrize(
    "command", ["tick --world", "replay", "fingerprint", "verify_world", "offline_progress"]
)
@pytest.mark.parametrize("name", ["oakmere", "7", "", "0" * 31, NOBODY, "../../etc", "\udcff", "💥"])
def test_a_world_that_is_not_there_is_told_with_those_that_are(
    manage: Manage, master: User, command: str, name: str
) -> None:
    world = born(master)
    line = complaint(manage, *command.split(), name)
    assert "is not the id of a world" in line or "There is no world" in line
    assert str(world.id) in line


def test_one_wrong_world_among_good_ones_moves_none(manage: Manage, master: User) -> None:
    world = born(master)
    complaint(manage, "tick", "--world", str(world.id), "--world", NOBODY, "--steps", "5")
    complaint(manage, "verify_world", str(world.id), NOBODY)


def test_a_world_named_twice_is_turned_once(manage: Manage, master: User) -> None:
    world = born(master)
    code, out, _ = manage("tick", "--world", str(world.id), "--world", str(world.id).upper(), "--steps", "5")
    assert (code, out.split(",")[:2]) == (0, ["1 world", " 5 steps"])


def test_a_paused_world_is_not_turned_by_name_nor_in_passing(manage: Manage, master: User) -> None:
    world = born(master)
    told(world.id, "pause", {})
    assert f"World {world.id} is paused" in complaint(
        manage, "tick", "--world", str(world.id), "--steps", "5"
    )
    assert manage("tick", "--steps", "5") == (0, "0 worlds, 0 steps, 0 decisions.\n", "")


def test_a_real_process_says_one_line_and_ends_with_one(db: None) -> None:
    end = processes.manage("tick", "--world", "oakmere")
    line = "CommandError: 'oakmere' is not the id of a world. There are no worlds yet; "
    assert (end.returncode, end.stdout) == (1, "")
    assert end.stderr == line + "`manage.py create_world --owner NAME` makes one.\n"
