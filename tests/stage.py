"""Where a deployment is put on for a while: servers of its own, and its programs as processes."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from herotycoon.embedded import servers, temporary
from herotycoon.embedded.account import server_account
from herotycoon.embedded.folder import CHECKOUT, Home, home_in, postgres_version
from herotycoon.embedded.postgres import Postgres
from herotycoon.embedded.redis import Redis

HOST = "127.0.0.1"
UNLIMITED = "reads=100000000,commands=100000000,strangers=100000000"
"""As API_RATES, for clients who are there to be a burden."""
GOODBYE = 20.0
"""Seconds that a program is given to end."""


@dataclass
class Stage:
    """The servers' home, the port of the web server, the environment that leads to both, and the programs by name."""

    home: Home
    port: int
    environment: dict[str, str]
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str, command: Sequence[str], folder: Path | None = None) -> None:
        """Start a program; what it says is kept. ``folder`` is where it keeps things, by default the servers' home."""
        with (self.home.data / f"{name.replace(' ', '-')}.said").open("ab") as said:
            self.running[name] = subprocess.Popen(
                command,
                cwd=CHECKOUT,
                env=self.environment | {"HEROTYCOON_DATA": str(folder or self.home.data)},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )

    def runs(self, name: str) -> bool:
        """Whether a program was started and has not ended."""
        return name in self.running and self.running[name].poll() is None

    def is_open(self) -> bool:
        """Whether the web server takes visitors."""
        try:
            socket.create_connection((HOST, self.port), timeout=0.2).close()
        except OSError:
            return False
        return True

    def start_servers(self) -> None:
        """Both, where they do not run."""
        servers.start(self.home, [Postgres(self.home), Redis(self.home)])

    def end(self, seconds: float = GOODBYE) -> None:
        """Everybody goes, and is given a moment."""
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def said(self) -> str:
        """What the programs said."""
        return "\n".join(path.read_text(errors="replace") for path in sorted(self.home.data.glob("*.said")))


@contextmanager
def servers_of_our_own(kept: Path | None = None) -> Iterator[Home]:
    """A pair of servers that run for the block, in a folder that is kept, or in one of which nothing is left."""
    home = (
        home_in(kept.resolve(), server_account(), postgres_version()) if kept else temporary.temporary_home()
    )
    try:
        servers.start(home, [Postgres(home), Redis(home)])
        yield home
    finally:
        if kept:
            servers.stop(home)
        else:
            temporary.remove(home)


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.create_server((HOST, 0)) as trial:
        return int(trial.getsockname()[1])
