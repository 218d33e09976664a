"""What the desk draws: courses, bonds and days, each also in words and in numbers, never as a document's raw text."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from itertools import combinations

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from heroes.models import Activity, Decision, Hero, HeroRelationship
from herotycoon.accounts.models import User
from herotycoon.desk.plots import lines, stacks
from herotycoon.pg.route import ENGINE, WEB
from influence.models import MasterInfluence
from influence.sim.causes import CAUSES as KNOWN
from tests.admin.test_crawl import MOST_QUERIES
from tests.api.conftest import paused
from tests.worlds.lives import DAY, Errand, aged, born, live
from worlds.models import Guild, World
from worlds.services.circle import MOST_BONDS, MOST_PEOPLE, Bond, circle, in_a_ring
from worlds.services.creation import create_world
from worlds.services.explain_page import GROUPS
from worlds.services.prose.causes import CAUSES, because
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


def page_of(client: Client, row: World | Hero) -> str:
    """A row's page."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    answer = client.get(reverse(name, args=[row.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def labels(page: str) -> list[str]:
    """What is said of the pictures with axes."""
    return re.findall(r'class="desk-plot-drawing[^"]*" role="img" aria-label="([^"]*)"', page)


def test_a_world_is_drawn_over_time_and_ends_at_what_it_has_now(watcher: Client, oakmere: World) -> None:
    page = page_of(watcher, oakmere)
    treasury, mood, feelings, hours = labels(page)
    chest = Guild.objects.get(world=oakmere).treasury
    assert f" to {chest:,}, between" in treasury
    assert mood.startswith("Mood of the people, on average, from day 1 to now")
    assert [name in feelings for name in ("trust", "respect", "fear")] == [True] * 3
    assert "altogether sleep " in hours
    assert page.count("<summary>In numbers</summary>") == 4
    assert f'<th scope="row">now</th><td>{chest:,}</td>' in page
    assert page.count('<th scope="row">day 4</th>') == 4


def test_the_bonds_are_drawn_with_a_way_to_every_hero(watcher: Client, oakmere: World) -> None:
    page = page_of(watcher, oakmere)
    drawn = page[page.index('class="desk-ring"') :]
    for hero in Hero.objects.filter(world=oakmere):
        assert f'href="{reverse("admin:heroes_hero_change", args=[hero.pk])}" class="desk-person"' in drawn
    strongest = HeroRelationship.objects.filter(world=oakmere).latest("strength")
    one, other = sorted((strongest.hero, strongest.other), key=lambda hero: hero.number)
    assert {one.name, other.name} <= set(
        re.findall(r"<td>([^<]*)</td>", page[page.index("strongest in words") :])
    )


def test_what_is_below_indifference_is_dashed(watcher: Client, oakmere: World) -> None:
    assert "stroke-dasharray" not in page_of(watcher, oakmere).partition('class="desk-ring"')[2]
    one = HeroRelationship.objects.filter(world=oakmere, kind="friendship")[0]
    both = HeroRelationship.objects.filter(world=oakmere, kind="friendship")
    both.filter(hero__in=(one.hero, one.other), other__in=(one.hero, one.other)).update(strength=-90)
    assert page_of(watcher, oakmere).partition('class="desk-ring"')[2].count("stroke-dasharray") == 1


def test_those_who_belong_together_stand_together() -> None:
    circles = [(0, 3, 6, 9), (1, 4, 7, 10), (2, 5, 8, 11)]
    bonds = [Bond(a, b, "friendship", 80, 0) for group in circles for a, b in combinations(group, 2)]
    order = in_a_ring(12, [*bonds, Bond(0, 1, "rivalry", -5, 0)])
    assert sorted(order) == list(range(12))
    group = [next(at for at, members in enumerate(circles) if one in members) for one in order]
    assert sum(a != b for a, b in zip(group, group[1:] + group[:1], strict=True)) == 3


def test_of_two_hundred_heroes_the_page_shows_the_strongest_bonds_and_says_so(
    watcher: Client, master: User
) -> None:
    world = paused(aged(master, DAY, heroes=200))
    told = circle(world)
    assert told.all_people == 200
    assert (len(told.people), len(told.bonds) <= MOST_BONDS) == (MOST_PEOPLE, True)
    with CaptureQueriesContext(connections[WEB]) as asked:
        page = page_of(watcher, world)
    assert len(asked) <= MOST_QUERIES
    assert page.count('class="desk-person"') == len(told.people)
    assert (
        f"Drawn are {len(told.bonds)} of {told.all_bonds:,} bonds, the strongest among 60 of 200 heroes"
        in page
    )
    with CaptureQueriesContext(connections[WEB]) as asked:
        page_of(watcher, Hero.objects.get(world=world, number=150))
    assert len(asked) <= MOST_QUERIES


def test_a_newborn_world_and_its_heroes_have_nothing_to_draw_yet(watcher: Client, master: User) -> None:
    world = paused(born(master))
    assert page_of(watcher, world).count("There is nothing to draw yet.") == 4
    hero = page_of(watcher, Hero.objects.get(world=world, number=0))
    assert "has not decided anything yet" in hero


