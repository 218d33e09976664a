"""Worlds: every seed gives one that holds together, and no two that a reader would confuse."""

import itertools
import subprocess
import sys

from hypothesis import example, given, settings
from hypothesis import strategies as st

from herotycoon.embedded.folder import CHECKOUT
from herotycoon.storyteller.schemas import Area, WorldStory
from herotycoon.storyteller.template.biomes import HEIGHTS, LANDS, OPEN, WATERS, WOODS
from herotycoon.storyteller.template.themes.catalogue import THEMES
from herotycoon.storyteller.template.world import SIGHTS, world
from herotycoon.storyteller.vocabulary import MAP_HEIGHT, MAP_WIDTH
from tests.storyteller.reading import faults, lines_of, normalised, sentences
from tests.storyteller.sketches import crowd_of, seed_of_each_theme, world_of

SEEDS = st.integers(0, 2**63 - 1)
MANY = settings(max_examples=100, deadline=None)


def texts_of(story: WorldStory) -> list[str]:
    return [story.lore, *(landmark.lore for landmark in story.landmarks)]


def names_of(story: WorldStory) -> list[str]:
    biomes, landmarks = story.biomes, story.landmarks
    return [story.hall.name, story.town.name, *(one.name for one in biomes), *(one.name for one in landmarks)]


def overlap(one: Area, other: Area) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@MANY
@given(SEEDS)
def test_every_seed_gives_a_valid_world(seed: int) -> None:
    story = world(seed)
    assert WorldStory.model_validate(story.model_dump()) == story
    assert WorldStory.model_validate_json(story.model_dump_json()) == story


@MANY
@given(SEEDS)
def test_biomes_tile_the_map(seed: int) -> None:
    areas = [biome.location for biome in world(seed).biomes]
    assert sum(area.width * area.height for area in areas) == MAP_WIDTH * MAP_HEIGHT
    assert not any(overlap(one, other) for one, other in itertools.combinations(areas, 2))
    assert min(min(area.width, area.height) for area in areas) >= 30


@MANY
@given(SEEDS)
def test_landmarks_stand_in_biomes_that_suit_them(seed: int) -> None:
    story = world(seed)
    for landmark in story.landmarks:
        (ground,) = [biome for biome in story.biomes if biome.location.holds(landmark.location)]
        assert ground.type in SIGHTS[landmark.type].lands
        assert normalised(ground.name) in normalised(landmark.lore)


@MANY
@given(SEEDS)
def test_biomes_yield_and_hide_what_fits_them(seed: int) -> None:
    for biome in world(seed).biomes:
        land = LANDS[biome.type]
        assert set(land.always) <= set(biome.resources) <= {*land.always, *land.sometimes}
        assert set(land.monsters) & set(biome.monsters)
        assert 2 <= len(set(biome.monsters)) == len(biome.monsters) <= 4


@MANY
@given(SEEDS)
def test_every_trade_has_its_land_and_every_hero_a_challenge(seed: int) -> None:
    story = world(seed)
    kinds = {biome.type for biome in story.biomes}
    assert all(kinds & set(group) for group in (WOODS, HEIGHTS, WATERS, OPEN))
    levels = [biome.difficulty for biome in story.biomes]
    assert min(levels) <= 2
    assert max(levels) >= 6


@MANY
@given(SEEDS)
def test_lore_is_about_the_places_of_the_world(seed: int) -> None:
    story = world(seed)
    lore = normalised(story.lore)
    assert sum(normalised(biome.name.removeprefix("The ")) in lore for biome in story.biomes) >= 2
    assert any(normalised(landmark.name.removeprefix("The ")) in lore for landmark in story.landmarks)
    assert len(sentences(story.lore)) >= 5


@MANY
@given(SEEDS)
def test_the_words_are_clean(seed: int) -> None:
    story = world(seed)
    assert [fault for text in texts_of(story) for fault in faults(text)] == []


@MANY
@example(15762).via("The Ninth Ice, and The Ninth Ice-Falls in it")
@example(3988603760798742151).via("The Ninth Thaw, and The Ninth Thaw-Bogs in it")
@given(SEEDS)
def test_no_text_repeats_the_name_of_the_world(seed: int) -> None:
    """The name is only suggested: a master may choose another, and the words must not contradict it."""
    story = world(seed)
    assert not any(
        normalised(story.name) in normalised(text) for text in (*texts_of(story), *names_of(story))
    )


def test_no_hero_repeats_the_name_of_the_world() -> None:
    for seed in seed_of_each_theme().values():
        title = normalised(world_of(seed).name)
        assert not any(title in line for story in crowd_of(seed, 1000) for line in lines_of(story))


def test_every_theme_is_drawn() -> None:
    assert set(seed_of_each_theme()) == {theme.key for theme in THEMES}
    assert len(THEMES) >= 10


def test_worlds_share_hardly_a_sentence() -> None:
    """Among fifty worlds, two of them have on average less than one sentence in fifty in common."""
    told = [
        {normalised(line) for text in texts_of(world_of(seed)) for line in sentences(text)}
        for seed in range(50)
    ]
    pairs = list(itertools.combinations(told, 2))
    shared = sum(len(one & other) for one, other in pairs)
    assert shared / sum(min(len(one), len(other)) for one, other in pairs) < 0.02


def test_worlds_share_hardly_a_name() -> None:
    names = [name for seed in range(100) for name in names_of(world_of(seed))]
    assert len(set(names)) > 0.9 * len(names)


def test_worlds_bear_different_names() -> None:
    titles = [world_of(seed).name for seed in range(200)]
    assert len(set(titles)) > 150


def test_the_same_seed_gives_the_same_world_in_another_process() -> None:
    """Also with other hashes: nothing may hang on the order of a set."""
    program = (
        "from tests.storyteller.sketches import *;"
        "print([world_of(seed).model_dump_json() for seed in range(5)], crowd_of(3, 40))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=CHECKOUT,
            env={"PYTHONHASHSEED": hashes},
            capture_output=True,
            check=True,
        ).stdout
        for hashes in ("0", "1", "4711")
    }
    assert len(answers) == 1
    assert b"lore" in answers.pop()
