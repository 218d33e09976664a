"""The functions answer what Python would, are unfolded by the planner, and are used."""

import random
import re
from typing import Any

import numpy as np
import pytest
from django.apps import apps

from heroes.models import Hero, HeroRelationship
from heroes.sim.bonds import faded
from heroes.sim.context import Context
from heroes.sim.lexicon import ACTIONS
from heroes.sim.needs import drives
from herotycoon.accounts.models import User
from herotycoon.embedded.folder import CHECKOUT
from herotycoon.pg import machinery
from influence.models import MasterInfluence
from tests.architecture.tree import DOMAIN
from tests.factories import a_hero
from tests.schema.asked import asked, steps_of_plan
from tests.worlds.lives import DAY, Errand, aged, born, live
from worlds.models import Guild, World
from worlds.readings import Reading

pytestmark = pytest.mark.django_db
ERRANDS = (
    Errand(60, "reward", {"hero": 1, "gold": 40}),
    Errand(70, "gift", {"hero": 2, "item": "ore", "count": 3}),
    Errand(80, "punish", {"hero": 3}),
    Errand(90, "build", {"facility": "library"}),
    Errand(95, "summon", {}),
)
AMOUNTS = ("gold", "experience", "energy", "mood", "health", "trust", "respect", "fear")
TWIN = CHECKOUT / "worlds/migrations/sql/0005_views.up.sql"
IN_ONE_STATEMENT = {
    "hero_happiness": "%(hero)s, %(world)s",
    "relationship_summary": "%(hero)s, %(world)s",
    "offline_deeds": "%(world)s, 10, 90",
    "offline_progress": "%(world)s, 10, 90",
    "offline_growth": "%(world)s, 10, 90",
    "offline_bonds": "%(world)s, 10, 90",
}


@pytest.fixture
def lived(master: User) -> World:
    """Ten days of eight heroes, read some days after they last met."""
    world = aged(master, 10 * DAY, heroes=8)
    World.objects.filter(pk=world.pk).update(step=world.step + 9 * DAY)
    world.refresh_from_db()
    return world


def test_bonds_fade_as_in_the_game() -> None:
    cases = [
        (s, last, now) for s in (-100, -1, 0, 1, 50, 100) for last in (0, 7) for now in (7, 150, 151, 99_999)
    ]
    columns = (np.array(column) for column in zip(*cases, strict=True))
    told = [asked("SELECT faded_strength(%s, %s, %s) AS now", *case)[0]["now"] for case in cases]
    assert told == faded(*columns).tolist()


