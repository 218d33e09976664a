"""The words of a report: whole sentences, never all the same, set for whoever reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from heroes.models import Hero
from herotycoon.accounts.models import User
from tests.worlds.lives import DAY, aged
from worlds.models import World
from worlds.services.prose.deeds import Map
from worlds.services.report.facts import Account, Headline, Life, Present, Report, Totals
from worlds.services.report.gather import report
from worlds.services.report.headline_words import headline
from worlds.services.report.words import Telling, front_page, tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after a week."""
    return aged(master, 7 * DAY)


def test_the_front_page_has_something_of_everything(master: User) -> None:
    telling = tell(report(aged(master, 30 * DAY, seed=3, heroes=12), -1))
    page = front_page(telling, 10)
    assert len(page) == 10
    assert {one.kind for one, _ in page} > {"quest_won", "quest_lost"}
    assert [one.importance for one, _ in page] == sorted((one.importance for one, _ in page), reverse=True)
    assert front_page(telling, 1000) == telling.headlines


def every_sentence(telling: Telling) -> Iterator[str]:
    """All texts of a report."""
    yield telling.opening
    yield from (line.text for _, line in telling.headlines)
    yield from (line.text for portrait in telling.portraits for line in portrait.lines)
    yield from (line.text for line in telling.totals)


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_every_sentence_is_whole(master: User, seed: int) -> None:
    world = aged(master, 12 * DAY, seed=seed, heroes=10)
    for start in (-1, 100, 11 * DAY, 12 * DAY - 3, 12 * DAY):
        for text in every_sentence(tell(report(world, start))):
            assert text[0].isupper() or text[0] in "“0123456789", text
            assert text.endswith((".", "”", "!", "?")), text
            assert not re.search(r"None|[{}_]|  | [,.;]|\.\.", text), text


def test_two_heroes_are_not_told_in_the_same_words(master: User) -> None:
    telling = tell(report(aged(master, 7 * DAY, heroes=12), -1))
    starts = {portrait.text.replace(portrait.life.name, "")[:40] for portrait in telling.portraits}
    assert len(starts) > 9


def test_an_hour_in_which_nothing_ended_is_told_as_such(world: World) -> None:
    telling = tell(report(world, world.step))
    assert telling.opening.startswith("Nothing has happened since: it is as you left it")
    assert telling.portraits == []
    assert telling.totals == []


def a_report() -> Report:
    """A report about two heroes to whom nothing happened."""
    nobody = Present("sleep", 0, 10, None, "")
    lives = [
        Life(UUID0, number, name, "bard", pronoun, "active", nobody)
        for number, name, pronoun in ((0, "Ada Moss", "she"), (1, "Bo Reed", "they"))
    ]
    nothing = Account(0, 0)
    sums = Totals(nothing, nothing, nothing, {}, {}, 0, 0, {}, {}, 0, 0)
    return Report(
        UUID0,
        "W",
        "G",
        1,
        0,
        100,
        Map(["the hall", "Town", "The Fens"], [False, True, True]),
        [],
        lives,
        sums,
    )


UUID0: Any = "00000000-0000-7000-8000-000000000000"
QUEST = {
    "quest": 1,
    "title": "Bog Song",
    "place": 2,
    "monster": "eel",
    "gold": 5,
    "treasury": 2,
    "hurt": {0: 9},
}
EVENT = {
    "event": 1,
    "name": "The Long Rain",
    "description": "",
    "of": "storm",
    "place": 2,
    "begun": 3,
    "over": False,
}


@pytest.mark.parametrize(
    ("kind", "heroes", "facts", "told"),
    [
        ("quest_won", [0, 1], QUEST, "5 gold for them and 2 for the treasury. Ada Moss was hurt."),
        ("quest_won", [0], QUEST, "5 gold for the purse and 2 for the treasury. She did not come away unhurt."),
        ("quest_lost", [0], QUEST | {"hurt": {}}, "Ada Moss"),
        ("departure", [1], {"reasoning": "Enough."}, "Bo Reed"),
        ("event", [], EVENT | {"ends": 90}, "The Long Rain broke over the Fens in the small hours of day 1; it is to last"),
        ("event", [], EVENT | {"ends": 20, "over": True}, "passed"),
        ("event", [], EVENT | {"ends": 20, "over": True, "begun": None}, "The Long Rain has blown itself out over the Fens"),
        ("event", [], EVENT | {"ends": 90, "of": "plague", "place": None}, "crept into the whole land"),
        ("romance", [0, 1], {"action": "court", "place": 1}, "Bo Reed"),
        ("rivalries", [0, 1], {"pairs": [(0, 1)]}, "Ada Moss and Bo Reed fell out with each other"),
        ("rivalries", [0, 1], {"pairs": [(0, 1)] * 5}, "and two others."),
        ("wound", [0], {"times": 1, "action": "hunt", "place": 2, "hurt": 15}, "while hunting in the Fens"),
        ("wound", [0], {"times": 3, "action": "hunt", "place": 2, "hurt": 15}, "three times"),
        ("collapse", [0], {"times": 2, "action": "work", "place": 0}, "collapsed from exhaustion twice"),
        ("order_done", [0], {"action": "patrol"}, "Ada Moss did as you asked, to go on patrol"),
        ("order_failed", [0], {"action": "craft"}, "became impossible"),
        ("order_lapsed", [0], {"action": "craft"}, "never came round"),
        ("refusal", [1], {"action": "hunt", "why": "Bo Reed is too tired"}, "Bo Reed refused to hunt"),
        ("arrears", [], {"days": 3}, "for three days in a row"),
        ("given_up", [], {"title": "Bog Song"}, "nobody dared face “Bog Song”"),
        ("summon", [0], {}, "answered your call"),
        ("dismiss", [0], {}, "You sent Ada Moss away"),
        ("build", [], {"facility": "training_grounds", "level": 2}, "You raised the training grounds to level 2"),
    ],
)  # fmt: skip
def test_every_kind_of_headline_is_a_sentence(
    kind: str, heroes: list[int], facts: dict[str, Any], told: str
) -> None:
    for step in range(10, 90, 7):
        text = headline(Headline(kind, 70, step, heroes, facts, []), a_report())
        assert told in text
        assert text.endswith((".", "”"))
        assert "{" not in text


def ask(world: World, **options: Any) -> str:
    """What the command prints into a pipe."""
    out = StringIO()
    call_command("offline_progress", str(world.pk), stdout=out, **options)
    return out.getvalue()


def test_the_command_prints_plain_text_into_a_pipe(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    text = ask(world)
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 70
    assert all(hero.name in text for hero in Hero.objects.filter(world=world))
    assert text == ask(world)


def test_the_command_wraps_at_the_width_there_is(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert 80 < max(map(len, ask(world).splitlines())) <= 110


def test_names_that_look_like_markup_are_names(world: World) -> None:
    world.name = "[bold]World[/nonsense]"
    world.save(update_fields=["name"])
    Hero.objects.filter(world=world).update(name="[/] :boom:")
    text = ask(world)
    assert "[bold]World[/nonsense]" in text
    assert "[/] :boom:" in text


@pytest.mark.parametrize(("start", "why"), [("2999-01-01", "is still to come"), ("soon", "is no date")])
def test_the_command_refuses_in_one_line(world: World, start: str, why: str) -> None:
    with pytest.raises(CommandError, match=why) as refused:
        ask(world, since=start)
    assert "\n" not in str(refused.value)
