"""`python -m tests.soak`: many worlds are kept up to date by a whole deployment for a while; then it is judged.

SOAK_WORLDS, SOAK_SECONDS and SOAK_PACE say how many, how long and how fast (game seconds in a real one). SOAK_DATA names a
folder that is kept, so that worlds are made once. COLD_TICK_SECONDS is 300 here: smaller bites cost more, and a world has
several turns in a run. SOAK_LOG names a file for what the programs said. Exits 1 where it is not well.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from pathlib import Path

import django

from herotycoon.embedded.addresses import database_url, redis_url
from herotycoon.embedded.folder import Home
from tests.stage import HOST, UNLIMITED, Stage, free_port, servers_of_our_own

USUAL_PACE = 12
COLD_TICK_SECONDS = "300"


def say(text: str) -> None:
    """To whoever waits."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')}  {text}\n")
    sys.stderr.flush()


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--json", action="store_true", help="print the verdict as JSON, with every sample")
    as_json: bool = parser.parse_args().json
    worlds = int(os.environ.get("SOAK_WORLDS") or 10_000)
    seconds = float(os.environ.get("SOAK_SECONDS") or 1800)
    pace = int(os.environ.get("SOAK_PACE") or 120)
    kept = os.environ.get("SOAK_DATA")
    say(
        f"{worlds:,} worlds for {seconds:.0f} s at time scale {pace}: keeping up is a margin of {pace / USUAL_PACE:g}, "
        f"since {USUAL_PACE} is the default"
    )
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that nothing is left behind
    with servers_of_our_own(Path(kept) if kept else None) as home:
        at = _surrounded(home)
        django.setup()
        from tests.soak.run import soaked

        try:
            report = soaked(at, worlds, seconds, pace, say)
        finally:
            at.end()
            if log := os.environ.get("SOAK_LOG"):
                Path(log).write_text(at.said())
    sys.stdout.write(json.dumps(report.document(), indent=1) if as_json else report.table())
    sys.stdout.write("\n")
    return 0 if report.well else 1


def _surrounded(home: Home) -> Stage:
    """An environment that leads to the servers, ours included, and the stage for everybody else."""
    for path in home.data.glob("*.said"):
        path.unlink()
    os.environ.setdefault("COLD_TICK_SECONDS", COLD_TICK_SECONDS)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "herotycoon.settings",
        "HEROTYCOON_DATA": str(home.data),
        "DATABASE_URL": database_url(home),
        "REDIS_URL": redis_url(home),
        "WEB_DATABASE_URL": "",
        "REPLICA_URL": "",
        "ALLOWED_HOSTS": HOST,
        "API_RATES": UNLIMITED,
        "HTTPS": "false",
        "LOG_FORMAT": "json",
    }
    return Stage(home, free_port(), dict(os.environ))


if __name__ == "__main__":
    sys.exit(main())
