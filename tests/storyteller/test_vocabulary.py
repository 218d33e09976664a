"""The words the grammar is made of stay within the closed sets, and are fit to be printed."""

import itertools
import re

import pytest

from herotycoon.storyteller.schemas import Landmark, Point
from herotycoon.storyteller.template import languages
from herotycoon.storyteller.template.biomes import LANDS
from herotycoon.storyteller.template.grammar import capacity, fill, frame
from herotycoon.storyteller.template.phonology import Phonology, joined
from herotycoon.storyteller.template.pools import COMMON_POOLS
from herotycoon.storyteller.template.quests.perils import ADVICE
from herotycoon.storyteller.template.themes.base import Theme
from herotycoon.storyteller.template.themes.catalogue import THEMES
from herotycoon.storyteller.template.world import SIGHTS
from herotycoon.storyteller.vocabulary import (
    BIOME_TYPES,
    CLASSES,
    EFFECT_LIMIT,
    EFFECT_STEMS,
    LANDMARK_TYPES,
    RESOURCES,
    SKILLS,
    TRAITS,
)

MONSTER = re.compile(r"[a-z][a-z_]{0,29}")
WORD_LISTS = {"trade", "thing", "food", "beast", "boss", "woe", "day", "coin", "oath", "taboo"}
NOT_IN_A_NAME = re.compile(
    r"bastard|bitch|cock$|cunt|fagg|fuck|nigg|penis$|piss|shit|slut|turd|^(anus|arse|rape|twat|wank)"
)
LANGUAGES = [value for value in vars(languages).values() if isinstance(value, Phonology)]


def by_key(theme: Theme) -> str:
    return theme.key


def test_every_type_has_its_words() -> None:
    assert set(LANDS) == set(BIOME_TYPES)
    assert set(SIGHTS) == set(LANDMARK_TYPES)
    assert set(ADVICE) == {None, *BIOME_TYPES}


def test_lands_keep_to_the_closed_sets() -> None:
    for land in LANDS.values():
        assert {*land.always, *land.sometimes} <= set(RESOURCES)
        assert all(MONSTER.fullmatch(name) for name in land.monsters)


def test_landmarks_lend_what_the_engine_knows() -> None:
    for sight in SIGHTS.values():
        assert {*sight.first, *sight.others, *sight.price} <= set(EFFECT_STEMS)
        assert set(sight.lands) <= set(BIOME_TYPES)


def test_unknown_and_overdone_effects_are_refused() -> None:
    def landmark(effects: dict[str, int]) -> Landmark:
        return Landmark(
            name="Well", type="wishing_well", location=Point(x=1, y=1), effects=effects, lore="Deep."
        )

    assert landmark({"wisdom_bonus": EFFECT_LIMIT}).effects == {"wisdom_bonus": 20}
    for effects in ({"speed_bonus": 1}, {"wisdom": 1}, {"wisdom_bonus": 21}, {"wisdom_bonus": -21}):
        with pytest.raises(ValueError, match="effects"):
            landmark(effects)


@pytest.mark.parametrize("theme", THEMES, ids=by_key)
def test_themes_are_complete(theme: Theme) -> None:
    assert set(theme.words) == WORD_LISTS
    assert set(theme.biomes) | set(theme.terrain) <= set(BIOME_TYPES)
    assert set(theme.landmarks) <= set(LANDMARK_TYPES)
    assert len(theme.landmarks) >= 8
    assert all(MONSTER.fullmatch(name) for name in theme.monsters)
    assert set(theme.surnames) <= {"compound", "family", "particle"}


@pytest.mark.parametrize("theme", THEMES, ids=by_key)
def test_a_theme_suits_any_land(theme: Theme) -> None:
    """Whatever land is drawn, at least two types of landmark can stand there."""
    for groups in itertools.product(
        ("forest", "jungle"), ("mountains", "hills"), ("swamp", "coast"), ("plains", "desert", "tundra")
    ):
        fitting = [kind for kind in theme.landmarks if set(SIGHTS[kind].lands) & set(groups)]
        assert len(fitting) >= 6


def test_there_are_pools_for_everybody() -> None:
    for trait, way in itertools.product(TRAITS, "+-"):
        assert all(f"{kind}:{trait}{way}" in COMMON_POOLS for kind in ("trait", "motive", "quirk"))
    for hero_class in CLASSES:
        assert all(f"{kind}:{hero_class}" in COMMON_POOLS for kind in ("class", "motive", "quirk"))
    assert all(f"skill:{skill}" in COMMON_POOLS for skill in SKILLS)


def test_no_sentence_frame_is_in_two_pools() -> None:
    frames = [text for pool in COMMON_POOLS.values() for text in pool]
    frames += [frame(text) for theme in THEMES for text in (*theme.origins, *theme.quirks)]
    assert len(set(frames)) == len(frames)


@pytest.mark.parametrize("phonology", LANGUAGES)
def test_names_are_fit_for_children(phonology: Phonology) -> None:
    """Every head with every ending, with and without something between."""
    tails = {*phonology.she, *phonology.he, *phonology.they, *phonology.places, *phonology.families}
    parts = itertools.product(phonology.heads, ("", *phonology.middles), tails)
    assert [name for name in map(joined, map("".join, parts)) if NOT_IN_A_NAME.search(name)] == []


@pytest.mark.parametrize("theme", THEMES, ids=by_key)
def test_surnames_are_fit_for_children(theme: Theme) -> None:
    names = (joined(first + second) for first, second in itertools.product(*theme.compounds))
    assert [name for name in names if NOT_IN_A_NAME.search(name.lower())] == []


@pytest.mark.parametrize("theme", THEMES, ids=by_key)
def test_a_world_may_be_called_many_things(theme: Theme) -> None:
    titles = {
        fill(template, index, {}, {})
        for template in map(frame, theme.titles)
        for index in range(capacity(template, {}))
    }
    assert len(titles) >= 60
    assert max(map(len, titles)) <= 60