def test_a_hero_s_page_tells_who_they_are_and_shows_no_document(watcher: Client, oakmere: World) -> None:
    for hero in Hero.objects.filter(world=oakmere):
        page = page_of(watcher, hero)
        for name, value in hero.personality.items():
            assert f'aria-label="{name}: {value} of 100"' in page
        assert re.search(r"[{\[](&quot;|&#x27;|&#39;|\")", page[page.index("desk-portrait") :]) is None
        assert "birth" not in re.findall(r'for="id_(\w+)"', page)


def test_a_hero_s_days_are_told_to_the_half_hour(watcher: Client, oakmere: World) -> None:
    page = page_of(watcher, Hero.objects.get(world=oakmere, number=1))
    days = re.findall(r'class="desk-hours" role="img" aria-label="([^"]*)">(.*?)</div>', page, re.DOTALL)
    assert [said.partition(":")[0] for said, _ in days] == [f"Day {number}" for number in range(7, 0, -1)]
    for said, drawn in days:
        assert sum(map(int, re.findall(r"span (\d+)", drawn))) == DAY
        assert unescape(said).count(";") == drawn.count("<span") - 1


def test_what_a_hero_holds_of_the_master_is_told_with_its_causes(watcher: Client, master: User) -> None:
    world = born(master)
    live(world.pk, [Errand(60, "threaten", {"hero": 1}), Errand(70, "praise", {"hero": 1})], 2 * DAY)
    paused(world)
    page = page_of(watcher, Hero.objects.get(world=world, number=1))
    row = MasterInfluence.objects.get(world=world, hero__number=1)
    assert [f"fear from {row.baseline['fear']} to {row.fear}" in said for said in labels(page)] == [True]
    assert page.index("The master praised them") < page.index("The master threatened them")


def test_a_hero_s_page_tells_what_they_remember(watcher: Client, master: User) -> None:
    world = born(master)
    live(world.pk, [Errand(60, "threaten", {"hero": 1})], 2 * DAY)
    paused(world)
    page = page_of(watcher, Hero.objects.get(world=world, number=1))
    assert (
        "Was threatened by the master, a day ago." in page
        or "Was threatened by the master, only lately." in page
    )
    assert "Nothing that mattered, as yet." in page_of(
        watcher, Hero.objects.get(world=paused(born(master)), number=1)
    )


def test_every_cause_has_words() -> None:
    assert set(KNOWN) <= set(CAUSES)
    assert because(["wages_paid", "calm_days"]) == "Wages were paid and some days went by calmly"
    assert because(["something_new"]) == "Something new"


def test_a_decision_leads_to_its_hero_and_to_those_before_and_after(watcher: Client, oakmere: World) -> None:
    hero = Hero.objects.get(world=oakmere, number=2)
    ids = list(
        Activity.objects.filter(world=oakmere, hero=hero, kind="action")
        .order_by("step", "seq")
        .values_list("id", flat=True)
    )
    page = ""
    for at in (0, 5, len(ids) - 1):
        page = watcher.get(reverse("admin:worlds_world_why", args=[oakmere.pk, ids[at]])).content.decode()
        assert reverse("admin:heroes_hero_change", args=[hero.pk]) in page
        for beside, word in ((at - 1, "prev"), (at + 1, "next")):
            there = 0 <= beside < len(ids)
            address = reverse("admin:worlds_world_why", args=[oakmere.pk, ids[beside % len(ids)]])
            assert (f'href="{address}" rel="{word}"' in page) == there
    assert page_of(watcher, hero).count("/decisions/") == min(15, Decision.objects.filter(hero=hero).count())
    assert [name for name in GROUPS if f"</svg>{name}</li>" not in page] == []


def test_the_front_page_draws_what_was_decided_in_the_last_half_hour(watcher: Client, master: User) -> None:
    assert page_of_front(watcher).count("There is nothing to draw yet.") == 1
    world = create_world(
        owner=master, seed=7, heroes=6, now=timezone.now() - timedelta(minutes=25), time_scale=1440
    )
    tick({world.pk: 96})
    said = labels(page_of_front(watcher))
    decided = Activity.objects.filter(kind="action").count()
    assert decided
    assert said == [
        f"Decisions that ended in each minute, from 30 minutes ago to now: altogether decisions {decided}"
    ]


def page_of_front(client: Client) -> str:
    """The front page."""
    return client.get(reverse("admin:index")).content.decode()


def test_a_chart_has_round_numbers_about_what_it_shows_and_gaps_where_nothing_is_known() -> None:
    marks = [(0, "day 1"), (48, "day 2"), (60, "now")]
    figure = lines("Gold", marks, {"one": [None, 1_204, 37], "two": [5, None, 7]}, ["day 1", "now"])
    assert (figure.scale, figure.rows[1]) == (["1,500", "750", "0"], ["day 2", "1,204", "–"])
    assert figure.said == (
        "Gold, from day 1 to now: one from 1,204 to 37, between 37 and 1,204; two from 5 to 7, between 5 and 7"
    )
    assert '<path class="desk-line desk-c2" d="M0.0 199.3 M1000.0 199.1"/>' in str(figure.drawing)
    flat = lines("Fear", marks, {"fear": [0, 0, 0]}, [])
    assert flat.scale[-1] == "0"
    stack = stacks("Hours", marks, {"sleep": [10.0, 4.5], "eat": [2.0, 0.0]}, [])
    assert stack.rows == [["day 1", "10", "2"], ["day 2", "4.5", "0"]]
    assert str(stack.drawing).count("<rect") == 3
