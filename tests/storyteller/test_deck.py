"""A deck tells every number another sentence, and spreads its frames."""

from hypothesis import given
from hypothesis import strategies as st

from herotycoon.storyteller.template.deck import Deck
from herotycoon.storyteller.template.grammar import frame

LISTS = {"thing": tuple("abcdefg"), "person": tuple("HIJKLMNOPQ")}
FRAMES = tuple(
    frame(text)
    for text in ("one {thing}", "two {thing} {person}", "three [x|y]", "four", "five {thing}{thing2}")
)


@given(st.integers(0, 2**63))
def test_no_sentence_comes_twice(seed: int) -> None:
    deck = Deck(seed, "test", FRAMES, LISTS)
    assert deck.size == 7 + 70 + 2 + 1 + 42
    assert len({deck.sentence(number, {}) for number in range(deck.size)}) == deck.size


@given(st.integers(0, 2**63))
def test_neighbours_get_different_frames(seed: int) -> None:
    deck = Deck(seed, "test", FRAMES, LISTS)
    first = [deck.sentence(number, {}).split()[0] for number in range(len(FRAMES))]
    assert len(set(first)) == len(FRAMES)


def test_beyond_its_size_the_deck_begins_again() -> None:
    deck = Deck(1, "test", FRAMES, LISTS)
    assert deck.sentence(deck.size + 3, {}) == deck.sentence(3, {})
