"""Who writes a world's words is set by operators and game masters, with keys that stay where they belong."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pydantic import SecretStr
from pytest_django import Settings

from herotycoon import checks
from herotycoon.accounts.models import AuditEntry, User
from herotycoon.storyteller.llm.options import given
from tests.storyteller.conftest import SECRET
from tests.storyteller.stranger import Json, Stranger
from tests.worlds.lives import aged, born
from worlds.models import ApiKey, World
from worlds.services import api_keys
from worlds.services.tellers import (
    BadAddress,
    IncompleteTeller,
    NobodyForHire,
    TellerRefused,
    UnknownTeller,
    hired,
    set_storyteller,
)
from worlds.services.telling import tell

pytestmark = pytest.mark.django_db
OWN: dict[str, Any] = {"kind": "llm", "provider": "anthropic", "model": "bard-2", "secret": SecretStr(SECRET)}


def again(world: World) -> World:
    return World.objects.get(pk=world.pk)


def test_a_world_hires_its_own_and_lets_go_of_it(master: User, game_master: User) -> None:
    world = born(master)
    assert hired(world) is None

    set_storyteller(world_id=world.pk, actor=game_master, **OWN)
    teller = hired(again(world))
    assert teller is not None
    assert (teller.endpoint.provider, teller.endpoint.model) == ("anthropic", "bard-2")
    assert teller.endpoint.key.get_secret_value() == SECRET
    assert SECRET not in repr(teller)
    assert SECRET not in str(list(World.objects.values()) + list(ApiKey.objects.values()))

    set_storyteller(world_id=world.pk, kind="template", actor=game_master)
    assert hired(again(world)) is None
    assert not ApiKey.objects.filter(world_id=world.pk).exists()
    record = AuditEntry.objects.filter(about_world=world.pk, action="set_storyteller").order_by("at")
    assert [row.details["kind"] for row in record] == ["llm", "template"]
    assert SECRET not in str(list(AuditEntry.objects.values()))


def test_the_deployments_is_for_every_world_that_wants_it(master: User, hiring: Json) -> None:
    world = born(master)
    assert world.settings["storyteller"] == "llm"
    set_storyteller(world_id=world.pk, kind="template")
    assert hired(again(world)) is None
    set_storyteller(world_id=world.pk, kind="llm")
    teller = hired(again(world))
    assert teller is not None
    assert teller.endpoint.base_url == hiring["base_url"]


REFUSED: list[tuple[dict[str, Any], type[TellerRefused], str]] = [
    ({"kind": "lmm"}, UnknownTeller, "the nearest is 'llm'"),
    ({"kind": "llm"}, NobodyForHire, "name a provider"),
    (OWN | {"provider": "antropic"}, UnknownTeller, "the nearest is 'anthropic'"),
    (OWN | {"model": " "}, IncompleteTeller, "1 to 120"),
    (OWN | {"secret": None}, IncompleteTeller, "a key is needed"),
    (OWN | {"base_url": "ftp://x"}, BadAddress, "https://host"),
    (OWN | {"base_url": "https://user:pass@x"}, BadAddress, "no password"),
    (OWN | {"base_url": "http://169.254.169.254/latest"}, BadAddress, "goes to https"),
    (OWN | {"kind": "template"}, IncompleteTeller, "belongs to an llm"),
    ({"kind": "llm", "model": "bard-2"}, IncompleteTeller, "belongs to an llm"),
]


@pytest.mark.parametrize(("wish", "error", "says"), REFUSED)
def test_a_wish_that_makes_no_sense_is_refused_by_name(
    master: User, wish: dict[str, Any], error: type[TellerRefused], says: str
) -> None:
    world = born(master)
    with pytest.raises(error, match=says) as refusal:
        set_storyteller(world_id=world.pk, **wish)
    assert SECRET not in str(refusal.value)
    assert again(world).settings == world.settings
    assert not ApiKey.objects.filter(world_id=world.pk).exists()


def test_a_key_goes_to_no_other_address_than_it_was_given_for(master: User) -> None:
    world = born(master)
    set_storyteller(world_id=world.pk, **OWN)
    keyless = OWN | {"secret": None}
    set_storyteller(world_id=world.pk, **(keyless | {"model": "bard-3"}))
    with pytest.raises(IncompleteTeller):
        set_storyteller(world_id=world.pk, **(keyless | {"base_url": "https://elsewhere.example"}))
    with pytest.raises(IncompleteTeller):
        set_storyteller(world_id=world.pk, **(keyless | {"provider": "openai"}))


def test_a_world_whose_key_is_gone_does_not_use_the_deployments(master: User, hiring: Json) -> None:
    world = born(master)
    set_storyteller(world_id=world.pk, **OWN)
    api_keys.remove_api_key(world_id=world.pk, purpose="storyteller")
    assert hired(again(world)) is None


@pytest.mark.django_db(transaction=True)
def test_a_rotated_key_is_the_same_to_a_stranger(
    master: User, there: Stranger, hiring: Json, settings: Settings
) -> None:
    world = aged(master, 10)
    own = OWN | {"provider": "openai", "base_url": there.base_url, "secret": SecretStr("sk-own")}
    set_storyteller(world_id=world.pk, **own)
    before = ApiKey.objects.get(world_id=world.pk)
    settings.ENCRYPTION_KEYS = ["a new key of at least thirty-two characters", *settings.ENCRYPTION_KEYS]
    call_command("rotate_keys", stdout=StringIO())
    settings.ENCRYPTION_KEYS = settings.ENCRYPTION_KEYS[:1]

    assert tell(world.pk) > 0
    assert set(there.keys) == {"Bearer sk-own"}
    assert ApiKey.objects.get(world_id=world.pk).key_id != before.key_id


def test_an_operator_says_it_on_the_command_line(master: User, monkeypatch: pytest.MonkeyPatch) -> None:
    world = born(master)
    monkeypatch.setattr("sys.stdin", StringIO("sk-from-stdin\n"))
    call_command(
        "set_storyteller",
        str(world.pk),
        "llm",
        provider="openai",
        model="bard-1",
        key_from_stdin=True,
        stdout=StringIO(),
    )
    teller = hired(again(world))
    assert teller is not None
    assert teller.endpoint.key.get_secret_value() == "sk-from-stdin"
    with pytest.raises(CommandError, match="the nearest is 'template'"):
        call_command("set_storyteller", str(world.pk), "templat")


# --- the settings ---------------------------------------------------------------------------------
WRONG: list[tuple[dict[str, str], str, str]] = [
    ({"STORYTELLER_MODLE": "x"}, "herotycoon.E050", "STORYTELLER_MODEL meant"),
    ({"STORYTELLER": "lmm"}, "herotycoon.E051", "the nearest is llm"),
    ({"STORYTELLER_PROVIDER": "antropic"}, "herotycoon.E051", "the nearest is anthropic"),
    ({"STORYTELLER_TIMEOUT": "soon"}, "herotycoon.E051", "STORYTELLER_TIMEOUT is wrong"),
    ({"STORYTELLER_CALLS_A_DAY": "-1"}, "herotycoon.E051", "STORYTELLER_CALLS_A_DAY is wrong"),
    ({"STORYTELLER_BASE_URL": "localhost"}, "herotycoon.E051", "https://host:port/path"),
    ({"STORYTELLER": "llm"}, "herotycoon.E052", "says no model"),
    ({"STORYTELLER": "llm", "STORYTELLER_MODEL": "x"}, "herotycoon.E053", "STORYTELLER_API_KEY is empty"),
    (
        {"STORYTELLER_TIMEOUT": "120", "STORYTELLER_ATTEMPTS": "5"},
        "herotycoon.E054",
        "longer than 300 seconds",
    ),
]


@pytest.mark.parametrize(("environ", "id_", "says"), WRONG)
def test_a_wrong_setting_is_told_with_the_right_one(
    settings: Settings, environ: dict[str, str], id_: str, says: str
) -> None:
    settings.STORYTELLER = given({"STORYTELLER_API_KEY": "", **environ})
    messages = checks.the_storyteller_can_be_hired(None)
    assert id_ in {message.id for message in messages}
    assert says in " ".join(message.msg for message in messages)


def test_settings_that_fit_are_fine_and_show_no_key(settings: Settings) -> None:
    environ = {
        "STORYTELLER": "llm",
        "STORYTELLER_MODEL": "m",
        "STORYTELLER_API_KEY": SECRET,
        "STORYTELLER_TIMEOUT": "9",
    }
    settings.STORYTELLER = given(environ)
    assert checks.the_storyteller_can_be_hired(None) == []
    assert SECRET not in repr(settings.STORYTELLER)


def test_with_wrong_settings_everybody_has_the_template(master: User, settings: Settings) -> None:
    settings.STORYTELLER = given({"STORYTELLER": "llm", "STORYTELLER_TIMEOUT": "soon"})
    assert born(master).settings["storyteller"] == "template"
