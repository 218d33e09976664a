"""Worlds: making, reading, changing, letting go."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse

from herotycoon.api.documents import Paged
from herotycoon.api.operation import operation
from herotycoon.api.pages import page
from herotycoon.api.ports import game
from herotycoon.api.views import PersonView, WorldView
from herotycoon.workers.errands import hand_over_later
from worlds.api.shapes import Leaving, NewWorld, World, WorldChange, WorldPage
from worlds.models import World as WorldRow
from worlds.services.leaving import leave_world
from worlds.services.owning import found_world


def told(row: WorldRow) -> World:
    """A world as it is told."""
    plain = {name: getattr(row, name) for name in _AS_IT_IS}
    return World(
        **plain,
        now=game().moment(row, row.step),
        storyteller=row.settings.get("storyteller", "template"),
        summary=str(row.data.get("lore", ""))[:2000],
    )


_AS_IT_IS = (
    "id", "name", "status", "error", "time_scale", "seed", "rules_version", "revision", "read_step", "created_at",
)  # fmt: skip


class Worlds(PersonView):
    """One's worlds."""

    tag = "worlds"

    @operation("list_worlds", query=Paged, answer=WorldPage)
    def get(self, query: Paged) -> WorldPage:
        """Your worlds, as they stood when they were last looked at."""
        rows: QuerySet[WorldRow] = WorldRow.objects.filter(owner_id=self.user_id)
        found, following = page(rows, ["-id"], query.cursor, query.limit)
        return WorldPage(next=following, results=[told(row) for row in found])

    @operation("create_world", body=NewWorld, answer=World, status=201, refuses=True)
    def post(self, body: NewWorld) -> World:
        """Make a world, with a guild and heroes in it."""
        made = found_world(
            self.user_id,
            name=body.name or "",
            seed=body.seed,
            heroes=body.heroes,
            time_scale=body.time_scale,
        )
        self.location = reverse("world", args=[made.pk])
        return told(made)


class OneWorld(WorldView):
    """One of them."""

    tag = "worlds"

    @operation("read_world", answer=World)
    def get(self) -> World:
        """A world as it is now."""
        return told(self.world)

    @operation("change_world", body=WorldChange, answer=World, refuses=True)
    def patch(self, body: WorldChange) -> World:
        """Rename a world, let its time run faster or slower, pause it, say what you have read."""
        if body.time_scale is not None:
            self.act("time_scale", time_scale=body.time_scale)
        if body.paused is not None:
            self.act("pause" if body.paused else "resume")
        plain = body.model_dump(include={"name", "read_step"}, exclude_none=True)
        if plain:
            WorldRow.objects.filter(pk=self.world.pk).update(**plain)
        self.world.refresh_from_db()
        return told(self.world)

    @operation("delete_world", answer=Leaving, status=202, anytime=True)
    def delete(self) -> Leaving:
        """Let a world go, with everybody and everything in it, for ever.

        From now on there is no such world; a worker erases what is left of it.
        """
        leave_world(self.world.pk)
        hand_over_later("worlds.erase_the_marked")
        return Leaving(detail=f"{self.world.name} is gone, and will be erased.")
