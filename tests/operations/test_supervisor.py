"""Programs that live and end together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import psutil
import pytest

from worlds.management import supervisor
from worlds.management.supervisor import Household, Program

SLEEPER = Program("sleeper", ["sleep", "60"])
STUBBORN = Program(
    "stubborn one",
    [
        *(sys.executable, "-c"),
        "import signal, subprocess\n"
        "for number in (signal.SIGTERM, signal.SIGQUIT): signal.signal(number, signal.SIG_IGN)\n"
        "child = subprocess.Popen(['sleep', '60'])\n"
        "child.wait()",
    ],
)


def household(*programs: Program) -> Household:
    return Household(programs, ".", dict(os.environ))


def ours() -> list[psutil.Process]:
    children: list[psutil.Process] = psutil.Process().children(recursive=True)
    return children


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_a_signal_ends_them_all() -> None:
    before = ours()
    assert household(SLEEPER, SLEEPER).run(lambda: True, interrupt) is None
    assert ours() == before


def test_one_that_ends_by_itself_takes_the_others_along_and_is_named() -> None:
    before = ours()
    lost = household(SLEEPER, Program("short one", ["false"])).run(lambda: False, interrupt)
    assert lost == "The short one ended by itself (exit code 1)"
    assert ours() == before


def test_one_that_does_not_listen_is_ended_with_its_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "GOODBYES", ((signal.SIGTERM, 0.2), (signal.SIGQUIT, 0.2)))
    before = ours()
    assert household(STUBBORN).run(lambda: len(ours()) == len(before) + 2, interrupt) is None
    assert ours() == before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent has gone")
def test_a_household_whose_head_is_killed_leaves_nobody_behind() -> None:
    head = (
        "from worlds.management.supervisor import Household, Program\n"
        "Household([Program('sleeper', ['sleep', '60'])], '.', {}).run(lambda: True, lambda: print('up', flush=True))"
    )
    with subprocess.Popen([sys.executable, "-c", head], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"up\n"
        children = psutil.Process(process.pid).children()
        process.kill()
    assert len(children) == 1
    _, alive = psutil.wait_procs(children, timeout=5)
    assert alive == []


def test_signals_mean_afterwards_what_they_meant_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    household(SLEEPER).run(lambda: True, interrupt)
    assert signal.getsignal(signal.SIGINT) is before
