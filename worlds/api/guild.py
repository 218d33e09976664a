"""The guild, and what befalls the world."""

from __future__ import annotations

from typing import Any

from herotycoon.api.operation import operation
from herotycoon.api.pages import page
from herotycoon.api.views import WorldView
from worlds.api.shapes import Building, Built, Event, EventPage, EventQuery, Guild, GuildChange
from worlds.models import WorldEvent
from worlds.readings import GuildSummary
from worlds.services.guilds import prices

_AS_IT_IS = (
    "id", "name", "motto", "policy", "level", "reputation", "treasury", "wage", "wages_due", "arrears", "facilities",
    "mood", "trust", "happiness",
)  # fmt: skip
_PEOPLE = ("active", "away", "incapacitated", "gone")
_QUESTS = ("open", "underway", "won", "lost", "expired")


class TheGuild(WorldView):
    """Policy, wages, the treasury."""

    tag = "guild"

    @operation("read_guild", answer=Guild, kept=True)
    def get(self) -> Guild:
        """The guild at a glance."""
        return self._told()

    @operation("change_guild", body=GuildChange, answer=Guild, refuses=True)
    def patch(self, body: GuildChange) -> Guild:
        """Set what the guild asks of its heroes, and what it pays them."""
        if body.policy is not None:
            self.act("policy", policy=str(body.policy))
        if body.wage is not None:
            self.act("wage", wage=body.wage)
        return self._told()

    def _told(self) -> Guild:
        row = GuildSummary.objects.get(world_id=self.world.pk)
        return Guild(
            **{name: getattr(row, name) for name in _AS_IT_IS},
            prices=prices(row.facilities),
            heroes={name: getattr(row, name) for name in _PEOPLE},
            quests={name: getattr(row, f"quests_{name}") for name in _QUESTS},
        )


class Facilities(WorldView):
    """Roofs."""

    tag = "guild"

    @operation("build_facility", body=Building, answer=Built, status=201, refuses=True)
    def post(self, body: Building) -> Built:
        """Build a facility, or raise it by one level."""
        return Built(**self.act("build", facility=body.facility))


class Events(WorldView):
    """What befalls the world."""

    tag = "worlds"

    @operation("list_events", query=EventQuery, answer=EventPage)
    def get(self, query: EventQuery) -> EventPage:
        """Festivals, storms, incursions: coming, in force, and over."""
        wanted = {name: value for name in ("status", "kind") if (value := getattr(query, name)) is not None}
        rows = WorldEvent.objects.filter(world_id=self.world.pk, **wanted)
        found, following = page(rows, ["-number"], query.cursor, query.limit)
        return EventPage(next=following, results=[self._told(row) for row in found])

    def _told(self, row: Any) -> Event:
        plain = ("id", "number", "kind", "source", "name", "description", "effects", "status")
        return Event(
            **{name: getattr(row, name) for name in plain},
            place=None if row.place is None else self.place(row.place),
            starts=self.moment(row.starts_step),
            ends=self.moment(row.ends_step),
        )
