"""A person gets everything that is kept about them, and nobody else's."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import IO, Any, cast
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from psycopg.sql import SQL, Identifier

from heroes.models import Activity, Decision, Hero
from herotycoon.accounts.models import AuditEntry, User
from herotycoon.pg.route import ENGINE, WEB, here
from herotycoon.pg.scope import as_player
from tests import factories
from tests.worlds.archive.weeks import archive
from tests.worlds.lives import born
from tests.worlds.person_scene import EMAIL, NAME, SECRET, a_person, a_world_of
from worlds.models import World
from worlds.services.persons.export import HIDDEN, export_user, in_worlds, read_part

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db: None) -> User:
    return a_person()


@pytest.fixture
def realm(person: User, game_master: User) -> World:
    return a_world_of(person, game_master, days=1)


def exported(user: User, **options: Any) -> ZipFile:
    file = io.BytesIO()
    export_user(user, file, **options)
    return ZipFile(file)


def everything_in(file: ZipFile) -> str:
    return "\n".join(file.read(name).decode() for name in file.namelist())


def test_the_account_its_visits_and_its_record_are_in_it(person: User, realm: World) -> None:
    file = exported(person)
    [account] = read_part(file, "account/users.jsonl")
    assert (account["id"], account["username"], account["email"]) == (str(person.pk), NAME, EMAIL)
    assert {one["device"] for one in read_part(file, "account/user_sessions.jsonl")} == {
        "a phone",
        "Wilhelmina's tablet",
    }
    told = [one["action"] for one in read_part(file, "account/audit_log.jsonl")]
    assert sorted(told) == ["enter_world", "export_user", "set_api_key"]
    assert "README.txt" in file.namelist()


def test_every_table_of_a_world_is_in_it_with_every_row(person: User, realm: World) -> None:
    file = exported(person)
    files = {name for name in file.namelist() if name.startswith(f"worlds/{realm.pk}/")}
    tables = (in_worlds() | {"worlds"}) - {"activity_archive"}
    assert files == {f"worlds/{realm.pk}/{table}.jsonl" for table in tables}
    for table in tables:
        with here().cursor() as cursor:
            column = "id" if table == "worlds" else "world_id"
            query = SQL("SELECT count(*), jsonb_agg(to_jsonb(t)) FROM {} AS t WHERE {} = %s")
            cursor.execute(query.format(Identifier(table), Identifier(column)), [realm.pk])
            count, rows = cursor.fetchone()
        read = read_part(file, f"worlds/{realm.pk}/{table}.jsonl")
        assert len(read) == count, table
        columns = set(json.loads(rows)[0]) - HIDDEN.get(table, set()) if count else set()
        assert not read or set(read[0]) == columns, table
    assert Activity.objects.filter(world=realm).count() > 50


def test_a_history_reads_as_it_happened_and_decisions_by_name(person: User, realm: World) -> None:
    file = exported(person)
    activities = read_part(file, f"worlds/{realm.pk}/activity_log.jsonl")
    assert [(one["step"], one["seq"]) for one in activities] == sorted(
        (one["step"], one["seq"]) for one in activities
    )
    decision = read_part(file, f"worlds/{realm.pk}/hero_decisions.jsonl")[0]
    assert decision["chosen"] in decision["options"]
    assert len(decision["context"]["traits"]) == 7
    stored = Decision.objects.get(pk=decision["id"], world=realm)
    assert decision["reasoning"] == stored.reasoning


def test_what_is_secret_is_in_no_export(person: User, realm: World) -> None:
    text = everything_in(exported(person))
    [key] = read_part(exported(person), f"worlds/{realm.pk}/api_keys.jsonl")
    assert (key["purpose"], key["provider"]) == ("storyteller", "bards")
    for secret in (SECRET, person.password, "ciphertext", "\\\\x"):
        assert secret not in text


def test_archived_weeks_are_in_it_as_if_they_had_never_moved(person: User, game_master: User) -> None:
    realm = a_world_of(person, game_master, days=8)
    logs = [f"worlds/{realm.pk}/{table}.jsonl" for table in ("activity_log", "hero_decisions")]
    before = exported(person)
    assert archive(realm, 1).activities > 200
    after = exported(person)
    assert [after.read(log) for log in logs] == [before.read(log) for log in logs]


@pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
def test_players_can_export_themselves_with_the_rights_of_players(person: User, game_master: User) -> None:
    realm = a_world_of(person, game_master, days=1)
    by_the_engine = exported(person)
    with as_player(person.pk, [realm.pk]):
        theirs = exported(person, actor=person)
    assert set(theirs.namelist()) == set(by_the_engine.namelist())
    for name in set(theirs.namelist()) - {"account/audit_log.jsonl"}:
        assert theirs.read(name) == by_the_engine.read(name), name


def test_nothing_of_anybody_else_is_in_it(person: User, realm: World) -> None:
    other = factories.a_user(username="Somebody_else", email="else@example.org")
    abroad = born(other, seed=99, heroes=2)
    text = everything_in(exported(person))
    for trace in (
        other.pk,
        other.username,
        other.email,
        abroad.pk,
        Hero.objects.filter(world=abroad)[0].name,
    ):
        assert str(trace) not in text


def test_memory_does_not_grow_with_the_log(person: User, realm: World) -> None:
    """Rows come from the server as they are written, and are never held together."""
    held = 0

    class Watched(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            nonlocal held
            held = max(held, len(data))
            return len(data)

    export_user(person, cast(IO[bytes], Watched()))
    assert 0 < held < 100_000


def test_it_is_on_record_who_asked(person: User, game_master: User) -> None:
    exported(person, actor=game_master)
    entry = AuditEntry.objects.get(action="export_user")
    assert (entry.actor_id, entry.subject_id) == (game_master.pk, person.pk)


def test_the_command_writes_a_file_for_its_owner_alone(person: User, tmp_path: Path) -> None:
    factories.a_world(owner=person)
    told = io.StringIO()
    path = tmp_path / "mine.zip"
    call_command("export_user", NAME, to=path, stdout=told)
    assert told.getvalue().startswith(f"{path} (")
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]
    with ZipFile(path) as archive:
        assert archive.testzip() is None
    with pytest.raises(CommandError, match="exists"):
        call_command("export_user", NAME, to=path)
    with pytest.raises(CommandError, match="There is no user"):
        call_command("export_user", "nobody at all")
    with pytest.raises(CommandError, match="Cannot write"):
        call_command("export_user", NAME, to=tmp_path / "nowhere" / "mine.zip")
