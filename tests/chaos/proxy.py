"""The way to PostgreSQL, which can go dumb: connections stay open, and nothing passes."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from pathlib import Path


class Proxy:
    """Listens on ``port`` of this machine and passes on to a socket of the server."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._door.getsockname()[1])
        self._dumb_until = 0.0
        threading.Thread(target=self._welcome, daemon=True).start()

    def go_dumb(self, seconds: float) -> None:
        """Pass nothing on for a while; what came meanwhile is passed on then."""
        self._dumb_until = time.monotonic() + seconds

    def _welcome(self) -> None:
        while True:
            client, _ = self._door.accept()
            server = socket.socket(socket.AF_UNIX)
            try:
                server.connect(str(self._target))
            except OSError:
                server.close()
                client.close()
                continue
            for one, other in ((client, server), (server, client)):
                threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while said := one.recv(65536):
                while time.monotonic() < self._dumb_until:
                    time.sleep(0.02)
                other.sendall(said)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
