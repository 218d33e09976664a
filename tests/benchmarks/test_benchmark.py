"""The benchmark runs to its end, fills every row that it can, and leaves nothing behind. Nobody's clock is judged."""

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from herotycoon.pg import databases
from herotycoon.pg.databases import PREFIX
from worlds.benchmark.budgets import BUDGETS, COMMANDS, CORE, NOT_BUILT, READS, Measured, rows
from worlds.benchmark.run import PARTS
from worlds.benchmark.sizes import SIZES, TINY
from worlds.models import World

pytestmark = (
    pytest.mark.django_db
)  # all of them: tests without a database run apart, and would measure once more
MEASURED = {name for part in PARTS for name in part.fills}


@pytest.fixture(scope="module")
def report(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Any]]:
    """What ``benchmark --json`` prints, of a tiny size."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setitem(SIZES, "small", TINY)
        out = StringIO()
        call_command("benchmark", "--json", "--size", "small", stdout=out)
        yield json.loads(out.getvalue())
        connection.close()


def test_every_budget_has_its_row(report: dict[str, Any]) -> None:
    assert [row["name"] for row in report["rows"]] == [budget.name for budget in BUDGETS]
    for row in report["rows"]:
        assert set(row) == {"name", "value", "unit", "budget", "within_budget", "detail"}


def test_what_can_be_measured_is(report: dict[str, Any]) -> None:
    assert {row["name"]: row["detail"]["why"] for row in report["rows"] if row["value"] is None} == {}
    values = {row["name"]: row["value"] for row in report["rows"]}
    assert {name for name, value in values.items() if value is not None} == MEASURED
    assert all(values[name] > 0 for name in MEASURED)


def test_the_machine_is_named(report: dict[str, Any]) -> None:
    machine = report["machine"]
    assert machine["processor"]
    assert machine["cores"] >= 1
    assert {"fsync", "synchronous_commit", "server_version"} <= set(machine["postgresql"])


def test_nothing_is_left(report: dict[str, Any]) -> None:
    assert ours() == []
    assert not World.objects.exists()


def test_a_row_that_was_not_measured_says_why_and_is_not_kept() -> None:
    row, *_ = [row for row in rows({}, {}) if row.budget.name == CORE]
    assert (row.value, row.within, row.detail) == (None, False, {"why": NOT_BUILT})


def test_a_value_is_held_against_its_budget() -> None:
    by_name = {row.budget.name: row for row in rows({CORE: Measured(300_000)}, {})}
    assert by_name[CORE].within
    by_name = {row.budget.name: row for row in rows({CORE: Measured(299_999)}, {})}
    assert not by_name[CORE].within


def test_a_failing_part_is_told_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIZES, "small", TINY)
    monkeypatch.setattr("worlds.benchmark.core.in_memory", lambda worlds: 1 / 0)
    monkeypatch.setattr("worlds.benchmark.run.PARTS", PARTS[:1])
    out = StringIO()
    call_command("benchmark", "--json", "--size", "small", stdout=out)
    whys = {row["name"]: row["detail"].get("why", "") for row in json.loads(out.getvalue())["rows"]}
    assert whys[CORE] == "ZeroDivisionError: division by zero"


def test_a_web_server_that_does_not_come_up_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIZES, "small", TINY)
    complaint = ["sh", "-c", "echo 'no such module' >&2; exit 3"]
    monkeypatch.setattr("worlds.benchmark.server.web_server", lambda port, workers: complaint)
    monkeypatch.setattr("worlds.benchmark.run.PARTS", [part for part in PARTS if READS in part.fills])
    out = StringIO()
    call_command("benchmark", "--json", "--size", "small", stdout=out)
    told = {row["name"]: row for row in json.loads(out.getvalue())["rows"]}
    for name in (READS, COMMANDS):
        assert not told[name]["within_budget"]
        assert told[name]["detail"]["why"] == "RuntimeError: the web server does not come up: no such module"


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, RuntimeError])
def test_databases_go_whatever_happens(interruption: type[BaseException]) -> None:
    def measure() -> None:
        with databases.databases() as scratch:
            scratch.make()
            assert len(ours()) == 1
            raise interruption

    with pytest.raises(interruption):
        measure()
    assert ours() == []


def test_a_database_goes_with_those_who_are_in_it() -> None:
    with databases.databases() as scratch:
        name = scratch.make()
        guest = connection.copy()
        guest.settings_dict["NAME"] = name
        guest.connect()
    assert ours() == []
    guest.close()


def test_what_a_killed_run_left_is_swept_but_nobody_elses() -> None:
    with databases.databases() as other:
        name = other.make()
        with databases.databases() as mine:
            assert ours() == [name]
            with mine.admin.cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {PREFIX}0badcafe_0")
        with databases.databases():
            assert ours() == [name]


def test_a_role_that_may_not_create_databases_is_told_what_to_do(
    superuser: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    superuser.execute("CREATE ROLE modest LOGIN")
    try:
        with monkeypatch.context() as somebody:
            somebody.setitem(connection.settings_dict, "USER", "modest")
            with pytest.raises(CommandError, match="ALTER ROLE modest CREATEDB"):
                call_command("benchmark")
    finally:
        connection.close()
        superuser.execute("DROP ROLE modest")


def test_a_run_that_works_from_another_database_is_left_alone() -> None:
    elsewhere = connection.copy()
    elsewhere.settings_dict["NAME"] = "postgres"
    with elsewhere.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [0x0BADCAFE])
        cursor.execute(f"CREATE DATABASE {PREFIX}0badcafe_1")
        try:
            with databases.databases():
                cursor.execute("SELECT count(*) FROM pg_database WHERE datname = %s", [f"{PREFIX}0badcafe_1"])
                assert cursor.fetchone() == (1,)
        finally:
            cursor.execute(f"DROP DATABASE IF EXISTS {PREFIX}0badcafe_1")
            elsewhere.close()


_OURS = """
SELECT datname FROM pg_database
WHERE starts_with(datname, %(prefix)s) AND NOT EXISTS (
    SELECT FROM pg_locks JOIN pg_database AS of ON of.oid = database
    WHERE locktype = 'advisory' AND of.datname <> current_database()
      AND objid = ('x' || split_part(substr(pg_database.datname, length(%(prefix)s) + 1), '_', 1))::bit(32)::bigint::oid
) ORDER BY 1
"""
"""Other workers of the suite have databases aside as well."""


def ours() -> list[str]:
    """Databases of any run."""
    with connection.cursor() as cursor:
        cursor.execute(_OURS, {"prefix": PREFIX})
        return [name for (name,) in cursor.fetchall()]
