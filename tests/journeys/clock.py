"""What only a clock can do, done to the database: a world has lived for a day, and its master has been away."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from heroes.models import Activity
from herotycoon.accounts.models import UserSession
from tests.worlds.lives import DAY
from worlds.models import World
from worlds.services.moments import real_time
from worlds.tick import tick

AWAY = timedelta(minutes=16)
"""Long enough for a new visit."""


def a_day_passes(world: UUID) -> None:
    """The world was born a while ago, has lived for a day by now, and waits."""
    born = timezone.now() - AWAY - timedelta(days=1) / 1440
    World.objects.filter(pk=world).update(anchor_real=born)
    with transaction.atomic(), connection.cursor() as cursor:
        # What came with the birth is told as of the birth.
        cursor.execute("ALTER TABLE activity_log DISABLE TRIGGER USER")
        Activity.objects.filter(world_id=world).update(real_at=born)
        cursor.execute("ALTER TABLE activity_log ENABLE TRIGGER USER")
    tick({world: DAY})
    World.objects.filter(pk=world).update(status="paused")


def goes_away(world: UUID) -> None:
    """The visit ended when the day had; since then the world has gone on."""
    row = World.objects.get(pk=world)
    left = real_time(row, DAY)
    UserSession.objects.update(started_at=left, last_seen_at=left)
    World.objects.filter(pk=world).update(status="running")
