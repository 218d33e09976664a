"""What verification finds, and what every check needs: the world's people by name, and a way to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from heroes.models import Hero
from herotycoon.pg.route import here
from worlds.models import World
from worlds.services.ledger import ALWAYS, Opening

MOST = 25
"""Findings of one kind that are told; a broken rule tends to break everywhere."""
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Finding:
    """Something that breaks an invariant: where, what stands there, what would be right."""

    invariant: str
    where: str
    found: str
    right: str
    count: int = 1
    """how many findings this one stands for"""

    def __str__(self) -> str:
        return f"{self.invariant}  {self.where}: {self.found}; {self.right}"


@dataclass
class Subject:
    """A world under verification.

    ``names`` (by id) and ``by_number`` are how findings call heroes, ``called`` their bare names. Its history starts
    at ``opening``.
    """

    world: World
    names: dict[UUID, str]
    by_number: dict[int, str]
    called: dict[int, str]
    opening: Opening
    counts: dict[str, int] = field(default_factory=dict)
    """what has been looked at, and how many of it"""

    @classmethod
    def of(cls, world: World) -> Subject:
        """Read who lives in the world."""
        people = list(Hero.objects.filter(world=world).order_by("number").values_list("pk", "number", "name"))
        names = {pk: f"{name} (hero {number})" for pk, number, name in people}
        by_number = {number: names[pk] for pk, number, _ in people}
        called = {number: name for _, number, name in people}
        return cls(world, names, by_number, called, Opening.of(world.pk))

    def hero(self, pk: UUID | None) -> str:
        """How a finding calls this hero."""
        return "the guild" if pk is None else self.names.get(pk, f"a hero of another world ({pk})")

    def numbered(self, number: int) -> str:
        """How a finding calls the hero of that number."""
        return self.by_number.get(number, f"hero {number}, who does not exist")

    def ask(self, query: str, **more: Any) -> list[Row]:
        """Rows of a query, in which ``%(world)s`` is this world and its history ``%(after)s`` to ``%(until)s``."""
        with here().cursor() as cursor:
            cursor.execute(query, self.stretch | more)
            return list(cursor.fetchall())

    @property
    def stretch(self) -> dict[str, Any]:
        """Parameters of a query about all of the world's history."""
        return {"world": self.world.pk, "after": self.opening.step, "until": ALWAYS}


def capped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first of many findings of one kind, and one more that counts the others."""
    count = 0
    last: Finding | None = None
    for count, last in enumerate(findings, start=1):
        if count <= MOST:
            yield last
    if last is not None and count > MOST:
        rest = count - MOST
        yield Finding(last.invariant, "and", f"{rest:,} more of this kind", "the first are told above", rest)


def listed(words: Sequence[str]) -> str:
    """a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
