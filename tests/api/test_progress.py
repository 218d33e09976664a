"""What happened while the master was away, as clients read it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from heroes.models import Activity, Decision, Hero
from herotycoon.accounts.models import User, UserSession
from herotycoon.pg.route import ENGINE, WEB
from tests.api.clients import ApiClient, logged_in, ok, problem
from tests.api.conftest import paused
from tests.worlds.lives import aged
from worlds.models import Guild, World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


@pytest.fixture
def old(master: User) -> World:
    """A world of two weeks, in which much has happened."""
    return paused(aged(master, 672, heroes=10))


@pytest.fixture
def client(old: World, master: User) -> ApiClient:
    return logged_in(master)


def test_the_first_report_tells_of_the_whole_life_and_adds_up(client: ApiClient, old: World) -> None:
    told = client.read(f"worlds/{old.pk}/offline-progress/")
    assert told["since"] is None
    assert told["until"]["step"] == old.step
    guild = Guild.objects.get(world=old)
    totals = told["totals"]
    assert totals["treasury"] == {"before": guild.birth["treasury"], "now": guild.treasury}
    assert totals["gold"]["now"] == sum(Hero.objects.filter(world=old).values_list("gold", flat=True))
    assert totals["decisions"] == Decision.objects.filter(world=old).count()


def test_headlines_are_ranked_and_lead_to_decisions(client: ApiClient, old: World) -> None:
    told = client.read(f"worlds/{old.pk}/offline-progress/")
    weights = [one["importance"] for one in told["headlines"]]
    assert weights == sorted(weights, reverse=True)
    lines = [*told["headlines"], *(line for hero in told["heroes"] for line in hero["lines"])]
    ids = {id_ for line in lines for id_ in line["activities"]}
    rows = Activity.objects.filter(world=old, pk__in=ids)
    assert rows.count() == len(ids) > 50
    decided = rows.filter(kind="action").first()
    assert decided
    for kind in ("activities", "decisions"):
        assert client.read(f"worlds/{old.pk}/{kind}/{decided.pk}/")["id"] == str(decided.pk)


def test_asking_twice_is_the_same_and_changes_nothing(client: ApiClient, old: World) -> None:
    one, other = (client.get(f"worlds/{old.pk}/offline-progress/") for _ in range(2))
    assert one.content == other.content
    assert one.headers["ETag"] == other.headers["ETag"]


def test_a_new_visit_begins_where_the_last_one_ended(client: ApiClient, old: World, master: User) -> None:
    first = client.get(f"worlds/{old.pk}/offline-progress/")
    # The last visit ended in the middle of what has happened since.
    middle = old.anchor_real + timedelta(seconds=300 * 1800 / old.time_scale)
    UserSession.objects.filter(user=master).update(started_at=middle, last_seen_at=middle)
    again = client.get(f"worlds/{old.pk}/offline-progress/", If_None_Match=first.headers["ETag"])
    told = ok(again)
    assert told["since"]["step"] == 300
    assert told["totals"]["decisions"] < ok(first)["totals"]["decisions"]


def test_any_time_may_be_asked_for_and_is_told_in_any_zone(client: ApiClient, old: World) -> None:
    since = old.anchor_real + timedelta(seconds=200 * 1800 / old.time_scale)
    asked = since.isoformat().replace("+00:00", "Z")
    told = client.read(f"worlds/{old.pk}/offline-progress/?since={asked}&tz=Asia/Kathmandu")
    assert told["since"]["step"] == 200
    there = datetime.fromisoformat(told["since"]["real_at"])
    assert there.utcoffset() == timedelta(hours=5, minutes=45)
    assert there.astimezone(UTC) == since.astimezone(ZoneInfo("UTC"))


@pytest.mark.parametrize(
    ("query", "status", "slug"),
    [
        ("since=yesterday", 400, "invalid"),
        ("since=2026-01-01", 400, "invalid"),
        ("tz=Middle-earth/Shire", 400, "invalid"),
        ("since={later}", 409, "refused"),
        ("sinse=2026-01-01T00:00Z", 400, "invalid"),
    ],
)
def test_a_time_that_makes_no_sense_is_refused(
    client: ApiClient, old: World, query: str, status: int, slug: str
) -> None:
    later = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    problem(client.get(f"worlds/{old.pk}/offline-progress/?{query.format(later=later)}"), status, slug)


def test_what_matters_most_is_a_notice_until_it_is_read(client: ApiClient, old: World, master: User) -> None:
    told = client.read(f"worlds/{old.pk}/offline-progress/")
    assert told["notices"]
    assert all(one["importance"] >= 70 for one in told["notices"])
    now = timezone.now()
    UserSession.objects.filter(user=master).update(
        started_at=now - timedelta(hours=2), last_seen_at=now - timedelta(hours=1)
    )
    later = client.read(f"worlds/{old.pk}/offline-progress/")
    assert later["headlines"] == []
    assert later["notices"] == told["notices"]  # another visit, and nobody has read them
    ok(client.patch(f"worlds/{old.pk}/", {"read_step": later["until"]["step"]}))
    assert client.read(f"worlds/{old.pk}/offline-progress/")["notices"] == []


def test_a_report_is_of_ones_own_visit(client: ApiClient, old: World, client_of_second: Any) -> None:
    problem(client_of_second.get(f"worlds/{old.pk}/offline-progress/"), 404, "not-found")
