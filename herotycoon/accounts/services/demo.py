"""A player and a game master to try the game with, on a developer's machine."""

from __future__ import annotations

import json
import secrets
from pathlib import Path

from django.contrib.auth.models import Group

from herotycoon.accounts.models import User
from herotycoon.desk.rights import GAME_MASTERS

PLAYER, GAME_MASTER = "player", "gamemaster"


def demo_people(kept: Path) -> dict[str, str | None]:
    """{name: password} of the two, who are made where there are none.

    Passwords are drawn once and kept in the file ``kept``, which nobody else can read. None: the account has a password
    that is not the kept one, and keeps it.
    """
    passwords = _passwords(kept)
    return {name: passwords[name] if _opens(name, passwords[name]) else None for name in passwords}


def _opens(name: str, password: str) -> bool:
    """Whether the account, made if there is none, has this password."""
    user = User.objects.filter(username=name).first()
    if user is None:
        made = User.objects.create_user(name, password=password, is_staff=name == GAME_MASTER)
        if made.is_staff:
            made.groups.add(Group.objects.get_or_create(name=GAME_MASTERS)[0])
        return True
    return user.check_password(password)


def _passwords(kept: Path) -> dict[str, str]:
    known: dict[str, str] = json.loads(kept.read_text()) if kept.exists() else {}
    drawn = {name: known.get(name) or secrets.token_urlsafe(9) for name in (PLAYER, GAME_MASTER)}
    if drawn != known:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(json.dumps(drawn, indent=2) + "\n")
    return drawn
