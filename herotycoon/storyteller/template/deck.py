"""A pool of sentence frames as a deck: every number draws another sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from herotycoon.storyteller.template.dice import Dice, key, nth_of
from herotycoon.storyteller.template.grammar import Frame, Lists, Voice, capacity, fill


@dataclass(slots=True)
class Deck:
    """Frames with the number of sentences each can give.

    Numbers are dealt in rounds. In each round every frame that still has a fresh sentence is dealt once, in
    an order of that round, so neighbours get different frames; a frame is filled anew in each round, and
    leaves the deck when all its sentences are told. Numbers below `size` never draw the same sentence.
    """

    seed: int
    name: str
    frames: tuple[Frame, ...]
    lists: Lists
    capacities: tuple[int, ...] = field(init=False)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.capacities = tuple(capacity(template, self.lists) for template in self.frames)
        self.size = sum(self.capacities)

    def sentence(self, number: int, fixed: Mapping[str, str], voice: Voice | None = None) -> str:
        """The sentence that belongs to the number."""
        place, turn = self._drawn(number % self.size)
        start = key(self.seed, self.name, -1 - place) % self.capacities[place]
        filling = nth_of(self.capacities[place], turn, start)
        return fill(self.frames[place], filling, self.lists, fixed, voice)

    def _drawn(self, number: int) -> tuple[int, int]:
        """Which frame the number draws, and in which round."""
        turn, place = self._round(number)
        alive = [frame for frame, many in enumerate(self.capacities) if many > turn]
        return Dice(self.seed, self.name, turn).shuffled(alive)[place], turn

    def _round(self, number: int) -> tuple[int, int]:
        """The round in which the number is dealt, and its place in that round."""
        start = 0
        for end in sorted(set(self.capacities)):
            alive = sum(many >= end for many in self.capacities)
            if number < (end - start) * alive:
                turn, place = divmod(number, alive)
                return start + turn, place
            number -= (end - start) * alive
            start = end
        raise IndexError("the number lies beyond the deck")
