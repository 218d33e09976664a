"""The offline report: its sums are the difference of two states, its words are fit to read, its lines lead to the log."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from heroes.models import Activity, Hero
from herotycoon.accounts.models import User, UserSession
from influence.models import MasterInfluence
from tests.worlds.lives import DAY, LONG_AGO, Errand, aged, born, live
from worlds.models import Guild, World
from worlds.services.fingerprint import fingerprint
from worlds.services.prose.deeds import Map
from worlds.services.report.facts import Account, Headline, Life, Present, Report, Totals
from worlds.services.report.gather import report
from worlds.services.report.headline_words import headline
from worlds.services.report.since import BadSince, parsed, since, step_at
from worlds.services.report.words import Telling, document, front_page, tell
from worlds.sim import clock

pytestmark = pytest.mark.django_db

ERRANDS = (
    Errand(60, "order", {"hero": 0, "action": "patrol", "urgent": True}),
    Errand(61, "reward", {"hero": 1, "gold": 40}),
    Errand(70, "gift", {"hero": 2, "item": "ore", "count": 3}),
    Errand(80, "punish", {"hero": 3}),
    Errand(90, "build", {"facility": "library"}),
    Errand(95, "summon", {}),
    Errand(96, "time_scale", {"time_scale": 700}),
)


def state(world: World) -> dict[str, Any]:
    """What the totals of a report are about, as it is now."""
    heroes = Hero.objects.filter(world=world)
    items: dict[str, int] = {}
    for hero in heroes:
        for name, count in hero.items.items():
            items[name] = items.get(name, 0) + count
    return {
        "gold": heroes.aggregate(total=Sum("gold"))["total"],
        "experience": heroes.aggregate(total=Sum("experience"))["total"],
        "treasury": Guild.objects.get(world=world).treasury,
        "items": items,
        "decisions": Activity.objects.filter(world=world, kind="action").count(),
    }


def people(world: World) -> dict[int, dict[str, int]]:
    """{number: everything countable about that hero}."""
    felt = {one.hero_id: one for one in MasterInfluence.objects.filter(world=world)}
    return {
        hero.number: {
            name: getattr(hero, name) for name in ("gold", "experience", "energy", "mood", "health")
        }
        | {name: getattr(felt[hero.pk], name) for name in ("trust", "respect", "fear")}
        | {f"skill {name}": value for name, value in hero.skills.items()}
        | {f"trait {name}": value for name, value in hero.personality.items()}
        | {f"item {name}": value for name, value in hero.items.items()}
        for hero in Hero.objects.filter(world=world)
    }


def differences(life: Life) -> dict[str, int]:
    """The changes that a report tells of a hero, under the names of ``people``."""
    named = {"skill": life.skills, "trait": life.traits, "item": life.items}
    return {name: change.change for name, change in life.changes.items()} | {
        f"{kind} {name}": change.change for kind, part in named.items() for name, change in part.items()
    }


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after a week."""
    return aged(master, 7 * DAY)


@pytest.mark.parametrize("step", [0, 1, 37, 59, 60, 61, 95, 96, 150])
def test_i9_report_totals_are_state_now_less_state_then(master: User, step: int) -> None:
    world = born(master)
    live(world.pk, [errand for errand in ERRANDS if errand.step <= step], step)
    then, folk = state(world), people(world)
    live(world.pk, [errand for errand in ERRANDS if errand.step > step], 200)
    now, there = state(world), people(world)
    told = report(world, step)
    sums = told.totals
    for name in ("gold", "experience", "treasury"):
        newcomers = sum(one.get(name, 0) for number, one in there.items() if number not in folk)
        born_with = (
            newcomers - sum(differences(life)[name] for life in told.lives if life.number not in folk)
            if newcomers
            else 0
        )
        assert getattr(sums, name).change == now[name] - then[name] - born_with
        assert getattr(sums, name).now == now[name]
    assert sums.items == {
        name: count - then["items"].get(name, 0)
        for name, count in now["items"].items()
        if count != then["items"].get(name, 0)
    }
    assert sums.decisions == now["decisions"] - then["decisions"] == sum(sums.actions.values())
    for life in told.lives:
        if life.number in folk:
            changed = {k: v for k, v in differences(life).items() if v}
            assert changed == {
                k: v - folk[life.number][k]
                for k, v in there[life.number].items()
                if v != folk[life.number][k]
            }
    assert sums.treasury.change == sum(sums.income.values()) - sums.wages


def test_i9_report_asked_twice_is_the_same_and_changes_nothing(world: World) -> None:
    before = World.objects.values().get(pk=world.pk)
    mark = fingerprint(world.pk)
    assert document(tell(report(world, 40))) == document(tell(report(world, 40)))
    assert World.objects.values().get(pk=world.pk) == before
    assert fingerprint(world.pk) == mark


