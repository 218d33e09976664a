"""A master reads reports and views under the role that players have: their own worlds, the same words, by indexes."""

from __future__ import annotations

from typing import Any

import pytest

from heroes.models import Hero
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_player
from tests.schema.asked import asked, steps_of_plan
from tests.worlds.lives import DAY, aged
from worlds.models import World
from worlds.services.report.gather import report
from worlds.services.report.words import document, tell
from worlds.services.standing import standing

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
VIEWS = ("active_heroes", "recent_activity", "guild_summary", "hero_social_network")
PERIODS = ("offline_deeds", "offline_progress", "offline_growth", "offline_bonds")
LAST_TWENTY = "SELECT * FROM recent_activity WHERE world_id = %s ORDER BY step DESC, seq DESC LIMIT 20"


def told(world: World) -> list[Any]:
    """What a master reads of a world."""
    return [document(tell(report(world, 40))), standing(world).document()]


def test_a_master_reads_what_the_engine_would_tell(master: User) -> None:
    world = aged(master, 4 * DAY)
    everything = told(world)
    with as_player(master.id, [world.id]):
        assert told(world) == everything


def test_nothing_of_another_masters_world_is_told(master: User, second_master: User) -> None:
    mine, theirs = aged(master, 2 * DAY), aged(second_master, 2 * DAY, seed=8)
    stranger = Hero.objects.filter(world=theirs)[0]
    with as_player(master.id, [mine.id]):
        for view in VIEWS:
            assert {row["world_id"] for row in asked(f"SELECT world_id FROM {view}")} == {mine.pk}  # noqa: S608
        for period in PERIODS:
            query = f"SELECT * FROM {period}(%s, -1, 999)"  # noqa: S608 - names of ours
            assert asked(query, mine.pk)
            assert asked(query, theirs.pk) == []
        assert asked("SELECT * FROM hero_happiness(%s, %s)", stranger.pk, theirs.pk) == []
        (bonds,) = asked("SELECT bonds FROM relationship_summary(%s, %s)", stranger.pk, theirs.pk)
        assert bonds == {"bonds": 0}


def test_a_masters_feed_is_read_from_the_end_of_the_log(master: User) -> None:
    world = aged(master, 2 * DAY)
    with as_player(master.id, [world.id]):
        steps = steps_of_plan(LAST_TWENTY, world.pk, without=("seqscan", "sort"))
    scans = [step for step in steps if step.get("Relation Name", "").startswith("activity_log_")]
    assert [(scan["Node Type"], scan["Scan Direction"]) for scan in scans] == [("Index Scan", "Backward")]
    assert str(world.pk) in scans[0]["Index Cond"]
