"""Becoming somebody, and being called something else."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from uuid_utils.compat import uuid7

from herotycoon.accounts.models import User
from herotycoon.accounts.services.sessions import end
from herotycoon.pg.route import alias
from herotycoon.pg.scope import as_player

TAKEN = "users_username_key"


class Unfit(ValueError):
    """A field of an account that cannot be so; ``field`` says which."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(detail)
        self.field = field


class NameTaken(ValueError):
    """Somebody is called that already."""


def register(username: str, password: str, email: str) -> User:
    """A new account. Raises ``Unfit`` and ``NameTaken``."""
    user = User(
        id=uuid7(), username=User.normalize_username(username), email=User.objects.normalize_email(email)
    )
    _strong(password, user)
    user.set_password(password)
    with as_player(user.pk):
        _unique(username, lambda: user.save(force_insert=True))
    return user


def change(user: UUID, *, username: str | None = None, email: str | None = None) -> User:
    """Another name, another address. In the person's scope. Raises ``NameTaken``."""
    row = User.objects.get(pk=user)
    if username is not None:
        row.username = User.normalize_username(username)
    if email is not None:
        row.email = User.objects.normalize_email(email)
    _unique(row.username, lambda: row.save(update_fields=["username", "email"]))
    return row


def change_password(user: UUID, current: str, new: str, *, session: UUID) -> None:
    """Another password; every other session ends. In the person's scope. Raises ``Unfit``."""
    row = User.objects.get(pk=user)
    if not row.check_password(current):
        raise Unfit("current_password", "is not the present one")
    set_password(row, new)
    end(user, but=session)


def set_password(row: User, new: str) -> None:
    """Give an account a password. Raises ``Unfit`` for one that is easily guessed."""
    _strong(new, row)
    row.set_password(new)
    row.save(update_fields=["password"])


def _strong(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Unfit("password", " ".join(error.messages)) from None


def _unique(username: str, write: Callable[[], None]) -> None:
    try:
        with transaction.atomic(using=alias()):
            write()
    except IntegrityError as error:
        if TAKEN not in str(error):
            raise
        raise NameTaken(f"The name {username} is taken; choose another one.") from None
