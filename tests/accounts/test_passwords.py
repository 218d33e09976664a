"""Passwords are kept by bcrypt, each with a salt of its own; older ways give way at the next login."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password, make_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from pytest_django import Settings

from herotycoon import settings as ours
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from tests.factories import PASSWORD, a_user

LIKE_BCRYPT = r"bcrypt_sha256$$2b$12$"
"""The algorithm, bcrypt's version, and its cost: 2¹² rounds."""


@pytest.fixture(autouse=True)
def _hashers(settings: Settings) -> None:
    """The real ones; the suite's are cheap."""
    settings.PASSWORD_HASHERS = ours.PASSWORD_HASHERS


def test_two_of_the_same_look_different() -> None:
    one, other = make_password(PASSWORD), make_password(PASSWORD)
    assert one.startswith(LIKE_BCRYPT)
    assert one != other
    assert one.split("$")[-1][:22] != other.split("$")[-1][:22]  # the salt


def test_all_of_a_long_password_counts() -> None:
    """Plain bcrypt knows 72 bytes."""
    kept = make_password("x" * 72 + "right")
    assert check_password("x" * 72 + "right", kept)
    assert not check_password("x" * 72 + "wrong", kept)


@pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
def test_an_older_hash_is_made_anew_at_login() -> None:
    user = a_user(username="veteran", password=None)
    old = PBKDF2PasswordHasher().encode(PASSWORD, "an old salt", iterations=1000)
    User.objects.filter(pk=user.pk).update(password=old)

    assert authenticate(username="veteran", password="wrong") is None
    user.refresh_from_db()
    assert user.password == old
    assert authenticate(username="veteran", password=PASSWORD) == user

    user.refresh_from_db()
    assert user.password.startswith(LIKE_BCRYPT)
    assert check_password(PASSWORD, user.password)


@pytest.mark.parametrize("weak", ["short", "password1234", "1234567890123", "wilhelmina77"])
def test_weak_passwords_are_refused(weak: str, settings: Settings) -> None:
    from django.contrib.auth.password_validation import validate_password

    with pytest.raises(ValidationError):
        validate_password(weak, User(username="wilhelmina_77", email="w@example.org"))
    validate_password(PASSWORD, User(username="wilhelmina_77"))


def test_an_account_needs_a_name_and_nothing_else(
    db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", username="operator", interactive=False, verbosity=0)
    user = User.objects.get(username="operator")
    assert (user.email, user.get_full_name(), user.get_short_name()) == ("", "operator", "operator")
