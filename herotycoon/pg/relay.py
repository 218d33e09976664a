"""Two runners who do the same kind of work, each on parts of their own.

A part asks of Python and of the server in turns: to read, to compute, to write. One runner alone leaves the server idle
while he computes, and himself while the server writes. So there are two, each with a connection and transactions of his
own; what only one can do at a time, which is to compute, is done by who holds the baton (a lock of the caller's). So the
second begins to compute when the first has handed his last page to the server.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import copy_context
from threading import Thread
from typing import TypeVar

from herotycoon.pg.route import here

Part = TypeVar("Part")


def relay(
    parts: Sequence[Part], run: Callable[[Part], None], errors: list[BaseException] | None = None
) -> None:
    """Run every part once, about in their order. After the first error nobody begins another part; it is raised.

    Who is at a long part finds it in ``errors``, a list of the caller's, and can break the part off.

    Within a transaction only its own connection sees what was done: one runner does everything then.
    """
    left = list(reversed(parts))
    errors = [] if errors is None else errors
    there = here().settings_dict

    def runner() -> None:
        try:
            while left and not errors:
                run(left.pop())
        except BaseException as error:
            errors.append(error)

    def second() -> None:
        here().settings_dict = there  # which may be another database than the settings name
        runner()
        here().close()

    if len(left) < 2 or here().in_atomic_block:
        runner()
    else:
        other = Thread(target=copy_context().run, args=(second,), name="second runner", daemon=True)
        other.start()
        runner()
        other.join()
    if errors:
        raise errors[0]
