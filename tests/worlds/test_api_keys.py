"""Keys of other people's services: stored sealed, opened on record, sealed again with a new key."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from io import StringIO
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection
from pydantic import SecretStr
from pytest_django import Settings

from herotycoon import deploy_checks
from herotycoon.accounts.models import AuditEntry, User
from herotycoon.pg.route import ENGINE, WEB, here
from herotycoon.pg.scope import as_game_master, as_player
from herotycoon.vault.cipher import Damaged, NoKey, vault
from tests import factories
from worlds.models import ApiKey, World
from worlds.services import api_keys
from worlds.services.api_keys import InvalidKey, NoSuchApiKey, get_api_key, remove_api_key, set_api_key

pytestmark = pytest.mark.django_db

OLD, NEW = "an old key of forty characters, or so it is", "a new key of forty characters, or so it is!"
PLAIN = "sk-the-storyteller-takes-payment"


def given(world: World, secret: str = PLAIN, purpose: str = "storyteller", **options: Any) -> ApiKey:
    return set_api_key(
        world_id=world.id, purpose=purpose, provider="Bards & Sons", secret=SecretStr(secret), **options
    )


def used(world: World, purpose: str = "storyteller") -> str:
    return get_api_key(world_id=world.id, purpose=purpose).get_secret_value()


def everything_stored() -> str:
    """Every row of the two tables that a key could show in, as PostgreSQL writes it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(t::text, '') || encode(string_agg(ciphertext, ''), 'escape') FROM api_keys t"
        )
        (keys,) = cursor.fetchone()
        cursor.execute("SELECT string_agg(t::text, '') FROM audit_log t")
        (audit,) = cursor.fetchone()
    return f"{keys}{audit}"


def listening(execute: Any, *statement: Any) -> Any:
    """Write to the log what is sent to PostgreSQL, values included."""
    logging.info("%r", statement[:2])
    return execute(*statement)


def test_a_key_is_kept_and_can_be_replaced(world: World) -> None:
    given(world, "sk-first")
    given(world, "sk-second")
    assert used(world) == "sk-second"
    assert ApiKey.objects.count() == 1


