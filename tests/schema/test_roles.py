"""The roles of the server: row security binds those whom it should, and whatever is wrong with one is named."""

from collections.abc import Callable, Iterator

import psycopg
import pytest
from django.core.checks import Tags, run_checks
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from herotycoon import checks
from herotycoon.embedded.addresses import SUPERUSER
from herotycoon.pg import roles
from herotycoon.pg.route import ENGINE, WEB, through

BROKEN = {
    "ALTER ROLE herotycoon_player RENAME TO somebody": "There is no role herotycoon_player.",
    "ALTER ROLE herotycoon_web NOLOGIN": "The role herotycoon_web cannot log in.",
    "ALTER ROLE herotycoon_player LOGIN": "The role herotycoon_player may log in.",
    "ALTER ROLE herotycoon_web INHERIT": "The role herotycoon_web inherits",
    "ALTER ROLE herotycoon_game_master BYPASSRLS": "The role herotycoon_game_master is a superuser, bypasses",
    "ALTER ROLE herotycoon_web CREATEROLE": "The role herotycoon_web is a superuser, bypasses",
    "REVOKE herotycoon_player FROM herotycoon_web": "herotycoon_web cannot become herotycoon_player",
    "GRANT herotycoon TO herotycoon_player": "The role herotycoon_player is a member of herotycoon.",
    "ALTER ROLE herotycoon_web INHERIT; GRANT herotycoon_player TO herotycoon_web WITH INHERIT TRUE": (
        "herotycoon_web has the rights of herotycoon_player without taking it on"
    ),
    "ALTER ROLE herotycoon NOBYPASSRLS; SET LOCAL ROLE herotycoon": "The engine logs in as herotycoon, whom row",
}


pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


@pytest.fixture
def log_in_as(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Lets the connection of requests log in as somebody else."""
    connections[WEB].close()
    yield lambda name: monkeypatch.setitem(connections[WEB].settings_dict, "USER", name)
    connections[WEB].close()


@pytest.fixture
def mighty(superuser: psycopg.Connection, log_in_as: Callable[[str], None]) -> Iterator[BaseDatabaseWrapper]:
    """A superuser's transaction that is rolled back: the roles are everybody's."""
    log_in_as(SUPERUSER)
    with through(WEB) as connection, transaction.atomic(using=WEB):
        yield connection
        transaction.set_rollback(True, using=WEB)


def test_ours_are_as_they_should_be() -> None:
    assert run_checks(tags=[Tags.database], databases=[ENGINE, WEB]) == []


def test_a_fault_is_named(mighty: BaseDatabaseWrapper) -> None:
    for harm, fault in BROKEN.items():
        with transaction.atomic(using=WEB), mighty.cursor() as cursor:
            cursor.execute(harm)
            assert fault in " ".join(roles.faults()), harm
            transaction.set_rollback(True, using=WEB)


def test_the_script_mends_every_attribute(mighty: BaseDatabaseWrapper) -> None:
    with mighty.cursor() as cursor:
        cursor.execute(
            "ALTER ROLE herotycoon_web NOLOGIN INHERIT CREATEDB; ALTER ROLE herotycoon_player LOGIN BYPASSRLS;"
            "ALTER ROLE herotycoon NOBYPASSRLS; REVOKE herotycoon_game_master FROM herotycoon_web;"
            "GRANT herotycoon_player TO herotycoon_web WITH INHERIT TRUE"
        )
        assert len(roles.faults()) > 4
        cursor.execute(roles.SCRIPT.read_text())
        cursor.execute("SET LOCAL ROLE herotycoon")
    assert roles.faults() == []


def test_requests_that_log_in_as_somebody_else_are_refused(log_in_as: Callable[[str], None]) -> None:
    log_in_as(connections[ENGINE].settings_dict["USER"])
    [message] = checks.requests_log_in_as_they_should(None, [WEB])
    assert message.id == "herotycoon.E011"
    assert "not herotycoon_web" in message.msg


def test_requests_that_cannot_log_in_are_told(log_in_as: Callable[[str], None]) -> None:
    log_in_as("nobody_of_this_name")
    [message] = checks.requests_log_in_as_they_should(None, [WEB])
    assert message.id == "herotycoon.E011"
    assert "cannot log in" in message.msg
