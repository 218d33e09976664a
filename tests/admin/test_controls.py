"""What a game master does to a world from its page: done, told, logged with who and why, asked twice where it hurts."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from heroes.admin import OTHERS
from heroes.models import Activity, Hero
from herotycoon.accounts.models import AuditEntry, User
from herotycoon.pg.route import ENGINE, WEB
from quests.models import Quest
from tests.worlds.lives import wrong
from worlds import tasks
from worlds.desk.acts import ACTS
from worlds.models import Guild, World, WorldEvent
from worlds.replay import replay
from worlds.services.inputs import POWERS, VERBS, act
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
BECAUSE = {"because": "the story needs it"}


def page(world: World) -> str:
    return reverse("admin:worlds_world_change", args=[world.pk])


def there(world: World, name: str) -> str:
    """The address of an act."""
    return reverse("admin:worlds_world_act", args=[world.pk, name])


def do(client: Client, world: World, name: str, **given: Any) -> Any:
    """What comes of sending the form of an act."""
    return client.post(there(world, name), BECAUSE | given)


def last_input(world: World) -> Activity:
    return Activity.objects.filter(world=world, kind="input").order_by("-step", "-seq")[0]


@pytest.fixture
def errands(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the workers are told, instead of telling them."""
    told: list[tuple[Any, ...]] = []

    def hand_over(*errand: Any) -> bool:
        told.append(errand)
        return True

    monkeypatch.setattr(tasks, "hand_over", hand_over)
    return told


def test_every_act_that_is_possible_has_a_button_and_a_page(ruler: Client, oakmere: World) -> None:
    shown = ruler.get(page(oakmere)).content.decode()
    for name, one in ACTS.items():
        offered = oakmere.status in one.when
        assert (there(oakmere, name) in shown) == offered, name
        assert ruler.get(there(oakmere, name)).status_code == (200 if offered else 302), name
    assert ruler.get(there(oakmere, "conquer")).status_code == 404


