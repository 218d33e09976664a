"""The record of who looked at whose data. It says who, when, what was done and about whom; never what was seen.

A row belongs to the transaction it is written in: what is recorded and did not happen leaves no row, and what
happened and could not be recorded is undone. Who only reads records first, in a transaction of its own, so that a
read that fails half way is still told.
"""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from herotycoon.accounts.models import AuditEntry, User
from herotycoon.pg.route import alias

LONGEST = 200
"""Characters of a detail: enough for a path, too few for anybody's data."""
LOOKED, MOST = 10_000, 50
"""So many of the newest are looked through, and so many told."""


class Action(StrEnum):
    """What is recorded. Code that writes its row in plain SQL uses the same words."""

    ENTER_WORLD = "enter_world"
    """A game master entered a world that is not their own."""
    CHANGE_USER = "change_user"
    """A game master renamed somebody, or locked their account."""
    EXPORT_USER = "export_user"
    EXPORT_LIST = "export_list"
    """A game master took a list of personal data away as a file."""
    ERASE_USER = "erase_user"
    SET_API_KEY = "set_api_key"
    USE_API_KEY = "use_api_key"
    REMOVE_API_KEY = "remove_api_key"
    ROTATE_KEYS = "rotate_keys"
    SET_STORYTELLER = "set_storyteller"
    BACKUP = "backup"
    RESTORE = "restore"
    ARCHIVE = "archive"
    DROP_ARCHIVE = "drop_archive"
    DROP_AUDIT = "drop_audit"


def record(
    action: Action,
    *,
    actor: User | None = None,
    subject_id: UUID | None = None,
    world_id: UUID | None = None,
    details: Mapping[str, str | int | bool | None] | None = None,
) -> AuditEntry:
    """Append a row. Without an ``actor`` the operator did it, or the program on an operator's behalf.

    ``details`` are a few short values, such as counts, the name of a file, a reason; TypeError or ValueError refuses
    documents and long texts, which could be somebody's data.
    """
    return AuditEntry.objects.create(
        actor_id=actor.pk if actor else None,
        actor=actor.get_username() if actor else operator(),
        action=action,
        subject_id=subject_id,
        about_world=world_id,
        details=_short(details or {}),
    )


def _short(details: Mapping[str, str | int | bool | None]) -> dict[str, str | int | bool | None]:
    for name, value in details.items():
        if not isinstance(value, str | int | bool | None):
            raise TypeError(
                f"The detail {name!r} is a {type(value).__name__}; the record takes plain values."
            )
        if isinstance(value, str) and len(value) > LONGEST:
            raise ValueError(f"The detail {name!r} is longer than {LONGEST} characters.")
    return dict(details)


def operator() -> str:
    """The account of the machine that runs this program."""
    try:
        return f"operator {getpass.getuser()}"[:150]
    except (KeyError, OSError):  # an account without a name, as containers have
        return "operator"


def looks_at(page: str) -> list[AuditEntry]:
    """The newest looks at a page of the desk, of which ``page`` is a part of the path, among the newest of the record."""
    newest = AuditEntry.objects.order_by("-at")
    last = newest.values_list("at", flat=True)[LOOKED : LOOKED + 1].first()
    if last is not None:
        newest = newest.filter(at__gte=last)
    return list(newest.filter(action=Action.ENTER_WORLD, details__why__icontains=page)[:MOST])


def drop_before(moment: datetime) -> int:
    """Delete what is older, which only the owner of the tables may, and record how much that was."""
    with transaction.atomic(using=alias()):
        dropped, _ = AuditEntry.objects.filter(at__lt=moment).delete()
        if dropped:
            record(Action.DROP_AUDIT, details={"rows": dropped, "before": moment.isoformat()})
    return dropped
