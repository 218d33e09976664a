"""``manage.py rotate_keys``: everything sealed again with the newest key."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError

from herotycoon.vault.cipher import VaultError
from worlds.management.doors import Door, progress
from worlds.services.api_keys import rotate, to_rotate


class Command(Door):
    """Seals again; what is sealed already is left alone, so that a second run goes on where the first stopped."""

    help = (
        "Seal every stored API key with the first of ENCRYPTION_KEYS. Put the new key in front, restart, run this, "
        "then take the old key away. Safe to stop and to run again; exit 1 if something does not open."
    )
    refusals = (VaultError,)

    def enter(self, **options: Any) -> None:
        """Rotate; tell what was done and what could not be."""
        with progress("Sealing again", to_rotate()) as advance:
            result = rotate(advance)
        self.stdout.write(f"{result.sealed:,} sealed again.")
        if result.unreadable:
            raise CommandError("\n".join(result.unreadable))
