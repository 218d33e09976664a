"""What `manage.py distribute` says to Citus fits the catalogue. (There is no Citus here to hear it.)"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.db import connection

from herotycoon.pg import catalogue, citus, machinery
from herotycoon.pg.citus import Placement, Unfit
from herotycoon.pg.twins import statements as split
from tests.schema.game import GAME_TABLES, PARTITIONED
from worlds.models import World
from worlds.services.distribution import PLACEMENTS, script

pytestmark = pytest.mark.django_db

BY_WORLD = {one.table: one.column for one in PLACEMENTS if one.way == "distributed"}


def said() -> list[str]:
    return citus.statements(PLACEMENTS, 32)


def test_every_table_is_placed_once_and_every_key_fits() -> None:
    assert citus.misfits(PLACEMENTS) == []


def test_every_table_of_a_world_lies_with_its_world() -> None:
    assert {"worlds": "id"} | dict.fromkeys(GAME_TABLES, "world_id") == BY_WORLD


def test_every_placement_has_a_reason() -> None:
    assert [one.table for one in PLACEMENTS if not one.why] == []


def test_a_table_is_placed_after_those_that_it_refers_to() -> None:
    order = [one.table for one in PLACEMENTS]
    late = [
        reference.name
        for reference in catalogue.references()
        if reference.table in order and order.index(reference.table) <= order.index(reference.target)
    ]
    assert late == []


def test_no_partition_is_distributed_by_itself() -> None:
    """Its table takes it along, and their shards are shards of the same worlds."""
    named = [line.split("'")[1] for line in said() if line.startswith("SELECT create_distributed_table(")]
    assert sorted(named) == sorted(BY_WORLD)
    assert set(named) >= PARTITIONED


def test_everything_lies_with_the_first() -> None:
    placed = [line for line in said() if line.startswith("SELECT create_distributed_table(")]
    assert placed[0] == "SELECT create_distributed_table('worlds', 'id', shard_count => 32)"
    assert [line for line in placed[1:] if "'world_id', colocate_with => 'worlds'" not in line] == []


def test_every_trigger_comes_off_before_rows_move_and_on_again_afterwards() -> None:
    lines = said()
    moves = [at for at, line in enumerate(lines) if line.startswith(("SELECT create_d", "SELECT create_r"))]
    off = {at: line for at, line in enumerate(lines) if line.startswith("DROP TRIGGER ")}
    on = {at: line for at, line in enumerate(lines) if line.startswith("CREATE TRIGGER ")}
    assert max(off) < min(moves) < max(moves) < min(on)
    assert sorted(on.values()) == sorted(definition for definition, _ in machinery.triggers().values())
    assert len(off) == len(on)


def test_triggers_can_be_taken_off_and_put_on_as_they_are_said() -> None:
    """All that PostgreSQL itself understands of it is run, and the triggers are what they were, brackets aside."""
    before = bare_triggers()
    with connection.cursor() as cursor:
        for line in said():
            if line.startswith(("DROP", "CREATE TRIGGER")):
                cursor.execute(line)
    assert bare_triggers() == before


def test_a_trigger_on_a_shard_knows_its_table(world: World) -> None:
    """Where the name of the table has a number behind it, a guild is born as a guild."""
    with connection.cursor() as cursor:
        for line in said():
            if line.startswith("CREATE OR REPLACE FUNCTION"):
                cursor.execute(line)
        assert [line for line in said() if line.startswith("CREATE OR REPLACE")] == []
        cursor.execute("CREATE TABLE guilds_102008 (LIKE guilds INCLUDING DEFAULTS)")
        definition, _ = machinery.triggers()["guilds.guilds_birth"]
        cursor.execute(definition.replace(" ON guilds ", " ON guilds_102008 "))
        cursor.execute(
            "INSERT INTO guilds_102008 (id, world_id, name, treasury) VALUES (%(id)s, %(id)s, 'x', 3) RETURNING birth",
            {"id": world.pk},
        )
        assert "treasury" in str(cursor.fetchone())


def test_what_may_not_work_on_a_cluster_is_told() -> None:
    """In docs/capacity.md as well; whoever adds to it should know."""
    assert citus.doubts(PLACEMENTS) == [
        "admit(heroes,worlds) takes a row of heroes.",
        "book_bond_change(activity_log,jsonb) takes a row of activity_log.",
        "book_changes(activity_log) takes a row of activity_log.",
        "hero_decisions_hero_insert on hero_decisions looks at all rows of a statement.",
        "hero_decisions_hero_update on hero_decisions looks at all rows of a statement.",
        "hero_relationships_forgetting on hero_relationships looks at all rows of a statement.",
        "other_side(hero_relationships) takes a row of hero_relationships.",
        "real_at(worlds,integer) takes a row of worlds.",
        "refuse_crowd(hero_relationships) takes a row of hero_relationships.",
        "refuse_discord(hero_relationships,hero_relationships) takes a row of hero_relationships.",
        "shared(hero_relationships,boolean) takes a row of hero_relationships.",
        "unpacked_activities(activity_archive,integer,integer) takes a row of activity_archive.",
        "unpacked_decisions(activity_archive,integer,integer) takes a row of activity_archive.",
    ]


def bare_triggers() -> dict[str, str]:
    return {name: re.sub(r"[()]", "", definition) for name, (definition, _) in machinery.triggers().items()}


def test_nothing_in_a_world_is_numbered_by_a_sequence() -> None:
    """A sequence is one server's; ids come from the code."""
    assert [
        f"{column.table}.{column.name}"
        for column in catalogue.columns()
        if column.table in BY_WORLD and "nextval" in (column.default or "")
    ] == []