def test_a_life_tells_where_time_went(world: World) -> None:
    told = report(world, -1)
    for life in told.lives:
        steps = sum(deed.steps for deed in life.deeds)
        assert steps == Hero.objects.get(pk=life.id).started_step
        ids = [activity for deed in life.deeds for activity in deed.activities]
        assert len(ids) == len(set(ids)) == Activity.objects.filter(hero=life.id, kind="action").count()


def test_relationships_belong_to_both(world: World) -> None:
    told = report(world, -1)
    ties = {(life.number, tie.other, tie.kind): tie for life in told.lives for tie in life.ties}
    assert ties
    for (one, other, kind), tie in ties.items():
        twin = ties[other, one, kind]
        assert (twin.change, twin.strength, twin.activities) == (tie.change, tie.strength, tie.activities)


def test_headlines_are_ranked_and_a_quest_is_told_once_for_its_party(master: User) -> None:
    world = aged(master, 20 * DAY, seed=3, heroes=12)
    told = report(world, -1).headlines
    assert [one.importance for one in told] == sorted((one.importance for one in told), reverse=True)
    quests = [one.facts["quest"] for one in told if one.kind in ("quest_won", "quest_lost")]
    assert len(quests) == len(set(quests)) > 3
    assert any(len(one.heroes) > 1 for one in told if one.kind == "quest_won")
    for one in told:
        assert Activity.objects.filter(world=world, pk__in=one.activities).count() == len(one.activities) > 0


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


def test_a_long_log_costs_no_more_questions_than_a_short_one(master: User) -> None:
    counts = []
    for days in (3, 20):
        world = aged(master, days * DAY)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            tell(report(world, (days - 2) * DAY))
        counts.append(len(asked))
    assert max(counts) <= 22


# --- since when ---------------------------------------------------------------------------------------


def test_real_times_become_the_steps_that_had_passed_whatever_the_clock_went_through(master: User) -> None:
    world = born(master)
    live(
        world.pk,
        [Errand(30, "time_scale", {"time_scale": 3}), Errand(55, "time_scale", {"time_scale": 900})],
        90,
    )
    world.refresh_from_db()
    assert world.anchor_step == 55
    rows = Activity.objects.filter(world=world).order_by("step", "seq").values_list("step", "real_at")
    logged = dict(rows)
    for step, real in logged.items():
        assert step_at(world, real) == step
        earlier = max((other for other in logged if other < step), default=-1)
        assert earlier <= step_at(world, real - timedelta(microseconds=1)) < step


def test_a_time_before_birth_is_the_whole_life_and_says_so(world: World) -> None:
    start = since(world, datetime(1999, 1, 1, tzinfo=UTC))
    assert start.step == -1
    assert start.note == "The world was born only on 1 January 2026, 00:00 UTC; this is all of its life."
    assert since(world, LONG_AGO).step == 0


def test_a_time_to_come_is_refused(world: World) -> None:
    with pytest.raises(BadSince, match="is still to come"):
        since(world, timezone.now() + timedelta(minutes=1))


@pytest.mark.parametrize("text", ["", "yesterday", "2031-13-01", "12:00", "2031-05-01T25:00"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadSince, match="is no date"):
        parsed(text)


def test_a_date_without_an_offset_is_utc() -> None:
    assert parsed("2031-05-01") == datetime(2031, 5, 1, tzinfo=UTC)
    assert parsed("2031-05-01T10:00+02:00") == parsed("2031-05-01T08:00Z")


def test_the_default_is_the_end_of_the_visit_before(world: World) -> None:
    assert since(world, None).step == -1
    left = LONG_AGO + timedelta(microseconds=clock.real_offset(100, 0, world.time_scale))
    UserSession.objects.create(
        user=world.owner, previous_seen_at=LONG_AGO, started_at=left, last_seen_at=left
    )
    now = timezone.now()
    UserSession.objects.create(user=world.owner, previous_seen_at=left, started_at=now, last_seen_at=now)
    assert since(world, None).step == 100


# --- the words of every headline ----------------------------------------------------------------------


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


# --- the command --------------------------------------------------------------------------------------


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


def test_json_has_every_line_with_the_ids_of_its_activities(world: World) -> None:
    told = json.loads(ask(world, json=True))
    lines = [*told["headlines"], *(line for hero in told["heroes"] for line in hero["lines"])]
    assert len(lines) > 12
    for line in lines:
        assert line["text"]
        ids = set(line["activities"])
        assert Activity.objects.filter(world=world, pk__in=ids).count() == len(ids)
    assert all(line["activities"] for line in told["headlines"])
    assert told["totals"]["gold"] == {"before": told["totals"]["gold"]["before"], "now": state(world)["gold"]}


@pytest.mark.parametrize(("start", "why"), [("2999-01-01", "is still to come"), ("soon", "is no date")])
def test_the_command_refuses_in_one_line(world: World, start: str, why: str) -> None:
    with pytest.raises(CommandError, match=why) as refused:
        ask(world, since=start)
    assert "\n" not in str(refused.value)
