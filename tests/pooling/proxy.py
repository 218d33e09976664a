"""A proxy that hands out the server's connections by transaction, as PgBouncer does, and takes care to hand out another.

It speaks as much of PostgreSQL's protocol 3 as it takes: it passes the login through, lends a client a connection of
the server with the first message of a transaction, and takes it back when the server is ready outside of one. The
connection goes to the end of the queue, so that the next transaction runs on another. What would leave something in a
session is written down.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import struct
import tempfile
import threading
from asyncio import IncompleteReadError, Queue, StreamReader, StreamWriter, Task
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from herotycoon.embedded.folder import SHORT_PLACE

PORT = 6432
SIZE = 3
"""Connections of the server for each user and database: the more, the less often two transactions meet on one."""
REFUSED = (80877103, 80877104)  # requests for TLS and for GSSAPI: the answer N is no
LINGERING = re.compile(
    r"\b(SET\s+(?!LOCAL\b|TRANSACTION\b|CONSTRAINTS\b)|RESET\b|LISTEN\b|PREPARE\b|WITH\s+HOLD|TEMP(ORARY)?\s+TABLE"
    r"|set_config\([^)]*false\)|pg_(try_)?advisory_lock)",
    re.IGNORECASE,
)
CHANGES_ROWS = re.compile(r"\b(UPDATE|MERGE|CONFLICT|DELETE)\b", re.IGNORECASE)
"""Statements in which SET means something else."""
Message = tuple[bytes, bytes]


@dataclass
class Proxy:
    """What a running proxy knows."""

    target: Path
    folder: Path
    queues: dict[bytes, Queue[tuple[StreamReader, StreamWriter]]] = field(default_factory=dict)
    transactions: int = 0
    lingering: list[str] = field(default_factory=list)
    """statements that would have left something in a session"""

    async def welcome(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Serve a client until it leaves or the server drops it."""
        with suppress(IncompleteReadError, ConnectionError, asyncio.CancelledError):
            login = await _login(reader, writer)
            key = b"\0".join(login[4:].split(b"\0")[:4])  # user and database
            greeting = await self._greeting(key, login)
            writer.write(greeting)
            await _Client(self, self.queues[key], reader, writer).serve()
        writer.close()

    async def _greeting(self, key: bytes, login: bytes) -> bytes:
        """What the server says to this login; the first one fills the queue."""
        queue = self.queues.setdefault(key, Queue())
        greeting = b""
        for _ in range(SIZE if queue.empty() else 1):
            reader, writer = await asyncio.open_unix_connection(str(self.target))
            writer.write(struct.pack("!i", len(login) + 4) + login)
            greeting, kind, body = b"", b"", b""
            while kind != b"Z":
                kind, body = await _read(reader)
                greeting += _packed(kind, body)
                if kind == b"E":
                    return greeting
            queue.put_nowait((reader, writer))
        return greeting

    async def end(self) -> None:
        """Drop all clients, and the server's connections."""
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        while queues := [queue for queue in self.queues.values() if not queue.empty()]:
            writer = queues[0].get_nowait()[1]
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    def note(self, kind: bytes, body: bytes) -> None:
        """Write down what would linger in a session."""
        name, _, rest = body.partition(b"\0")
        text = (name if kind == b"Q" else rest).split(b"\0")[0].decode()
        if kind == b"P" and name:
            self.lingering.append(f"prepared as {name.decode()}: {text}")
        if kind in b"QP" and not CHANGES_ROWS.search(text) and LINGERING.search(text):
            self.lingering.append(text)


@dataclass
class _Client:
    proxy: Proxy
    queue: Queue[tuple[StreamReader, StreamWriter]]
    reader: StreamReader
    writer: StreamWriter
    server: tuple[StreamReader, StreamWriter] | None = None
    unanswered: int = 0
    answering: Task[None] | None = None

    async def serve(self) -> None:
        """Pass on what the client says; with nothing lent, lend."""
        try:
            while True:
                kind, body = await _read(self.reader)
                if kind == b"X":
                    return
                if self.server is None:
                    self.server = await self.queue.get()
                    self.proxy.transactions += 1
                    self.answering = asyncio.create_task(self._answer(*self.server))
                self.proxy.note(kind, body)
                self.unanswered += kind in b"QS"
                self.server[1].write(_packed(kind, body))
        finally:
            if (
                self.server is not None and self.answering is not None
            ):  # it left in the middle of a transaction
                self.answering.cancel()
                self.server[1].close()

    async def _answer(self, server: StreamReader, to_server: StreamWriter) -> None:
        """Pass on what the server says, until it is ready outside of a transaction and nothing was asked meanwhile."""
        try:
            while True:
                kind, body = await _read(server)
                self.writer.write(_packed(kind, body))
                self.unanswered -= kind == b"Z"
                if (kind, body) == (b"Z", b"I") and not self.unanswered:
                    self.server = None
                    self.queue.put_nowait((server, to_server))
                    return
        except (IncompleteReadError, ConnectionError):  # the server has died, and so has the session
            self.writer.close()


async def _login(reader: StreamReader, writer: StreamWriter) -> bytes:
    while True:
        (length,) = struct.unpack("!i", await reader.readexactly(4))
        body = await reader.readexactly(length - 4)
        if struct.unpack("!i", body[:4])[0] not in REFUSED:
            return body
        writer.write(b"N")


async def _read(reader: StreamReader) -> Message:
    kind = await reader.readexactly(1)
    (length,) = struct.unpack("!i", await reader.readexactly(4))
    return kind, await reader.readexactly(length - 4)


def _packed(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!i", len(body) + 4) + body


@contextmanager
def rotating(target: Path) -> Iterator[Proxy]:
    """A proxy before the server's socket ``target``; it listens in ``folder``, at ``PORT``."""
    folder = Path(tempfile.mkdtemp(prefix="herotycoon-proxy-", dir=SHORT_PLACE))
    proxy = Proxy(target, folder)
    loop = asyncio.new_event_loop()
    serving = threading.Thread(target=loop.run_forever, daemon=True)
    serving.start()
    try:
        path = str(folder / f".s.PGSQL.{PORT}")
        door = asyncio.run_coroutine_threadsafe(asyncio.start_unix_server(proxy.welcome, path), loop).result(
            10
        )
        yield proxy
        loop.call_soon_threadsafe(door.close)
    finally:
        asyncio.run_coroutine_threadsafe(proxy.end(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        serving.join(10)
        loop.close()
        shutil.rmtree(folder, ignore_errors=True)
