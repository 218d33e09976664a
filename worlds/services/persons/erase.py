"""Erasing a person: the account and all their worlds, or the account and every word of theirs in worlds that stay.

Logs go in batches, each a transaction of its own, by the owner of the tables; the account goes last. Whatever stops an
erasure, running it again goes on where it stopped. The record keeps that somebody was erased, under a pseudonym.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from herotycoon.accounts.models import AuditEntry, User, UserSession
from herotycoon.accounts.services.audit import Action, record
from herotycoon.accounts.services.people import nobody, pseudonym
from herotycoon.pg.route import alias, here
from herotycoon.storyteller import ledger
from worlds.models import ApiKey, World
from worlds.services.persons.scrub import scrub

BATCH = 5_000
"""Activities, with their decisions, that one transaction deletes."""
WEEKS = 50
"""Archived weeks that one transaction deletes."""
NAMELESS = "A world that lost its master"
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Erased:
    """What an erasure came to; ``activities`` are those deleted, archived weeks not counted."""

    pseudonym: UUID
    worlds: int
    kept: int
    activities: int


def erase_user(
    user: User, *, keep_worlds: bool = False, actor: User | None = None, progress: Progress | None = None
) -> Erased:
    """Erase the account of ``user`` and their worlds; with ``keep_worlds`` these live on, owned by nobody.

    ``actor`` is the game master who does it; None for an operator, or the person themselves. ``progress`` is called
    with the number of activities deleted.
    """
    _lock_out(user)
    kept = deleted = gone = 0
    own = list(World.objects.filter(owner=user).order_by("pk").values_list("pk", flat=True))
    record(Action.ERASE_USER, actor=actor, subject_id=pseudonym(user.pk), details={"begun": len(own)})
    for world in own:
        if keep_worlds:
            _let_go(world)
            kept += 1
        else:
            deleted += erase_world(world, progress)
            gone += 1
    erased = Erased(pseudonym(user.pk), gone, kept, deleted)
    _forget(user, erased, actor)
    return erased


def _lock_out(user: User) -> None:
    """Nobody logs in as the person any more."""
    with transaction.atomic(using=alias()):
        User.objects.filter(pk=user.pk).update(is_active=False)
        UserSession.objects.filter(user=user).delete()


def erase_world(world: UUID, progress: Progress | None = None) -> int:
    """Delete a world: its logs in batches, then the rest at once; how many activities there were."""
    World.objects.filter(pk=world).update(status="paused")
    deleted = 0
    while batch := _delete_activities(world):
        deleted += batch
        if progress:
            progress(batch)
    while _delete_weeks(world):
        pass
    World.objects.filter(pk=world).delete()
    return deleted


def _delete_activities(world: UUID) -> int:
    """A batch of the log, oldest first, decisions before the activities they refer to."""
    with transaction.atomic(using=alias()), here().cursor() as cursor:
        cursor.execute(
            "SELECT id FROM activity_log WHERE world_id = %s ORDER BY step, seq LIMIT %s", [world, BATCH]
        )
        ids = [id_ for (id_,) in cursor.fetchall()]
        for log in ("hero_decisions", "activity_log"):
            cursor.execute(f"DELETE FROM {log} WHERE world_id = %s AND id = ANY (%s)", [world, ids])  # noqa: S608
    return len(ids)


def _delete_weeks(world: UUID) -> int:
    with transaction.atomic(using=alias()), here().cursor() as cursor:
        cursor.execute(
            "DELETE FROM activity_archive WHERE world_id = %s AND id IN"
            " (SELECT id FROM activity_archive WHERE world_id = %s LIMIT %s)",
            [world, world, WEEKS],
        )
        return int(cursor.rowcount)


def _let_go(world: UUID) -> None:
    """The world stays, with nothing of the person in it: no word, no key, no question that told of them."""
    scrub(world)
    with transaction.atomic(using=alias()):
        ApiKey.objects.filter(world_id=world).delete()
        ledger.forget([world])
        World.objects.filter(pk=world).update(owner=nobody(), name=NAMELESS)


def _forget(user: User, erased: Erased, actor: User | None) -> None:
    """The account itself, and its name in the record, in one transaction: before it the erasure can be run again."""
    details = {"worlds": erased.worlds, "kept": erased.kept, "activities": erased.activities}
    with transaction.atomic(using=alias()):
        for role in ("subject_id", "actor_id"):
            AuditEntry.objects.filter(**{role: user.pk}).exclude(details={}).update(details={})
        AuditEntry.objects.filter(subject_id=user.pk).update(subject_id=erased.pseudonym)
        AuditEntry.objects.filter(actor_id=user.pk).update(actor_id=erased.pseudonym, actor="")
        User.objects.filter(pk=user.pk).delete()
        record(Action.ERASE_USER, actor=actor, subject_id=erased.pseudonym, details=details)
