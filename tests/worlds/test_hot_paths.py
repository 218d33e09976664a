"""Every statement of the hot paths says of which worlds it is, so that a cluster asks the servers where they lie."""

from __future__ import annotations

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from heroes.models import Decision
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB, here
from herotycoon.pg.scope import as_player
from tests.api.clients import ApiClient, logged_in, ok, turned_back
from tests.worlds.lives import aged
from tests.worlds.restricted import Heard, listening
from worlds.models import World
from worlds.services.fingerprint import fingerprint
from worlds.services.heat import due
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])

EXPECTED = {
    "a decision by its id": "SELECT id, world_id FROM hero_decisions WHERE id BETWEEN",
    "the worlds of a master": r'FROM "worlds" WHERE "worlds"."owner_id" = ',
    "the worlds that are due": r"FROM worlds WHERE status = 'running' AND .* ORDER BY turn, id LIMIT",
}
"""What looks into every world, and may: `explain` is given the beginning of an id and nothing else, and asks for its world
first; a master's list of worlds is short and theirs wherever they lie; whatever is due is handed out by one worker, once
a minute and once an hour."""
LISTS = ("activities/", "decisions/", "relationships/", "influence/", "orders/", "interventions/")


@pytest.fixture
def client(oakmere: World, master: User) -> ApiClient:
    """The master's, whose world stands still."""
    World.objects.filter(pk=oakmere.pk).update(status="paused")
    return logged_in(master)


def astray(heard: Heard) -> set[str]:
    """What looks into every world: by its name where that is expected, else as it was said."""
    return {named(" ".join(statement.split())) for statement in heard.strays}


def named(statement: str) -> str:
    return next((name for name, pattern in EXPECTED.items() if re.search(pattern, statement)), statement)


def test_a_tick_of_two_worlds(oakmere: World, second_master: User) -> None:
    other = aged(second_master, 72, seed=8)
    with listening() as heard:
        tick({oakmere.pk: 400, other.pk: 400})
    assert astray(heard) == set()
    assert heard.reached() >= {
        "worlds",
        "heroes",
        "activity_log",
        "hero_decisions",
        "quests",
        "quest_assignments",
    }


def test_a_tick_on_a_cluster_locks_world_by_world_and_is_the_same_tick(
    second_master: User, settings: Settings
) -> None:
    twins = [aged(second_master, 72, seed=seed) for seed in (8, 8, 9, 9)]
    tick({twins[0].pk: 200, twins[2].pk: 200})
    settings.DATABASE_CLUSTER = True
    with listening() as heard:
        tick({twins[1].pk: 200, twins[3].pk: 200})
    assert astray(heard) == set()
    locks = [one for one in heard.said if "SKIP LOCKED" in one]
    assert len(locks) >= 2
    assert [one for one in locks if len(re.findall(r"[0-9a-f]{32}", one)) != 1] == []
    marks = [fingerprint(twin.pk) for twin in twins]
    assert marks[0] == marks[1] != marks[2] == marks[3]


def test_what_a_master_says(oakmere: World, client: ApiClient) -> None:
    world = f"worlds/{oakmere.pk}/"
    with listening() as heard:
        ok(client.post(f"{world}heroes/1/orders/", {"action": "patrol"}), 201)
        ok(client.post(f"{world}heroes/1/interventions/", {"kind": "praise"}), 201)
        ok(client.patch(f"{world}guild/", {"wage": 4}))
        ok(client.post(f"{world}guild/facilities/", {"facility": "tavern"}), 201)
    assert astray(heard) == set()
    assert heard.reached() >= {"worlds", "guilds", "heroes", "activity_log", "master_influence"}


def test_what_a_master_reads(oakmere: World, client: ApiClient) -> None:
    world = f"worlds/{oakmere.pk}/"
    lists = [f"heroes/1/{name}" for name in LISTS]
    decision = client.read(f"{world}decisions/?limit=1")["results"][0]["id"]
    lists += [f"quests/{one['number']}/assignments/" for one in client.read(f"{world}quests/")["results"]]
    with listening() as heard:
        for path in (
            "",
            "map/",
            "guild/",
            "heroes/",
            "heroes/1/",
            "quests/",
            "events/",
            "offline-progress/",
            "analysis/",
        ):
            client.read(f"{world}{path}")
        for path in (
            "activities/",
            "decisions/",
            "activities/?importance=60",
            f"decisions/{decision}/",
            *lists,
        ):
            client.read(f"{world}{path}")
    assert astray(heard) == set()
    assert heard.reached() >= {
        "activity_log",
        "activity_archive",
        "hero_decisions",
        "hero_relationships",
        "world_events",
    }


