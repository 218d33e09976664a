"""A person is erased: with all their worlds, or out of worlds that stay."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from heroes.models import Activity, Hero
from herotycoon.accounts.models import AuditEntry, User
from herotycoon.accounts.services.people import NOBODY, pseudonym
from quests.models import Quest
from tests import factories
from tests.worlds.archive.weeks import archive, hot
from tests.worlds.lives import DAY, born, wrong
from tests.worlds.person_scene import EMAIL, NAME, SECRET, WORDS, a_person, a_world_of
from tests.worlds.traces import traces
from worlds.models import World
from worlds.replay import replay
from worlds.services.fingerprint import fingerprint
from worlds.services.persons import erase
from worlds.services.persons.erase import erase_user
from worlds.tick import tick

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db: None) -> User:
    return a_person()


@pytest.fixture
def realm(person: User, game_master: User) -> World:
    return a_world_of(person, game_master)


def test_this_person_can_be_found_everywhere(person: User, realm: World) -> None:
    """Otherwise finding nothing afterwards would mean nothing."""
    found = {trace.split(":")[0] for trace in traces(person.pk, *WORDS)}
    assert found >= {
        *("users", "user_sessions", "worlds", "heroes", "quests", "activity_log", "hero_decisions"),
        *("audit_log", "master_influence"),
    }


def test_nothing_is_left_of_a_person_and_their_worlds(person: User, realm: World) -> None:
    other = born(factories.a_user(username="somebody_else"), heroes=2)
    before = fingerprint(other.pk)

    erased = erase_user(person)

    assert traces(person.pk, *WORDS, SECRET) == []
    in_the_record = {trace.split(":")[0] for trace in traces(realm.pk)}
    assert in_the_record == {"audit_log"}
    assert (erased.worlds, erased.kept) == (1, 0)
    assert fingerprint(other.pk) == before


def test_a_world_may_stay_without_a_word_of_theirs(person: User, realm: World) -> None:
    born_as = {hero.number: hero.name for hero in Hero.objects.filter(world=born(person, heroes=4))}

    erase_user(person, keep_worlds=True)

    assert traces(person.pk, *WORDS, SECRET) == []
    realm.refresh_from_db()
    assert (realm.owner_id, realm.name) == (NOBODY, erase.NAMELESS)
    assert {hero.number: hero.name for hero in Hero.objects.filter(world=realm)} == born_as
    assert Quest.objects.get(world=realm, source="master").title == "A bounty"


def test_a_world_that_stays_still_balances_and_can_be_lived_again(person: User, realm: World) -> None:
    def deeds() -> list[Any]:
        return list(
            Activity.objects.filter(world=realm).order_by("step", "seq").values_list("action", "changes")
        )

    before = deeds()
    erase_user(person, keep_worlds=True)
    assert deeds() == before
    tick({realm.pk: 4 * DAY})

    assert wrong(realm, decisions=True) == []
    assert replay(World.objects.get(pk=realm.pk)).equal


@pytest.mark.parametrize("keep", [False, True])
def test_the_archive_is_no_hiding_place(person: User, game_master: User, keep: bool) -> None:
    realm = a_world_of(person, game_master, days=8)
    archive(realm, 1)
    assert "activity_archive" in {trace.split(":")[0] for trace in traces(*WORDS)}

    erase_user(person, keep_worlds=keep)

    assert traces(person.pk, *WORDS) == []
    if keep:
        assert hot("activity_archive") > 0
        assert wrong(realm, decisions=True) == []
        assert replay(World.objects.get(pk=realm.pk)).equal


def test_nobody_owns_what_stays_and_cannot_log_in(person: User, realm: World) -> None:
    erase_user(person, keep_worlds=True)
    nobody = User.objects.get(pk=NOBODY)
    assert (nobody.is_active, nobody.has_usable_password(), nobody.email) == (False, False, "")
    with pytest.raises(CommandError, match="There is no user"):
        call_command("erase_user", nobody.username, yes=True)


def test_the_record_tells_of_it_under_a_pseudonym(person: User, realm: World, game_master: User) -> None:
    alias = pseudonym(person.pk)
    erase_user(person, actor=game_master)

    told = AuditEntry.objects.order_by("at", "id").values_list(
        "action", "actor", "actor_id", "subject_id", "details"
    )
    assert ("set_api_key", "", alias, alias, {}) in told
    assert ("enter_world", "game_master", game_master.pk, alias, {}) in told
    *_, begun, done = told
    assert begun == ("erase_user", "game_master", game_master.pk, alias, {"begun": 1})
    assert done[:4] == ("erase_user", "game_master", game_master.pk, alias)
    assert done[4]["worlds"] == 1
    assert done[4]["activities"] > 100


def test_a_pseudonym_is_one_persons_and_a_secret(person: User, settings: Any) -> None:
    alias = pseudonym(person.pk)
    assert alias == pseudonym(person.pk) != pseudonym(NOBODY)
    settings.SECRET_KEY = "another machine's secret"
    assert pseudonym(person.pk) != alias


def test_logs_go_in_batches(person: User, realm: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erase, "BATCH", 100)
    batches: list[int] = []
    rows = Activity.objects.filter(world=realm).count()
    erase_user(person, progress=batches.append)
    assert batches[:-1] == [100] * (rows // 100)
    assert sum(batches) == rows


class Stopped(Exception):
    """The program was ended."""


def erase_until(statement: int, user: User, keep: bool) -> None:
    """Erase, and be stopped before that statement."""
    left = statement

    def count(execute: Any, *arguments: Any) -> Any:
        nonlocal left
        left -= 1
        if not left:
            raise Stopped
        return execute(*arguments)

    with connection.execute_wrapper(count):
        erase_user(user, keep_worlds=keep)


@pytest.mark.parametrize("keep", [False, True])
def test_an_erasure_goes_on_where_it_was_stopped(
    person: User, realm: World, monkeypatch: pytest.MonkeyPatch, keep: bool
) -> None:
    monkeypatch.setattr(erase, "BATCH", 200)
    for statement in (3, 8, 13, 17):
        with pytest.raises(Stopped):
            erase_until(statement, person, keep)
    erase_user(person, keep_worlds=keep)
    assert traces(person.pk, *WORDS) == []


# --- the command ----------------------------------------------------------------------------------


def command(*arguments: str, answer: str | None = None, **options: Any) -> str:
    told = io.StringIO()

    def ask() -> str:
        if answer is None:
            raise EOFError
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builtins.input", ask)
        call_command("erase_user", *arguments, stdout=told, **options)
    return told.getvalue()


def test_the_command_asks_for_the_name(person: User) -> None:
    factories.a_world(owner=person)
    with pytest.raises(CommandError, match="another name: nothing was erased"):
        command(NAME, answer="yes")
    with pytest.raises(CommandError, match="Nobody answered"):
        command(NAME)
    assert User.objects.filter(pk=person.pk, is_active=True).exists()

    told = command(NAME, answer=NAME)

    assert "1 worlds with 0 logged activities, which will be deleted" in told
    assert f"Worlds deleted: 1, kept: 0; the record says {pseudonym(person.pk)}" in told
    assert traces(person.pk, NAME, EMAIL) == []


def test_the_command_keeps_worlds_and_does_not_ask_when_told_so(person: User) -> None:
    world = factories.a_world(owner=person)
    assert "kept: 1" in command(str(person.pk), "--keep-worlds", "--yes")
    assert World.objects.get(pk=world.pk).owner_id == NOBODY


def test_an_ambiguous_name_erases_nobody(person: User) -> None:
    twin = factories.a_user(username=NAME.upper())
    with pytest.raises(CommandError) as error:
        command(NAME, "--yes")
    assert str(person.pk) in str(error.value)
    assert str(twin.pk) in str(error.value)
    command(str(twin.pk), "--yes")
    assert list(User.objects.values_list("username", flat=True)) == [NAME]


def test_a_name_must_be_written_as_it_is(person: User) -> None:
    with pytest.raises(CommandError, match=f"is '{NAME}' meant"):
        command(NAME.lower(), "--yes")
    for nobody in ("Wil", "", "Wilhelmina_77\0", "%", "00000000-0000-7000-8000-000000000000"):
        with pytest.raises(CommandError, match="There is no user"):
            command(nobody, "--yes")
