"""A master's own hands: everything a request does, done under row security by the role that players have."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import InternalError, OperationalError, ProgrammingError, connections, transaction

from heroes.models import Activity, Decision, Hero, HeroRelationship
from heroes.services.journal import Refused
from herotycoon.accounts.models import AuditEntry, User
from herotycoon.pg.route import ENGINE, WEB, through
from herotycoon.pg.scope import NotAGameMaster, NotYours, ScopeError, as_game_master, as_player
from tests import factories
from tests.explained import save_explained
from tests.worlds.inputs_scene import SENSIBLE, guild_of
from tests.worlds.lives import aged, born, wrong
from worlds.models import World
from worlds.services.creation import create_world
from worlds.services.explain import NoDecision, explain
from worlds.services.fingerprint import fingerprint
from worlds.services.inputs import VERBS, act
from worlds.services.report.gather import report
from worlds.services.report.since import since
from worlds.services.verify.world import verify
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])

IN_ORDER = ["pause", "resume", *sorted(set(VERBS) - {"pause", "resume"})]


def test_a_master_lives_a_day_of_every_verb_under_their_own_role(oakmere: World, master: User) -> None:
    tick({oakmere.id: 80})
    with as_player(master.id, [oakmere.id]):
        for verb in IN_ORDER:
            act(oakmere.id, verb, **SENSIBLE[verb])
    assert wrong(oakmere, decisions=True) == []
    tick({oakmere.id: 140})
    assert wrong(oakmere, decisions=True) == []


def test_what_is_done_in_a_scope_is_what_the_engine_would_have_done(master: User) -> None:
    one, other = aged(master, 72), aged(master, 72)
    for world in (one, other):
        guild = guild_of(world)
        guild.treasury += 500
        guild.birth["treasury"] += 500
        save_explained(guild)
    act(one.id, "summon")
    with as_player(master.id, [other.id]):
        act(other.id, "summon")
        assert fingerprint(other.id) == fingerprint(other.id)
    tick({one.id: 200, other.id: 200})
    assert fingerprint(one.id) == fingerprint(other.id)


def test_a_statement_of_a_request_that_takes_too_long_is_ended(
    oakmere: World, master: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("herotycoon.pg.scope.LONGEST", "50ms")
    with (
        pytest.raises(OperationalError, match="statement timeout"),
        as_player(master.id, [oakmere.id]),
        connections[WEB].cursor() as cursor,
    ):
        cursor.execute("SELECT pg_catalog.pg_sleep(5)")
    with connections[WEB].cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)


def test_a_master_makes_a_world_under_their_own_role(master: User) -> None:
    with as_player(master.id):
        made = create_world(owner=master, seed=7, heroes=6)
        assert Activity.objects.filter(world=made).count() > 0
        act(made.id, "praise", hero=2)
    twin = create_world(owner=master, seed=7, heroes=6)
    act(twin.id, "praise", hero=2)
    assert fingerprint(made.id) == fingerprint(twin.id)
    assert wrong(made) == []


def test_report_explanation_and_verification_tell_a_master_what_they_tell_the_engine(master: User) -> None:
    world = aged(master, 96)
    decision = str(Decision.objects.filter(world=world)[0].pk)

    def told() -> list[object]:
        start = since(world, None)
        verdict = verify(world, recompute=True)
        return [report(world, start.step), explain(decision), verdict.findings, verdict.counts]

    by_the_engine = told()
    with as_player(master.id, [world.id]):
        assert told() == by_the_engine
    with as_player(master.id, [world.id], still=True):
        assert told() == by_the_engine
    assert by_the_engine[2] == []


# --- another's world ------------------------------------------------------------------------------


def test_i8_no_verb_reaches_into_another_world(master: User, second_master: User) -> None:
    mine, theirs = born(master), born(second_master, seed=8)
    before = fingerprint(theirs.id), World.objects.get(id=theirs.id).revision
    for verb in VERBS:
        with as_player(master.id, [mine.id]), pytest.raises(World.DoesNotExist):
            act(theirs.id, verb, **SENSIBLE[verb])
    assert (fingerprint(theirs.id), World.objects.get(id=theirs.id).revision) == before


def test_i8_no_report_nor_explanation_tells_of_another_world(master: User, second_master: User) -> None:
    mine, theirs = aged(master, 48), aged(second_master, 48, seed=8)
    decision = str(Decision.objects.filter(world=theirs)[0].pk)
    nothing = fingerprint(uuid4())
    with as_player(master.id, [mine.id]):
        with pytest.raises(NoDecision):
            explain(decision)
        with pytest.raises(World.DoesNotExist):
            report(theirs, 0)
        with pytest.raises(World.DoesNotExist):
            verify(theirs)
        assert fingerprint(theirs.id) == nothing


def test_a_scope_is_not_entered_with_the_world_of_another_nor_with_one_that_is_not(
    master: User, second_master: User
) -> None:
    mine, theirs = born(master), born(second_master)
    for worlds in ([theirs.id], [mine.id, theirs.id], [uuid4()]):
        with pytest.raises(NotYours, match=str(worlds[-1])), as_player(master.id, worlds):
            pytest.fail("nobody comes here")


# --- what a scope is ------------------------------------------------------------------------------


def test_what_comes_after_a_scope_or_without_one_fails(master: User) -> None:
    world = born(master)
    with as_player(master.id, [world.id]):
        heroes = Hero.objects.all()
        late = heroes.iterator()
        assert heroes.count() == 6
    with through(WEB):
        for reading in (heroes.count, lambda: next(iter(late))):
            with pytest.raises(ProgrammingError, match="permission denied"):
                reading()


def test_an_exception_undoes_what_was_done_in_a_scope(master: User) -> None:
    world = born(master)
    before = fingerprint(world.id)

    def ask_too_much() -> None:
        with as_player(master.id, [world.id]):
            act(world.id, "praise", hero=1)
            act(world.id, "wage", wage=-1)

    with pytest.raises(Refused):
        ask_too_much()
    assert fingerprint(world.id) == before


def test_scopes_do_not_nest_nor_begin_in_the_middle(master: User, game_master: User) -> None:
    with as_player(master.id):
        with pytest.raises(ScopeError), as_player(master.id):
            pytest.fail("nobody comes here")
        with pytest.raises(ScopeError), as_game_master(game_master.id, "to look"):
            pytest.fail("nobody comes here")
    with transaction.atomic(using=WEB), pytest.raises(ScopeError), as_player(master.id):
        pytest.fail("nobody comes here")


def test_only_ids_enter(master: User) -> None:
    nonsense: list[Any] = ["", "somebody", "1' ; RESET ROLE; --", None, 7]
    for one in nonsense:
        for user, worlds in ((one, []), (master.id, [one])):
            with pytest.raises(ValueError, match="badly formed"), as_player(user, worlds):
                pytest.fail("nobody comes here")


def test_a_still_scope_changes_nothing_and_sees_one_moment(master: User) -> None:
    world = born(master)
    with as_player(master.id, [world.id], still=True):
        before = fingerprint(world.id)
        with through(ENGINE):
            tick({world.id: 48})
        assert fingerprint(world.id) == before
        with pytest.raises(InternalError, match="read-only"):
            act(world.id, "praise", hero=1)


# --- game masters ---------------------------------------------------------------------------------


def test_a_game_master_intervenes_in_any_world_and_it_is_on_record(master: User, game_master: User) -> None:
    one, other = born(master), born(factories.a_user())
    with as_game_master(game_master.id, "they asked for help", [one.id, other.id]):
        act(one.id, "praise", hero=1)
        act(other.id, "summon")
    rows = AuditEntry.objects.filter(action="enter_world").order_by("about_world")
    assert [(row.actor_id, row.actor, row.about_world, row.subject_id) for row in rows] == [
        (game_master.id, "game_master", world.id, world.owner_id)
        for world in sorted((one, other), key=lambda world: world.id)
    ]
    assert {row.details["why"] for row in rows} == {"they asked for help"}
    assert wrong(one) == wrong(other) == []


def test_what_a_game_master_looked_at_stays_on_record_whatever_happens(game_master: User) -> None:
    with pytest.raises(ZeroDivisionError), as_game_master(game_master.id, "curiosity", still=True):
        raise ZeroDivisionError
    assert AuditEntry.objects.get().details == {"why": "curiosity"}


def test_nobody_else_comes_in_by_the_game_masters_door(master: User, game_master: User) -> None:
    born(master)
    dismissed = factories.a_user(is_staff=True, is_active=False)
    for user in (master.id, dismissed.id, uuid4()):
        with pytest.raises(NotAGameMaster), as_game_master(user, "to look"):
            pytest.fail("nobody comes here")
    for why in ("", "  "):
        with pytest.raises(ValueError, match="says why"), as_game_master(game_master.id, why):
            pytest.fail("nobody comes here")
    assert not AuditEntry.objects.exists()


def test_a_game_master_cannot_record_in_the_name_of_another(master: User, game_master: User) -> None:
    def record(actor: UUID) -> None:
        AuditEntry.objects.create(actor_id=actor, actor="somebody", action="enter_world")

    with as_game_master(game_master.id, "to try"):
        record(game_master.id)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic(using=WEB):
            record(master.id)


def test_what_a_game_master_changes_in_a_form_is_booked_with_the_rights_of_the_owner(
    oakmere: World, game_master: User
) -> None:
    bond = HeroRelationship.objects.filter(world=oakmere)[0]
    with as_game_master(game_master.id, "a gift"):
        someone = Hero.objects.get(world=oakmere, number=2)
        someone.gold += 7
        someone.save()
        HeroRelationship.objects.filter(id=bond.id).update(strength=33)
    assert Activity.objects.filter(world=oakmere, kind="edit").count() == 2
    assert wrong(oakmere) == []
