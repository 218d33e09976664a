"""I1 for memories: what heroes remember is what the log makes of it."""

from __future__ import annotations

from collections.abc import Iterator

from heroes.models import Hero
from worlds.services.ledger import ALWAYS
from worlds.services.memories import remembered
from worlds.services.verify.findings import Finding, Subject, capped


def memories(subject: Subject) -> Iterator[Finding]:
    """Make all memories anew, and compare."""
    yield from capped(_memories(subject))


def _memories(subject: Subject) -> Iterator[Finding]:
    try:
        right = remembered(subject.world, subject.opening, ALWAYS)
    except (LookupError, TypeError, ValueError) as error:
        yield Finding("I1", "memories", f"the log cannot be read ({error!r})", "it tells what is remembered")
        return
    stored = Hero.objects.filter(world=subject.world).order_by("number").values_list("number", "memories")
    for number, found in stored:
        wanted = right.get(number, [])
        if found != wanted:
            where = f"{subject.numbered(number)}, memories"
            yield Finding("I1", where, f"{found} are stored", f"the log makes {wanted}")