def test_wellbeing_weighs_needs_as_decisions_do() -> None:
    dice = random.Random(5)
    cases = [
        (
            dice.randrange(101),
            dice.randrange(101),
            dice.randrange(120),
            dice.randrange(1200),
            dice.randrange(200),
        )
        for _ in range(300)
    ]
    context = Context.blank(len(cases), len(ACTIONS))
    for column, name in enumerate(("energy", "health", "hunger", "solitude", "gold")):
        context[name] = np.array([case[column] for case in cases])
    context["mood"] = 100
    strengths = drives(context)
    told = [asked("SELECT wellbeing(%s, %s, %s, %s, %s) AS ease", *case)[0]["ease"] for case in cases]
    assert told == (100 - strengths.sum(axis=1) // 5).tolist()
    assert 0 <= min(told) < 40
    assert asked("SELECT wellbeing(100, 100, 0, 0, 100) AS ease") == [{"ease": 100}]
    assert asked("SELECT wellbeing(0, 0, 2147483647, 2147483647, 0) AS ease") == [{"ease": 0}]


def test_happiness_is_a_weighted_mean() -> None:
    assert [asked("SELECT happiness(%s, %s, %s, %s) AS it", *[n] * 4)[0]["it"] for n in (0, 37, 100)] == [
        0,
        37,
        100,
    ]
    assert asked("SELECT happiness(50, 61, 40, 72) AS it") == [{"it": (200 + 183 + 80 + 72) // 10}]


def summary_of(hero: Hero, world: World) -> dict[str, Any]:
    """The relationships of a hero, as SQL is to sum them up."""
    rows = list(HeroRelationship.objects.filter(hero=hero))
    now = {
        row.pk: int(faded(*(np.array([n]) for n in (row.strength, row.last_step, world.step)))[0])
        for row in rows
    }

    def of(kind: str, role: str | None = None) -> list[HeroRelationship]:
        return [row for row in rows if row.kind == kind and role in (None, row.role)]

    def strongest(kind: str) -> HeroRelationship | None:
        order = sorted(of(kind), key=lambda row: (-now[row.pk], -row.interactions, row.other_id))
        return next((row for row in order if now[row.pk] > 0), None)

    friend, rival = strongest("friendship"), strongest("rivalry")
    kinds = ("friendship", "rivalry", "romantic", "mentor")
    strength = {kind: sum(now[row.pk] for row in of(kind)) for kind in kinds}
    return {
        "bonds": len(rows),
        "friends": len(of("friendship")), "friendship": strength["friendship"],
        "rivals": len(of("rivalry")), "rivalry": strength["rivalry"],
        "loves": len(of("romantic")), "romance": strength["romantic"],
        "teachers": len(of("mentor", "pupil")), "pupils": len(of("mentor", "mentor")),
        "mentorship": strength["mentor"],
        "liking": sum(strength.values()) - 2 * strength["rivalry"],
        "closest_friend": friend and friend.other_id, "closest_strength": friend and now[friend.pk],
        "fiercest_rival": rival and rival.other_id, "fiercest_strength": rival and now[rival.pk],
    }  # fmt: skip


def test_relationships_are_summed_up(lived: World) -> None:
    friends = 0
    for hero in Hero.objects.filter(world=lived):
        (told,) = asked("SELECT * FROM relationship_summary(%s, %s)", hero.pk, lived.pk)
        assert told == summary_of(hero, lived)
        friends += told["closest_friend"] is not None
    assert friends > 0


def test_somebody_without_bonds_has_an_empty_summary(world: World) -> None:
    hero = a_hero(world=world)
    (told,) = asked("SELECT * FROM relationship_summary(%s, %s)", hero.pk, world.pk)
    assert set(told.values()) == {0, None}
    (felt,) = asked("SELECT * FROM hero_happiness(%s, %s)", hero.pk, world.pk)
    assert (felt["bonds"], felt["company"], felt["regard"]) == (0, 50, 66)  # trust 50, respect 50, fear 0


def test_happiness_reads_mood_needs_bonds_and_influence(lived: World) -> None:
    step = lived.step
    for hero in Hero.objects.filter(world=lived):
        (told,) = asked("SELECT * FROM hero_happiness(%s, %s)", hero.pk, lived.pk)
        context = Context.blank(1, len(ACTIONS))
        context["energy"], context["health"], context["gold"] = hero.energy, hero.health, hero.gold
        context["hunger"], context["solitude"] = min(step - hero.fed_step, 96), min(step - hero.met_step, 960)
        context["mood"] = 100
        ease = 100 - int(drives(context).sum()) // 5
        company = min(max(50 + int(summary_of(hero, lived)["liking"] / 8), 0), 100)
        felt = MasterInfluence.objects.get(hero=hero)
        regard = (felt.trust + felt.respect + 100 - felt.fear) // 3
        parts = {"mood": hero.mood, "wellbeing": ease, "company": company, "regard": regard}
        assert {name: told[name] for name in parts} == parts
        assert told["happiness"] == (4 * hero.mood + 3 * ease + 2 * company + regard) // 10


def state(world: World) -> dict[Any, dict[str, int]]:
    """{hero: amounts}, the guild under None."""
    felt = {one.hero_id: one for one in MasterInfluence.objects.filter(world=world)}
    return {
        hero.pk: {
            name: getattr(felt[hero.pk] if hasattr(felt[hero.pk], name) else hero, name) for name in AMOUNTS
        }
        for hero in Hero.objects.filter(world=world)
    } | {None: {"treasury": Guild.objects.get(world=world).treasury}}


@pytest.mark.parametrize("step", [0, 59, 90, 95])
def test_i9_offline_progress_is_state_now_less_state_then(master: User, step: int) -> None:
    world = born(master)
    live(world.pk, [errand for errand in ERRANDS if errand.step <= step], step)
    then = state(world)
    live(world.pk, [errand for errand in ERRANDS if errand.step > step], 200)
    now = state(world)
    rows = {
        row["hero_id"]: row for row in asked("SELECT * FROM offline_progress(%s, %s, 200)", world.pk, step)
    }
    for hero, before in then.items():
        for name, amount in before.items():
            if name == "treasury":
                assert sum(row["treasury"] for row in rows.values()) == now[None]["treasury"] - amount
            else:
                assert rows[hero][name] == now[hero][name] - amount, name
    assert all(row["steps"] <= 200 - step + DAY for row in rows.values())


def test_two_periods_together_are_one(lived: World) -> None:
    """What ended at the seam is told once."""
    seam, end = 100, lived.step
    columns = ("activities", "decisions", "steps", "treasury", "wages", *AMOUNTS)
    sums = ", ".join(f"sum({name}) AS {name}" for name in columns)

    def period(after: int, until: int) -> dict[str, Any]:
        query = f"SELECT {sums} FROM offline_progress(%s, %s, %s)"  # noqa: S608 - names of ours
        return asked(query, lived.pk, after, until)[0]

    first, second, both = period(-1, seam), period(seam, end), period(-1, end)
    assert {name: first[name] + second[name] for name in columns} == both


@pytest.mark.parametrize("name", sorted(IN_ONE_STATEMENT))
def test_a_function_is_unfolded_into_the_statement_that_calls_it(db: None, name: str) -> None:
    hero = a_hero()
    arguments = IN_ONE_STATEMENT[name] % {"hero": f"'{hero.pk}'", "world": f"'{hero.world_id}'"}
    steps = steps_of_plan(f"SELECT * FROM {name}({arguments})")  # noqa: S608 - names of ours
    assert [step for step in steps if step.get("Function Name") == name] == []
    assert [step["Relation Name"] for step in steps if step["Node Type"] == "Seq Scan"] == []


def test_what_views_and_reports_ask_changes_nothing_and_may_be_asked_in_parallel() -> None:
    asked_for = {name: definition for name, definition in definitions().items() if name in IN_ONE_STATEMENT}
    assert asked_for.keys() == IN_ONE_STATEMENT.keys()
    assert [name for name, text in asked_for.items() if "STABLE PARALLEL SAFE" not in text] == []
    assert [name for name, text in asked_for.items() if "SECURITY DEFINER" in text] == []


def definitions() -> dict[str, str]:
    """Of every function and view, by its name alone: how it is written."""
    functions = {name.partition("(")[0]: text for name, text in machinery.functions().items()}
    return functions | {name: query for name, (query, _) in machinery.view_definitions().items()}


def test_every_function_and_every_view_is_used() -> None:
    """By a program, or by another function or view that is."""
    made = re.findall(r"CREATE (FUNCTION|VIEW) (\w+)", TWIN.read_text())
    ours = {name: rf"\b{name}" + (r"\(" if kind == "FUNCTION" else r"\s") for kind, name in made}
    asks = {name: text.partition("LANGUAGE")[2] or text for name, text in definitions().items()}
    reached, texts = set[str](), [programs()]
    while texts:
        text = texts.pop()
        found = {name for name, call in ours.items() if re.search(call, text)} - reached
        reached |= found
        texts += [asks[name] for name in found]
    assert len(ours) > 12
    assert ours.keys() - reached == set()


def programs() -> str:
    """All our code but migrations; a model over a view stands for its view."""
    paths = [path for app in (*DOMAIN, "herotycoon") for path in (CHECKOUT / app).rglob("*.py")]
    text = "\n".join(
        path.read_text() for path in paths if path.name != "readings.py" and path.parent.name != "migrations"
    )
    for model in apps.get_models():
        if issubclass(model, Reading):
            text = re.sub(rf"\b{model.__name__}\.objects\b", f"{model._meta.db_table} ", text)
    return text
