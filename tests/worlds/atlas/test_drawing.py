"""The map as a picture: well-formed, the same for the same world, and open to nobody's mischief."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from herotycoon.accounts.models import User
from herotycoon.storyteller.vocabulary import BIOME_TYPES, CLASSES, EVENTS, LANDMARK_TYPES
from tests.factories import a_world
from tests.worlds.lives import aged, born
from worlds.services.atlas import icons
from worlds.services.atlas.canvas import HEIGHT, WIDTH
from worlds.services.atlas.drawing import draw
from worlds.services.atlas.entries import Atlas, Event
from worlds.services.atlas.glyphs import GROWTH
from worlds.services.atlas.lettering import clean, lines, width
from worlds.services.atlas.palette import CLASSES as COLOURS
from worlds.services.atlas.palette import EVENTS as EVENT_COLOURS
from worlds.services.atlas.palette import WASHES
from worlds.services.atlas.people import told
from worlds.services.atlas.places import atlas

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert('\"&amp;]]>\x00\x08\ud7ff\u202e\ufffe"


def texts(picture: str, tag: str) -> list[str]:
    """What every element of a kind says."""
    return ["".join(one.itertext()) for one in ElementTree.fromstring(picture).iter(SVG + tag)]  # noqa: S314 - ours


@pytest.mark.parametrize(("seed", "heroes"), [(1, 1), (7, 12), (99, 60), (2024, 200)])
def test_every_hero_has_a_token_that_tells_what_they_do(master: User, seed: int, heroes: int) -> None:
    seen = atlas(aged(master, 25, seed, heroes))
    titles = texts(draw(seen), "title")
    assert len(seen.heroes) == heroes
    assert {clean(told(hero)) for hero in seen.heroes} <= set(titles)


def test_the_same_world_draws_the_same_picture(master: User) -> None:
    world = aged(master, 30)
    assert draw(atlas(world)) == draw(atlas(world))
    assert draw(atlas(world)) != draw(replace(atlas(world), seed=world.seed + 1))


def test_hostile_names_stay_text(master: User) -> None:
    picture = draw(hostile(atlas(born(master))))
    tags = {one.tag.removeprefix(SVG) for one in ElementTree.fromstring(picture).iter()}  # noqa: S314 - ours
    assert "script" not in tags
    assert any(clean(HOSTILE) in words for words in texts(picture, "title"))
    assert clean(HOSTILE) in texts(picture, "desc")[0]
    assert f"The map of {clean(HOSTILE)}" in texts(picture, "title")


def hostile(seen: Atlas) -> Atlas:
    """The same map, where everything is called what nothing should be called."""
    return replace(
        seen,
        world=HOSTILE,
        guild=HOSTILE,
        hall=replace(seen.hall, name=HOSTILE),
        town=replace(seen.town, name=HOSTILE),
        biomes=tuple(replace(one, name=HOSTILE, monsters=(HOSTILE,)) for one in seen.biomes),
        landmarks=tuple(replace(one, name=HOSTILE) for one in seen.landmarks),
        heroes=tuple(replace(one, name=HOSTILE, place_name=HOSTILE) for one in seen.heroes),
        events=(Event(1, "storm", HOSTILE, 0, None), Event(2, "storm", HOSTILE, None, None)),
    )


def test_nothing_is_fetched_and_nothing_runs(master: User) -> None:
    picture = draw(atlas(born(master)))
    assert set(re.findall(r'href="([^"])', picture)) == {"#"}
    assert set(re.findall(r"url\((.)", picture)) == {"#"}
    assert set(re.findall(r"[a-z]+://[^\"]*", picture)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|<style|<image|<foreignObject|\son\w+=|\sstyle=", picture)


def test_a_screen_reader_is_told_what_it_is(master: User) -> None:
    seen = atlas(born(master))
    root = ElementTree.fromstring(draw(seen))  # noqa: S314 - ours
    assert root.get("role") == "img"
    assert [one.tag.removeprefix(SVG) for one in root][:2] == ["title", "desc"]
    assert all(biome.name in str(root[1].text) for biome in seen.biomes)


@pytest.mark.parametrize("long", [False, True])
def test_no_word_leaves_the_picture(master: User, long: bool) -> None:
    seen = atlas(aged(master, 30, 424242, 60))
    if long:
        name = "Wyvernmarch under the Hill of a Hundred Melancholy Wardens and Their Widowed Mothers"[:80]
        seen = replace(
            seen, world=name, guild=name, landmarks=tuple(replace(m, name=name) for m in seen.landmarks)
        )
    for one in ElementTree.fromstring(draw(seen)).iterfind(f"{SVG}text"):  # noqa: S314 - ours
        x, size = float(one.attrib["x"]), float(one.attrib["font-size"])
        wide = width(one.text or "", size, float(one.get("letter-spacing", "0")))
        left = {"start": 0.0, "middle": wide / 2, "end": wide}[one.attrib["text-anchor"]]
        assert 20 <= x - left <= x - left + wide <= WIDTH - 20
        assert 20 <= float(one.attrib["y"]) <= HEIGHT - 20


def test_a_world_of_which_nothing_is_known_is_drawn(master: User) -> None:
    world = a_world(owner=master)
    seen = replace(atlas(aged(master, 1)), biomes=(), landmarks=(), heroes=(), world=world.name)
    assert "nobody lives here yet" in texts(draw(seen), "text")


def test_all_that_the_storyteller_knows_has_a_look_of_its_own() -> None:
    for known, looks in (
        (BIOME_TYPES, WASHES),
        (BIOME_TYPES, GROWTH),
        (LANDMARK_TYPES, icons.LANDMARKS),
        (CLASSES, COLOURS),
        (EVENTS, icons.EVENTS),
        (EVENTS, EVENT_COLOURS),
    ):
        assert set(looks) == set(known)
        assert len({str(look) for look in looks.values()}) == len(known)


def test_names_break_into_even_lines() -> None:
    assert lines("The Shrine of Saint Cobbabel", 150, 14) == ["The Shrine of", "Saint Cobbabel"]
    assert lines("", 150, 14) == [""]
    assert all(width(line, 14) <= 150 for line in lines("W" * 80, 150, 14))
