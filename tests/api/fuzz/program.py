"""Schemathesis as its program: in a process of its own, since the ids of its cases break when xdist splits them."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings

HERE = Path(__file__).parent
GRACE = 120
"""Seconds beyond its budget in which it should end by itself."""
ROUNDS = 4
"""At most: a machine that is busy with something else gets more time to ask as often and as widely."""


class Asked(NamedTuple):
    """What one request was for, and what it was answered."""

    operation: str
    method: str
    phase: str
    status: int


class Run(NamedTuple):
    """How it went."""

    code: int
    said: str
    tally: Counter[Asked]

    @property
    def cases(self) -> int:
        """Requests, all told."""
        return self.tally.total()

    def reached(self) -> set[str]:
        """Operations that did what they are for at least once."""
        return {asked.operation for asked in self.tally if asked.status // 100 == 2}


def fuzz(
    address: str,
    told: dict[str, Any],
    folder: Path,
    *,
    seconds: int,
    examples: int,
    seed: int,
    least: int,
    wanted: set[str],
) -> Run:
    """Run it against the server at ``address`` for about so many seconds, and on until it asked ``least`` times and
    reached all operations that are ``wanted``; each round draws by a ``seed`` of its own.
    """
    (folder / "scene.json").write_text(json.dumps(told))
    (folder / "tally").touch()
    run = _run(address, folder, seconds, examples, seed)
    for further in range(1, ROUNDS):
        if run.code == 0 and (run.cases < least or wanted - run.reached()):
            run = _run(address, folder, seconds, examples, seed + further)
    return run


def _run(address: str, folder: Path, seconds: int, examples: int, seed: int) -> Run:
    scene, tally = folder / "scene.json", folder / "tally"
    done = subprocess.run(
        [*(settings.BASE_DIR / ".venv/bin/schemathesis", "--config-file", HERE / "schemathesis.toml"),
         *("run", f"{address}/api/v1/schema/", "--seed", str(seed)),
         *("--max-examples", str(examples), "--max-time", str(seconds)),
         *("--report", "ndjson", "--report-ndjson-path", folder / "report.ndjson", "--continue-on-failure", "--no-color")],
        cwd=folder,
        env=os.environ | {
            "SCHEMATHESIS_HOOKS": "tests.api.fuzz.hooks", "PYTHONPATH": str(settings.BASE_DIR),
            "FUZZ_SCENE": str(scene), "FUZZ_TALLY": str(tally),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds + GRACE,
    )  # fmt: skip
    return Run(done.returncode, done.stdout + done.stderr, Counter(_asked(tally)))


def _asked(tally: Path) -> Iterator[Asked]:
    for line in tally.read_text().splitlines():
        operation, method, phase, status = line.split()
        yield Asked(operation, method, phase, int(status))
