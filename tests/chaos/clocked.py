"""`python -m tests.chaos.clocked MODULE …`: another program, with a clock that runs fast and jumps, and small bites.

The clock is a line of three numbers in the file that CHAOS_CLOCK names: at this real time it was so much, and it runs so
many times as fast. Whoever keeps the file may turn it forth and back.
"""

from __future__ import annotations

import os
import runpy
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

FILE = "CHAOS_CLOCK"
BITE, PAGE = 300, 100
"""Decisions: small, so that there are many places at which one can be killed."""


def now() -> datetime:
    """What the clock shows."""
    at, shown, speed = map(float, Path(os.environ[FILE]).read_text().split())
    return datetime.fromtimestamp(shown + (time.time() - at) * speed, UTC)


def turn(shown: float, speed: float) -> None:
    """Set the clock; whoever reads it meanwhile reads the old time or the new."""
    draft = Path(os.environ[FILE] + ".new")
    draft.write_text(f"{time.time()} {shown} {speed}")
    draft.replace(os.environ[FILE])


def install() -> None:
    """Let Django and the game tell the time by this clock."""
    import django
    from django.utils import timezone

    timezone.now = now
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "herotycoon.settings")
    django.setup()

    from worlds import tick
    from worlds.services.archive import move

    tick.BITE_DECISIONS, tick.PAGE_DECISIONS, move.BATCH_ROWS = BITE, PAGE, PAGE


if __name__ == "__main__":
    install()
    module = sys.argv[1]
    sys.argv = [module, *sys.argv[2:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
