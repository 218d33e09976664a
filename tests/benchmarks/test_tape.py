"""What was recorded of a tick does the same to another copy of the database."""

from typing import Any

from django.db import connection

from herotycoon.pg.databases import connected_to, databases
from worlds.benchmark.storage import LOGS
from worlds.benchmark.tape import Tape, recording
from worlds.benchmark.village import founded, settle
from worlds.tick import tick


def test_a_replayed_tick_leaves_the_same_rows(db: None) -> None:
    tape = Tape()
    with databases() as scratch:
        start = founded(scratch)
        with connected_to(start):
            worlds = settle(2, tick)
        ticked, replayed = scratch.make(start), scratch.make(start)
        with connected_to(ticked):
            with recording(tape):
                tick(dict.fromkeys(worlds, 60))
            expected = contents()
        with connected_to(replayed):
            tape.play()
            assert contents() == expected


def test_nothing_is_recorded_outside(db: None) -> None:
    tape = Tape()
    with recording(tape):
        pass
    with databases() as scratch, connected_to(founded(scratch)):
        settle(1, tick)
    assert tape.transactions == []


def test_copies_are_found_by_table_and_sent_elsewhere(db: None) -> None:
    tape = Tape()
    with databases() as scratch, connected_to(founded(scratch)):
        with recording(tape):
            settle(1, tick)
        copies = [said for one in tape.copies(LOGS) for said in one]
        assert {said.table for said in copies} == set(LOGS)
        assert {said.elsewhere("bare_").table for said in copies} == {f"bare_{log}" for log in LOGS}


def contents() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the tables that a tick writes, but for the times of writing."""
    kept = {}
    with connection.cursor() as cursor:
        for table in (
            *LOGS,
            "heroes",
            "worlds",
            "guilds",
            "hero_relationships",
            "quests",
            "master_influence",
        ):
            cursor.execute(f"SELECT to_jsonb(t) - 'updated_at' - 'created_at' FROM {table} AS t ORDER BY 1")  # noqa: S608
            kept[table] = cursor.fetchall()
    return kept
