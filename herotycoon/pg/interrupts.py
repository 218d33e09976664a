"""Ctrl-C, heard when it suits.

A KeyboardInterrupt comes between any two instructions of the main thread. While that looks up a constant for numpy, the key
is lost: numpy drops whatever such a lookup raises. While it waits for a scribe, the transaction is given up under the
hands of somebody who goes on writing. So the key is held back for a piece of work.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

IMPATIENT = 3
"""Which key in a row is not held back any more: the work may hang."""


@contextmanager
def held_back() -> Iterator[None]:
    """Do the block; where Ctrl-C was pressed meanwhile, raise KeyboardInterrupt at its end, whatever else it came to.

    Threads other than the main one hear no key, and where a program does something else about it, that is left alone.
    """
    if (
        current_thread() is not main_thread()
        or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield
        return
    pressed = 0

    def hear(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        pressed += 1
        if pressed >= IMPATIENT:
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if pressed:
            raise KeyboardInterrupt
