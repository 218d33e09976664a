"""Having worlds: so many, and no more."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings

from herotycoon.accounts.models import User
from worlds.models import World
from worlds.services.creation import create_world


class WorldsEnough(ValueError):
    """A master has as many worlds as one may have."""


def found_world(user: UUID, **options: Any) -> World:
    """A new world for somebody who may have one more. In the person's scope. Raises ``WorldsEnough``, ``InvalidOption``.

    The person's row is locked, so that two requests at once do not both find room.
    """
    owner = User.objects.select_for_update(no_key=True).only("id").get(pk=user)
    if World.objects.filter(owner_id=user).count() >= settings.WORLDS_PER_USER:
        raise WorldsEnough(
            f"You have {settings.WORLDS_PER_USER} worlds, which is as many as there may be; let one go first."
        )
    return create_world(owner=owner, **options)
