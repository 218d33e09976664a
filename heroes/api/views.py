"""Heroes and their bonds, for the master."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.http import Http404
from django.urls import reverse

from heroes.api.shapes import (
    BondEntry,
    Dismissed,
    Hero,
    HeroPage,
    HeroQuery,
    Memory,
    Personality,
    Relationship,
    RelationshipPage,
    Rename,
    Renamed,
    Summoned,
    WholeHero,
)
from heroes.choices import HeroStatus
from heroes.models import Hero as HeroRow
from heroes.models import HeroRelationship
from heroes.services.remembrance import memories
from heroes.sim.bonds import FADE_STEPS
from herotycoon.api.documents import Paged
from herotycoon.api.operation import operation
from herotycoon.api.pages import page
from herotycoon.api.views import WorldView


class HeroView(WorldView):
    """A door to the heroes of a world."""

    tag = "heroes"

    def rows(self) -> QuerySet[HeroRow]:
        """All heroes of the world, also those who left; without what is large and not shown."""
        return HeroRow.objects.filter(world_id=self.world.pk).defer("carried", "expectations")

    def hero(self, number: int) -> HeroRow:
        """The hero of a path. Raises ``Http404``."""
        found = self.rows().filter(number=number).first()
        if found is None:
            raise Http404
        return found

    def id_of(self, number: int) -> UUID:
        """The id of the hero of a path. Raises ``Http404``."""
        found: UUID | None = self.rows().filter(number=number).values_list("pk", flat=True).first()
        if found is None:
            raise Http404
        return found

    def present(self, row: HeroRow) -> dict[str, Any]:
        """What is told of every hero."""
        return {
            **{name: getattr(row, name) for name in _AS_IT_IS},
            "action": row.current_action,
            "since": self.moment(row.started_step),
            "until": None if row.status == HeroStatus.GONE else self.moment(row.until_step),
            "place": self.place(row.place),
            "quest": row.quest_number,
            "personality": Personality.model_validate(row.personality),
        }


_AS_IT_IS = (
    "id", "number", "name", "hero_class", "status", "partner", "energy", "mood", "health", "gold", "experience",
)  # fmt: skip


_SHOWN = (
    *_AS_IT_IS,
    "world",
    "current_action",
    "started_step",
    "until_step",
    "place",
    "quest_number",
    "personality",
)
"""The columns behind that."""
_REMEMBERED = ("what", "action", "other", "quest", "felt", "loudness", "told")


class Heroes(HeroView):
    """The people of the guild."""

    @operation("list_heroes", query=HeroQuery, answer=HeroPage, kept=True)
    def get(self, query: Any) -> HeroPage:
        """Who there is, filtered by what they do, where they are, and who they are."""
        rows = self.rows().only(*_SHOWN)
        rows = rows.filter(status=query.status) if query.status else rows.exclude(status="gone")
        for name, value in (
            ("current_action", query.action),
            ("hero_class", query.hero_class),
            ("place", query.place),
        ):
            if value is not None:
                rows = rows.filter(**{name: value})
        rows = rows.filter(**{f"personality__{bound}": value for bound, value in query.bounds().items()})
        found, following = page(rows, ["number"], query.cursor, query.limit)
        return HeroPage(next=following, results=[Hero(**self.present(row)) for row in found])

    @operation("summon_hero", answer=Summoned, status=201, refuses=True)
    def post(self) -> Summoned:
        """Call a new hero to the guild, for 80 gold."""
        done = self.act("summon")
        self.location = reverse("hero", args=[self.world.pk, done["hero"]])
        return Summoned(number=done["hero"], name=done["name"], activity=done["activity"])


class OneHero(HeroView):
    """One of them."""

    @operation("read_hero", answer=WholeHero)
    def get(self, hero: int) -> WholeHero:
        """A hero with story, skills and things."""
        row = self.hero(hero)
        return WholeHero(
            **self.present(row),
            pronoun=row.birth.get("pronoun", "they"),
            backstory=row.backstory,
            motivation=row.motivation,
            quirks=row.quirks,
            skills=row.skills,
            items=row.items,
            memories=self._memories(row),
        )

    def _memories(self, row: HeroRow) -> list[Memory]:
        rows = HeroRow.objects.filter(world_id=self.world.pk)
        names = dict(rows.values_list("number", "name")) if row.memories else {}
        found = memories(
            row.memories, self.world.step, self._where, lambda number: names.get(number, "somebody")
        )
        return [
            Memory(
                place=None if one.place is None else self.place(one.place),
                moment=self.moment(one.step),
                **{name: getattr(one, name) for name in _REMEMBERED},
            )
            for one in found
        ]

    def _where(self, place: int) -> str:
        name = self.place(place).name
        return f"at {'the' + name[3:] if name.startswith('The ') else name}"

    @operation("rename_hero", body=Rename, answer=Renamed, refuses=True)
    def patch(self, hero: int, body: Rename) -> Renamed:
        """Give a hero another name."""
        self.id_of(hero)
        done = self.act("rename", hero=hero, name=body.name)
        return Renamed(number=hero, name=done["name"], activity=done["activity"])

    @operation("dismiss_hero", answer=Dismissed, refuses=True)
    def delete(self, hero: int) -> Dismissed:
        """Send a hero away.

        They leave as soon as they are free, and stay in the world's memory; nobody is deleted.
        """
        self.id_of(hero)
        return Dismissed(number=hero, activity=self.act("dismiss", hero=hero)["activity"])


class Relationships(HeroView):
    """What others are to a hero."""

    @operation("list_relationships", query=Paged, answer=RelationshipPage)
    def get(self, hero: int, query: Paged) -> RelationshipPage:
        """A hero's bonds with others, and what moved them."""
        rows = HeroRelationship.objects.filter(
            world_id=self.world.pk, hero_id=self.id_of(hero), other__world_id=self.world.pk
        )
        rows = rows.annotate(other_number=F("other__number"), other_name=F("other__name"))
        found, following = page(rows, ["other_number", "kind"], query.cursor, query.limit)
        return RelationshipPage(next=following, results=[self._told(row) for row in found])

    def _told(self, row: Any) -> Relationship:
        loss = min((self.world.step - row.last_step) // FADE_STEPS, abs(row.strength))
        return Relationship(
            other=row.other_number,
            name=row.other_name,
            faded=row.strength - loss if row.strength > 0 else row.strength + loss,
            last=self.moment(row.last_step),
            history=[self._entry(one) for one in row.history],
            **{name: getattr(row, name) for name in ("kind", "role", "strength", "interactions")},
        )

    def _entry(self, one: dict[str, Any]) -> BondEntry:
        cause = str(one.get("cause", ""))
        return BondEntry(
            moment=self.moment(one.get("step", 0)),
            cause=cause,
            change=one.get("change", 0),
            fading=one.get("fading", 0),
        )
