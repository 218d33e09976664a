"""Who is meant, who nobody is, and what is left of a name once its person is erased."""

from __future__ import annotations

from uuid import UUID

from django.utils.crypto import salted_hmac

from herotycoon.accounts.models import User

NOBODY = UUID("00000000-0000-7000-8000-6e6f626f6479")
"""The id of whom worlds belong to whose master is gone; its end spells the word."""
NOBODYS_NAME = "(nobody)"
"""Not a name that anybody could register: brackets are not allowed in one."""


class NoSuchUser(LookupError):
    """No account is called that."""


class Ambiguous(LookupError):
    """More than one account could be meant; the message says which."""


def find_user(text: str) -> User:
    """The account with that name or id. Raises ``NoSuchUser``, and ``Ambiguous`` where names differ in case alone."""
    if not text.isprintable():
        raise NoSuchUser(f"There is no user {text!r}.")
    found = list(User.objects.filter(username__iexact=text).exclude(pk=NOBODY).order_by("username")[:10])
    found += [user for user in _with_id(text) if user not in found]
    if not found:
        raise NoSuchUser(f"There is no user {text!r}.")
    if len(found) > 1:
        told = ", ".join(f"{user.username} ({user.pk})" for user in found)
        raise Ambiguous(f"{text!r} could be: {told}. Give the id.")
    if found[0].username != text and str(found[0].pk) != text.lower():
        raise NoSuchUser(f"There is no user {text!r}; is {found[0].username!r} meant?")
    return found[0]


def _with_id(text: str) -> list[User]:
    try:
        return list(User.objects.filter(pk=UUID(text)).exclude(pk=NOBODY))
    except ValueError:
        return []


def nobody() -> User:
    """The account that owns the worlds of the erased: it cannot log in, and has nothing to say."""
    user, made = User.objects.get_or_create(
        pk=NOBODY, defaults={"username": NOBODYS_NAME, "is_active": False}
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def pseudonym(user: UUID) -> UUID:
    """What the record calls a person after their erasure.

    The same for the same person, so that one who comes back with a restored backup can be recognised; without
    SECRET_KEY nobody can find out who it was.
    """
    digest = salted_hmac("herotycoon.erased", str(user), algorithm="sha256").digest()
    return UUID(bytes=digest[:16], version=4)
