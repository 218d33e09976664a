"""A first day, played by a generated client against the real server over HTTP: from the registration to the farewell.

Only a clock cannot be moved by a client. So the world is born a while ago, by the database, and lives for one day; in
that evening everything is done that a player can do; then the player is away for as long as makes a new visit.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache

from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from tests.api.generated import Generated
from tests.api.server import served
from tests.journeys.clock import a_day_passes, goes_away
from tests.journeys.player import Player
from tests.worlds.lives import DAY, wrong
from worlds.models import World
from worlds.tasks import erase_the_marked

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
PASSWORD = "seven-lanterns-at-dusk"
Held = dict[str, Counter[str]]
"""What somebody has, and 'the guild', by what it is called."""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "server.log"


@pytest.fixture
def player(tmp_path: Path, log: Path) -> Iterator[Player]:
    cache.clear()
    made = Generated(tmp_path)
    with served(log) as address:
        yield Player(made, address)
    made.close()


def test_somebody_plays_a_first_day_comes_back_and_goes_for_good(player: Player, log: Path) -> None:
    world = comes_and_makes_a_world(player)
    a_day_passes(world)
    looks_around(player, world)
    gives_orders(player, world)
    is_kind(player, world)
    runs_the_guild(player, world)
    before = holdings(player, world)
    goes_away(world)
    reads_what_happened(player, world, before)
    asks_why(player, world)
    reads_everything_else(player, world)
    builds(player, world, "tavern")
    stops_and_starts(player, world)
    assert wrong(World.objects.get(pk=world), decisions=True) == []
    takes_everything_along_and_goes(player, world)
    said = log.read_text()
    assert '"POST /api/v1/sessions/ HTTP/1.1" 201' in said
    for secret in (player.token, PASSWORD, "Traceback"):
        assert secret not in said


def comes_and_makes_a_world(player: Player) -> UUID:
    wish = {"username": "mirabel", "password": PASSWORD}
    player.ask("register", body=player.shape("Registration", **wish), due=201)
    assert player.answer("read_me").status_code == 401
    player.come(**wish, device="a laptop")
    me = player.ask("read_me")
    assert (me.username, me.previous_visit_ended_at) == ("mirabel", None)
    body = player.shape("NewWorld", name="Lanternfield", heroes=8, time_scale=1440, seed=11)
    key = {"idempotency_key": str(uuid4())}
    made = player.ask("create_world", body=body, due=201, **key)
    again = player.answer("create_world", body=body, **key)
    assert (again.parsed.id, again.headers["Idempotency-Replayed"]) == (made.id, "true")
    assert [one.name for one in player.every("list_worlds")] == ["Lanternfield"]
    return UUID(str(made.id))


def looks_around(player: Player, world: UUID) -> None:
    drawn = player.ask("read_map", world)
    assert (drawn.step, len(drawn.heroes)) == (DAY, 8)
    picture = player.answer("read_map_picture", world)
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert picture.parsed.startswith("<svg")
    brave = list(player.every("list_heroes", world, courage_min=50, limit=2))
    assert all(one.personality.courage >= 50 for one in brave)
    timid = list(player.every("list_heroes", world, courage_max=49))
    assert sorted(one.number for one in brave + timid) == list(range(8))
    her = player.ask("read_hero", world, brave[0].number)
    busy = player.ask("list_heroes", world, action=player.choice("Action", her.action)).results
    assert her.number in {one.number for one in busy}
    assert her.backstory
    assert player.answer("read_hero", world, 99).parsed.status == 404


def gives_orders(player: Player, world: UUID) -> None:
    """Some agree and some do not; who refuses says what would have changed it."""
    order = player.shape("Order", action=player.choice("Orderable", "patrol"))
    said = {n: player.ask("give_order", world, n, body=order, due=201) for n in range(8)}
    assert {one.agreed for one in said.values()} == {True, False}
    for number, answer in said.items():
        needed = answer.needed.to_dict()
        assert set(needed) == {"trust", "respect", "fear"}
        assert answer.agreed == (answer.roll < answer.chance)
        if answer.agreed:
            assert player.ask("read_influence", world, number).standing_order.action == "patrol"
        else:
            assert answer.why
            assert all(points is None or points > 0 for points in needed.values())
            again = player.ask("give_order", world, number, body=order, due=201)
            assert (again.agreed, again.repeated, again.why) == (False, True, answer.why)
        [given, *_] = player.every("list_orders", world, number)
        assert (given.action, given.agreed, given.why) == ("patrol", answer.agreed, answer.why)


def is_kind(player: Player, world: UUID) -> None:
    trust = {n: player.ask("read_influence", world, n).trust for n in (0, 1, 2)}
    praise = player.shape("Plain", kind=player.choice("PlainKind", "praise"))
    reward = player.shape("Reward", kind="reward", gold=5)
    promise = player.shape("Promising", kind="promise", gold=5, days=2)
    for number, body in enumerate((praise, reward, promise)):
        moved = player.ask("intervene", world, number, body=body, due=201)
        now = player.ask("read_influence", world, number)
        assert now.trust == trust[number] + moved.trust > trust[number]
        assert [one.activity for one in player.every("list_interventions", world, number)] == [moved.activity]
    assert [one.state for one in player.ask("read_influence", world, 2).promises] == ["open"]


def runs_the_guild(player: Player, world: UUID) -> None:
    guild = player.ask("read_guild", world)
    change = player.shape("GuildChange", policy=player.choice("Policy", "adventurous"), wage=4)
    assert player.ask("change_guild", world, body=change).to_dict()["policy"] == "adventurous"
    cost = builds(player, world, "library")
    wolves = player.shape("Bounty", title="Wolves at the mill", place=2, difficulty=10, gold=20)
    posted = player.ask("post_bounty", world, body=wolves, due=201)
    assert player.ask("read_quest", world, posted.number).title == "Wolves at the mill"
    newcomer = player.ask("summon_hero", world, due=201)
    renamed = player.ask(
        "rename_hero", world, newcomer.number, body=player.shape("Rename", name="Ada of the Mill")
    )
    assert renamed.name == player.ask("read_hero", world, newcomer.number).name == "Ada of the Mill"
    spent = cost + 20 + 80
    assert player.ask("read_guild", world).treasury == guild.treasury - spent
    dear = player.shape("Reward", kind="reward", gold=100_000)
    assert player.answer("intervene", world, 0, body=dear).parsed.type_.endswith("/refused/")


def builds(player: Player, world: UUID, facility: str) -> int:
    """Build it, where the guild can pay for it; what it cost."""
    guild = player.ask("read_guild", world)
    price: int = guild.prices[facility]
    body = player.shape("Building", facility=player.choice("Facility", facility))
    answer = player.answer("build_facility", world, body=body)
    if price > guild.treasury:
        assert (answer.status_code, answer.parsed.status) == (409, 409)
        assert f"costs {price:,} gold" in answer.parsed.detail
        return 0
    assert (answer.status_code, answer.parsed.cost) == (201, price)
    return price


def holdings(player: Player, world: UUID) -> Held:
    """What everybody has, also who left, and the guild; as the API tells it."""
    held = {"the guild": Counter(treasury=player.ask("read_guild", world).treasury)}
    for status in ("active", "away", "incapacitated", "gone"):
        for one in player.every("list_heroes", world, status=player.choice("HeroStatus", status)):
            whole = player.ask("read_hero", world, one.number)
            items = whole.items.to_dict()
            held[str(one.number)] = Counter(gold=whole.gold, experience=whole.experience, **items)
    return held


def reads_what_happened(player: Player, world: UUID, before: Held) -> None:
    """The report begins where the visit ended, and its totals are the state now less the state then (I9)."""
    player.ask("read_offline_progress", world)  # brings the world to now, however long that takes
    player.ask("change_world", world, body=player.shape("WorldChange", paused=True))
    answer = player.answer("read_offline_progress", world)
    report = answer.parsed
    now = holdings(player, world)
    assert (report.since.step, report.note) == (DAY, "")
    assert report.until.step == player.ask("read_world", world).now.step > 10 * DAY
    adds_up(report, before, now)
    same = player.answer("read_offline_progress", world)
    assert same.content == answer.content
    held = player.answer("read_offline_progress", world, if_none_match=answer.headers["ETag"])
    assert (held.status_code, held.content) == (304, b"")
    assert report.notices
    body = player.shape("WorldChange", read_step=report.until.step)
    player.ask("change_world", world, body=body)
    assert player.ask("read_offline_progress", world).notices == []


def adds_up(report: Any, before: Held, now: Held) -> None:
    then, here = (sum(held.values(), Counter()) for held in (before, now))
    totals = report.totals
    for name in ("gold", "experience", "treasury"):
        told = getattr(totals, name)
        assert (name, told.before, told.now) == (name, then[name], here[name])
    items = {name: here[name] - then[name] for name in (here | then) if not hasattr(totals, name)}
    told_items = Counter(totals.items.to_dict())
    assert {name: told_items[name] for name in items} == items
    income = sum(totals.income.to_dict().values())
    assert income - totals.wages == here["treasury"] - then["treasury"]
    for life in report.heroes:
        mine, was = now[str(life.number)], before.get(str(life.number), Counter())
        for name, change in (life.changes.to_dict() | life.items.to_dict()).items():
            if name in mine:
                assert (name, change["now"], change["change"]) == (name, mine[name], mine[name] - was[name])


def asks_why(player: Player, world: UUID) -> None:
    """Behind a line of the report there are decisions."""
    report = player.ask("read_offline_progress", world, since=player.ask("read_me").previous_visit_ended_at)
    life = next(one for one in report.heroes if one.best)
    why = player.ask("explain_decision", world, life.best.activity)
    assert (why.hero.number, why.chosen.action) == (life.number, life.best.action)
    assert why.recomputed
    assert sum(why.chosen.contributions.to_dict().values()) == why.chosen.utility
    assert why.against is None or why.against.utility <= why.chosen.utility
    flips = why.would_have_flipped_it
    assert flips.sentence
    assert all(flip.action != why.chosen.action for flip in flips.flips)
    assert player.answer("explain_decision", world, uuid4()).status_code == 404


def reads_everything_else(player: Player, world: UUID) -> None:
    everything = list(player.every("list_activities", world, limit=100))
    assert len({one.id for one in everything}) == len(everything) > 1000
    places = [(one.ended.step, one.seq) for one in everything]
    assert places == sorted(places, reverse=True)
    decided = list(player.every("list_decisions", world, hero=0, limit=100))
    hers = list(player.every("list_hero_decisions", world, 0, limit=100))
    assert [one.id for one in decided] == [one.id for one in hers]
    done = {one.id for one in everything if one.kind == "action" and one.hero and one.hero.number == 0}
    assert {one.id for one in hers} == done
    assert list(player.every("list_hero_activities", world, 0, importance=50)) == [
        one for one in everything if one.hero and one.hero.number == 0 and one.importance >= 50
    ]
    bonds = list(player.every("list_relationships", world, 0))
    assert all(bond.history and bond.name for bond in bonds)
    assert bonds
    quests = list(player.every("list_quests", world, limit=5))
    taken = [one for quest in quests for one in player.every("list_assignments", world, quest.number)]
    assert {one.status for one in taken}
    assert all(event.name for event in player.every("list_events", world))
    analysis = player.ask("read_analysis", world, days=7)
    assert sum(one.times for one in analysis.actions) == analysis.decisions > 0
    assert player.ask("explain_problem", "refused").status == 409


def stops_and_starts(player: Player, world: UUID) -> None:
    resumed = player.ask(
        "change_world", world, body=player.shape("WorldChange", paused=False, name="Lantern Vale")
    )
    assert (resumed.name, resumed.status) == ("Lantern Vale", "running")
    player.ask("dismiss_hero", world, 8)
    paused = player.ask("change_world", world, body=player.shape("WorldChange", paused=True))
    assert paused.status == "paused"


def takes_everything_along_and_goes(player: Player, world: UUID) -> None:
    taken = zipfile.ZipFile(io.BytesIO(player.answer("export_me").content))
    assert taken.testzip() is None
    assert any(str(world) in name or b"Lantern Vale" in taken.read(name) for name in taken.namelist())
    player.ask("delete_world", world, due=202)
    assert player.answer("read_world", world).status_code == 404
    assert list(player.every("list_worlds")) == []
    assert player.answer("erase_me", confirm="somebody").status_code == 409
    player.ask("erase_me", confirm="mirabel", due=202)
    assert player.answer("read_me").status_code == 401
    erase_the_marked()
    assert not User.objects.exists()
    assert not World.objects.exists()
    login = player.shape("Login", username="mirabel", password=PASSWORD)
    assert re.search("no account", player.answer("log_in", body=login).parsed.detail)
