"""The way to a PostgreSQL on the network: encrypted, to the server that was meant, or not at all.

A small listener plays the server's part of the greeting, so that this is tested wherever the suite runs; where a
PostgreSQL that was built with TLS is found (the bundled ones were not), it is tested against that too.
"""

from __future__ import annotations

import shutil
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from herotycoon.embedded import processes, temporary
from herotycoon.embedded.account import server_account
from herotycoon.embedded.folder import Home
from herotycoon.pg.dsn import database_at
from tests.deployment import certificates
from tests.deployment.certificates import Certificate

ASKS_FOR_TLS = 80877103
"""The number in the message by which a client asks PostgreSQL for TLS."""


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """The authority that the game trusts."""
    return certificates.authority(tmp_path_factory.mktemp("ours"), "authority")


@pytest.fixture(scope="module")
def localhost(ours: Certificate) -> Certificate:
    return certificates.server(ours.certificate.parent, "localhost", ours)


def connect(host: str, port: int, mode: str, trusting: Certificate, more: str = "") -> psycopg.Connection:
    """Connect as the settings would have Django do."""
    url = f"postgres://herotycoon@{host}:{port}/postgres?sslmode={mode}&sslrootcert={trusting.certificate}{more}"
    database = database_at(url)
    return psycopg.connect(
        host=database["HOST"],
        port=database["PORT"],
        user=database["USER"],
        dbname=database["NAME"],
        **{name: value for name, value in database["OPTIONS"].items() if name != "pool"},
    )


# --- a listener -----------------------------------------------------------------------------------


@contextmanager
def listener(certificate: Certificate | None) -> Iterator[tuple[int, list[bytes]]]:
    """A port that greets as PostgreSQL does, with TLS or without, and what came in on it in the clear afterwards."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=_greet, args=(door, certificate, heard), daemon=True)
        thread.start()
        yield door.getsockname()[1], heard
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=10)


def _greet(door: socket.socket, certificate: Certificate | None, heard: list[bytes]) -> None:
    with suppress(OSError):  # ssl.SSLError among them: the client hung up, or the test is over
        while True:
            visitor, _ = door.accept()
            with visitor, suppress(OSError):
                asked = visitor.recv(8)
                if int.from_bytes(asked[4:], "big") != ASKS_FOR_TLS or certificate is None:
                    visitor.sendall(b"N")
                    heard.append(visitor.recv(1000))
                    continue
                visitor.sendall(b"S")
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(certificate.certificate, certificate.key)
                with context.wrap_socket(visitor, server_side=True) as private:
                    heard.append(private.recv(1000))


def test_a_server_without_tls_is_told_nothing(ours: Certificate) -> None:
    with (
        listener(None) as (port, heard),
        pytest.raises(psycopg.OperationalError, match="does not support SSL"),
    ):
        connect("localhost", port, "verify-full", ours)
    assert b"".join(heard) == b""


def test_an_impostor_is_told_nothing(ours: Certificate, tmp_path: Path) -> None:
    impostor = certificates.server(tmp_path, "localhost", certificates.authority(tmp_path, "somebody"))
    with (
        listener(impostor) as (port, heard),
        pytest.raises(psycopg.OperationalError, match="certificate verify failed"),
    ):
        connect("localhost", port, "verify-full", ours)
    assert b"".join(heard) == b""


def test_a_server_of_another_name_is_told_nothing(ours: Certificate, tmp_path: Path) -> None:
    other = certificates.server(tmp_path, "cache.example.org", ours)
    with (
        listener(other) as (port, heard),
        pytest.raises(psycopg.OperationalError, match="does not match host name"),
    ):
        connect("localhost", port, "verify-full", ours)
    assert b"".join(heard) == b""


def test_the_server_that_was_meant_is_told_who_we_are(ours: Certificate, localhost: Certificate) -> None:
    with listener(localhost) as (port, heard), pytest.raises(psycopg.OperationalError, match=r"eof|closed"):
        connect("localhost", port, "verify-full", ours)
    assert b"herotycoon" in b"".join(heard)


# --- a real one -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def port(localhost: Certificate) -> Iterator[int]:
    """A PostgreSQL that lets nobody in from the network but by TLS."""
    found = programs_with_tls()
    if found is None:
        pytest.skip("no PostgreSQL built with TLS on this machine: the listener above has to do")
    home = temporary.temporary_home()
    try:
        yield _started(found, home, localhost)
    finally:
        processes.run([found / "pg_ctl", "-D", home.data / "tls", "-w", "-m", "immediate", "stop"], home)
        temporary.remove(home)


def programs_with_tls() -> Path | None:
    """The folder of programs of an installed PostgreSQL that was built with TLS."""
    on_path = shutil.which("postgres")
    installed = [*Path("/usr/lib/postgresql").glob("*/bin"), *([Path(on_path).parent] if on_path else [])]
    for folder in sorted(installed, reverse=True):
        program = folder / "postgres"
        if program.exists() and (folder / "initdb").exists() and b"SSL_CTX_new" in program.read_bytes():
            return folder
    return None


def _started(programs: Path, home: Home, certificate: Certificate) -> int:
    data, account = home.data / "tls", server_account()
    data.mkdir(mode=0o700)
    account.give(data)
    _run(
        [programs / "initdb", "-D", data, "-U", "herotycoon", "-E", "UTF8", "--auth=trust", "--no-sync"], home
    )
    for source, name in ((certificate.certificate, "server.crt"), (certificate.key, "server.key")):
        shutil.copy(source, data / name)
        account.give(data / name)
        (data / name).chmod(0o600)
    (data / "pg_hba.conf").write_text("hostssl all all 127.0.0.1/32 trust\n")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    options = f"-c ssl=on -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={data} -c fsync=off"
    _run([programs / "pg_ctl", "-D", data, "-w", "-l", data / "log", "-o", options, "start"], home)
    return port


def _run(command: list[str | Path], home: Home) -> None:
    done = processes.run(command, home)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_real_server_is_reached_by_tls_and_verified(port: int, ours: Certificate) -> None:
    with connect("localhost", port, "verify-full", ours) as connection:
        row = connection.execute(
            "SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        ).fetchone()
    assert row is not None
    assert row[0] is True
    assert row[1] in {"TLSv1.2", "TLSv1.3"}


def test_a_real_server_lets_nobody_in_in_the_clear(port: int, ours: Certificate) -> None:
    with pytest.raises(psycopg.OperationalError, match="no encryption"):
        connect("localhost", port, "disable", ours)


def test_a_real_server_by_another_name_is_refused(port: int, ours: Certificate) -> None:
    with pytest.raises(psycopg.OperationalError, match="does not match host name"):
        connect("127.0.0.1", port, "verify-full", ours)
    connect("127.0.0.1", port, "verify-ca", ours).close()
