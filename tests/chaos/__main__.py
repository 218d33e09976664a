"""`python -m tests.chaos`: a deployment is broken on purpose, for CHAOS_SECONDS; then it is judged. Exits 1 if it is unwell.

CHAOS_SEED draws the same mischief again. (Not the same moments: processes have a life of their own.)
"""

from __future__ import annotations

import os
import secrets
import sys
import threading
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.chaos import clocked
from tests.chaos.stage import ShakyStage, stage
from tests.stage import UNLIMITED

if TYPE_CHECKING:  # these need Django, which needs the stage
    from tests.chaos.masters import Master
    from tests.chaos.mischief import Mischief
    from worlds.models import World

SECONDS = float(os.environ.get("CHAOS_SECONDS", "600"))
SEED = int(os.environ.get("CHAOS_SEED") or secrets.randbelow(1_000_000))
WORLDS, HEROES = 4, 8
BEGINS = 1_790_000_000.0
PAUSE = 0.6
"""Seconds between two things that go wrong, on average."""
SETTLE = 60.0
ENVIRONMENT = {
    "SECRET_KEY": secrets.token_urlsafe(50),
    "HOT_TICK_SECONDS": "1", "COLD_TICK_SECONDS": "3", "BATCH_SECONDS": "20", "GRACE_SECONDS": "3",
    "REMAP_SIGTERM": "SIGQUIT", "LOG_FORMAT": "json", "WEB_DATABASE_URL": "", "ALLOWED_HOSTS": "127.0.0.1", "HTTPS": "false",
    "API_RATES": UNLIMITED,
}  # fmt: skip


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    """The exit code."""
    say(f"chaos for {SECONDS:.0f} s, CHAOS_SEED={SEED}")
    with stage(ENVIRONMENT) as at:
        clocked.turn(BEGINS, 5.0)
        clocked.install()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        return _play(at, Random(SEED))


def _play(at: ShakyStage, chance: Random) -> int:
    from django.db import connections

    from tests.chaos.masters import Master
    from tests.chaos.mischief import Mischief
    from tests.chaos.verdict import judge

    worlds, tokens = _found()
    masters = [
        Master(world.pk, token, at.port, HEROES, Random(chance.random()))
        for world, token in zip(worlds, tokens, strict=True)
    ]
    lives = [threading.Thread(target=master.live, daemon=True) for master in masters]
    mischief = Mischief(at, [world.pk for world in worlds], chance)
    at.keep_up()
    for life in lives:
        life.start()
    while not at.is_open():
        time.sleep(0.2)
    _strike_until(time.monotonic() + SECONDS, at, mischief, chance)
    _settle(at, masters, lives)
    say(f"{sum(mischief.kills.values())} kills: {_told(mischief.kills)}")
    say(f"besides: {_told(mischief.others)}")
    again, refused = sum(one.asked_again for one in masters), sum(one.refused for one in masters)
    say(f"masters asked again {again} times, and were refused {refused} times")
    connections.close_all()
    verdicts = [judge(world, master.done) for world, master in zip(worlds, masters, strict=True)]
    for verdict in verdicts:
        say("\n  ".join([str(verdict), *verdict.findings[:20]]))
    answered = not any(life.is_alive() for life in lives)
    well = answered and all(verdict.clean and verdict.steps > 48 for verdict in verdicts)
    say(f"chaos: {'all is well' if well else 'SOMETHING IS WRONG'} (CHAOS_SEED={SEED})")
    if kept := os.environ.get("CHAOS_LOG"):
        Path(kept).write_text(at.said())
    if not well:
        say("\n".join(at.said().splitlines()[-40:]))
    return 0 if well else 1


def _found() -> tuple[list[World], list[str]]:
    """Worlds at the fastest pace, and a token of each master."""
    from datetime import timedelta

    from herotycoon.accounts.models import User, UserSession
    from herotycoon.accounts.services.sessions import digest
    from worlds.models import World
    from worlds.services.creation import create_world

    worlds, tokens = list[World](), list[str]()
    for number in range(WORLDS):
        owner = User.objects.create(username=f"master{number}")
        worlds.append(
            create_world(owner=owner, seed=number, heroes=HEROES, time_scale=1440, now=clocked.now())
        )
        tokens.append(secrets.token_urlsafe(32))
        until = clocked.now() + timedelta(days=30)
        UserSession.objects.create(user=owner, token_digest=digest(tokens[-1]), expires_at=until)
    return worlds, tokens


def _strike_until(end: float, at: ShakyStage, mischief: Mischief, chance: Random) -> None:
    while time.monotonic() < end:
        time.sleep(chance.random() * 2 * PAUSE)
        mischief.strike()
        at.keep_up()


def _settle(at: ShakyStage, masters: list[Master], lives: list[threading.Thread]) -> None:
    """Nothing goes wrong any more; what was asked for is answered, and everybody goes home."""
    at.start_servers()
    for master in masters:
        master.over.set()
    deadline = time.monotonic() + SETTLE
    while any(life.is_alive() for life in lives) and time.monotonic() < deadline:
        at.keep_up()
        time.sleep(0.2)
    at.end()


def _told(counted: dict[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counted.items(), key=lambda one: -one[1]))


if __name__ == "__main__":
    sys.exit(main())
