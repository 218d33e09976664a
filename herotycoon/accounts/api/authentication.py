"""`Authorization: Bearer TOKEN`."""

from __future__ import annotations

from typing import Any

from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed

from herotycoon.accounts.models import User, UserSession
from herotycoon.accounts.services.sessions import recognize


class Bearer(TokenAuthentication):
    """The framework's way with the header; whose token it is, the sessions know."""

    keyword = "Bearer"

    def authenticate_credentials(self, key: str) -> tuple[User, Any]:
        """The user and the session. Raises ``AuthenticationFailed``."""
        session: UserSession | None = recognize(key)
        if session is None:
            raise AuthenticationFailed("The token is unknown, has expired, or its session was ended.")
        return session.user, session
