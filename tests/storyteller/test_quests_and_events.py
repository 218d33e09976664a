"""Quests and events in words: varied, clean, and fitting what they are about."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herotycoon.storyteller.door import storyteller
from herotycoon.storyteller.schemas import EventRequest, EventStory, QuestRequest, QuestStory
from herotycoon.storyteller.template.biomes import LANDS
from herotycoon.storyteller.template.dice import Dice
from herotycoon.storyteller.template.grammar import plural, spoken
from herotycoon.storyteller.template.quests.perils import VERDICTS
from herotycoon.storyteller.template.themes.catalogue import THEMES
from herotycoon.storyteller.vocabulary import BIOME_TYPES, EVENTS
from tests.storyteller.reading import faults, normalised, sentences
from tests.storyteller.sketches import seed_of_each_theme, world_of

SEEDS = sorted(seed_of_each_theme().values())
MONSTERS = sorted(
    {name for land in LANDS.values() for name in land.monsters} | {m for t in THEMES for m in t.monsters}
)


def quests_of(seed: int, count: int) -> list[tuple[QuestRequest, QuestStory]]:
    """Quests as the world would post them: any biome, one of its monsters, any difficulty."""
    biomes, asked = world_of(seed).biomes, []
    for number in range(count):
        dice = Dice(seed, "test quests", number)
        biome = dice.pick(biomes)
        asked.append(
            QuestRequest(
                seed=seed,
                number=number,
                place_name=biome.name,
                biome_type=biome.type,
                monster=dice.pick(biome.monsters),
                difficulty=dice.below(101),
            )
        )
    teller = storyteller()
    return [(request, teller.quest(request)) for request in asked]


def event_of(seed: int, number: int, kind: str, place: str | None) -> EventStory:
    request = EventRequest.model_validate({"seed": seed, "number": number, "kind": kind, "place_name": place})
    return storyteller().event(request)


@pytest.mark.parametrize("seed", SEEDS)
def test_three_hundred_quests_rarely_share_a_title(seed: int) -> None:
    titles = Counter(story.title for _, story in quests_of(seed, 300))
    assert len(titles) > 250
    assert max(titles.values()) <= 5


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_quests_read_alike(seed: int) -> None:
    assert len({normalised(story.description) for _, story in quests_of(seed, 300)}) == 300


@pytest.mark.parametrize("seed", SEEDS)
def test_a_quest_names_its_monster_and_its_place(seed: int) -> None:
    for request, story in quests_of(seed, 300):
        foe = spoken(request.monster)
        words = normalised(f"{story.title} {story.description}")
        assert normalised(foe) in words or normalised(plural(foe)) in words
        assert normalised(request.place_name.removeprefix("The ")) in words
        assert len(sentences(story.description)) == 2


@pytest.mark.parametrize("difficulty", range(0, 101, 5))
def test_the_danger_is_told(difficulty: int) -> None:
    """The last words are a verdict of the band of 25 that the difficulty lies in."""
    request = QuestRequest(
        seed=1, number=difficulty, place_name="The Fens", biome_type="swamp", difficulty=difficulty
    )
    ending = normalised(storyteller().quest(request).description)
    verdicts = [normalised(text.split("{")[0].split("[")[0]) for text in VERDICTS[min(3, difficulty // 25)]]
    assert any(verdict in ending for verdict in verdicts)


@settings(max_examples=400, deadline=None)
@given(
    st.integers(0, 2**63 - 1),
    st.integers(0, 10**6),
    st.sampled_from([None, *BIOME_TYPES]),
    st.sampled_from(["", *MONSTERS]),
    st.integers(0, 100),
    st.sampled_from(
        ["The Salt Fens", "Marel Woods", "The Very Long Forgotten Northern Shelf of Ashkhabadabad"]
    ),
)
def test_any_quest_is_clean(
    seed: int, number: int, biome: str, monster: str, difficulty: int, place: str
) -> None:
    request = QuestRequest.model_validate(
        {
            "seed": seed,
            "number": number,
            "place_name": place,
            "biome_type": biome,
            "monster": monster,
            "difficulty": difficulty,
        }
    )
    story = storyteller().quest(request)
    assert QuestStory.model_validate(story.model_dump()) == story
    assert faults(story.description) == []
    assert storyteller().quest(request) == story


@settings(max_examples=400, deadline=None)
@given(
    st.integers(0, 2**63 - 1),
    st.integers(0, 10**6),
    st.sampled_from(EVENTS),
    st.sampled_from([None, "The Salt Fens", "Marel Woods"]),
)
def test_any_event_is_clean(seed: int, number: int, kind: str, place: str | None) -> None:
    story = event_of(seed, number, kind, place)
    assert faults(story.description) == []
    assert len(sentences(story.description)) == 2
    assert story.name[0].isupper() or story.name[0].isdigit()
    assert event_of(seed, number, kind, place) == story


@pytest.mark.parametrize("kind", EVENTS)
def test_events_vary(kind: str) -> None:
    assert len({event_of(3, number, kind, None).description for number in range(100)}) > 70


def test_festivals_fit_the_world() -> None:
    """Two themes hardly ever celebrate the same thing."""
    feasts = [{event_of(seed, number, "festival", None).name for number in range(40)} for seed in SEEDS]
    assert len(set.union(*feasts)) > 0.95 * sum(map(len, feasts))
