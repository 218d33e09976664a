"""Keys of other people's services that a world uses: stored sealed, opened only to be used, each opening on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from pydantic import SecretStr

from herotycoon.accounts.models import User
from herotycoon.accounts.services.audit import Action, record
from herotycoon.pg.route import alias
from herotycoon.vault.cipher import Sealed, VaultError, vault
from worlds.models import ApiKey, World

LONGEST = 500
"""Characters of a key; the longest in use have some 170."""
BATCH = 200
"""Rows that rotation seals again in one transaction."""


class InvalidKey(ValueError):
    """What was given is no key of a service; the message does not repeat it."""


class NoSuchApiKey(LookupError):
    """The world has no key for that purpose."""


@dataclass
class Rotation:
    """How many rows were sealed again with the newest key, and which could not be opened, with the reason."""

    sealed: int = 0
    unreadable: list[str] = field(default_factory=list)


def set_api_key(
    *, world_id: UUID, purpose: str, provider: str, secret: SecretStr, actor: User | None = None
) -> ApiKey:
    """Store a key, in place of the one that the world had for that purpose. Raises ``InvalidKey``."""
    _validate(purpose, provider, secret)
    with transaction.atomic(using=alias()):
        row = ApiKey.objects.select_for_update().filter(world_id=world_id, purpose=purpose).first()
        row = row or ApiKey(world_id=world_id, purpose=purpose)
        row.provider = provider
        _seal(row, secret)
        row.save()
        _record(Action.SET_API_KEY, row, actor)
    return row


def get_api_key(*, world_id: UUID, purpose: str, actor: User | None = None) -> SecretStr:
    """The key, to be used at once and kept nowhere. Raises ``NoSuchApiKey``, and ``VaultError`` if it does not open."""
    with transaction.atomic(using=alias()):
        row = _row(world_id, purpose)
        _record(Action.USE_API_KEY, row, actor)
    return vault().open(_sealed(row), row.belongs_to)


def remove_api_key(*, world_id: UUID, purpose: str, actor: User | None = None) -> None:
    """Forget a key. Raises ``NoSuchApiKey``."""
    with transaction.atomic(using=alias()):
        row = _row(world_id, purpose)
        ApiKey.objects.filter(pk=row.pk, world_id=world_id).delete()
        _record(Action.REMOVE_API_KEY, row, actor)


def rotate(progress: Callable[[int], None] | None = None) -> Rotation:
    """Seal everything again that is not sealed with the newest key, in batches; may be stopped and started again.

    A row that cannot be opened stays as it is, and is told.
    """
    result, last, newest = Rotation(), UUID(int=0), vault().key_ids[0]
    while True:
        with transaction.atomic(using=alias()):
            old = ApiKey.objects.select_for_update().exclude(key_id=newest).filter(pk__gt=last)
            rows = list(old.order_by("pk")[:BATCH])
            if not rows:
                break
            sealed = sum(_sealed_again(row, result) for row in rows)
            if sealed:
                record(Action.ROTATE_KEYS, details={"sealed": sealed, "with": newest})
        result.sealed += sealed
        last = rows[-1].pk
        if progress:
            progress(len(rows))
    return result


def to_rotate() -> int:
    """How many rows are not sealed with the newest key."""
    return ApiKey.objects.exclude(key_id=vault().key_ids[0]).count()


def _sealed_again(row: ApiKey, result: Rotation) -> bool:
    try:
        secret = vault().open(_sealed(row), row.belongs_to)
    except VaultError as error:
        result.unreadable.append(f"The {row} of world {row.world_id} does not open. {error}")
        return False
    _seal(row, secret)
    row.save(update_fields=["key_id", "ciphertext"])
    return True


def _validate(purpose: str, provider: str, secret: SecretStr) -> None:
    for name, value in (("purpose", purpose), ("provider", provider)):
        if not value.strip() or len(value) > 40 or not value.isprintable():
            raise InvalidKey(f"A {name} has 1 to 40 printable characters.")
    value = secret.get_secret_value()
    if not value or len(value) > LONGEST or not value.isascii() or not value.isprintable() or " " in value:
        raise InvalidKey(f"A key has 1 to {LONGEST} printable ASCII characters and no blanks.")


def _row(world_id: UUID, purpose: str) -> ApiKey:
    row = ApiKey.objects.filter(world_id=world_id, purpose=purpose).first()
    if row is None:
        raise NoSuchApiKey(f"World {world_id} has no key for {purpose!r}.")
    return row


def _seal(row: ApiKey, secret: SecretStr) -> None:
    sealed = vault().seal(secret, row.belongs_to)
    row.key_id, row.ciphertext = sealed.key_id, sealed.ciphertext


def _sealed(row: ApiKey) -> Sealed:
    return Sealed(row.key_id, bytes(row.ciphertext))


def _record(action: Action, row: ApiKey, actor: User | None) -> None:
    owner = World.objects.values_list("owner_id", flat=True).get(pk=row.world_id)
    details = {"purpose": row.purpose, "provider": row.provider}
    record(action, actor=actor, subject_id=owner, world_id=row.world_id, details=details)
