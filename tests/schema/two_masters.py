"""Two masters with a row in every table each; what there is to see, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import Group, Permission
from django.db import ProgrammingError, connections, transaction

from heroes.models import Hero, HeroRelationship
from herotycoon.accounts.models import User
from herotycoon.pg import catalogue, rights
from herotycoon.pg.roles import PLAYER
from herotycoon.pg.route import ENGINE, WEB, through
from tests import factories
from tests.schema.rows import an_answer, one_of_everything_in
from worlds.models import World

WHOSE = {
    "users": "id = %(user)s",
    "user_sessions": "user_id = %(user)s",
    "users_groups": "user_id = %(user)s",
    "users_user_permissions": "user_id = %(user)s",
    "django_admin_log": "user_id = %(user)s",
    "idempotent_answers": "user_id = %(user)s",
    "audit_log": "%(user)s IN (subject_id, actor_id)",
    "worlds": "owner_id = %(user)s",
}
"""How a row tells whose it is, where it has no world_id."""
BY_NAME: dict[str, Any] = {
    "after": -1,
    "until": 2**31 - 2,
}
"""Arguments of functions that mean the same for everybody."""
ABOUT_A_ROW = {
    "game_at": "of a step",
    "real_at": "of a step",
    "id_moment": "of an id",
    "id_moments": "of ids",
    "unpacked_activities": "of a row that was read before",
    "unpacked_decisions": "of a row that was read before",
    **dict.fromkeys(("faded_strength", "place_name", "wellbeing", "happiness"), "of what was read before"),
    **dict.fromkeys(
        ("numbers_by_name", "decision_context", "decision_options", "decision_contributions"),
        "of a decision that was read before",
    ),
    **dict.fromkeys(("game_at", "real_at"), "of a step, by a clock that was read before"),
}
"""Functions that a master may call which read no table."""


@dataclass(frozen=True)
class Master:
    """Somebody with a world, and another one that they are not in at the moment."""

    user: User
    world: World

    def condition(self, relation: str) -> str:
        """What is true of their rows; of their world's, where the rows are a world's."""
        if relation in WHOSE:
            return WHOSE[relation] % {"user": f"'{self.user.pk}'"}
        assert "world_id" in columns_of(relation), f"WHOSE are the rows of {relation}?"
        return f"world_id = '{self.world.pk}'"

    def arguments(self, names: list[str]) -> list[Any]:
        """What to call a function with, to learn about this master."""
        return arguments(names, self.world.pk)


def arguments(names: list[str], world: UUID) -> list[Any]:
    """What to call a function with, to learn about a world, which need not exist."""
    ids = [id_ for (id_,) in asked(f"SELECT id FROM activity_log WHERE world_id = '{world}'")]
    ids += [
        id_
        for (some,) in asked(f"SELECT ids FROM activity_archive WHERE world_id = '{world}'")
        for id_ in some
    ]
    [(hero,)] = asked(f"SELECT hero_id FROM hero_relationships WHERE world_id = '{world}' LIMIT 1") or [
        (uuid4(),)
    ]
    known = BY_NAME | {"world": world, "hero": hero, "wanted": ids}
    assert set(names) <= set(known), f"What are the arguments {sorted(set(names) - set(known))}?"
    return [known[name] for name in names]


def two_masters() -> tuple[Master, Master]:
    """Two masters who are not of the staff."""
    return _master(), _master()


def _master() -> Master:
    user = factories.a_session().user
    world = factories.a_world(owner=user, step=48)
    one_of_everything_in(world)
    factories.a_hero(world=factories.a_world(owner=user, name="Abroad"))
    user.groups.add(Group.objects.get_or_create(name="Friends")[0])
    user.user_permissions.add(Permission.objects.order_by("id")[0])
    tie = {"with": 1, "kind": "friendship", "change": 1}
    factories.an_activity(hero=_somebody_in(world), changes={"items": {"ore": 1}, "relationships": [tie]})
    factories.an_audit_entry(subject_id=user.pk, about_world=world.pk)
    an_answer(user)
    return Master(user, world)


def _somebody_in(world: World) -> Hero:
    """A hero of the world who knows somebody."""
    return HeroRelationship.objects.filter(world=world)[0].hero


def relations() -> set[str]:
    """Every table and view, without the partitions."""
    return (catalogue.tables() | set(rights.views())) - {part.name for part in catalogue.partitions()}


def readable(role: str) -> set[str]:
    """The tables and views of which a role may read at least a column."""
    may = {
        grant.on.split(".")[0] for grant in rights.grants() if (grant.to, grant.privilege) == (role, "SELECT")
    }
    return may & relations()


def callables() -> dict[str, list[str]]:
    """The functions that a player may call and that read tables, with the names of their arguments."""
    names = {
        grant.on.removesuffix("()")
        for grant in rights.grants()
        if (grant.to, grant.privilege) == (PLAYER, "EXECUTE")
    }
    found = asked("SELECT proname::text, coalesce(proargnames[1:pronargs], '{}') FROM pg_proc WHERE proname = ANY (%s)",
                  [sorted(names - set(ABOUT_A_ROW))])  # fmt: skip
    return dict(found)


def columns_of(relation: str) -> set[str]:
    """The columns of a table or view."""
    found = asked(
        "SELECT attname::text FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped",
        [relation],
    )
    return {name for (name,) in found}


def asked(query: str, values: list[Any] | None = None, alias: str = ENGINE) -> list[tuple[Any, ...]]:
    """The rows of a statement, which may have none."""
    with connections[alias].cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall()) if cursor.description else []


def counted(relation: str, condition: str = "true", alias: str = ENGINE) -> int:
    """How many rows somebody sees."""
    [(count,)] = asked(f"SELECT count(*) FROM {relation} WHERE {condition}", alias=alias)
    return int(count)


def refused(statement: str, alias: str = WEB) -> str:
    """The words in which a statement is refused; an empty text where it is not."""
    try:
        with through(alias), transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            cursor.execute(statement)
    except ProgrammingError as error:
        return str(error).splitlines()[0]
    return ""
