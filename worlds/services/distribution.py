"""Which table lies where on a cluster: a world and everything in it on one server, people on every server."""

from __future__ import annotations

from herotycoon.pg import citus
from herotycoon.pg.citus import Placement, Way

SHARDS = 32
"""Citus's own default. A multiple of the servers that there may ever be; a world never leaves its shard."""
_PEOPLE = "it hangs on users by a foreign key, and seldom changes"


def _all(way: Way, why: str, *tables: str, column: str = "") -> tuple[Placement, ...]:
    return tuple(Placement(table, way, why, column) for table in tables)


PLACEMENTS: tuple[Placement, ...] = (
    *_all("reference", "every world refers to its owner, and so every shard does", "users"),
    *_all("reference", "users and what they may do refer to it", "django_content_type", "auth_permission", "auth_group"),
    *_all("reference", _PEOPLE, "auth_group_permissions", "users_groups", "users_user_permissions", "django_admin_log"),
    *_all("reference", "it hangs on users, and a token is looked up before anybody is known", "user_sessions"),
    *_all("reference", "it hangs on users, since a key may be used before there is a world", "idempotent_answers"),
    *_all("distributed", "a world is what everything else lies with", "worlds", column="id"),
    *_all(
        "distributed", "a row of a world lies with its world",
        *("guilds", "heroes", "hero_relationships", "master_influence", "quests", "quest_assignments", "world_events"),
        *("activity_log", "hero_decisions", "activity_archive", "archive_checkpoints", "api_keys", "storyteller_calls"),
        column="world_id",
    ),
    *_all("local", "it outlives users and worlds, refers to nothing, and is read by nobody in a hurry", "audit_log"),
    *_all("local", "where the migrations run is where it is read", "django_migrations"),
)  # fmt: skip
"""In an order in which each table comes after those that it refers to."""


def distribute(*, shards: int = SHARDS) -> list[str]:
    """Spread the database over the cluster; what may not work there. Raises ``NotInstalled`` and ``Unfit``."""
    citus.distribute(PLACEMENTS, shards)
    return citus.doubts(PLACEMENTS)


def script(*, shards: int = SHARDS) -> str:
    """What would be said, as SQL for psql, with the reason of each placement. Raises ``Unfit``; needs no Citus."""
    told = [f"-- {one.table}: {one.way}, since {one.why}" for one in PLACEMENTS]
    told += [f"-- not tried: {doubt}" for doubt in citus.doubts(PLACEMENTS)]
    said = [*citus.preparations(), "BEGIN", *citus.statements(PLACEMENTS, shards), "COMMIT"]
    return "\n".join([*told, *(f"{statement};" for statement in said)])
