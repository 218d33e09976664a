"""The record of who looked at whose data."""

import getpass
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

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
