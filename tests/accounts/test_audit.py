"""The record of who looked at whose data."""

import getpass
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from herotycoon.accounts.models import AuditEntry, User
from herotycoon.accounts.services.audit import Action, operator, record
from herotycoon.pg import catalogue
from worlds.models import World

pytestmark = pytest.mark.django_db


def test_a_row_says_who_did_what_with_whose_data(game_master: User, world: World) -> None:
    record(
        Action.ENTER_WORLD,
        actor=game_master,
        subject_id=world.owner_id,
        world_id=world.id,
        details={"reason": "a complaint"},
    )

    entry = AuditEntry.objects.get()
    assert (entry.actor_id, entry.actor, entry.action) == (game_master.pk, "game_master", "enter_world")
    assert (entry.subject_id, entry.about_world) == (world.owner_id, world.id)
    assert entry.details == {"reason": "a complaint"}
    assert str(entry).startswith("game_master: enter_world at ")


def test_what_nobody_of_the_game_did_the_operator_did() -> None:
    assert record(Action.BACKUP).actor == f"operator {getpass.getuser()}"


def test_an_account_without_a_name_is_an_operator_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise OSError("No username set in the environment")

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert operator() == "operator"


@pytest.mark.parametrize(
    ("value", "error"), [({"gold": 5}, TypeError), (["a"], TypeError), ("x" * 201, ValueError)]
)
def test_data_itself_is_not_recorded(value: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        record(Action.EXPORT_USER, details={"seen": value})
    assert not AuditEntry.objects.exists()


def test_what_did_not_happen_is_not_recorded() -> None:
    def half_way() -> None:
        record(Action.BACKUP)
        record("")  # type: ignore[arg-type]

    with pytest.raises(IntegrityError), transaction.atomic():
        half_way()
    assert not AuditEntry.objects.exists()


def test_it_outlives_user_and_world(world: World) -> None:
    record(Action.ERASE_USER, subject_id=world.owner_id, world_id=world.id)
    User.objects.all().delete()
    assert AuditEntry.objects.count() == 1
    assert [key.name for key in catalogue.references() if "audit_log" in {key.table, key.target}] == []


def test_a_row_can_be_written_in_plain_sql() -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO audit_log (action) VALUES (%s)", [Action.ENTER_WORLD])
    entry = AuditEntry.objects.get()
    assert isinstance(entry.id, UUID)
    assert entry.at is not None
    assert (entry.actor, entry.details) == ("", {})


# --- the command ----------------------------------------------------------------------------------


def printed(*arguments: str) -> list[str]:
    told = StringIO()
    call_command("audit", *arguments, stdout=told)
    return told.getvalue().splitlines()


def test_the_record_can_be_read(game_master: User, world: World, second_master: User) -> None:
    record(
        Action.ENTER_WORLD,
        actor=game_master,
        subject_id=world.owner_id,
        world_id=world.id,
        details={"why": "x"},
    )
    record(Action.EXPORT_USER, actor=second_master, subject_id=second_master.pk)
    AuditEntry.objects.filter(action="export_user").update(at=datetime(2026, 5, 1, 12, tzinfo=UTC))

    old, new = printed()
    assert old == f"2026-05-01 12:00:00Z  second_master  export_user  of {second_master.pk}"
    assert new.endswith(f"game_master  enter_world  of {world.owner_id}  in world {world.id}  why=x")
    assert printed("--user", "master") == printed("--user", str(world.owner_id)) == [new]
    assert printed("--user", "game_master", "--since", "2026-05-02") == [new]
    assert printed("--since", "2026-05-01T12:00Z") == [old, new]
    assert printed("--user", str(UUID(int=7))) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--user", "stranger"], "no user 'stranger'"),
        (["--since", "yesterday"], "not 'yesterday'"),
        (["--since", "2026-13-45"], "not '2026-13-45'"),
        (["--drop-older-than", "0"], "1 or more"),
    ],
)
def test_nonsense_is_refused_in_a_line(arguments: list[str], told: str) -> None:
    with pytest.raises(CommandError, match=told):
        printed(*arguments)


def test_old_rows_are_dropped_on_record(master: User) -> None:
    for days in (10, 400, 500):
        entry = record(Action.BACKUP)
        AuditEntry.objects.filter(pk=entry.pk).update(at=timezone.now() - timedelta(days=days))
    assert printed("--drop-older-than", "365") == ["2 rows dropped."]
    kept = AuditEntry.objects.order_by("at")
    assert [entry.action for entry in kept] == ["backup", "drop_audit"]
    assert kept[1].details["rows"] == 2
    assert printed("--drop-older-than", "365") == ["0 rows dropped."]
    assert AuditEntry.objects.count() == 2
