"""A person who left words of theirs everywhere they could."""

from __future__ import annotations

from pydantic import SecretStr

from herotycoon.accounts.models import User
from herotycoon.accounts.services.audit import Action, record
from tests import factories
from tests.worlds.lives import DAY, Errand, born, live
from worlds.models import World
from worlds.services.api_keys import set_api_key

NAME = "Wilhelmina_77"
EMAIL = "wilhelmina@example.org"
SECRET = "sk-wilhelmina-pays"
WORDS = (NAME, EMAIL, "wilhelmina", "the cat of Mina", "for Mina alone")
"""Everything they ever wrote."""


def a_person() -> User:
    """Somebody who plays on two devices, and whose world a game master has looked at."""
    user = factories.a_user(username=NAME, email=EMAIL)
    factories.a_session(user=user, device="a phone")
    factories.a_session(user=user, device="Wilhelmina's tablet")
    return user


def a_world_of(user: User, game_master: User, days: int = 3) -> World:
    """A world in which they named two heroes after themselves and their cat, posted a bounty and left a key."""
    world = born(user, heroes=4)
    World.objects.filter(pk=world.pk).update(name=f"The realm of {NAME}")
    errands = [
        Errand(1, "rename", {"hero": 0, "name": "the cat of Mina"}),
        Errand(2, "rename", {"hero": 0, "name": NAME}),
        Errand(2, "rename", {"hero": 1, "name": "the cat of Mina"}),
        Errand(
            2,
            "bounty",
            {"title": f"A bear, for Mina alone and {NAME}", "place": 2, "difficulty": 10, "gold": 5},
        ),
        Errand(3, "order", {"hero": 0, "action": "work"}),
        Errand(3, "order", {"hero": 1, "action": "hunt"}),
        Errand(2 * DAY, "rename", {"hero": 2, "name": f'"{NAME}" \\ (the second)'}),
        Errand(2 * DAY, "order", {"hero": 2, "action": "patrol"}),
    ]
    answers = live(world.pk, errands, days * DAY)
    assert not [answer for answer in answers if isinstance(answer, str)]
    set_api_key(
        world_id=world.pk, purpose="storyteller", provider="bards", secret=SecretStr(SECRET), actor=user
    )
    record(
        Action.ENTER_WORLD,
        actor=game_master,
        subject_id=user.pk,
        world_id=world.pk,
        details={"why": f"{NAME} complained"},
    )
    world.refresh_from_db()
    return world
