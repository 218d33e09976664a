"""Why did they do that? The answer names the hero, the hour, every option, what spoke for what, and what came of it."""

from __future__ import annotations

import re
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from heroes.models import Activity, Decision, Hero
from heroes.sim import notation
from herotycoon.accounts.models import User
from tests.worlds.lives import DAY, Errand, aged, born, live
from worlds.models import World
from worlds.services.explain import NoDecision, explain, find
from worlds.services.explain_words import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after four days."""
    return aged(master, 4 * DAY)


def some(world: World, **what: object) -> Decision:
    """A decision of that kind, with company and a choice."""
    return Decision.objects.filter(world=world, contributions__has_key="against", **what).order_by(
        "-started_step"
    )[0]


def decided(world: World, *seen: str, **what: object) -> tuple[Decision, dict[str, Any]]:
    """A decision of somebody who saw all these things, and what they saw."""
    for row in Decision.objects.filter(world=world, **what):
        context = notation.context(row.context)
        if set(seen) <= set(context):
            return row, context
    pytest.fail(f"nobody saw {seen}")


def ask(decision: object) -> str:
    """What the command prints into a pipe."""
    out = StringIO()
    call_command("explain", str(decision), stdout=out)
    return out.getvalue()


def test_every_option_is_taken_apart_and_its_parts_make_its_utility(world: World) -> None:
    for row in Decision.objects.filter(world=world)[:60]:
        told = explain(str(row.pk))
        assert {option.action: option.utility for option in told.options} == notation.options(row.options)
        assert all(sum(option.parts.values()) == option.utility for option in told.options)
        utilities = [option.utility for option in told.options]
        assert utilities == sorted(notation.options(row.options).values(), reverse=True)
        assert told.options[0] is told.chosen
        assert told.chosen.action == row.chosen
        assert told.differs == ""


def test_the_strongest_rejected_option_is_the_second(world: World) -> None:
    told = explain(str(some(world).pk))
    assert told.against is told.options[1]


def test_the_answer_names_who_when_where_and_how_it_went(world: World) -> None:
    row = some(world, chosen="eat")
    hero = Hero.objects.get(pk=row.hero_id)
    told = words(explain(str(row.pk)))
    assert told.question == f"Why did {hero.name} choose to eat?"
    assert re.match(
        rf"[A-Z].* day \d+ \(\d\d:\d0\), {re.escape(hero.name)}, {hero.hero_class}, chose to eat", told.answer
    )
    assert told.reasoning == row.reasoning
    assert told.outcome[-1].endswith(f"(satisfaction {row.satisfaction:+}).".replace("-", "−"))
    seen = dict(told.seen)
    assert {"nature", "state", "there", "master"} <= set(seen)
    assert f"trust {notation.context(row.context)['trust']}" in seen["master"]


def test_company_and_quests_are_told_by_name(world: World) -> None:
    row, context = decided(world, "company", "quest")
    seen = dict(words(explain(str(row.pk))).seen)
    company = Hero.objects.get(world=world, number=context["company"] - 1)
    assert seen["people"].startswith(company.name)
    assert "“" in seen["quest"]


def test_an_order_is_what_spoke_for_it(master: User) -> None:
    world = born(master, heroes=10)
    orders = [
        Errand(step, "order", {"hero": hero, "action": "study"})
        for step in (20, 70, 120)
        for hero in range(10)
    ]
    live(world.pk, orders, 4 * DAY)
    row, _ = decided(world, "order", chosen="study")
    text = re.sub(r"\s+", " ", ask(row.pk))
    assert "you had ordered to study" in text
    assert "the master's order" in text
    assert "»" in text


def test_a_decision_without_an_alternative_says_so(world: World) -> None:
    row = Decision.objects.filter(world=world).exclude(contributions__has_key="against").first()
    if row is None:
        pytest.skip("nobody was without a choice in this world")
    assert "There was nothing else to choose." in ask(row.pk)


def test_the_command_shows_all_options_with_bars_in_plain_text(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    row = some(world)
    text = ask(row.pk)
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80
    for action, utility in notation.options(row.options).items():
        number = f"{utility / 1000:.2f}".replace("-", "−")
        assert re.search(rf"^(► |  ){action.replace('_', ' ')} +{re.escape(number)} .*$", text, re.MULTILINE)
    assert f"► {row.chosen.replace('_', ' ')} " in text
    assert text.count("█") > 10
    assert "the same, to the thousandth" in re.sub(r"\s+", " ", text)


def test_the_beginning_of_an_id_will_do_when_no_other_begins_so(world: World) -> None:
    ids = sorted(pk.hex for pk in Decision.objects.values_list("pk", flat=True))
    for length in range(8, 33):
        mine = [one for one in ids if one.startswith(ids[0][:length])]
        if len(mine) == 1:
            assert find(ids[0][:length].upper())[0].hex == ids[0]
        else:
            with pytest.raises(NoDecision, match="More than one decision begins with"):
                find(ids[0][:length])


@pytest.mark.parametrize(
    "text", ["", "xyz", "0123456", "0" * 33, "01a20487-zzzz", "%%%%%%%%", "'; DROP TABLE"]
)
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(CommandError, match="is not the id of a decision") as refused:
        ask(text)
    assert "\n" not in str(refused.value)


def test_an_unknown_id_is_refused(world: World) -> None:
    with pytest.raises(CommandError, match="There is no decision 00000000-0000-7000-8000-000000000000"):
        ask("00000000-0000-7000-8000-000000000000")


def test_an_event_is_no_decision(world: World) -> None:
    row = Activity.objects.filter(world=world, action="upkeep")[0]
    with pytest.raises(CommandError, match=r"is no decision of a hero: it is an event \(upkeep\)"):
        ask(row.pk)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (
            "options = jsonb_set(decision_options(options), '{eat}', '5')",
            "recomputing gives other numbers for eat",
        ),
        ('options = \'{"utility": "five"}\'', "recomputing gives other numbers for eat"),
        ("rules_version = 77", "it cannot be recomputed"),
        ("context = '{}'", "it cannot be recomputed"),
        ('context = \'{"look": "1,2,x"}\'', "it cannot be recomputed"),
        ("contributions = '{}'", "recomputing gives other numbers for eat"),
    ],
)
def test_a_damaged_decision_is_still_explained_and_the_damage_is_told(
    world: World, damage: str, told: str
) -> None:
    row = some(world, chosen="eat")
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE hero_decisions SET {damage} WHERE id = %s", [row.pk])  # noqa: S608
    assert told in re.sub(r"\s+", " ", ask(row.pk))
