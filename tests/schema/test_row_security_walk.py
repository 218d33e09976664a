"""A walk past every table, view, partition and function: everybody sees what is theirs, and nothing else."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connections, transaction

from herotycoon.accounts.models import User
from herotycoon.pg import catalogue, rights
from herotycoon.pg.roles import GAME_MASTER, PLAYER, WEB_LOGIN
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_game_master, as_player
from tests import factories
from tests.schema.test_row_security import NOBODYS
from tests.schema.two_masters import (
    arguments,
    asked,
    callables,
    counted,
    readable,
    refused,
    relations,
    two_masters,
)  # fmt: skip

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


def test_a_master_sees_their_own_rows_of_every_table_and_view_and_nobody_elses() -> None:
    me, other = two_masters()
    assert readable(PLAYER) == relations() - set(NOBODYS) - {"django_admin_log"}, (
        "every table that is somebody's is walked past"
    )
    for relation in sorted(readable(PLAYER)):
        mine = me.condition(relation)
        everything, own = counted(relation), counted(relation, mine)
        assert 0 < own < everything, f"{relation} has rows of both"
        with as_player(me.user.pk, [me.world.pk]):
            assert counted(relation, alias=WEB) == own, relation
            assert counted(relation, mine, alias=WEB) == own, relation
            assert counted(relation, other.condition(relation), alias=WEB) == 0, relation


def test_who_has_no_world_sees_none() -> None:
    two_masters()
    stranger = factories.a_user()
    with as_player(stranger.pk):
        seen = {relation: counted(relation, alias=WEB) for relation in readable(PLAYER)}
    assert {relation for relation, count in seen.items() if count} == {"users"}


def test_a_role_without_a_scope_sees_nothing() -> None:
    two_masters()
    for role in (PLAYER, GAME_MASTER):
        with transaction.atomic(using=WEB):
            asked(f"SET LOCAL ROLE {role}", alias=WEB)
            seen = {relation: counted(relation, alias=WEB) for relation in readable(role) - set(NOBODYS)}
        assert len(seen) > 15
        assert {relation for relation, count in seen.items() if count} == set()


def test_the_login_alone_sees_what_it_takes_to_recognize_somebody() -> None:
    two_masters()
    for relation in relations() - {"users", "user_sessions"}:
        assert "permission denied" in refused(f"SELECT count(*) FROM {relation}"), relation
    granted = {grant.on: grant.privilege for grant in rights.grants() if grant.to == WEB_LOGIN}
    assert granted == dict.fromkeys(
        [
            *(
                f"users.{column}"
                for column in ("id", "username", "password", "is_active", "is_staff", "erasing_since")
            ),
            *(
                f"user_sessions.{column}"
                for column in ("id", "user_id", "started_at", "last_seen_at", "ended_at")
            ),
            *(f"user_sessions.{column}" for column in ("created_at", "expires_at", "token_digest")),
        ],
        "SELECT",
    )
    assert "permission denied" in refused("SELECT email FROM users")
    assert counted("users", "username <> ''", alias=WEB) == 2


def test_a_partition_is_closed_to_everybody_who_serves_requests(game_master: User) -> None:
    me, _ = two_masters()
    parts = [partition.name for partition in catalogue.partitions()]
    assert len(parts) >= 48
    with as_player(me.user.pk, [me.world.pk]):
        found = open_to_somebody(parts)
    with as_game_master(game_master.pk, "a walk"):
        found |= open_to_somebody(parts)
    assert found | open_to_somebody(parts) == set()


def open_to_somebody(relations: list[str]) -> set[str]:
    """Which of these the role in use may read."""
    return {one for one in relations if "permission denied" not in refused(f"SELECT 1 FROM {one}")}


def test_a_function_tells_a_master_of_another_world_what_it_tells_of_none() -> None:
    me, other = two_masters()
    found = callables()
    assert len(found) >= 4
    for function, names in found.items():
        call = f"SELECT * FROM {function}({', '.join(['%s'] * len(names))})"
        mine, theirs, nobodys = (arguments(names, world) for world in (me.world.pk, other.world.pk, uuid4()))
        told = asked(call, mine)
        assert told != asked(call, nobodys), f"{function} has something to tell"
        with as_player(me.user.pk, [me.world.pk]):
            assert asked(call, mine, alias=WEB) == told, function
            assert asked(call, theirs, alias=WEB) == asked(call, nobodys, alias=WEB), function


def test_a_game_master_sees_everything(game_master: User) -> None:
    two_masters()
    everything = {relation: counted(relation) for relation in readable(GAME_MASTER) - {"audit_log"}}
    assert set(everything) >= relations() - {"django_migrations", "audit_log", "idempotent_answers"}
    with as_game_master(game_master.pk, "a walk"):
        seen = {relation: counted(relation, alias=WEB) for relation in everything}
        assert counted("audit_log", "action = 'enter_world'", alias=WEB) > 0
    assert seen == everything
    assert connections[WEB].in_atomic_block is False
