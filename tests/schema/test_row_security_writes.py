"""What who serves requests cannot write: into another's world, over the logs, or anything away."""

from __future__ import annotations

from collections import defaultdict

import pytest
from django.db import DatabaseError, connections, transaction

from herotycoon.accounts.models import User
from herotycoon.pg import rights
from herotycoon.pg.roles import PLAYER
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_game_master, as_player
from tests import factories
from tests.schema.test_row_security import LOGS, NOBODYS
from tests.schema.two_masters import Master, asked, columns_of, counted, refused, relations, two_masters

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
ADDED_TO = {"activity_log", "audit_log"}
"""The logs that a request adds to; the engine, and batches of the owner, write the others."""


def test_i7_nobody_who_serves_requests_changes_a_log_or_deletes_anything(game_master: User) -> None:
    me, _ = two_masters()
    statements = [f"UPDATE {log} SET id = id" for log in LOGS]
    tables = relations() - set(NOBODYS) - set(rights.views())
    statements += [f"{word} {table}" for table in tables for word in ("DELETE FROM", "TRUNCATE")]
    statements += [f"INSERT INTO {log} SELECT * FROM {log}" for log in LOGS - ADDED_TO]
    assert not_refused(statements) == []
    with as_player(me.user.pk, [me.world.pk]):
        assert not_refused(statements) == []
    with as_game_master(game_master.pk, "to try"):
        assert not_refused(statements) == []


def test_i7_a_log_can_be_added_to() -> None:
    me, _ = two_masters()
    with as_player(me.user.pk, [me.world.pk]):
        for log in sorted(ADDED_TO):
            whose = f"actor_id = '{me.user.pk}'" if log == "audit_log" else "true"
            before = counted(log, whose, WEB)
            copy(log, actor_id=f"'{me.user.pk}'") if log == "audit_log" else copy(log, **distinct(log))
            assert counted(log, whose, WEB) == before + 1, log


def test_nothing_is_written_into_the_world_of_another() -> None:
    me, other = two_masters()
    insertable = {grant.on for grant in rights.grants() if (grant.to, grant.privilege) == (PLAYER, "INSERT")}
    before = contents(other)
    assert len(insertable) > 10
    with as_player(me.user.pk, [me.world.pk]):
        for table in sorted(insertable):
            said = refused_copy(table, **as_if_of(other, table))
            assert said == f'new row violates row-level security policy for table "{table}"', table
    assert contents(other) == before


def test_no_trigger_tells_of_the_world_of_another_before_the_policy_refuses() -> None:
    me, other = two_masters()
    [(hero,)] = asked(f"SELECT id FROM heroes WHERE {other.condition('heroes')} ORDER BY number LIMIT 1")
    ruin = {"hero_id": f"'{hero}'", "booked": "false", "kind": "'edit'", "started_step": "step",
            "changes": """'{"gold": -99999}'"""}  # fmt: skip
    by_hand = {"birth": "'{}'", "guild_id": "gen_random_uuid()", "number": "5"}
    with as_player(me.user.pk, [me.world.pk]):
        for table, changes in (("activity_log", ruin), ("heroes", by_hand), ("guilds", {"birth": "'{}'"})):
            told = refused_copy(table, **(as_if_of(other, table) | changes))
            assert told == f'new row violates row-level security policy for table "{table}"', table


def test_nothing_is_changed_in_the_world_of_another_nor_handed_over_to_it() -> None:
    me, other = two_masters()
    changeable = defaultdict(list)
    for grant in rights.grants():
        if (grant.to, grant.privilege) == (PLAYER, "UPDATE"):
            changeable[grant.on.split(".")[0]].append(grant.on.split(".")[1])
    before, mine = contents(other), contents(me)
    assert len(changeable) >= 10
    with as_player(me.user.pk, [me.world.pk]), connections[WEB].cursor() as cursor:
        for table, columns in changeable.items():
            cursor.execute(f"UPDATE {table} SET {', '.join(f'{name} = {name}' for name in columns)}")
            assert cursor.rowcount == counted(table, me.condition(table)) - (table == "worlds"), table
            cursor.execute(f"UPDATE {table} SET {columns[0]} = {columns[0]} WHERE {other.condition(table)}")
            assert cursor.rowcount == 0, table
            for identity in {"id", "world_id", "owner_id", "user_id"} & columns_of(table):
                assert "permission denied" in refused(
                    f"UPDATE {table} SET {identity} = '{other.world.pk}'"
                ), table
    assert contents(other) == before
    assert contents(me) != mine


def test_a_newcomer_registers_as_themselves_and_as_nobody_of_the_staff() -> None:
    known = factories.a_user()
    newcomer = User(username="newcomer", email="n@example.org")
    with as_player(newcomer.pk):
        User.objects.create_user("newcomer", id=newcomer.pk, password=factories.PASSWORD)
        assert [user.username for user in User.objects.all()] == ["newcomer"]
        for fields in ({"is_staff": True}, {"is_superuser": True}, {"id": known.pk}):
            with (
                pytest.raises(DatabaseError, match=r"row-level security|duplicate key"),
                transaction.atomic(using=WEB),
            ):
                User.objects.create(**{"username": "somebody", "id": newcomer.pk} | fields)
        assert "permission denied" in refused("UPDATE users SET is_staff = true")
    assert User.objects.get(pk=newcomer.pk).check_password(factories.PASSWORD)


def test_who_somebody_is_can_be_found_before_anybody_is_anybody() -> None:
    user = factories.a_user(username="ysolde")
    session = factories.a_session(user=user)
    found = (
        User.objects.using(WEB)
        .only("id", "username", "password", "is_active", "is_staff")
        .get(username="ysolde")
    )
    assert found.check_password(factories.PASSWORD)
    assert asked(f"SELECT user_id FROM user_sessions WHERE id = '{session.pk}'", alias=WEB) == [(user.pk,)]
    assert "permission denied" in refused("UPDATE users SET password = ''")


def not_refused(statements: list[str]) -> list[str]:
    """Which of these the role in use may do."""
    return [one for one in statements if "permission denied" not in refused(one)]


def distinct(table: str) -> dict[str, str]:
    """What makes a copy of a row another row."""
    return {"seq": "99"} if table == "activity_log" else {}


def as_if_of(other: Master, table: str) -> dict[str, str]:
    """What makes a row look as if it were of another master."""
    changes = {
        "world_id": other.world.pk,
        "owner_id": other.user.pk,
        "user_id": other.user.pk,
        "actor_id": other.user.pk,
    }
    return {name: f"'{value}'" for name, value in changes.items() if name in columns_of(table)} | distinct(
        table
    )


def copy(table: str, **changes: str) -> None:
    """Insert a copy of a row that is seen, with a new id and these changes; expressions of SQL."""
    new = {"id": "gen_random_uuid()"} | changes
    columns = sorted(columns_of(table))
    values = ", ".join(new.get(column, column) for column in columns)
    asked(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} LIMIT 1", alias=WEB)


def refused_copy(table: str, **changes: str) -> str:
    """The words in which such a copy is refused."""
    try:
        with transaction.atomic(using=WEB):
            copy(table, **changes)
    except DatabaseError as error:
        return str(error).splitlines()[0]
    return ""


def contents(master: Master) -> dict[str, str]:
    """Everything of a master, as the owner of the tables sees it."""
    tables = sorted(relations() - set(NOBODYS) - set(rights.views()))
    return {
        table: asked(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t WHERE {where}")[
            0
        ][0]
        for table in tables
        for where in [master.condition(table)]
    }
