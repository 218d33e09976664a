"""Going: a world or a person disappears at once for everybody who asks, and from the tables a little later.

Who serves requests may delete nothing. What is marked here is erased by a worker, whenever one comes round to it.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from herotycoon.accounts.models import User
from herotycoon.accounts.services import sessions
from herotycoon.pg.route import ENGINE, alias, through
from worlds.choices import WorldStatus
from worlds.models import World
from worlds.services.persons.erase import erase_user, erase_world


def leave_world(world: UUID) -> None:
    """Mark a world, which nobody sees any more from then on; its clock stops.

    As the engine, since the row goes out of sight, which row security lets no player do; and once the transaction under
    way has ended, which may hold the row.
    """
    transaction.on_commit(partial(_mark, world), using=alias())


def _mark(world: UUID) -> None:
    with through(ENGINE), transaction.atomic(using=alias()):
        rows = World.objects.select_for_update(no_key=True).filter(pk=world, erasing_since=None)
        for row in rows:
            row.erasing_since, row.status = timezone.now(), WorldStatus.PAUSED
            row.save(update_fields=["erasing_since", "status"])


def leave(user: UUID) -> None:
    """Mark a person: every session ends, and nobody logs in as them again. In the person's scope."""
    sessions.end(user)
    User.objects.filter(pk=user).update(erasing_since=timezone.now())


def erase_the_marked() -> tuple[int, int]:
    """Erase everything that was marked, as the engine; how many (people, worlds). What was begun is finished by the next."""
    people = User.objects.filter(erasing_since__isnull=False).order_by("erasing_since")
    worlds = (
        World.objects.filter(erasing_since__isnull=False)
        .order_by("erasing_since")
        .values_list("pk", flat=True)
    )
    gone = list(worlds)
    for world in gone:
        erase_world(world)
    left = list(people)
    for user in left:
        erase_user(user, actor=None)
    return len(left), len(gone)
