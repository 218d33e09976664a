"""The log of a world and of a hero, and why somebody did something."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404

from herotycoon.api.operation import operation
from herotycoon.api.pages import keys, sealed
from herotycoon.api.views import WorldView
from worlds.api.chronicle_shapes import (
    Activity,
    ActivityPage,
    Decision,
    DecisionPage,
    HeroActivities,
    HeroDecisions,
    Named,
    Stretch,
    Why,
    WorldActivities,
    WorldDecisions,
)
from worlds.api.why import why
from worlds.services import feed
from worlds.services.explain import NoDecision, explain_in

T = TypeVar("T")
_ACTIVITY = (
    "id",
    "kind",
    "action",
    "place",
    "place_name",
    "seq",
    "mood_impact",
    "importance",
    "data",
    "changes",
)
_DECISION = (
    "id",
    "chosen",
    "satisfaction",
    "reasoning",
    "utility",
    "against",
    "against_utility",
    "rules_version",
)


class ChronicleView(WorldView):
    """A door to the log."""

    tag = "chronicle"

    def activities(self, query: HeroActivities, hero: int | None) -> ActivityPage:
        """A page of activities."""
        filters = feed.ActivityFilter(
            hero=hero,
            kinds=[query.kind] if query.kind else [],
            place=query.place,
            importance=query.importance,
            **_stretch(query),
        )
        before = _before(query.cursor, "activities")
        found = self._of_somebody(
            feed.activities(self.world.pk, filters=filters, before=before, limit=query.limit)
        )
        return ActivityPage(
            next=_next(found.next, "activities"), results=[self._activity(row) for row in found.rows]
        )

    def decisions(self, query: HeroDecisions, hero: int | None) -> DecisionPage:
        """A page of decisions."""
        filters = feed.DecisionFilter(
            hero=hero, least=query.satisfaction_min, most=query.satisfaction_max, **_stretch(query)
        )
        before = _before(query.cursor, "decisions")
        found = self._of_somebody(
            feed.decisions(self.world.pk, filters=filters, before=before, limit=query.limit)
        )
        return DecisionPage(
            next=_next(found.next, "decisions"), results=[self._decision(row) for row in found.rows]
        )

    def _of_somebody(self, found: feed.Page[T]) -> feed.Page[T]:
        """A page; raises ``Http404`` where the path names a hero that there is not."""
        if found.nobody and "hero" in self.kwargs:
            raise Http404
        return found

    def _activity(self, row: feed.Logged) -> Activity:
        hero = Named(number=row.hero, name=row.name or "") if row.hero is not None else None
        return Activity(**{name: getattr(row, name) for name in _ACTIVITY}, hero=hero, **self._times(row))

    def _decision(self, row: feed.Decided) -> Decision:
        hero = Named(number=row.hero, name=row.name)
        return Decision(**{name: getattr(row, name) for name in _DECISION}, hero=hero, **self._times(row))

    def _times(self, row: feed.Logged | feed.Decided) -> dict[str, Any]:
        """The end as it was logged; what it began at follows from the step."""
        ended = self.moment(row.step).model_copy(update={"real_at": row.real_at})
        return {"started": self.moment(row.started_step), "ended": ended}


class Activities(ChronicleView):
    """Everybody's."""

    @operation("list_activities", query=WorldActivities, answer=ActivityPage)
    def get(self, query: WorldActivities) -> ActivityPage:
        """What everybody did, and what was done to them."""
        return self.activities(query, query.hero)


class OneActivity(ChronicleView):
    """One entry."""

    @operation("read_activity", answer=Activity)
    def get(self, activity: UUID) -> Activity:
        """One entry of the log, such as a line of a report or an answer names.

        Of kind action, it was decided: the decision has the same id.
        """
        found = feed.activity(self.world.pk, activity)
        if found is None:
            raise Http404
        return self._activity(found)


class Decisions(ChronicleView):
    """Everybody's."""

    @operation("list_decisions", query=WorldDecisions, answer=DecisionPage)
    def get(self, query: WorldDecisions) -> DecisionPage:
        """What everybody decided, in their own words."""
        return self.decisions(query, query.hero)


class ActivitiesOfHero(ChronicleView):
    """One's."""

    @operation("list_hero_activities", query=HeroActivities, answer=ActivityPage)
    def get(self, hero: int, query: HeroActivities) -> ActivityPage:
        """What a hero did, and what was done to them."""
        return self.activities(query, hero)


class DecisionsOfHero(ChronicleView):
    """One's."""

    @operation("list_hero_decisions", query=HeroDecisions, answer=DecisionPage)
    def get(self, hero: int, query: HeroDecisions) -> DecisionPage:
        """What a hero decided, in their own words."""
        return self.decisions(query, hero)


class OneDecision(ChronicleView):
    """Why."""

    @operation("explain_decision", answer=Why, kept=True)
    def get(self, decision: UUID) -> Why:
        """Why a hero did that: every option, what spoke for which, and what would have flipped it."""
        try:
            return why(explain_in(self.world, decision), self.moment)
        except NoDecision as error:
            raise Http404 from error


def _stretch(query: Stretch) -> dict[str, Any]:
    given: dict[str, Any] = {"actions": [query.action] if query.action else []}
    for name in ("after_step", "until_step"):
        if (step := getattr(query, name)) is not None:
            given[name] = step
    return given


def _before(cursor: str | None, of: str) -> tuple[int, int] | None:
    if cursor is None:
        return None
    step, seq = keys(cursor, of)
    return int(step), int(seq)


def _next(key: tuple[int, int] | None, of: str) -> str | None:
    return None if key is None else sealed(key, of)
