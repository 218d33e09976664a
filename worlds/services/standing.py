"""How a world stands: its guild, its people and what they were last up to. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from herotycoon.pg.replica import from_replica
from herotycoon.pg.route import here
from worlds.models import World
from worlds.readings import ActiveHero, GuildSummary, RecentActivity
from worlds.services.snapshot import snapshot

_CIRCLES = """
SELECT h.id, s.friends, s.rivals, s.loves, s.teachers, s.pupils, coalesce(friend.name, ''), s.closest_strength,
       coalesce(rival.name, ''), s.fiercest_strength
FROM active_heroes h
CROSS JOIN LATERAL relationship_summary(h.id, h.world_id) AS s
LEFT JOIN heroes friend ON friend.id = s.closest_friend AND friend.world_id = h.world_id
LEFT JOIN heroes rival ON rival.id = s.fiercest_rival AND rival.world_id = h.world_id
WHERE h.world_id = %s
"""


class Circle(NamedTuple):
    """Who a hero has: how many of each kind, and by name and strength the closest friend and the fiercest rival."""

    friends: int
    rivals: int
    loves: int
    teachers: int
    pupils: int
    friend: str
    friendship: int | None
    rival: str
    rivalry: int | None


@dataclass(frozen=True)
class Standing:
    """The guild, everybody who belongs to it by number, and the newest of the log, the last first."""

    guild: GuildSummary
    heroes: list[ActiveHero]
    circles: dict[UUID, Circle]
    recent: list[RecentActivity]

    def document(self) -> dict[str, Any]:
        """As plain values."""
        heroes = [_plain(hero) | {"relationships": self.circles[hero.pk]._asdict()} for hero in self.heroes]
        return {"guild": _plain(self.guild), "heroes": heroes, "recent": [_plain(one) for one in self.recent]}


@from_replica
def standing(world: World, recent: int = 10) -> Standing:
    """How the world stands now, all of one moment."""
    with snapshot(brief=True):
        return Standing(
            guild=GuildSummary.objects.get(world=world),
            heroes=list(ActiveHero.objects.filter(world=world).order_by("number")),
            circles=_circles(world),
            recent=list(RecentActivity.objects.filter(world=world).order_by("-step", "-seq")[:recent]),
        )


def _circles(world: World) -> dict[UUID, Circle]:
    with here().cursor() as cursor:
        cursor.execute(_CIRCLES, [world.pk])
        return {hero: Circle._make(rest) for hero, *rest in cursor.fetchall()}


def _plain(row: Any) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
