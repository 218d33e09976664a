"""A backup is of one moment, whole or not there, and what is restored is the same game."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from herotycoon.accounts.models import AuditEntry
from herotycoon.embedded.clients import client
from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.programs import major_version
from herotycoon.pg import dumps
from herotycoon.pg.databases import connected_to
from herotycoon.pg.dsn import database_at
from herotycoon.pg.dumps import DumpFailed
from tests.operations.conftest import databases
from tests.worlds.lives import wrong
from tests.worlds.processes import turner
from worlds.models import World
from worlds.services.backups import backup as backups
from worlds.services.backups import manifest
from worlds.services.backups import restore as restoring
from worlds.services.backups.manifest import Manifest, Unusable
from worlds.services.backups.restore import Refused, restore
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick


def test_a_restored_database_prints_the_same_fingerprints_and_lives_on_alike(
    oakmere: World, folder: Path, spare: str
) -> None:
    out = StringIO()
    call_command("backup", stdout=out, stderr=StringIO())
    file = Path(out.getvalue().strip())
    tick({oakmere.id: 96})
    call_command("restore", str(file), "--database", spare, stdout=out)
    assert "fingerprints compared, all the same: 1." in out.getvalue()
    assert [entry.action for entry in AuditEntry.objects.all()] == ["backup"]
    with connected_to(spare):
        assert [entry.action for entry in AuditEntry.objects.all()] == ["restore"]
        assert wrong(oakmere, decisions=True) == []
        assert World.objects.get().step == 72
        tick({oakmere.id: 96})
        there = fingerprint(oakmere.id)
    assert there == fingerprint(oakmere.id)
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_file_and_fingerprints_are_of_one_moment_while_the_game_goes_on(
    oakmere: World, folder: Path, spare: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dump_late(*args: Any) -> None:
        with turner({oakmere.id: 80}) as other:
            other.go()
            assert other.finish()[0] == 0
        dumps.dump(*args)

    monkeypatch.setattr(backups, "dump", dump_late)
    before = fingerprint(oakmere.id)
    told = backups.backup()
    assert told.fingerprints == {str(oakmere.id): before}
    assert fingerprint(oakmere.id) != before
    assert restore(folder / told.file, spare).differing == []


def test_nothing_is_overwritten_unless_told_nor_while_in_use(
    oakmere: World, folder: Path, spare: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = backups.backup()
    file = folder / told.file
    restore(file, spare)
    with connected_to(spare):
        World.objects.update(name="Elsewhere")
    with pytest.raises(Refused, match=f"{spare} is not empty; --overwrite replaces it"):
        restore(file, spare)
    monkeypatch.setattr(restoring, "PATIENCE", 0.5)
    player = connection.copy()
    player.settings_dict["NAME"] = spare
    player.connect()
    with pytest.raises(Refused, match=f"{spare} is in use: stop the game first"):
        restore(file, spare, overwrite=True)
    player.close()
    with connected_to(spare):
        assert World.objects.get().name == "Elsewhere"
    monkeypatch.undo()
    write(replace(told, fingerprints={str(oakmere.id): "0" * 64}), folder)
    with pytest.raises(
        CommandError, match=f"Worlds that differ: {oakmere.id}"
    ):  # a backup that lies is found out
        call_command("restore", str(file), "--database", spare, "--overwrite")
    with connected_to(spare):
        assert World.objects.get().name == oakmere.name
    assert databases(spare) == [spare]


def test_what_cannot_be_restored_leaves_nothing_behind(oakmere: World, folder: Path, spare: str) -> None:
    told = backups.backup()
    file = folder / told.file
    file.write_bytes(file.read_bytes()[:-20_000])
    with pytest.raises(Unusable, match="damaged"):
        restore(file, spare)
    write(replace(told, bytes=file.stat().st_size, sha256=manifest.checksum(file)), folder)
    with pytest.raises(DumpFailed, match="pg_restore: "):
        restore(file, spare)
    assert databases(spare) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            lambda one: {"subject": replace(one.subject, roles=["herotycoon_ghost"])},
            "lacks the roles herotycoon_gh",
        ),
        (
            lambda one: {"subject": replace(one.subject, server_version=990_001)},
            "is of PostgreSQL 99; this server",
        ),
    ],
)
def test_a_server_that_cannot_take_it_is_told(
    oakmere: World, folder: Path, spare: str, change: Callable[[Manifest], dict[str, Any]], complaint: str
) -> None:
    told = backups.backup(worlds=0)
    write(replace(told, **change(told)), folder)
    with pytest.raises(Refused, match=complaint):
        restore(folder / told.file, spare)


def test_a_file_without_its_manifest_is_no_backup(tmp_path: Path, spare: str) -> None:
    with pytest.raises(CommandError, match="A backup is a file and its manifest"):
        call_command("restore", str(tmp_path / "none.dump"), "--database", spare)
    (tmp_path / "none.dump.json").write_text("[]")
    with pytest.raises(Unusable, match="is no manifest"):
        restore(tmp_path / "none.dump", spare)


def test_a_failed_backup_leaves_no_file(
    oakmere: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "client", lambda program, version: Path("/bin/false"))
    with pytest.raises(CommandError, match="false: it gives no reason"):
        call_command("backup")
    assert list(folder.iterdir()) == []


def test_a_server_elsewhere_is_reached_as_its_address_says_and_nobody_reads_the_password(
    tmp_path: Path,
) -> None:
    program = tmp_path / "pg_dump"
    program.write_text('#!/bin/sh\necho "error: $* with $PGPASSWORD by $PGSSLMODE" >&2; exit 1\n')
    program.chmod(0o700)
    there = database_at("postgres://herotycoon:s3cret@db.example.org:6432/game?sslmode=verify-full")
    reached = (
        r"-U herotycoon -h db\.example\.org -p 6432 --no-password --dbname=game .* with s3cret by verify-full"
    )
    with pytest.raises(DumpFailed, match=reached) as failure:
        dumps.dump(program, there, tmp_path / "x", "00000003-1")
    assert str(failure.value).count("s3cret") == 1


def test_the_latest_whole_backup_of_this_database_is_known(oakmere: World, folder: Path) -> None:
    assert backups.latest() is None
    told = backups.backup(worlds=0)
    assert backups.latest() == told
    assert backups.is_of_today(told, told.made_at)
    assert not backups.is_of_today(told, told.made_at + timedelta(days=1))
    write(replace(told, subject=replace(told.subject, database="another")), folder)
    assert backups.latest() is None
    write(told, folder)
    (folder / told.file).write_bytes(b"cut short")
    assert backups.latest() is None


def test_the_program_is_as_new_as_the_server(transactional_db: None) -> None:
    assert major_version(client("pg_dump", 16)) == 16
    assert major_version(client("pg_dump", 18)) == 18
    with pytest.raises(EmbeddedError, match="no pg_dump of PostgreSQL 99 or later"):
        client("pg_dump", 99)


def write(told: Manifest, folder: Path) -> None:
    """Put another manifest in the place of one."""
    manifest.write(told, folder)
