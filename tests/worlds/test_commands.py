"""Commands at the command line: what they print, and that bad input is told in one line and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.core.management import execute_from_command_line
from django.utils import timezone

from heroes.models import Decision, Hero
from herotycoon.accounts.models import User
from tests.worlds import processes
from tests.worlds.lives import DAY, LONG_AGO, aged, born, told, wrong
from worlds.models import World
from worlds.services.creation import create_world
from worlds.services.fingerprint import fingerprint
from worlds.sim.clock import STEP_MICROSECONDS
from worlds.tick import tick

pytestmark = pytest.mark.django_db

NOBODY = "01234567-89ab-7cde-8f01-23456789abcd"
"""An id that is well made, and nobody's."""
Manage = Callable[..., tuple[int, str, str]]


@pytest.fixture
def manage(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Manage:
    """Runs a command line; its exit code, and what it said on both streams."""
    monkeypatch.setattr("django.core.management.base.connections.close_all", lambda: None)

    def run(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = 0
        try:
            execute_from_command_line(["manage.py", *words])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def rows() -> dict[str, int]:
    """How many rows there are in each table."""
    return {model._meta.db_table: model._default_manager.count() for model in apps.get_models()}


def complaint(manage: Manage, *words: str) -> str:
    """The one line in which a command line is refused; nothing is written, nothing else is said."""
    before = rows(), list(World.objects.order_by("id").values())
    code, out, err = manage(*words)
    assert code != 0
    assert out == ""
    assert "Traceback" not in err
    lines = [line for line in err.splitlines() if line.strip()]
    usage = lines[0].startswith("usage:")  # argparse tells what there is before it says what is wrong
    assert usage or len(lines) == 1, err
    assert (rows(), list(World.objects.order_by("id").values())) == before
    return lines[-1]


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
    ago = timezone.now() - timedelta(microseconds=30 * STEP_MICROSECONDS // 60 + 1)
    due = create_world(owner=master, seed=1, time_scale=60, now=ago)
    paused = create_world(owner=master, seed=2, time_scale=60, now=ago)
    told(paused.id, "pause", {})
    ahead = create_world(owner=master, seed=3, time_scale=60, now=timezone.now())
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


# --- replay, fingerprint, verify_world, demo ---------------------------------------------------------------


def test_replay_prints_both_fingerprints_and_leaves_no_twin(manage: Manage, master: User) -> None:
    world = aged(master, DAY)
    before = rows()
    code, out, err = manage("replay", str(world.id))
    mark = fingerprint(world.id)
    assert (code, out, err) == (0, f"original {mark}\ntwin     {mark}\n", "")
    assert rows() == before


def test_replay_fails_where_somebody_had_a_hand_in_the_life(manage: Manage, master: User) -> None:
    world = aged(master, DAY)
    Hero.objects.filter(world=world, number=0).update(gold=12_345)
    code, out, err = manage("replay", str(world.id))
    assert (code, len(out.splitlines())) == (1, 2)
    assert "The lives differ by step 48." in err


@pytest.mark.parametrize(
    ("step", "says"),
    [("-1", "from 0 to there"), ("49", "at step 48"), ("x", "invalid int"), (str(10**30), "1,000,000")],
)
def test_replay_goes_no_further_than_the_world(manage: Manage, master: User, step: str, says: str) -> None:
    world = aged(master, DAY)
    assert says in complaint(manage, "replay", str(world.id), "--to-step", step)


@pytest.mark.parametrize("step", [0, 1, 17, 48])
def test_replay_may_stop_anywhere(manage: Manage, master: User, step: int) -> None:
    world = aged(master, DAY)
    code, out, _ = manage("replay", str(world.id), "--to-step", str(step))
    assert code == 0
    assert len({line.split()[-1] for line in out.splitlines()}) == 1


def test_verify_world_finds_what_is_wrong_and_fails(manage: Manage, master: User) -> None:
    world = aged(master, DAY)
    assert manage("verify_world", "--decisions")[0] == 0
    Hero.objects.filter(world=world, number=0).update(gold=12_345)
    code, out, err = manage("verify_world", str(world.id), "--decisions")
    assert code == 1
    assert "gold" in out
    assert "1 finding in 1 world." in err


@pytest.mark.parametrize("seed", ["-1", "forest", "1.5", str(2**63), ""])
def test_demo_refuses_a_seed_that_is_none(manage: Manage, seed: str) -> None:
    assert "seed" in complaint(manage, "demo", "--seed", seed)


def test_demo_may_be_run_twice(manage: Manage) -> None:
    for _ in range(2):
        code, out, err = manage("demo", "--seed", "12")
        assert (code, err) == (0, "")
        assert str(World.objects.latest("id").id) in out
    assert World.objects.count() == 2
    for world in World.objects.all():
        assert wrong(world) == []


@pytest.mark.parametrize("what", ["nothing", "", NOBODY, "\udcff", "%"])
def test_explain_refuses_what_is_no_decision(manage: Manage, master: User, what: str) -> None:
    aged(master, 10)
    assert complaint(manage, "explain", what)


@pytest.mark.parametrize("when", ["yesterday", "2026-02-30", "", "9999999"])
def test_offline_progress_refuses_what_is_no_time(manage: Manage, master: User, when: str) -> None:
    world = aged(master, 10)
    assert complaint(manage, "offline_progress", str(world.id), "--since", when)