def test_a_festival_is_started_with_who_and_why(ruler: Client, oakmere: World) -> None:
    answer = do(ruler, oakmere, "event", kind="festival", days=2, place="")
    assert answer.status_code == 302
    assert "Something befalls" in ruler.get(page(oakmere)).content.decode()
    row = last_input(oakmere)
    who = str(User.objects.get(username="ruler").pk)
    assert (row.action, row.data["hand"]) == ("start_event", {"who": who} | BECAUSE)
    tick({oakmere.pk: oakmere.step + 1})
    assert WorldEvent.objects.get(world=oakmere, number=row.data["answer"]["event"]).source == "game_master"
    assert wrong(oakmere) == []


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("event", {"kind": "storm", "days": 2, "place": ""}, "Refused: a storm befalls one stretch of country: 2 "),
        ("event", {"kind": "eclipse", "days": 2, "place": ""}, "eclipse is not one of the available choices"),
        ("event", {"kind": "storm", "days": 2, "place": "999"}, "999 is not one of the available choices"),
        ("event", {"kind": "festival", "days": "soon", "place": ""}, "Enter a whole number"),
        ("event", {"kind": "festival", "days": 2, "place": "", "because": ""}, "This field is required"),
        ("quest", {"title": "a\x07b", "place": 2, "difficulty": 5, "gold": 5, "days": 5, "party": 1}, "cannot be printed"),
        ("grant", {"hero": "", "what": "gold", "change": 5}, "name a hero, or the treasury"),
        ("grant", {"hero": 1, "what": "mood", "change": 500}, "mood: at most"),
        ("grant", {"hero": 99, "what": "gold", "change": 5}, "99 is not one of the available choices"),
        ("pace", {"time_scale": 0}, "greater than or equal to 1"),
        ("withdraw", {"quest": 999}, "999 is not one of the available choices"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_on_the_form_and_nothing_is_written(
    ruler: Client, oakmere: World, name: str, given: dict[str, Any], told: str
) -> None:
    before = Activity.objects.filter(world=oakmere).count()
    answer = do(ruler, oakmere, name, **given)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert Activity.objects.filter(world=oakmere).count() == before


def test_who_only_watches_sees_no_button_and_may_not_act(watcher: Client, oakmere: World) -> None:
    shown = watcher.get(page(oakmere)).content.decode()
    assert "/acts/" not in shown
    before = Activity.objects.filter(world=oakmere).count()
    for name in ACTS:
        assert do(watcher, oakmere, name, days=1).status_code == 403
    assert watcher.post(reverse("admin:worlds_world_now", args=[oakmere.pk])).status_code == 403
    assert Activity.objects.filter(world=oakmere).count() == before


def test_what_takes_something_away_is_asked_once_more(ruler: Client, oakmere: World) -> None:
    guild = Guild.objects.get(world=oakmere)
    asked = do(ruler, oakmere, "grant", hero="", what="treasury", change=-5)
    assert "Do you mean it?" in asked.content.decode()
    assert "The guild will have 5 less" in asked.content.decode()
    assert Guild.objects.get(world=oakmere).treasury == guild.treasury
    do(ruler, oakmere, "grant", hero="", what="treasury", change=-5, sure="yes")
    assert Guild.objects.get(world=oakmere).treasury == guild.treasury - 5
    do(ruler, oakmere, "grant", hero="", what="treasury", change=50)
    assert Guild.objects.get(world=oakmere).treasury == guild.treasury + 45
    assert wrong(oakmere) == []


def test_a_quest_is_posted_and_withdrawn(ruler: Client, oakmere: World) -> None:
    asked = {"title": "The lost bell", "place": 2, "difficulty": 9, "gold": 30, "days": 4, "party": 2}
    do(ruler, oakmere, "quest", **asked)
    quest = Quest.objects.filter(world=oakmere).latest("number")
    assert (quest.title, quest.source, quest.status) == ("The lost bell", "world", "open")
    assert "comes off the board" in do(ruler, oakmere, "withdraw", quest=quest.number).content.decode()
    do(ruler, oakmere, "withdraw", quest=quest.number, sure="yes")
    quest.refresh_from_db()
    assert quest.expires_step == oakmere.step


def test_a_world_is_told_anew_place_by_place(ruler: Client, oakmere: World) -> None:
    form = ruler.get(there(oakmere, "lore")).context["form"]
    words = {name: field.initial for name, field in form.fields.items() if name != "because"}
    do(ruler, oakmere, "lore", **words | {"lore": "Long ago.", "place_2": "The Quiet Fen"})
    oakmere.refresh_from_db()
    assert (oakmere.data["lore"], oakmere.data["biomes"][0]["name"]) == ("Long ago.", "The Quiet Fen")
    assert replay(oakmere).equal


def test_a_world_that_was_set_aside_shows_why_is_mended_and_turns_again(
    ruler: Client, oakmere: World
) -> None:
    whole = deepcopy(oakmere.data)
    World.objects.filter(pk=oakmere.pk).update(status="running", data=whole | {"biomes": "none"})
    tick({oakmere.pk: oakmere.step + 4})
    oakmere.refresh_from_db()
    assert oakmere.status == "set_aside"
    shown = ruler.get(page(oakmere)).content.decode()
    assert "Set aside: " in shown
    answer = do(ruler, oakmere, "mend", document="{")
    assert "Enter a valid JSON" in answer.content.decode()
    answer = do(ruler, oakmere, "mend", document='{"biomes": []}')
    assert "This is no world: biomes" in answer.content.decode()
    assert do(ruler, oakmere, "mend", document=json.dumps(whole)).status_code == 302
    assert do(ruler, oakmere, "put-back").status_code == 302
    tick({oakmere.pk: oakmere.step + 4})
    oakmere.refresh_from_db()
    assert (oakmere.status, oakmere.error) == ("running", "")
    assert wrong(oakmere) == []


def test_a_world_is_sent_ahead_at_the_fastest_pace_and_has_its_own_again_afterwards(
    ruler: Client, oakmere: World, errands: list[tuple[Any, ...]]
) -> None:
    World.objects.filter(pk=oakmere.pk).update(status="running")
    act(oakmere.pk, "pause")
    act(oakmere.pk, "resume")
    pace, began = oakmere.time_scale, oakmere.step
    assert "nobody can take them back" in do(ruler, oakmere, "ahead", days=2).content.decode()
    assert do(ruler, oakmere, "ahead", days=2, sure="yes").status_code == 302
    oakmere.refresh_from_db()
    assert oakmere.time_scale == 1440
    progress = reverse("admin:worlds_world_progress", args=[oakmere.pk])
    assert ruler.get(progress).json()["there"] is False
    assert "data-progress" in ruler.get(page(oakmere)).content.decode()

    ((task, *args),) = errands
    assert task == tasks.fast_forward.name
    tasks.fast_forward(*args)
    tasks.fast_forward(*args)  # a task may come twice

    oakmere.refresh_from_db()
    assert (oakmere.step >= began + 96, oakmere.time_scale, oakmere.status) == (True, pace, "running")
    assert ruler.get(progress).json()["there"] is True
    inputs = Activity.objects.filter(world=oakmere, action="time_scale").order_by("step", "seq")
    assert [row.data["args"]["time_scale"] for row in inputs] == [1440, pace]
    assert all(row.data["hand"]["because"] == BECAUSE["because"] for row in inputs)
    assert wrong(oakmere) == []
    assert replay(oakmere).equal
    cache.clear()


def test_without_a_broker_nothing_is_sent_ahead_and_the_pace_stays(
    ruler: Client, oakmere: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(ruler, oakmere, "resume")
    monkeypatch.setattr(tasks, "hand_over", lambda *told: False)
    oakmere.refresh_from_db()
    answer = do(ruler, oakmere, "ahead", days=2, sure="yes")
    assert "no worker can be told" in answer.content.decode()
    pace = oakmere.time_scale
    oakmere.refresh_from_db()
    assert oakmere.time_scale == pace


def test_a_world_is_brought_to_now(ruler: Client, oakmere: World) -> None:
    do(ruler, oakmere, "resume")
    World.objects.filter(pk=oakmere.pk).update(anchor_real=oakmere.anchor_real.replace(year=2020))
    ruler.post(reverse("admin:worlds_world_now", args=[oakmere.pk]))
    before = oakmere.step
    oakmere.refresh_from_db()
    assert oakmere.step > before


def test_only_a_hero_of_the_world_can_be_given_something(ruler: Client, oakmere: World) -> None:
    hero = Hero.objects.get(world=oakmere, number=1)
    do(ruler, oakmere, "grant", hero=1, what="gold", change=7)
    gold = hero.gold
    hero.refresh_from_db()
    assert hero.gold == gold + 7
    assert wrong(oakmere) == []


def test_a_storyteller_of_its_own_is_set_with_a_sealed_key_and_a_line_in_the_record(
    ruler: Client, oakmere: World
) -> None:
    chosen = {
        "kind": "llm",
        "provider": "openai",
        "model": "a-model",
        "base_url": "https://words.example",
        "key": "s3cret",
    }
    assert "is sent to that server" in do(ruler, oakmere, "storyteller", **chosen).content.decode()
    assert do(ruler, oakmere, "storyteller", **chosen, sure="yes").status_code == 302
    oakmere.refresh_from_db()
    assert oakmere.settings["storyteller"] == "llm"
    assert oakmere.settings["llm"]["model"] == "a-model"
    assert "s3cret" not in str(oakmere.settings)
    entry = AuditEntry.objects.get(action="set_storyteller")
    assert (entry.actor, entry.details["because"]) == ("ruler", BECAUSE["because"])
    assert "s3cret" not in ruler.get(there(oakmere, "storyteller")).content.decode()
    answer = do(
        ruler,
        oakmere,
        "storyteller",
        kind="llm",
        provider="anthropic",
        model="",
        base_url="",
        key="",
        sure="yes",
    )
    assert "Refused: a model has 1 to 120" in answer.content.decode()
    assert replay(oakmere).equal


def test_every_verb_can_be_looked_for_in_the_log() -> None:
    assert {*VERBS, *POWERS} <= set(OTHERS)
