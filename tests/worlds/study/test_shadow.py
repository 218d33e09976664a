"""A shadow run tells what other rules would have chosen, by the engine itself, and leaves no trace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.db import connection

from heroes.models import Decision
from heroes.sim.lexicon import ACTIONS
from heroes.sim.rules import PUBLISHED, rules
from herotycoon.accounts.models import User
from tests.worlds.commands_scene import Manage, complaint, rows
from tests.worlds.lives import aged
from worlds.models import World
from worlds.rows.thoughts import context_of
from worlds.services import candidate, recompute
from worlds.services.candidate import BadKnob, turned
from worlds.services.explain import explain
from worlds.services.fingerprint import fingerprint
from worlds.services.shadow import shadow
from worlds.services.study import sample

pytestmark = pytest.mark.django_db
LAZY: dict[str, Any] = {"custom": {"loaf": 2_000}}


@pytest.fixture
def world(master: User) -> World:
    """Ten heroes of five days."""
    return aged(master, 240, heroes=10)


def test_the_same_rules_change_nothing(world: World) -> None:
    told = shadow(
        world,
        {"traits": {"courage": {"patrol": int(rules(PUBLISHED[-1]).traits[0, ACTIONS.index("patrol")])}}},
    )
    assert told.decisions == Decision.objects.filter(world=world).count() > 300
    assert (told.differ, told.turns, told.examples, told.appetite, told.astray) == (0, [], [], {}, 0)
    assert told.changed is not None
    assert told.changed.value == 0


def test_every_turn_is_what_the_engine_chooses_by_those_rules(world: World) -> None:
    told = shadow(world, LAZY)
    counted: dict[tuple[str, str], int] = {}
    for one in Decision.objects.filter(world=world).select_related("hero"):
        number, step = np.array([one.hero.number]), np.array([one.started_step])
        seen = context_of([one.context])
        chosen = recompute.by(turned(rules(PUBLISHED[-1]), LAZY), seen, world.seed, number, step).chosen[0]
        if ACTIONS[chosen] != one.chosen:
            turn = (one.chosen, ACTIONS[chosen])
            counted[turn] = counted.get(turn, 0) + 1
    assert {(turn.was, turn.would_be): turn.times for turn in told.turns} == counted
    assert told.differ == sum(counted.values()) > 30
    assert {would_be for _, would_be in counted} == {"loaf"}
    assert told.appetite["loaf"] == pytest.approx(100 * told.differ / told.decisions, abs=0.01)
    assert told.changed is not None
    assert told.changed.low < told.differ / told.decisions < told.changed.high


def test_the_examples_can_be_explained_and_are_the_surest(world: World) -> None:
    told = shadow(world, LAZY)
    assert len(told.examples) == 5
    assert [one.margin for one in told.examples] == sorted(
        (one.margin for one in told.examples), reverse=True
    )
    for one in told.examples:
        stored = explain(str(one.decision)).stored
        assert (stored.chosen, stored.number, stored.started) == (one.was, one.hero, one.step)
        options = {option.action: option.utility for option in explain(str(one.decision)).options}
        assert options["loaf"] + 1_400 - options[one.was] == one.margin


def test_satisfaction_is_told_by_what_they_expected_and_by_what_it_comes_to(world: World) -> None:
    told = shadow(world, LAZY)
    assert told.expected is not None
    assert told.felt is not None
    assert told.expected.low <= told.expected.value <= told.expected.high
    assert shadow(world, {"custom": {"sleep": -20_000, "rest": -20_000}}).felt != told.felt


def test_nothing_is_written(world: World) -> None:
    before = rows(), fingerprint(world.pk)
    shadow(world, LAZY)
    assert (rows(), fingerprint(world.pk)) == before


@pytest.mark.django_db(transaction=True)
def test_it_runs_in_a_transaction_that_only_reads(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def spied(*given: Any) -> Any:
        with connection.cursor() as cursor:
            cursor.execute("SHOW transaction_read_only")
            said.append(cursor.fetchone()[0])
        return sample.sample(*given)

    monkeypatch.setattr("worlds.services.shadow.sample", spied)
    shadow(world, LAZY)
    assert said == ["on"]


def test_decisions_that_do_not_follow_from_their_own_rules_are_told_apart(world: World) -> None:
    ids = list(Decision.objects.filter(world=world, chosen="eat").values_list("id", flat=True)[:3])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE hero_decisions SET rules_version = 77 WHERE id = %s", [ids[0]])
        cursor.execute("UPDATE hero_decisions SET started_step = started_step + 1 WHERE id = %s", [ids[1]])
        cursor.execute("UPDATE hero_decisions SET context = '{}' WHERE id = %s", [ids[2]])
    told = shadow(world, LAZY)
    assert told.unread == 1
    assert 1 <= told.astray <= 2
    assert told.decisions + told.astray + told.unread == Decision.objects.filter(world=world).count()


@pytest.mark.parametrize(
    ("knobs", "says"),
    [
        ({"trait": {}}, "no table called 'trait'; the nearest is 'traits'"),
        ({"traits": {"corage": {"hunt": 1}}}, "no knob of traits called 'corage'; the nearest is 'courage'"),
        (
            {"traits": {"courage": {"hunting": 1}}},
            "no knob of traits called 'hunting'; the nearest is 'hunt'",
        ),
        ({"custom": {"worj": 1}}, "no knob of custom called 'worj'; the nearest is 'work'"),
        (
            {"custom": {"work": 1.5}},
            "custom.every.work is a whole number of thousandths within ±20,000, not 1.5",
        ),
        ({"custom": {"work": True}}, "not True"),
        ({"custom": {"work": 20_001}}, "not 20001"),
        ({"bonds": {"friendship": 3}}, "bonds.friendship is a table of names and values, not 3"),
        ({"yields": {}}, "no table called 'yields'"),
    ],
)
def test_a_knob_that_there_is_not_is_refused_by_the_name_of_the_nearest(
    knobs: dict[str, Any], says: str
) -> None:
    with pytest.raises(BadKnob, match=says.replace(".", r"\.")):
        turned(rules(1), knobs)


def test_knobs_turn_what_they_name_and_nothing_else() -> None:
    by = turned(
        rules(1), {"hours": {"every": {"eat": 5}}, "habits": {"bard": {"every": 7}}, "custom": {"eat": 9}}
    )
    eat = ACTIONS.index("eat")
    assert (by.hours[:, eat] == 5).all()
    assert (np.delete(by.hours, eat, axis=1) == np.delete(rules(1).hours, eat, axis=1)).all()
    assert (by.habits[5] == 7).all()
    assert (np.delete(by.habits, 5, axis=0) == np.delete(rules(1).habits, 5, axis=0)).all()
    assert by.custom[eat] == 9
    assert (by.traits == rules(1).traits).all()
    assert (by.custom.dtype, by.custom.shape) == (rules(1).custom.dtype, rules(1).custom.shape)


def test_the_command_tells_it_and_as_json_and_of_every_world(
    world: World, manage: Manage, tmp_path: Path
) -> None:
    engine = tmp_path / "lazy.toml"
    engine.write_text("[custom]\nloaf = 2_000\n")
    before = rows()
    code, out, err = manage("shadow", "--engine", str(engine), str(world.pk))
    assert (code, err, rows()) == (0, "", before)
    assert "would differ" in out
    assert f"manage.py explain {shadow(world, LAZY).examples[0].decision}" in " ".join(out.split())
    spelled = tmp_path / "lazy.json"
    spelled.write_text('{"custom": {"loaf": 2000}}')
    code, out, err = manage("shadow", "--engine", str(spelled), "--json")
    told = json.loads(out)
    assert [one["world_id"] for one in told] == [str(world.pk)]
    assert told[0]["differ"] == shadow(world, LAZY).differ


@pytest.mark.parametrize(
    ("text", "says"),
    [("[custom]\nworj = 3\n", "the nearest is 'work'"), ("custom = [", "is no TOML"), ("", "turns no knob")],
)
def test_a_bad_candidate_is_refused_in_one_line(
    world: World, manage: Manage, tmp_path: Path, text: str, says: str
) -> None:
    engine = tmp_path / "bad.toml"
    engine.write_text(text)
    assert says in complaint(manage, "shadow", "--engine", str(engine))
    assert "No such file" in complaint(manage, "shadow", "--engine", str(tmp_path / "none.toml"))
    with pytest.raises(BadKnob):
        candidate.read(str(engine)) and turned(rules(1), candidate.read(str(engine)))
