"""Heroes in words: a thousand in one world and no sentence twice, and each is who the numbers say."""

import itertools
from collections import Counter

import pytest

from herotycoon.storyteller.schemas import HeroesRequest, HeroStory
from herotycoon.storyteller.template.heroes import Biographer, extremes, plan
from herotycoon.storyteller.template.pools import COMMON_POOLS
from herotycoon.storyteller.vocabulary import CLASSES, PRONOUNS, TRAITS, HeroClass
from tests.storyteller.reading import faults, lines_of, normalised, sentences
from tests.storyteller.sketches import crowd, crowd_of, seed_of_each_theme, sketch, told, world_of

SEEDS = sorted(seed_of_each_theme().values())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_thousand_heroes_and_no_sentence_twice(seed: int) -> None:
    lines = Counter(line for story in crowd_of(seed, 1000) for line in lines_of(story))
    assert [line for line, times in lines.items() if times > 1] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_thousand_heroes_and_no_name_twice(seed: int) -> None:
    assert len({story.name for story in crowd_of(seed, 1000)}) == 1000


@pytest.mark.parametrize("seed", SEEDS)
def test_every_pool_lasts_for_fifteen_hundred_heroes(seed: int) -> None:
    """This is what makes repetition impossible, rather than unlikely."""
    biographer = Biographer(seed, world_of(seed))
    sizes = {pool: biographer.deck(pool).size for pool in biographer.pools}
    assert {pool: size for pool, size in sizes.items() if size < 1500} == {}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_words_are_clean(seed: int) -> None:
    texts = [
        text
        for story in crowd_of(seed, 1000)
        for text in (story.name, story.backstory, story.motivation, *story.quirks)
    ]
    assert [fault for text in texts for fault in faults(text)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_story_has_the_right_measure(seed: int) -> None:
    for story in crowd_of(seed, 1000):
        assert 3 <= len(sentences(story.backstory)) <= 5
        assert len(sentences(story.motivation)) == 1
        assert 2 <= len(story.quirks) <= 3
        assert not any(quirk.endswith(".") or quirk[0].isupper() for quirk in story.quirks)
        assert story.backstory.endswith(".")
        assert story.motivation.endswith(".")


@pytest.mark.parametrize("seed", SEEDS)
def test_given_names_recur_seldom_and_neighbours_begin_differently(seed: int) -> None:
    given = [story.name.split()[0] for story in crowd_of(seed, 1000)[:20]]
    assert len(set(given)) == 20


def test_a_hero_is_told_alike_alone_and_in_company() -> None:
    """Heroes join later, one at a time: their words may not hang on who else is asked for."""
    together = told(7, *crowd(60))
    apart = [told(7, one)[0] for one in crowd(60)]
    assert together == apart
    assert told(7, *reversed(crowd(60))) == list(reversed(together))


def test_a_number_keeps_its_name_whatever_the_hero_becomes() -> None:
    names = {
        told(5, sketch(9, hero_class, courage=value))[0].name for hero_class in CLASSES for value in (5, 95)
    }
    assert len(names) == 1


@pytest.mark.parametrize("pronoun", PRONOUNS)
def test_pronouns_are_kept_to(pronoun: str) -> None:
    """The motivation of a hero speaks of nobody else by pronoun, as far as she and he are concerned."""
    others = {"she": " he ", "he": " she ", "they": " she "}
    stories = [story for story in crowd_of(3, 1000) if story.pronoun == pronoun]
    assert len(stories) > 50
    assert not any(others[pronoun] in f" {normalised(story.motivation)} " for story in stories)


@pytest.mark.parametrize("trait", TRAITS)
@pytest.mark.parametrize("value", [3, 97])
@pytest.mark.parametrize("seed", SEEDS[:4])
def test_the_most_extreme_trait_is_told(seed: int, value: int, trait: str) -> None:
    """Its sentence is in the backstory: found again among all sentences of that trait's pool."""
    biographer = Biographer(seed, world_of(seed))
    pool = f"trait:{trait}{'+' if value > 50 else '-'}"
    for number in range(12):
        hero = sketch(number, CLASSES[number % 8], **{trait: value})
        assert pool in plan(seed, hero).backstory
        story = biographer.story(hero)
        assert any(comes_from(pool, line, story) for line in sentences(story.backstory))


def comes_from(pool: str, line: str, story: HeroStory) -> bool:
    """Whether a sentence has all the fixed words of a frame of the pool, in order."""
    for template in COMMON_POOLS[pool]:
        text, place = normalised(line), 0
        for part in template.parts:
            if isinstance(part, str) and len(normalised(part)) > 3:
                place = text.find(normalised(part), place)
                if place < 0:
                    break
        else:
            return True
    return False


def test_the_second_trait_shows_in_backstory_or_quirks() -> None:
    for number, hero in enumerate(crowd(300)):
        second = extremes(hero.traits)[1]
        outline = plan(4, hero)
        assert f"trait:{second}" in outline.backstory or f"quirk:{second}" in outline.quirks, number


def test_the_mild_are_told_as_mild() -> None:
    outline = plan(1, sketch(0, courage=58, greed=45))
    assert "calm" in outline.backstory
    assert not any(pool.startswith("trait:courage") for pool in outline.backstory)


@pytest.mark.parametrize("hero_class", CLASSES)
def test_the_calling_is_told(hero_class: HeroClass) -> None:
    assert all(f"class:{hero_class}" in plan(1, sketch(n, hero_class)).backstory for n in range(40))


def test_brave_and_timid_heroes_do_not_share_a_sentence() -> None:
    def lines(value: int) -> set[str]:
        stories = told(2, *(sketch(number, courage=value) for number in range(60)))
        return {line for story in stories for line in map(normalised, sentences(story.backstory))}

    brave, timid = lines(97), lines(3)
    own = [line for line in brave if line not in timid]
    assert len(own) >= 60


def test_the_heroes_of_two_worlds_share_no_sentence() -> None:
    worlds = [{line for story in crowd_of(seed, 100) for line in lines_of(story)} for seed in range(20)]
    pairs = list(itertools.combinations(worlds, 2))
    shared = sum(len(one & other) for one, other in pairs)
    assert shared / sum(min(len(one), len(other)) for one, other in pairs) < 0.005


def test_an_empty_request_is_an_empty_answer() -> None:
    assert told(1) == []


def test_two_sketches_with_one_number_are_refused() -> None:
    with pytest.raises(ValueError, match="same number"):
        HeroesRequest(seed=1, world=world_of(1), sketches=[sketch(1), sketch(1)])
