"""Quests and bounties, for the master."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.http import Http404
from django.urls import reverse

from herotycoon.api.documents import Paged
from herotycoon.api.operation import operation
from herotycoon.api.pages import page
from herotycoon.api.views import WorldView
from quests.api.shapes import Assignment, AssignmentPage, Bounty, Posted, Quest, QuestPage, QuestQuery
from quests.models import Quest as QuestRow
from quests.models import QuestAssignment

_AS_IT_IS = (
    "id", "number", "source", "title", "description", "monster", "difficulty", "reward_gold", "reward_experience",
    "party_max", "status",
)  # fmt: skip


class QuestView(WorldView):
    """A door to the quests of a world."""

    tag = "quests"

    def rows(self) -> QuerySet[QuestRow]:
        """All quests that there ever were."""
        return QuestRow.objects.filter(world_id=self.world.pk)

    def quest(self, number: int) -> QuestRow:
        """The quest of a path. Raises ``Http404``."""
        found = self.rows().filter(number=number).first()
        if found is None:
            raise Http404
        return found

    def told(self, row: QuestRow) -> Quest:
        """A quest as it is told."""
        return Quest(
            **{name: getattr(row, name) for name in _AS_IT_IS},
            place=self.place(row.place),
            posted=self.moment(row.posted_step),
            expires=self.moment(row.expires_step),
            trial=None if row.trial_step is None else self.moment(row.trial_step),
        )


class Quests(QuestView):
    """The board."""

    @operation("list_quests", query=QuestQuery, answer=QuestPage)
    def get(self, query: QuestQuery) -> QuestPage:
        """Quests: on the board, under way, and over."""
        wanted = {name: value for name in ("status", "source") if (value := getattr(query, name)) is not None}
        found, following = page(self.rows().filter(**wanted), ["-number"], query.cursor, query.limit)
        return QuestPage(next=following, results=[self.told(row) for row in found])

    @operation("post_bounty", body=Bounty, answer=Posted, status=201, refuses=True)
    def post(self, body: Bounty) -> Posted:
        """Put a bounty on the board."""
        done = self.act("bounty", **body.model_dump())
        self.location = reverse("quest", args=[self.world.pk, done["quest"]])
        return Posted(number=done["quest"], activity=done["activity"])


class OneQuest(QuestView):
    """One of them."""

    @operation("read_quest", answer=Quest)
    def get(self, quest: int) -> Quest:
        """One quest."""
        return self.told(self.quest(quest))


class Assignments(QuestView):
    """Who took it on."""

    @operation("list_assignments", query=Paged, answer=AssignmentPage)
    def get(self, quest: int, query: Paged) -> AssignmentPage:
        """Who took a quest on, and how it went for them."""
        rows = QuestAssignment.objects.filter(
            world_id=self.world.pk, quest_id=self.quest(quest).pk, hero__world_id=self.world.pk
        )
        rows = rows.annotate(hero_number=F("hero__number"), hero_name=F("hero__name"))
        found, following = page(rows, ["hero_number"], query.cursor, query.limit)
        return AssignmentPage(next=following, results=[self._told(row) for row in found])

    def _told(self, row: Any) -> Assignment:
        return Assignment(
            hero=row.hero_number,
            name=row.hero_name,
            status=row.status,
            ordered=row.ordered,
            assigned=self.moment(row.assigned_step),
            ended=None if row.ended_step is None else self.moment(row.ended_step),
        )
