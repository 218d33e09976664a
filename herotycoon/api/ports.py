"""What the manners need of the game, handed in by who composes the project: nothing here imports upward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from herotycoon.api.documents import Moment, Place


class Nearness(Protocol):
    """How far a world is from now."""

    @property
    def step(self) -> int:
        """Where it stands."""

    @property
    def target(self) -> int:
        """Where it should be."""

    @property
    def there(self) -> bool:
        """Whether it is at now."""


@dataclass(frozen=True)
class Game:
    """``world(id)``: the row, in the scope in use. ``behind(row)``: steps to now. ``bring_near(id, seconds)``: advances it
    as the engine. ``send_for(id)``: a worker is asked to go on. ``warm(row)``: somebody asks for it. ``act(id, verb,
    **args)``: what a master does. ``moment(row, step)``: its times. ``place(row, number)``: its name. ``places(row)``:
    the names of all, in the order of their numbers. ``hero_page(row)``: what the desk tells of them.
    """

    world: Callable[[UUID], Any]
    behind: Callable[[Any], int]
    bring_near: Callable[[UUID, float], Nearness]
    send_for: Callable[[UUID], object]
    warm: Callable[[Any], object]
    act: Callable[..., dict[str, Any]]
    moment: Callable[[Any, int], Moment]
    place: Callable[[Any, int], Place]
    places: Callable[[Any], list[str]]
    hero_page: Callable[[Any], dict[str, Any]]


_game: list[Game] = []


def play(game: Game) -> None:
    """Hand in the game."""
    _game[:] = [game]


def game() -> Game:
    """The game that was handed in."""
    return _game[0]
