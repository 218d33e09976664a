"""The commands that read, replay and show."""

from __future__ import annotations

import pytest

from heroes.models import Hero
from herotycoon.accounts.models import User
from tests.explained import explained
from tests.worlds.commands_scene import NOBODY, Manage, complaint, rows
from tests.worlds.lives import DAY, aged, wrong
from worlds.models import World
from worlds.services.fingerprint import fingerprint

pytestmark = pytest.mark.django_db


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
    Hero.objects.filter(world=world, number=0).update(gold=12_345, **explained())
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
    Hero.objects.filter(world=world, number=0).update(gold=12_345, **explained())
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
