"""The checks of the ways to PostgreSQL and Redis."""

import pytest
from pytest_django import Settings

from herotycoon.deploy_checks import the_way_to_postgresql_is_encrypted, the_way_to_redis_is_encrypted
from herotycoon.pg.dsn import database_at

HERE = [
    "postgres://u@%2Frun%2Fpostgresql/g",
    "postgres://u@localhost/g",
    "postgres://u@127.0.0.1/g",
    "postgres://u@/g",
]
THERE = "postgres://u@db.example.org:5432/g"


@pytest.fixture
def ids(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> object:
    def found(url: str) -> list[str | None]:
        monkeypatch.setitem(settings.DATABASES, "default", database_at(url))
        return [
            message.id for message in the_way_to_postgresql_is_encrypted(None) if "'default'" in message.msg
        ]

    return found


@pytest.mark.parametrize("url", HERE)
def test_on_this_machine_nothing_is_asked(ids, url: str) -> None:  # type: ignore[no-untyped-def]
    assert ids(url) == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (THERE, "herotycoon.E022"),
        ("postgres://u@10.0.0.7/g", "herotycoon.E022"),
        ("postgres://u@localhost,db.example.org/g", "herotycoon.E022"),
        (f"{THERE}?sslmode=prefer", "herotycoon.E022"),
        (f"{THERE}?sslmode=require", "herotycoon.W021"),
        (f"{THERE}?sslmode=verify-ca", "herotycoon.W021"),
    ],
)
def test_to_another_machine_only_a_verified_way_is_good(ids, url: str, expected: str) -> None:  # type: ignore[no-untyped-def]
    assert ids(url) == [expected]
    assert ids(f"{THERE}?sslmode=verify-full") == []


def test_one_setting_speaks_for_every_address_that_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_SSLMODE", "verify-full")
    monkeypatch.setenv("DATABASE_SSLROOTCERT", "/etc/ca.pem")
    said = {"sslmode": "verify-full", "sslrootcert": "/etc/ca.pem"}
    assert said.items() <= database_at(THERE)["OPTIONS"].items()
    assert database_at(f"{THERE}?sslmode=verify-ca")["OPTIONS"]["sslmode"] == "verify-ca"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("unix:///run/redis.sock?db=0", []),
        ("redis://localhost:6379/0", []),
        ("redis://[::1]:6379/0", []),
        ("redis://cache.example.org:6379/0", ["herotycoon.E023"]),
        ("rediss://cache.example.org:6379/0", []),
        ("rediss://cache.example.org:6379/0?ssl_ca_certs=/etc/ca.pem&ssl_cert_reqs=required", []),
        ("rediss://cache.example.org:6379/0?ssl_cert_reqs=none", ["herotycoon.W022"]),
        ("rediss://cache.example.org:6379/0?ssl_check_hostname=False", ["herotycoon.W022"]),
    ],
)
def test_redis_elsewhere_is_reached_by_tls(settings: Settings, url: str, expected: list[str]) -> None:
    settings.REDIS_URL = url
    assert [message.id for message in the_way_to_redis_is_encrypted(None)] == expected