def test_a_catch_up_that_a_request_waits_for(oakmere: World, master: User) -> None:
    turned_back(oakmere, 4)
    with listening() as heard:
        ok(logged_in(master).get(f"worlds/{oakmere.pk}/"))
    oakmere.refresh_from_db()
    assert oakmere.step > 72
    assert astray(heard) == set()


def test_a_world_that_is_made(master: User) -> None:
    client = logged_in(master)
    with listening() as heard:
        ok(client.post("worlds/", {"name": "Ashford", "seed": 3}), 201)
        client.read("worlds/")
    assert astray(heard) == {"the worlds of a master"}


def test_worlds_that_are_handed_out(oakmere: World) -> None:
    turned_back(oakmere, 4)
    with listening() as heard:
        for hot in (True, False):
            list(due(timezone.now(), hot=hot, most=9))
    assert astray(heard) == {"the worlds that are due"}


def test_what_an_operator_asks(oakmere: World) -> None:
    decision = Decision.objects.filter(world=oakmere).first()
    assert decision
    with listening() as heard:
        call_command("offline_progress", str(oakmere.pk))
        call_command("explain", str(decision.pk))
        call_command("fingerprint", str(oakmere.pk))
        call_command("verify_world", str(oakmere.pk), "--decisions")
    assert astray(heard) == {"a decision by its id"}


STRAYS = {
    "SELECT gold FROM heroes WHERE number = 3": {"heroes"},
    "SELECT gold FROM heroes WHERE world_id = '{w}'": set(),
    "SELECT gold FROM heroes WHERE world_id IN ('{w}', '{o}')": set(),
    "SELECT gold FROM heroes WHERE world_id <> '{w}'": {"heroes"},
    "SELECT step FROM worlds WHERE status = 'running'": {"worlds"},
    "SELECT h.gold FROM heroes h JOIN guilds g ON g.id = h.guild_id WHERE g.world_id = '{w}'": {"heroes"},
    "SELECT h.gold FROM heroes h JOIN guilds g ON g.world_id = h.world_id WHERE g.world_id = ANY ('{{{w}}}')": set(),
    "SELECT h.gold FROM heroes h JOIN guilds g ON g.world_id = h.world_id": {"heroes", "guilds"},
    "SELECT * FROM activity_log WHERE importance > 90": {"activity_log"},
    "SELECT * FROM hero_decisions d JOIN activity_log a ON a.id = d.id WHERE a.world_id = '{w}'": {"hero_decisions"},
    "SELECT * FROM guild_summary WHERE world_id = '{w}'": set(),
    "SELECT * FROM guild_summary": {"guilds", "heroes", "master_influence", "quests", "worlds", "hero_relationships"},
    "SELECT * FROM offline_deeds('{w}', 0, 9)": set(),
    "UPDATE heroes SET gold = 1 WHERE id = '{w}'": {"heroes"},
    "DELETE FROM quests WHERE world_id = '{w}'": set(),
}  # fmt: skip


@pytest.mark.parametrize("statement", sorted(STRAYS))
def test_a_statement_that_does_not_say_its_world_is_noticed(statement: str, oakmere: World) -> None:
    with listening() as heard, connection.cursor() as cursor:
        cursor.execute(statement.format(w=oakmere.pk, o=oakmere.owner_id))
    assert heard.strays.get(heard.said[0], set()) == STRAYS[statement]


def test_row_security_is_not_enough(oakmere: World, master: User) -> None:
    with listening() as heard, as_player(master.pk, [oakmere.pk]), here().cursor() as cursor:
        cursor.execute("SELECT gold FROM heroes")
    assert heard.strays == {"SELECT gold FROM heroes": {"heroes"}}
