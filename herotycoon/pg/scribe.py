"""A second pair of hands: what there is to say to the server is said in a thread, while the caller goes on computing.

Computing and storing take turns where one thread does both, as Python waits for the server and the server for Python.
A scribe talks through the caller's connection and inside the caller's transaction, one deed after the other in the order
in which they were handed over; the caller does not touch the connection before the scribe is done. So nothing changes
but the time it takes: the server hears the same statements in the same order.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextvars import copy_context
from queue import SimpleQueue
from socket import AF_UNIX, SO_SNDBUF, SOL_SOCKET, socket
from threading import Event, Thread
from types import TracebackType
from typing import Any

import psycopg

Deed = Callable[[], object]
SWITCH = 0.0005
"""Seconds after which a computing thread lets a waiting one on. What the socket holds keeps the server busy for some
milliseconds only, and by default the scribe would have to wait longer than that for every turn."""
ROOM = 1 << 20
"""Bytes that the socket may hold, where the system allows as many: by default they are a fifth, and the scribe has to wait
for its turn five times as often."""
_USUAL = sys.getswitchinterval()
_at_work: list[Scribe] = []
"""Those who write now: the interval is the process's, and goes back when the last of them is done."""


class Scribe:
    """Does deeds in a thread of its own, in order, for as long as the block runs; the end of the block waits for it.

    The first deed that fails is the last one done; its error is raised in the caller, by ``do`` or at the end of the
    block. When the block itself fails, or somebody interrupts the wait at its end, what is not yet begun is left undone.
    """

    def __init__(self) -> None:
        self._deeds: SimpleQueue[Deed | None] = SimpleQueue()
        self._error: BaseException | None = None
        self.leaving = False
        self._done = Event()
        self._thread = Thread(target=copy_context().run, args=(self._work,), name="scribe", daemon=True)

    def do(self, deed: Deed) -> None:
        """Hand a deed over. Raises what an earlier one raised."""
        if self._error is not None:
            raise self._error
        self._deeds.put(deed)

    def __enter__(self) -> Scribe:
        _at_work.append(self)
        sys.setswitchinterval(SWITCH)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leaving = kind is not None
        self._deeds.put(None)
        try:
            self._done.wait()
        except BaseException:
            # The caller will give the transaction up, in which nobody may say anything after that.
            self.leaving = True
            self._done.wait()
            raise
        finally:
            _at_work.remove(self)
            if not _at_work:
                sys.setswitchinterval(_USUAL)
        if self._error is not None and kind is None:
            raise self._error

    def _work(self) -> None:
        while (deed := self._deeds.get()) is not None:
            if self._error is not None or self.leaving:
                continue
            try:
                deed()
            except BaseException as error:
                self._error = error
        self._done.set()  # not `join`: of a thread whose `join` was interrupted, Python 3.11 believes that it has ended


def make_room(connection: psycopg.Connection[Any]) -> None:
    """Let the socket hold more. Only within the machine: over a network the system finds the best size by itself."""
    with socket(fileno=os.dup(connection.fileno())) as ours:
        if ours.family == AF_UNIX:
            ours.setsockopt(SOL_SOCKET, SO_SNDBUF, ROOM)


def at_once(deed: Deed) -> None:
    """Do a deed oneself, in place of a scribe."""
    deed()
