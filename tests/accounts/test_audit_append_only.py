"""Who serves requests can add to the record, in their own name, and change nothing of it."""

from contextlib import AbstractContextManager
from uuid import UUID

import pytest
from django.db import ProgrammingError

from herotycoon.accounts.models import AuditEntry, User
from herotycoon.accounts.services.audit import Action, record
from herotycoon.pg.route import ENGINE, WEB, here, through
from herotycoon.pg.scope import as_game_master, as_player

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])

CHANGES = (
    "UPDATE audit_log SET actor = 'me'",
    "UPDATE audit_log SET details = '{}'",
    "DELETE FROM audit_log",
    "TRUNCATE audit_log",
)


def scopes(player: User, game_master: User) -> list[AbstractContextManager[object]]:
    """Everything that a request can be; made anew for each statement."""
    return [through(WEB), as_player(player.pk), as_game_master(game_master.pk, "a test")]


def run(statement: str, *values: UUID) -> None:
    with here().cursor() as cursor:
        cursor.execute(statement, values)


def test_nobody_who_serves_requests_can_change_it(master: User, game_master: User) -> None:
    entry = record(Action.EXPORT_USER, actor=master, subject_id=master.pk, details={"rows": 3})
    for statement in CHANGES:
        for scope in scopes(master, game_master):
            with pytest.raises(ProgrammingError, match="permission denied for table"), scope:
                run(statement)
    kept = AuditEntry.objects.get(pk=entry.pk)
    assert (kept.actor, kept.details) == ("master", {"rows": 3})


def test_nobody_can_record_something_in_the_name_of_another(
    master: User, second_master: User, game_master: User
) -> None:
    added = "INSERT INTO audit_log (actor_id, action) VALUES (%s, 'export_user')"
    for scope in scopes(master, game_master)[1:]:
        with pytest.raises(ProgrammingError, match="row-level security"), scope:
            run(added, second_master.pk)
    with as_player(master.pk):
        run(added, master.pk)
    assert list(AuditEntry.objects.filter(action="export_user").values_list("actor_id", flat=True)) == [
        master.pk
    ]


def test_a_master_sees_what_was_done_with_their_own_data_alone(
    master: User, second_master: User, game_master: User
) -> None:
    record(Action.ENTER_WORLD, actor=game_master, subject_id=master.pk)
    record(Action.ENTER_WORLD, actor=game_master, subject_id=second_master.pk)
    with as_player(master.pk):
        assert [entry.subject_id for entry in AuditEntry.objects.all()] == [master.pk]
