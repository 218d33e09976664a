"""A game master's day in a real browser: read why, start a festival, move two days ahead, see it; an observer cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from heroes.models import Decision, Hero
from herotycoon.pg.route import ENGINE, WEB
from tests.browser.chromium import Visitor
from tests.browser.conftest import DAYS
from tests.factories import PASSWORD
from tests.worlds.lives import wrong
from worlds.models import Guild, World, WorldEvent

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


@pytest.fixture
def ruler(browser: Browser, site: str) -> Iterator[Visitor]:
    """The game master at the desk, with whom nothing goes wrong behind the pages."""
    visitor = Visitor(browser, site)
    visitor.log_in("ruler", PASSWORD)
    yield visitor
    assert visitor.faults == []


def open_world(page: Page, world: World) -> None:
    """From the front page to the world, as a person goes."""
    page.goto(reverse("admin:worlds_world_changelist"))
    page.get_by_role("link", name=world.name, exact=True).first.click()


def days_told(page: Page) -> int:
    """How many days the first chart of the page tells of."""
    return page.locator(".desk-plot").first.locator("tbody tr").count()


def test_a_game_master_reads_why_starts_a_festival_and_sees_two_days_go_by(
    ruler: Visitor, oakmere: World
) -> None:
    page = ruler.page
    open_world(page, oakmere)
    page.get_by_role("link", name="explained").first.click()
    expect(page.get_by_role("heading", name="What was possible")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^Why "), level=2)).to_be_visible()

    open_world(page, oakmere)
    page.get_by_role("link", name="Start an event").click()
    page.get_by_label("Kind").select_option("festival")
    page.get_by_label("Because").fill("the harvest is in")
    page.get_by_role("button", name="Start an event").click()
    expect(page.get_by_text("Something befalls")).to_be_visible()

    before = days_told(page)
    page.get_by_role("link", name="Fast-forward").click()
    page.get_by_label("Game days").fill("2")
    page.get_by_label("Because").fill("to see the festival")
    page.get_by_role("button", name="Fast-forward").click()
    expect(page.get_by_role("alert")).to_contain_text("nobody can take them back")
    page.get_by_role("button", name="Yes, fast-forward").click()
    expect(page.locator(".desk-clock")).to_contain_text(f"day {DAYS + 3}")
    expect(page.locator(".desk-progress")).to_be_hidden()
    assert days_told(page) == before + 2
    assert WorldEvent.objects.get(world=oakmere, source="game_master").status in ("in_force", "over")
    oakmere.refresh_from_db()
    assert oakmere.time_scale != 1440
    assert wrong(oakmere) == []


def test_an_observer_sees_the_same_and_can_do_nothing(browser: Browser, site: str, oakmere: World) -> None:
    watcher = Visitor(browser, site)
    watcher.log_in("watcher", PASSWORD)
    open_world(watcher.page, oakmere)
    expect(watcher.page.get_by_role("heading", name="The people")).to_be_visible()
    expect(watcher.page.get_by_role("link", name="Start an event")).to_have_count(0)
    answer = watcher.page.goto(reverse("admin:worlds_world_act", args=[oakmere.pk, "event"]))
    assert answer is not None
    assert answer.status == 403
    assert wrong(oakmere) == []


DRAWN = ("front", "world", "act", "hero", "why", "analysis")
"""Pages that are our own; those of the theme are looked at in two manners of the four."""


def places(world: World) -> dict[str, str]:
    """The pages that a person looks at most, by name."""
    hero = Hero.objects.get(world=world, number=1)
    decision = Decision.objects.filter(world=world, hero=hero).latest("id")
    return {
        "front": reverse("admin:index"),
        "worlds": reverse("admin:worlds_world_changelist"),
        "world": reverse("admin:worlds_world_change", args=[world.pk]),
        "act": reverse("admin:worlds_world_act", args=[world.pk, "grant"]),
        "analysis": reverse("admin:worlds_world_analysis", args=[world.pk]),
        "heroes": reverse("admin:heroes_hero_changelist"),
        "hero": reverse("admin:heroes_hero_change", args=[hero.pk]),
        "why": reverse("admin:worlds_world_why", args=[world.pk, decision.pk]),
        "decisions": reverse("admin:heroes_decision_changelist"),
        "guild": reverse("admin:worlds_guild_change", args=[Guild.objects.get(world=world).pk]),
    }


def test_every_page_is_read_light_and_dark_wide_and_narrow(
    browser: Browser, site: str, oakmere: World
) -> None:
    found = list[str]()
    for dark, narrow in product((False, True), (False, True)):
        visitor = Visitor(browser, site, dark=dark, narrow=narrow)
        visitor.page.goto("/admin/login/")
        found += visitor.looks("login")
        visitor.log_in("ruler", PASSWORD)
        for name, place in places(oakmere).items():
            if dark == narrow or name in DRAWN:
                visitor.page.goto(place)
                found += visitor.looks(name)
        found += visitor.faults
    assert found == []


def test_what_nobody_can_read_is_found(browser: Browser, site: str) -> None:
    visitor = Visitor(browser, site)
    visitor.page.goto("/admin/login/")
    visitor.page.evaluate("document.body.innerHTML = '<img src=/x.png><svg width=2000 height=9></svg>'")
    found = " ".join(visitor.looks("broken"))
    assert "image-alt" in found
    assert "pixels too wide" in found
    assert any("404" in fault for fault in visitor.faults)


def test_everything_on_a_worlds_page_is_reached_by_keyboard(ruler: Visitor, oakmere: World) -> None:
    page = ruler.page
    page.goto(reverse("admin:worlds_world_change", args=[oakmere.pk]))
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.includes('Start an event')"):
            break
    shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert shown != "none", "where one is has to be seen"
    page.keyboard.press("Enter")
    expect(page.get_by_label("Because")).to_be_visible()
