"""Getting back in with a letter: a code is sent to the address of the account, and good for one new password.

Whether there is such an account is told by the letter alone: the answer is the same, and as quick, either way.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail

from herotycoon.accounts.models import User
from herotycoon.accounts.services.registration import set_password
from herotycoon.accounts.services.sessions import end
from herotycoon.pg.scope import as_player

SUBJECT = "A new password for Hero Tycoon"
LETTER = """\
Hello {name},

somebody, hopefully you, asked for a new password for your account.

{way}

It works once, for {hours} hours. If it was not you, do nothing: your password stays as it is.
"""


class BadCode(ValueError):
    """A code that was used, has expired, or never was."""


def send_letters(email: str) -> int:
    """Write to every account of that address that can log in; how many there are. As the engine."""
    users = User.objects.filter(email__iexact=email, is_active=True, erasing_since=None).exclude(email="")
    for user in users:
        code = default_token_generator.make_token(user)
        hours = settings.PASSWORD_RESET_TIMEOUT // 3600
        text = LETTER.format(name=user.username, way=_way(user.pk, code), hours=hours)
        send_mail(SUBJECT, text, None, [user.email])
    return len(users)


def _way(user: UUID, code: str) -> str:
    if settings.PASSWORD_RESET_URL:
        return "Choose it here: " + str(settings.PASSWORD_RESET_URL).format(user=user, code=code)
    return f"Give these two to your game:\n\n    user  {user}\n    code  {code}"


def renew(user: UUID, code: str, password: str) -> None:
    """A new password for who has the code; every session ends. Raises ``BadCode`` and ``Unfit``."""
    with as_player(user):
        row = User.objects.filter(pk=user, is_active=True, erasing_since=None).first()
        if row is None or not default_token_generator.check_token(row, code):
            raise BadCode("This code is not good (any more); ask for another one.")
        set_password(row, password)
        end(user)
