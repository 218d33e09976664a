"""Migrations give way to a running game, and those marked major want a backup of today."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path
from threading import Thread

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, connections, transaction

from herotycoon.pg import catalogue, polite
from tests.worlds.processes import database_url
from worlds.models import World
from worlds.services.backups import backup as backups
from worlds.services.backups import manifest
from worlds.services.backups.restore import restore
from worlds.tick import tick


@pytest.fixture
def reader(oakmere: World) -> Iterator[psycopg.Connection]:
    """Somebody who has read the heroes in a transaction that stays open."""
    with psycopg.connect(database_url(), application_name="a long read") as session:
        session.execute("SELECT count(*) FROM heroes")
        yield session


@contextmanager
def migrating(*words: str) -> Iterator[StringIO]:
    """`migrate` in a thread of its own, ended when the block is left; gives what it says."""
    said = StringIO()

    def run() -> None:
        try:
            call_command("migrate", *words, stdout=said, no_color=True)
        finally:
            connections.close_all()

    thread = Thread(target=run)
    thread.start()
    yield said
    thread.join()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def has_column() -> bool:
    return ("heroes", "later") in {(one.table, one.name) for one in catalogue.columns()}


def test_a_migration_waits_politely_and_the_game_ticks_on(
    oakmere: World, later: None, reader: psycopg.Connection
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = '10s'")  # a queue behind the migration would show
    with migrating("later", "0001") as said:
        wait_until(lambda: "giving way" in said.getvalue())
        tick({oakmere.id: 96})
        oakmere.refresh_from_db()
        assert oakmere.step == 96
        assert not has_column()
        reader.rollback()
    assert "Applying later.0001_waits" in said.getvalue()
    assert has_column()
    connection.close()


def test_a_migration_that_never_gets_its_turn_says_who_was_in_the_way(
    oakmere: World, later: None, reader: psycopg.Connection
) -> None:
    with pytest.raises(CommandError, match=r"in use for 0 s; .* a long read, process \d+, for \d+ s"):
        call_command("migrate", "later", "0001", persevere=0, verbosity=0)
    assert not has_column()
    reader.rollback()
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("0",)


def test_an_autovacuum_gives_way_before_a_migration_does(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT setting::int FROM pg_settings WHERE name = 'deadlock_timeout'")
        assert cursor.fetchone()[0] < polite.PATIENCE * 1000


def test_a_part_of_a_migration_that_gives_way_leaves_its_transaction_whole(
    oakmere: World, reader: psycopg.Connection
) -> None:
    with transaction.atomic(), connection.execute_wrapper(polite.Politeness()):
        with pytest.raises(OperationalError, match="lock timeout"), transaction.atomic():
            connection.cursor().execute("LOCK TABLE heroes IN ACCESS EXCLUSIVE MODE")
        assert World.objects.filter(id=oakmere.id).exists()


def test_a_major_migration_wants_a_backup_of_today_of_this_database(
    oakmere: World, later: None, folder: Path
) -> None:
    complaint = r"later.0002_major: marked major, .* \({}\)\. Nothing was changed\. .*`manage.py backup`"
    with pytest.raises(CommandError, match=complaint.format("there is none")):
        call_command("migrate", verbosity=0)
    assert not has_column(), "not even the migration before it"
    told = backups.backup()
    old = replace(told, made_at=told.made_at - timedelta(days=1))
    manifest.write(old, folder)
    with pytest.raises(CommandError, match=complaint.format(f"the last one is of {old.made_at:%Y-%m-%d}")):
        call_command("migrate", verbosity=0)
    manifest.write(told, folder)
    call_command("migrate", verbosity=0)
    assert "later_major" in catalogue.tables()
    call_command("migrate", "later", "0001", verbosity=0)
    assert "later_major" not in catalogue.tables()
    manifest.write(old, folder)
    call_command("migrate", fake=True, verbosity=0)


def test_without_anybody_there_is_nothing_to_back_up(later: None, folder: Path) -> None:
    call_command("migrate", verbosity=0)
    assert "later_major" in catalogue.tables()


def test_a_backup_before_migrating_is_restored_without_comparing(
    oakmere: World, later: None, folder: Path, spare: str
) -> None:
    told = backups.backup()
    assert told.fingerprints == {}
    assert restore(folder / told.file, spare).late == ["later.0001_waits", "later.0002_major"]
