"""Whatever state a start finds is repaired, or named in one line that says what to do."""

import os
import shutil
import signal
import socket
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psutil
import psycopg
import pytest

from herotycoon.embedded.account import server_account
from herotycoon.embedded.addresses import database_url
from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import SOCKET_PATH_MAX, Home, home_in
from herotycoon.embedded.postgres import Postgres
from herotycoon.embedded.processes import wait_until
from herotycoon.embedded.redis import Redis
from herotycoon.embedded.temporary import remove
from tests.embedded.conftest import start


def test_killed_servers_come_back_with_what_was_committed(running: Home) -> None:
    with psycopg.connect(database_url(running)) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    kill(running)
    assert start(running) == ["PostgreSQL 18", "Redis"]
    with psycopg.connect(database_url(running)) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_a_server_killed_in_the_middle_of_a_query_is_replaced(running: Home) -> None:
    with closing(psycopg.connect(database_url(running))) as connection:
        connection.pgconn.send_query(b"SELECT pg_sleep(600)")
        kill(running)
        start(running)
    assert Postgres(running).answers()


def test_stale_sockets_are_replaced(stopped: Home) -> None:
    postgres, redis = Postgres(stopped), Redis(stopped)
    for path in (postgres.socket, stopped.redis_socket):
        with socket.socket(socket.AF_UNIX) as stale:
            stale.bind(str(path))
    postgres.socket.with_name(postgres.socket.name + ".lock").write_text("1\n")
    start(stopped)
    assert postgres.answers()
    assert redis.answers()


def test_a_pid_file_may_name_a_process_of_somebody_else(running: Home) -> None:
    kill(running)
    bystander = subprocess.Popen(["sleep", "600"])
    try:
        for file in (running.postgres_data / "postmaster.pid", running.redis_data / "redis.pid"):
            lines = file.read_text().splitlines()
            file.write_text("\n".join([str(bystander.pid), *lines[1:]]) + "\n")
        assert start(running) == ["PostgreSQL 18", "Redis"]
        assert bystander.poll() is None, "the bystander was left alone"
    finally:
        bystander.kill()
        bystander.wait()


def test_an_interrupted_initdb_is_done_again(home: Home) -> None:
    draft = home.data / "postgres-18.new"
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18\n")
    start(home)
    assert Postgres(home).answers()
    assert not draft.exists()


def test_a_folder_that_never_was_a_database_is_set_aside(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home.postgres_data.mkdir()
    home.account.give(home.postgres_data)
    (home.postgres_data / "notes.txt").write_text("mine")
    start(home)
    assert Postgres(home).answers()
    assert (home.data / "postgres-18.unfinished" / "notes.txt").read_text() == "mine"
    assert "starting afresh" in capsys.readouterr().err


def test_a_server_whose_folder_was_deleted_gives_way(running: Home) -> None:
    orphans = [server.pid() for server in (Postgres(running), Redis(running))]
    for folder in (running.postgres_data, running.redis_data, running.sockets):
        shutil.rmtree(folder)
    start(running)
    assert Postgres(running).answers()
    assert Redis(running).answers()
    assert not any(pid and psutil.pid_exists(pid) and alive(pid) for pid in orphans)


def test_a_server_whose_socket_was_deleted_is_restarted(running: Home) -> None:
    Postgres(running).socket.unlink()
    running.redis_socket.unlink()
    start(running)
    assert Postgres(running).answers()
    assert Redis(running).answers()


def test_a_damaged_database_is_named_with_its_log(stopped: Home) -> None:
    (stopped.postgres_data / "global" / "pg_control").unlink()
    with pytest.raises(EmbeddedError, match=r"PostgreSQL 18 does not start: .*pg_control.*log: "):
        start(stopped)


def test_a_damaged_dump_of_redis_is_named_with_its_log(stopped: Home) -> None:
    (stopped.redis_data / "dump.rdb").write_bytes(b"REDIS0009 nonsense that is no dump")
    with pytest.raises(EmbeddedError, match=r"Redis does not start: .*log: "):
        start(stopped)


def test_data_of_another_version_are_left_alone(home: Home) -> None:
    home.postgres_data.mkdir()
    home.account.give(home.postgres_data)
    (home.postgres_data / "PG_VERSION").write_text("17\n")
    with pytest.raises(EmbeddedError, match=r"made by PostgreSQL 17, not 18: move it away"):
        start(home)


def test_data_of_another_user_are_left_alone(home: Home) -> None:
    if not home.account.switch:
        pytest.skip("only root can give a folder away")
    home.sockets.mkdir()
    os.chown(home.sockets, 12345, 12345)
    with pytest.raises(EmbeddedError, match="belongs to user 12345"):
        start(home)


def test_a_place_that_cannot_be_written_is_named(home: Home) -> None:
    blocked = home.data / "file"
    blocked.touch()
    with pytest.raises(EmbeddedError, match=r"Cannot make .*file/data .*set HEROTYCOON_DATA"):
        start(replace(home, data=blocked / "data"))


def test_a_deep_folder_gets_its_sockets_in_a_short_one(home: Home) -> None:
    deep = home_in(home.data / ("deep" * 30), server_account(), 18)
    assert len(str(deep.data)) > SOCKET_PATH_MAX
    try:
        start(deep)
        assert Postgres(deep).answers()
        assert Redis(deep).answers()
        assert len(str(Postgres(deep).socket)) <= SOCKET_PATH_MAX
    finally:
        remove(deep)
    assert not deep.sockets.exists()


@pytest.mark.parametrize("name", ["with space", "it's", "äöü %41 #"])
def test_a_folder_may_have_any_name(home: Home, name: str) -> None:
    odd = home_in(home.data / name, server_account(), 18)
    try:
        start(odd)
        assert Postgres(odd).answers()
        assert Redis(odd).answers()
    finally:
        remove(odd)


def kill(home: Home) -> None:
    """SIGKILL the main processes, as a crash or the system's memory guard would."""
    pids = [server.pid() for server in (Postgres(home), Redis(home))]
    for pid in pids:
        assert pid
        os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: not any(pid and alive(pid) for pid in pids), seconds=10.0)


def alive(pid: int) -> bool:
    """Whether `pid` runs; one that only waits to be collected does not."""
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and ") Z " not in status.read_text()
