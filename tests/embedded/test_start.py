"""The bundled servers start once, for their owner alone."""

import os
import subprocess
import sys
from dataclasses import replace

import psycopg
import pytest
import redis

from herotycoon.embedded import servers
from herotycoon.embedded.addresses import database_url, redis_url
from herotycoon.embedded.folder import CHECKOUT, Home
from herotycoon.embedded.postgres import Postgres
from herotycoon.embedded.redis import Redis
from tests.embedded.conftest import start


def test_the_game_owns_its_database_and_is_no_superuser(running: Home) -> None:
    question = (
        "SELECT rolsuper, rolcreatedb, pg_catalog.pg_get_userbyid(datdba), "
        "pg_catalog.pg_encoding_to_char(encoding), current_setting('TimeZone'), "
        "current_setting('server_version_num')::int / 10000 "
        "FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()"
    )
    with psycopg.connect(database_url(running)) as connection:
        assert connection.execute(question).fetchone() == (False, True, "herotycoon", "UTF8", "UTC", 18)


def test_text_is_ordered_by_code_point_and_letters_are_unicode(running: Home) -> None:
    with psycopg.connect(database_url(running)) as connection:
        assert connection.execute("SELECT 'B' < 'a', upper('é')").fetchone() == (True, "É")


def test_redis_is_a_real_server(running: Home) -> None:
    with redis.Redis.from_url(redis_url(running)) as client:
        client.set("hero", "Ava")
        assert client.get("hero") == b"Ava"


def test_a_second_start_finds_both_running(running: Home) -> None:
    before = [server.pid() for server in servers.every_server(running)]
    assert start(running) == []
    assert [server.pid() for server in servers.every_server(running)] == before


def test_what_was_written_is_there_after_a_stop(running: Home) -> None:
    with psycopg.connect(database_url(running)) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    assert servers.stop(running) == ["PostgreSQL 18", "Redis"]
    start(running)
    with psycopg.connect(database_url(running)) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_stopping_twice_is_no_error(running: Home) -> None:
    servers.stop(running)
    assert servers.stop(running) == []


def test_nobody_else_can_reach_the_servers(running: Home) -> None:
    assert running.sockets.stat().st_mode & 0o077 == 0
    assert running.postgres_data.stat().st_mode & 0o077 == 0
    with psycopg.connect(database_url(running, role="postgres")) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_processes_that_come_at_once_start_one_pair(home: Home) -> None:
    environment = os.environ | {"HEROTYCOON_DATA": str(home.data), "DATABASE_URL": "", "REDIS_URL": ""}
    command = [sys.executable, "-m", "herotycoon.embedded", "start"]
    crowd = [
        subprocess.Popen(command, cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    answers = {process.communicate(timeout=120)[0] for process in crowd}
    assert [process.returncode for process in crowd] == [0, 0, 0, 0]
    assert len(answers) == 1, "all see the same two processes"
    assert "pid" in answers.pop()


def test_the_older_postgresql_may_be_chosen_and_runs_beside_the_newer(running: Home) -> None:
    older = replace(running, postgres_version=16)
    servers.start(older, [Postgres(older, durable=False)])
    with psycopg.connect(database_url(older)) as connection:
        assert connection.info.server_version // 10000 == 16
        assert connection.execute("SELECT upper('é')").fetchone() == ("É",)
    assert Postgres(running).answers()


@pytest.mark.parametrize("missing", ["DATABASE_URL", "REDIS_URL"])
def test_servers_of_somebody_elses_care_are_left_alone(home: Home, missing: str) -> None:
    urls = {"DATABASE_URL": "postgres://db.invalid/game", "REDIS_URL": "redis://cache.invalid"}
    servers.ensure({"HEROTYCOON_DATA": str(home.data)} | urls | {missing: ""})
    assert Postgres(home).answers() == (missing == "DATABASE_URL")
    assert Redis(home).answers() == (missing == "REDIS_URL")


def test_a_running_server_of_before_gets_the_roles_of_today(running: Home) -> None:
    with psycopg.connect(database_url(running, role="postgres"), autocommit=True) as connection:
        connection.execute("DROP ROLE herotycoon_web, herotycoon_player, herotycoon_game_master")
        connection.execute("ALTER ROLE herotycoon NOBYPASSRLS")
    assert not Postgres(running).answers()
    assert start(running) == []
    assert Postgres(running).answers()
    with psycopg.connect(database_url(running)) as connection:
        question = "SELECT rolname, rolbypassrls FROM pg_roles WHERE rolname LIKE 'herotycoon%' ORDER BY 1"
        assert connection.execute(question).fetchall() == [
            ("herotycoon", True),
            ("herotycoon_game_master", False),
            ("herotycoon_player", False),
            ("herotycoon_web", False),
        ]
