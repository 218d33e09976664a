"""The whole program with a few worlds and for a moment (`make soak` has ten thousand and takes its time)."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from herotycoon.embedded.folder import CHECKOUT

BRIEFLY = {
    "SOAK_WORLDS": "8",
    "SOAK_SECONDS": "8",
    "SOAK_PACE": "1200",
    "HOT_TICK_SECONDS": "1",
    "COLD_TICK_SECONDS": "2",
    "API_CATCH_UP_SECONDS": "20",
}
"""A step takes a second and a half: some fall due in these seconds, however long everybody took to come up. A command
waits for what was missed meanwhile.
"""


def test_worlds_are_kept_up_with_and_every_process_is_seen() -> None:
    left_out = ("DATABASE_URL", "REDIS_URL", "HEROTYCOON_TEST_SERVERS", "SOAK_DATA")
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    done = subprocess.run(
        [sys.executable, "-m", "tests.soak", "--json"],
        cwd=CHECKOUT,
        env=environment | BRIEFLY,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "a margin of 100," in done.stderr, done.stderr
    told = json.loads(done.stdout)
    assert [row for row in told["rows"] if row["well"] is False and row["name"] not in BUSY] == []
    first, last = told["samples"][0], told["samples"][-1]
    assert (last["aside"], last["hot"] > 0) == (0, True)
    assert last["steps"] > first["steps"]
    assert last["decisions"] > first["decisions"]
    assert set(last["megabytes"]) >= PROCESSES
    assert all(sum(sizes.values()) > 0 for sizes in last["megabytes"].values())


BUSY = {"furthest behind, cold worlds", "furthest behind, hot worlds", "behind in the last third"}
"""What a machine that has other things to do may not manage in ten seconds."""
PROCESSES = {
    "supervisor", "web", "web: children", "beat", "redis", "postgres: main", "postgres: checkpointer",
    "postgres: backends of herotycoon", "postgres: backends of herotycoon_web", "postgres: shared buffers",
    *(f"worker of {queue}{who}" for queue in ("ticks", "chores", "words") for who in ("", ": children")),
}  # fmt: skip
