"""`check --database default` finds whatever is not as the migrations make it."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from django.core.checks import CheckMessage, run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection

from herotycoon.pg import databases as aside
from herotycoon.pg import parity
from herotycoon.pg.databases import connected_to
from herotycoon.pg.spelling import respelt
from worlds.models import World
from worlds.services.backups.backup import backup
from worlds.services.backups.restore import restore

HEROES, GUILDS = "heroes/migrations/sql/0001_heroes.up.sql", "worlds/migrations/sql/0001_worlds.up.sql"
QUESTS, VERSIONS = "quests/migrations/sql/0001_quests.up.sql", "worlds/migrations/sql/0002_versions.up.sql"
SECURITY = "worlds/migrations/sql/0009_row_security.up.sql"
DAMAGE = {
    "DROP INDEX worlds_owner_idx": ("E030", "indexes: worlds.worlds_owner_idx", GUILDS),
    "DROP TRIGGER heroes_version ON heroes": ("E030", "triggers: heroes.heroes_version", VERSIONS),
    "ALTER TABLE quests DROP CONSTRAINT quests_travel_check": (
        "E030",
        "checks: quests.quests_travel_check",
        QUESTS,
    ),
    "ALTER TABLE guilds DISABLE TRIGGER guilds_version": (
        "E032",
        "triggers: guilds.guilds_version",
        VERSIONS,
    ),
    "ALTER TABLE worlds NO FORCE ROW LEVEL SECURITY": ("E032", "row security rights: worlds", SECURITY),
    "GRANT SELECT ON users TO PUBLIC": ("E031", "grants rights: users PUBLIC SELECT", "Drop it"),
    "ALTER TABLE heroes ALTER gold SET DEFAULT 5": ("E032", "columns: heroes.gold", HEROES),
    "CREATE TABLE own_notes ()": ("E031", "tables: own_notes", "Drop it"),
    "ALTER TABLE heroes SET (fillfactor = 90)": ("E032", "options: heroes", HEROES),
    "CREATE FUNCTION own() RETURNS int LANGUAGE sql RETURN 1": ("E031", "functions: own()", "Drop it"),
}
"""What is done, and what is found: an id, a subject, and a remedy that names this."""


def test_whatever_was_changed_by_hand_is_told_with_a_remedy(db: None) -> None:
    with connection.cursor() as cursor:
        for damage in DAMAGE:
            cursor.execute(damage)
    found = {(message.id, message.msg.partition(" is ")[0]): message for message in compared()}
    for damage, (id_, subject, remedy) in DAMAGE.items():
        assert remedy in str(found[f"herotycoon.{id_}", subject].hint), damage


def compared() -> list[CheckMessage]:
    return run_checks(tags=["parity"], databases=["default"])


def test_a_restored_database_is_as_good_as_a_migrated_one(oakmere: World, folder: Path, spare: str) -> None:
    restore(folder / backup(worlds=0).file, spare)
    with connected_to(spare):
        call_command("check", databases=["default"])


def test_migrations_that_wait_or_that_nobody_knows_are_told_apart(
    later: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parity, "differences", lambda: [])
    [late] = compared()
    assert (late.id, late.hint) == ("herotycoon.W030", "manage.py migrate")
    assert "later.0001_waits, later.0002_major are not applied yet" in late.msg
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('worlds', '0999_future', now())"
        )
    try:
        found = compared()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE name = '0999_future'")
    assert [message.id for message in found] == ["herotycoon.W030", "herotycoon.E034"]


def test_a_role_that_may_not_create_databases_is_told_what_to_do(
    superuser: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    superuser.execute("CREATE ROLE humble LOGIN; GRANT herotycoon TO humble")
    try:
        with monkeypatch.context() as somebody:
            somebody.setitem(connection.settings_dict, "USER", "humble")
            with pytest.raises(SystemCheckError, match=r"E033.* ALTER ROLE humble CREATEDB"):
                call_command("check", databases=["default"], tags=["parity"])
    finally:
        connection.close()
        superuser.execute("DROP ROLE humble")


def test_nothing_is_compared_unless_asked_nor_while_migrating(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parity, "differences", lambda: pytest.fail("compared"))
    monkeypatch.setattr(aside, "databases", lambda: pytest.fail("made a database"))
    assert run_checks(tags=["parity"]) == []
    call_command("migrate", skip_checks=False, verbosity=0)


@pytest.mark.parametrize(
    ("written", "restored"),
    [
        ("CHECK (((a OR b) OR c))", "CHECK ((a OR b OR c))"),
        ("((((a = 1) OR (b = 2)) OR (c = 3)) AND d)", "(((a = 1) OR (b = 2) OR (c = 3)) AND d)"),
        ("((a AND b) AND f((x OR y)))", "(a AND b AND f((x OR y)))"),
        ("(k = ANY ((ARRAY['a'::character varying, 'b('::character varying])::text[]))",
         "(k = ANY (ARRAY[('a'::character varying)::text, ('b('::character varying)::text]))"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_thing_are_one(written: str, restored: str) -> None:
    assert respelt({"condition": written}) == respelt({"condition": restored})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("((a OR b) AND c)", "(a OR (b AND c))"),
        ("(a OR f(b OR c))", "(a OR f(b OR d))"),
        ("(NOT (a OR b) OR c)", "(NOT a OR b OR c)"),
        ("(k = ANY (ARRAY['a'::text]))", "(k = ANY (ARRAY['b'::text]))"),
    ],
)
def test_two_things_stay_two(one: str, other: str) -> None:
    assert respelt(one) != respelt(other)
