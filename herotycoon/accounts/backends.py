"""Who a name and a password belong to, as far as the login of requests may see."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from herotycoon.accounts.models import User
from herotycoon.pg.route import WEB, through

SEEN = ("id", "username", "password", "is_active", "is_staff", "erasing_since")


class Recognition(ModelBackend):
    """Django's, for a role that sees few columns, and for people who may be on their way out."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **more: Any,
    ) -> User | None:
        """The user, or None. Takes as long for a name that does not exist."""
        if username is None or password is None:
            return None
        with through(WEB):
            user = User.objects.only(*SEEN).filter(username=User.normalize_username(username)).first()
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) and self.user_can_authenticate(user) else None

    def get_user(self, user_id: Any) -> User | None:
        """Who a session of the admin belongs to."""
        with through(WEB):
            user = User.objects.only(*SEEN).filter(pk=user_id).first()
        return user if self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user: Any) -> bool:
        """Neither locked nor being erased."""
        return bool(user and user.is_active and user.erasing_since is None)
