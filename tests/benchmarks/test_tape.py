"""What was recorded of a tick does the same to another copy of the database."""

import json
import re
from typing import Any

import pytest
from django.db import connection

from herotycoon.pg.databases import connected_to, databases
from worlds.benchmark.bare import bare
from worlds.benchmark.storage import LOGS
from worlds.benchmark.tape import Said, Tape, recording
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


def test_what_a_tick_wrote_stands_in_bare_tables_once_more(db: None) -> None:
    tape = Tape()
    with databases() as scratch, connected_to(founded(scratch)):
        worlds = settle(2, tick)
        before = {log: rows_of(log) for log in LOGS}
        with recording(tape):
            tick(dict.fromkeys(worlds, 60))
        copies = bare(tape)
        copies.fill()
        tables = {table: re.findall(r"bare_\w+", said.text)[0] for table, said in copies.transactions[0]}
        assert {*LOGS, "heroes", "worlds", "guilds", "quests"} <= tables.keys()
        for log in LOGS:
            assert rows_of(tables[log]) == [row for row in rows_of(log) if row not in before[log]] != []
        now = {row["id"]: row for row in rows_of("heroes")}
        written = rows_of(tables["heroes"])
        assert written
        for row in written:
            expected = now[row["id"]]
            assert expected | row | {"version": row["version"] + 1} == expected


def test_a_statement_that_cannot_be_copied_is_named(db: None) -> None:
    tape = Tape([[Said("UPDATE heroes SET gold = 1")]])
    with pytest.raises(ValueError, match="no UPDATE of many rows: UPDATE heroes SET gold = 1"):
        bare(tape)


def rows_of(table: str) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT to_jsonb(t) FROM {table} AS t ORDER BY id")  # noqa: S608 - names of ours
        return [json.loads(row) for (row,) in cursor.fetchall()]


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