def test_the_database_and_the_logs_never_see_it(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with connection.execute_wrapper(listening):
        row = given(world)
        used(world)
    assert "INSERT INTO" in caplog.text
    for text in (everything_stored(), caplog.text, repr(row), str(row), repr(vars(row))):
        assert PLAIN not in text


def test_every_world_has_its_own(world: World) -> None:
    abroad = factories.a_world(owner=world.owner)
    given(world, "sk-mine")
    given(abroad, "sk-theirs")
    assert (used(world), used(abroad)) == ("sk-mine", "sk-theirs")


@pytest.mark.parametrize("column", ["world_id", "purpose", "provider", "id"])
def test_a_key_moved_elsewhere_does_not_open(world: World, column: str) -> None:
    row = given(world)
    abroad = factories.a_world(owner=world.owner)
    elsewhere: dict[str, Any] = {
        "world_id": abroad.id,
        "purpose": "portraits",
        "provider": "Thieves",
        "id": abroad.id,
    }
    ApiKey.objects.filter(pk=row.pk).update(**{column: elsewhere[column]})
    moved = ApiKey.objects.get()
    with pytest.raises(Damaged):
        get_api_key(world_id=moved.world_id, purpose=moved.purpose)


def test_each_touch_is_on_record(world: World, game_master: User) -> None:
    given(world, actor=world.owner)
    used(world)
    remove_api_key(world_id=world.id, purpose="storyteller", actor=game_master)

    told = AuditEntry.objects.order_by("at", "id").values_list(
        "action", "actor_id", "subject_id", "about_world"
    )
    assert list(told) == [
        ("set_api_key", world.owner_id, world.owner_id, world.id),
        ("use_api_key", None, world.owner_id, world.id),
        ("remove_api_key", game_master.pk, world.owner_id, world.id),
    ]
    assert AuditEntry.objects.values_list("details", flat=True).first() == {
        "purpose": "storyteller",
        "provider": "Bards & Sons",
    }


def test_a_key_that_is_not_there_is_told(world: World) -> None:
    given(world)
    remove_api_key(world_id=world.id, purpose="storyteller")
    with pytest.raises(NoSuchApiKey, match="'storyteller'"):
        used(world)


@pytest.mark.parametrize("secret", ["", "two words", "new\nline", "schlüssel", "x" * 501])
def test_what_is_no_key_is_refused_unseen(world: World, secret: str) -> None:
    with pytest.raises(InvalidKey) as error:
        given(world, secret)
    assert secret == "" or secret not in str(error.value)


@pytest.mark.parametrize("purpose", ["", " ", "x" * 41, "a\nb"])
def test_a_purpose_is_a_short_text(world: World, purpose: str) -> None:
    with pytest.raises(InvalidKey, match="purpose"):
        given(world, purpose=purpose)


def test_a_world_takes_its_keys_along(world: World) -> None:
    given(world)
    World.objects.filter(pk=world.pk).delete()
    assert not ApiKey.objects.exists()


@pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
def test_who_serves_requests_sees_that_there_is_one_and_no_more(world: World, game_master: User) -> None:
    given(world)
    given(factories.a_world())
    scopes: list[tuple[Callable[[], AbstractContextManager[None]], int]] = [
        (lambda: as_player(world.owner_id, [world.id]), 1),
        (lambda: as_game_master(game_master.pk, "a test"), 2),
    ]
    for scope, seen in scopes:
        with scope():
            assert ApiKey.objects.values_list("provider", flat=True).count() == seen
        for statement in (
            "SELECT ciphertext FROM api_keys",
            "SELECT key_id FROM api_keys",
            "UPDATE api_keys SET provider = 'Thieves'",
            "DELETE FROM api_keys",
        ):
            with (
                pytest.raises(ProgrammingError, match="permission denied"),
                scope(),
                here().cursor() as cursor,
            ):
                cursor.execute(statement)


# --- a new key ------------------------------------------------------------------------------------


def rotated() -> str:
    told = StringIO()
    call_command("rotate_keys", stdout=told)
    return told.getvalue()


def test_everything_is_sealed_again_with_the_newest_key(
    world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api_keys, "BATCH", 2)
    settings.ENCRYPTION_KEYS = [OLD]
    for number in range(5):
        given(world, f"sk-{number}", f"purpose {number}")
    settings.ENCRYPTION_KEYS = [NEW, OLD]
    assert used(world, "purpose 3") == "sk-3"

    assert rotated() == "5 sealed again.\n"

    settings.ENCRYPTION_KEYS = [NEW]
    assert [used(world, f"purpose {number}") for number in range(5)] == [
        f"sk-{number}" for number in range(5)
    ]
    assert rotated() == "0 sealed again.\n"
    batches = AuditEntry.objects.filter(action="rotate_keys").order_by("at", "id")
    assert [entry.details["sealed"] for entry in batches] == [2, 2, 1]


def test_a_rotation_goes_on_where_it_was_stopped(
    world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api_keys, "BATCH", 2)
    settings.ENCRYPTION_KEYS = [OLD]
    for number in range(5):
        given(world, f"sk-{number}", f"purpose {number}")
    settings.ENCRYPTION_KEYS = [NEW, OLD]

    def stop(amount: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        api_keys.rotate(stop)
    assert ApiKey.objects.filter(key_id=vault().key_ids[0]).count() == 2
    assert rotated() == "3 sealed again.\n"


def test_what_does_not_open_stays_and_is_told(world: World, settings: Settings) -> None:
    settings.ENCRYPTION_KEYS = [OLD]
    given(world, "sk-lost", "lost")
    lost = vault().key_ids[0]
    settings.ENCRYPTION_KEYS = ["a middling key of forty characters, or so"]
    given(world, "sk-kept", "kept")
    settings.ENCRYPTION_KEYS = [NEW, *settings.ENCRYPTION_KEYS]

    with pytest.raises(CommandError) as error:
        rotated()

    assert f"sealed with the key {lost}" in str(error.value)
    assert not any(secret in str(error.value) for secret in (OLD, NEW, "sk-lost"))
    assert used(world, "kept") == "sk-kept"
    with pytest.raises(NoKey):
        used(world, "lost")
    settings.ENCRYPTION_KEYS = [OLD]
    assert used(world, "lost") == "sk-lost"


# --- the checks -----------------------------------------------------------------------------------


def test_a_bad_key_in_the_settings_is_found(settings: Settings) -> None:
    assert [message.id for message in deploy_checks.the_encryption_keys_are_good(None)] == []
    settings.ENCRYPTION_KEYS = ["hunter2"]
    [message] = deploy_checks.the_encryption_keys_are_good(None)
    assert message.id == "herotycoon.E020"
    assert "hunter2" not in str(message)


def test_a_deployment_has_keys_of_its_own_for_sealing(settings: Settings) -> None:
    settings.ENCRYPTION_KEYS = [settings.SECRET_KEY]
    assert [message.id for message in deploy_checks.the_encryption_keys_are_given(None)] == [
        "herotycoon.W020"
    ]
    settings.ENCRYPTION_KEYS = [NEW]
    assert deploy_checks.the_encryption_keys_are_given(None) == []


def test_a_key_taken_away_too_early_is_found(world: World, settings: Settings) -> None:
    settings.ENCRYPTION_KEYS = [OLD]
    given(world)
    lost = vault().key_ids[0]
    settings.ENCRYPTION_KEYS = [NEW]
    found = [message for message in run_checks(databases=["default"]) if message.id == "herotycoon.E021"]
    assert [message.msg for message in found] == [
        f"1 API keys are sealed with {lost}, which ENCRYPTION_KEYS lacks."
    ]
