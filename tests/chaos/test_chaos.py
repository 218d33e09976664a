"""A deployment that is broken on purpose for a short while (`make chaos` does so for long) comes out unharmed."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from herotycoon.accounts.models import User
from herotycoon.embedded.folder import CHECKOUT
from tests.chaos.verdict import judge
from tests.worlds.lives import DAY, aged
from worlds.services.inputs import do

SHORT = "20"


def test_a_deployment_that_is_killed_here_and_there_loses_and_doubles_nothing() -> None:
    left_out = ("DATABASE_URL", "REDIS_URL", "HEROTYCOON_TEST_SERVERS")
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    done = subprocess.run(
        [sys.executable, "-m", "tests.chaos"],
        cwd=CHECKOUT,
        env=environment | {"CHAOS_SECONDS": SHORT, "CHAOS_SEED": "11"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "chaos: all is well" in done.stdout
    [kills] = re.findall(r"^(\d+) kills", done.stdout, re.MULTILINE)
    assert int(kills) >= 5


@pytest.mark.django_db
def test_the_verdict_finds_what_was_lost_and_what_was_doubled(master: User) -> None:
    world = aged(master, DAY)
    done = [str(do(world.pk, "praise", hero=number).activity) for number in range(3)]

    assert judge(world, done).clean
    assert (judge(world, [*done, str(world.pk)]).lost, judge(world, done[1:]).doubled) == (1, 1)
