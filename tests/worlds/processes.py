"""Other processes that turn the worlds of the test database, to be killed or to compete."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.db import connection

_TURN = """
import json, sys, django
django.setup()
from uuid import UUID
import worlds.tick as engine
from django.db import connection
order = json.loads(sys.argv[1])
engine.BITE_DECISIONS = order["bite"]
connection.ensure_connection()
print("ready", flush=True)
sys.stdin.readline()
turned = engine.tick({UUID(world): step for world, step in order["targets"].items()})
print(json.dumps([turned.worlds, turned.steps, turned.decisions, len(turned.set_aside)]))
"""
_COMMAND = """
import json, sys, django
django.setup()
import worlds.tick as engine
from django.core.management import execute_from_command_line
order = json.loads(sys.argv[1])
engine.BITE_DECISIONS = order["bite"]
print("ready", flush=True)
sys.stdin.readline()
execute_from_command_line(["manage.py", *order["command"]])
"""


def database_url() -> str:
    """The address of the test database, as DATABASE_URL has it."""
    at = connection.settings_dict
    who = quote(at["USER"], safe="") + (f":{quote(at['PASSWORD'], safe='')}" if at["PASSWORD"] else "")
    port = f":{at['PORT']}" if at["PORT"] else ""
    return f"postgres://{who}@{quote(at['HOST'], safe='')}{port}/{at['NAME']}"


def surroundings() -> dict[str, str]:
    """The environment in which ``manage.py`` works on the test database."""
    return os.environ | {
        "DATABASE_URL": database_url(),
        "WEB_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "herotycoon.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }


def manage(*words: str) -> subprocess.CompletedProcess[str]:
    """Run ``manage.py`` as an operator does."""
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(
        command, cwd=settings.BASE_DIR, env=surroundings(), capture_output=True, text=True, check=False
    )


HEEDS_CTRL_C = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""A shell that starts the suite in the background has it ignore the key, which children inherit."""


class Program(AbstractContextManager["Program"]):
    """A Python process on the test database that waits to be told to go; ended with the block, if it still runs."""

    def __init__(self, source: str, order: Mapping[str, object]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HEEDS_CTRL_C + source, json.dumps(order)],
            cwd=settings.BASE_DIR,
            env=surroundings(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def go(self) -> None:
        """Wait until it is ready, and let it begin."""
        assert self.process.stdout is not None
        assert self.process.stdin is not None
        said = self.process.stdout.readline()
        assert said == "ready\n", self.finish()
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def finish(self, seconds: float = 60) -> tuple[int, str, str]:
        """Its exit code, and what it said on both streams."""
        out, err = self.process.communicate(timeout=seconds)
        return self.process.returncode, out, err

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


def turner(targets: Mapping[UUID, int], bite: int = 200) -> Program:
    """A process that will turn these worlds, in bites of about so many decisions."""
    return Program(_TURN, {"bite": bite, "targets": {str(world): step for world, step in targets.items()}})


def command(words: Sequence[str], bite: int = 200) -> Program:
    """A process that will run a command of ``manage.py``."""
    return Program(_COMMAND, {"bite": bite, "command": list(words)})
