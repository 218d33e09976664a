"""Slots, articles, plurals, and heroes who are called she, he or they."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herotycoon.storyteller.template.grammar import (
    Voice,
    capacity,
    fill,
    frame,
    in_text,
    is_plural,
    plural,
    titled,
    with_article,
)
from herotycoon.storyteller.vocabulary import Pronoun

LISTS = {"thing": ("apple", "kettle", "hour"), "person": ("Ann", "Bo")}


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("apple", "an apple"),
        ("kettle", "a kettle"),
        ("hour", "an hour"),
        ("useful goat", "a useful goat"),
        ("one-eyed seal", "a one-eyed seal"),
        ("ewe", "a ewe"),
        ("honest clerk", "an honest clerk"),
        ("umbrella", "an umbrella"),
    ],
)
def test_articles(noun: str, expected: str) -> None:
    assert with_article(noun) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("frost wolf", "frost wolves"),
        ("harpy", "harpies"),
        ("marsh witch", "marsh witches"),
        ("cattle thief", "cattle thieves"),
        ("drowned man", "drowned men"),
        ("monkey", "monkeys"),
        ("draugr", "draugr"),
        ("will-o'-the-wisp", "will-o'-the-wisps"),
    ],
)
def test_plurals(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize(
    ("pronoun", "expected"),
    [
        ("she", "She was late, and she knows her own mind; it suits her."),
        ("he", "He was late, and he knows his own mind; it suits him."),
        ("they", "They were late, and they know their own mind; it suits them."),
    ],
)
def test_verbs_agree_with_the_pronoun(pronoun: Pronoun, expected: str) -> None:
    template = frame("{She} {was} late, and {she} know{s} {her} own mind; it suits {ob}.")
    assert fill(template, 0, {}, {}, Voice("Ann", pronoun, named=False)) == expected


def test_a_name_takes_the_singular_even_of_those_called_they() -> None:
    template = frame("{Her} hat {was} lost, and {she} {has} asked for it {herself}.")
    assert fill(template, 0, {}, {}, Voice("Ann", "they")) == (
        "Ann's hat was lost, and they have asked for it themself."
    )


def test_every_filling_is_different() -> None:
    template = frame("{person} gave {person2} {a:thing}, or [so|thus] {person} says.")
    size = capacity(template, LISTS)
    texts = {fill(template, index, LISTS, {}) for index in range(size)}
    assert size == 2 * 1 * 3 * 2
    assert len(texts) == size
    assert "Ann gave Bo an apple, or so Ann says." in texts


def test_a_slot_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        fill(frame("{nonsense}"), 0, LISTS, {})


def test_names_inside_a_sentence_lose_their_capital_article() -> None:
    assert in_text("The Salt Fens") == "the Salt Fens"
    assert in_text("Thessaly Woods") == "Thessaly Woods"


def test_places_that_are_many() -> None:
    many = ("The Salt Fens", "The Baths of Trud", "Gow Hills")
    one = ("The Moss", "The Field of Spoons", "Saint Ann in the Ditch", "Ann's Folly")
    assert all(map(is_plural, many))
    assert not any(map(is_plural, one))


def test_headings() -> None:
    assert titled("the wolf at the door of {x}") == "The Wolf at the Door of {x}"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", min_size=1))
def test_a_plain_frame_is_itself(text: str) -> None:
    assert fill(frame(text), 0, {}, {}).casefold() == text
