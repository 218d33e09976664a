"""``manage.py serve``: the whole game with one command, and nothing left of it after Ctrl-C."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import psutil
import pytest

from herotycoon.embedded import servers, temporary
from herotycoon.embedded.folder import CHECKOUT, Home

PATIENCE = 240.0


@pytest.fixture
def home() -> Iterator[Home]:
    """A data folder of its own; what runs in it afterwards is stopped and removed."""
    home = temporary.temporary_home()
    yield home
    temporary.remove(home)


@pytest.fixture
def port() -> int:
    """One that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as trial:
        return int(trial.getsockname()[1])


class Served:
    """A running ``manage.py serve``, and what it says."""

    def __init__(self, home: Home, port: int) -> None:
        self.port, self._said = port, home.data / "said"
        with self._said.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(port)],
                cwd=CHECKOUT,
                env=os.environ
                | {
                    "HEROTYCOON_DATA": str(home.data),
                    "DATABASE_URL": "",
                    "REDIS_URL": "",
                    "HOT_TICK_SECONDS": "2",
                },
                stdout=said,
                stderr=subprocess.STDOUT,
            )

    def said(self) -> str:
        return self._said.read_text()

    def ask(self, method: str, path: str, body: Any = None, token: str = "") -> tuple[int, Any]:
        """Status and document of an answer; (0, None) where nobody answers."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Content-Type": "application/json"} | (
            {"Authorization": f"Bearer {token}"} if token else {}
        )
        try:
            line.request(method, f"/api/v1/{path}", json.dumps(body) if body is not None else None, headers)
            answer = line.getresponse()
            return answer.status, json.loads(answer.read() or "null")
        except OSError:
            return 0, None
        finally:
            line.close()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.1)


@pytest.fixture
def served(home: Home, port: int) -> Iterator[Served]:
    served = Served(home, port)
    yield served
    if served.process.poll() is None:
        served.process.terminate()
        served.process.wait(PATIENCE)


def test_the_whole_game_runs_with_one_command_and_goes_with_ctrl_c(served: Served, home: Home) -> None:
    served.wait_until(lambda: "Ctrl-C stops everything." in served.said())
    served.wait_until(lambda: served.ask("GET", "schema/")[0] == 200)
    [password] = [line.split()[1] for line in served.said().splitlines() if line.strip().startswith("player")]
    _, begun = served.ask("POST", "sessions/", {"username": "player", "password": password})
    token = begun["token"]
    _, listed = served.ask("GET", "worlds/", token=token)
    [world] = listed["results"]

    status, told = served.ask("PATCH", f"worlds/{world['id']}/", {"time_scale": 1440}, token)
    assert (status, told["time_scale"]) == (200, 1440)
    # The list tells worlds as they stand and turns none: who turns this one is the worker, as beat tells it to.
    served.wait_until(
        lambda: (
            served.ask("GET", "worlds/", token=token)[1]["results"][0]["now"]["step"] > told["now"]["step"]
        )
    )

    family = psutil.Process(served.process.pid).children(recursive=True)
    assert len(family) >= 3
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(PATIENCE) == 0, served.said()
    assert [one for one in family if one.is_running()] == []
    assert [server.name for server in servers.every_server(home) if server.pid() is not None] == []


def test_a_port_that_is_taken_is_told_before_anything_starts(home: Home) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        served = Served(home, int(other.getsockname()[1]))
        assert served.process.wait(PATIENCE) == 1
    assert f"Port {served.port} cannot be had (Address already in use)" in served.said()
    assert [path.name for path in home.data.iterdir() if path.name.startswith(("postgres", "redis"))] == []
