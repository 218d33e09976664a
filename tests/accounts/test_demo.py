"""The two accounts of a developer's machine."""

from pathlib import Path

import pytest

from herotycoon.accounts.models import User
from herotycoon.accounts.services.demo import demo_people

pytestmark = pytest.mark.django_db


def test_a_player_and_a_game_master_are_made_with_passwords_of_their_own(tmp_path: Path) -> None:
    people = demo_people(tmp_path / "data" / "kept")

    users = User.objects.in_bulk(people, field_name="username")
    assert {name: user.is_staff for name, user in users.items()} == {"player": False, "gamemaster": True}
    assert len(set(people.values())) == 2
    for name, password in people.items():
        assert password
        assert users[name].check_password(password)
        assert not users[name].is_superuser
    assert (tmp_path / "data" / "kept").stat().st_mode & 0o077 == 0


def test_they_are_told_again_and_survive_the_database(tmp_path: Path) -> None:
    first = demo_people(tmp_path / "kept")
    assert demo_people(tmp_path / "kept") == first
    User.objects.all().delete()
    assert demo_people(tmp_path / "kept") == first


def test_a_password_that_was_changed_stays_and_is_not_told(tmp_path: Path) -> None:
    User.objects.create_user("player", password="my-own-and-no-other")
    people = demo_people(tmp_path / "kept")

    assert people["player"] is None
    assert people["gamemaster"]
    assert User.objects.get(username="player").check_password("my-own-and-no-other")
