"""The dice fall the same everywhere."""

from hypothesis import given
from hypothesis import strategies as st

from herotycoon.storyteller.template.dice import Dice, key, nth_of


def test_the_dice_are_splitmix() -> None:
    """The published first throws of SplitMix64 from the state 1234567."""
    dice = Dice(0, "any")
    dice._state = 1234567
    throws = [dice.below(2**64) for _ in range(3)]
    assert throws == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def test_the_dice_of_a_seed_are_known_numbers() -> None:
    dice = Dice(42, "test", 7)
    assert [dice.below(100) for _ in range(8)] == [79, 32, 68, 86, 13, 98, 64, 82]


def test_every_part_of_the_key_counts() -> None:
    keys = {key(1, "a"), key(2, "a"), key(1, "b"), key(1, "a", 0), key(1, "a", 1), key(1, "a", 0, 0)}
    assert len(keys) == 6


@given(st.integers(1, 3000), st.integers(0, 10**6))
def test_a_walk_visits_everything_once(size: int, start: int) -> None:
    assert {nth_of(size, count, start) for count in range(size)} == set(range(size))


@given(st.integers(0, 2**63), st.lists(st.integers(), max_size=30))
def test_shuffling_loses_nothing(seed: int, cards: list[int]) -> None:
    assert sorted(Dice(seed, "deck").shuffled(cards)) == sorted(cards)


def test_weights_are_kept_to() -> None:
    dice = Dice(1, "weights")
    throws = [dice.weighted((("often", 9), ("never", 0), ("rarely", 1))) for _ in range(2000)]
    assert throws.count("never") == 0
    assert 1700 < throws.count("often") < 1900