def test_the_script_is_whole_statements() -> None:
    lines = split(script())
    assert lines[8] == "BEGIN"
    assert lines[-1] == "COMMIT"


BREAKS = {
    "CREATE TABLE strays (id uuid PRIMARY KEY)": "strays is not placed anywhere.",
    "CREATE UNIQUE INDEX one_name ON heroes (name)": "one_name of heroes is unique without world_id.",
    "ALTER TABLE users_groups ADD COLUMN world uuid CONSTRAINT to_world REFERENCES worlds (id)": (
        "to_world leads from a reference table to one that is distributed, worlds."
    ),
    "ALTER TABLE audit_log ADD CONSTRAINT to_user FOREIGN KEY (actor_id) REFERENCES users (id)": (
        "to_user leads from a local table to one that is reference, users."
    ),
    "ALTER TABLE quests ADD COLUMN other uuid CONSTRAINT to_other REFERENCES worlds (id)": (
        "to_other does not tie world_id of quests to id of worlds."
    ),
    "ALTER TABLE quests ADD CONSTRAINT to_none FOREIGN KEY (world_id) REFERENCES worlds (id) ON DELETE SET NULL": (
        "to_none would change world_id when a row of worlds goes."
    ),
}


@pytest.mark.parametrize("change", sorted(BREAKS))
def test_what_would_not_fit_is_found(change: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(change)
    assert citus.misfits(PLACEMENTS) == [BREAKS[change]]
    with pytest.raises(Unfit, match=BREAKS[change].split()[0]):
        citus.statements(PLACEMENTS, 32)


def test_a_table_that_is_placed_twice_or_gone_is_found() -> None:
    twice = replace(PLACEMENTS[0], why="again")
    assert citus.misfits([*PLACEMENTS, twice]) == [f"{twice.table} is placed twice."]
    gone = Placement("dragons", "local", "there are none")
    assert citus.misfits([*PLACEMENTS, gone]) == ["dragons is placed, and is not there."]


def test_what_is_placed_already_is_left_alone() -> None:
    known = {one.table for one in PLACEMENTS} - {"quests"}
    lines = citus.statements(PLACEMENTS, 32, known)
    assert [line for line in lines if "_table(" in line] == [
        "SELECT create_distributed_table('quests', 'world_id', colocate_with => 'worlds')"
    ]
    assert [line for line in lines if line.startswith("DROP")] == ["DROP TRIGGER quests_version ON quests"]
