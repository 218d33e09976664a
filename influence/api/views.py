"""The master's hand on a hero: what they hold of the master, orders, interventions."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from heroes.api.views import HeroView
from heroes.models import Activity
from heroes.sim.lexicon import STEPS_A_DAY
from herotycoon.api.documents import Paged
from herotycoon.api.operation import operation
from herotycoon.api.pages import page
from influence.api.shapes import (
    Cause,
    GivenOrder,
    Influence,
    Intervention,
    InterventionPage,
    Moved,
    Needed,
    Order,
    OrderAnswer,
    OrderPage,
    PastIntervention,
    Promise,
    StandingOrder,
)
from influence.models import MasterInfluence
from influence.services.interventions import KINDS

PILLARS = ("trust", "respect", "fear")


class HeartView(HeroView):
    """A door to what one hero holds of the master."""

    tag = "influence"

    def inputs(self, number: int, *actions: str) -> QuerySet[Activity]:
        """What the master did to a hero, as it is logged."""
        mine = Activity.objects.filter(world_id=self.world.pk, hero_id=self.id_of(number))
        return mine.filter(kind="input", action__in=actions)


class HeroInfluence(HeartView):
    """Trust, respect and fear."""

    @operation("read_influence", answer=Influence)
    def get(self, hero: int) -> Influence:
        """What a hero holds of you, why, and what you owe them."""
        row = MasterInfluence.objects.get(world_id=self.world.pk, hero_id=self.id_of(hero))
        return Influence(
            **{name: getattr(row, name) for name in PILLARS},
            standing_order=self._order(row.standing_order) if row.standing_order else None,
            promises=[self._promise(one) for one in row.promises],
            history=[self._cause(one) for one in row.history],
        )

    def _order(self, one: dict[str, Any]) -> StandingOrder:
        lapses = one["action"] != "depart"
        return StandingOrder(
            action=one["action"],
            quest=one.get("quest"),
            asked=self.moment(one["asked"]),
            until=self.moment(one["until"]) if lapses else None,
        )

    def _promise(self, one: dict[str, Any]) -> Promise:
        return Promise(
            gold=one["gold"], made=self.moment(one["made"]), due=self.moment(one["due"]), state=one["state"]
        )

    def _cause(self, one: dict[str, Any]) -> Cause:
        return Cause(moment=self.moment(one["step"]), causes=one.get("causes", []), **_moved(one))


class Orders(HeartView):
    """Orders, which may be refused."""

    @operation("list_orders", query=Paged, answer=OrderPage)
    def get(self, hero: int, query: Paged) -> OrderPage:
        """The orders you gave a hero, and what they said."""
        rows = self.inputs(hero, "order")
        found, following = page(rows, ["-step", "-seq"], query.cursor, query.limit)
        return OrderPage(next=following, results=[self._told(row) for row in found])

    @operation("give_order", body=Order, answer=OrderAnswer, status=201, refuses=True)
    def post(self, hero: int, body: Order) -> OrderAnswer:
        """Ask a hero to do something.

        The hero says yes or no at once; of a no, why, and what would have changed it. The same order asked again within
        a game day gets the same answer.
        """
        self.id_of(hero)
        done = self.act("order", hero=hero, **body.model_dump())
        return OrderAnswer(**{**done, "needed": Needed(**done["needed"])})

    def _told(self, row: Activity) -> GivenOrder:
        args, answer = row.data.get("args", {}), row.data.get("answer", {})
        return GivenOrder(
            activity=row.pk,
            moment=self.moment(row.step),
            action=args.get("action", ""),
            quest=args.get("quest"),
            urgent=bool(args.get("urgent")),
            agreed=bool(answer.get("agreed")),
            why=answer.get("why", ""),
        )


class Interventions(HeartView):
    """Praise, pay, punish, console, reconcile, promise."""

    @operation("list_interventions", query=Paged, answer=InterventionPage)
    def get(self, hero: int, query: Paged) -> InterventionPage:
        """What you did to a hero, and what it moved."""
        rows = self.inputs(hero, *KINDS)
        found, following = page(rows, ["-step", "-seq"], query.cursor, query.limit)
        return InterventionPage(next=following, results=[self._told(row) for row in found])

    @operation("intervene", body=Intervention, answer=Moved, status=201, refuses=True)
    def post(self, hero: int, body: Intervention) -> Moved:
        """Do something to a hero: praise, punish, threaten, console, reward, gift, mediate, promise."""
        self.id_of(hero)
        given = body.root.model_dump()
        kind = given.pop("kind")
        done = self.act(kind, hero=hero, **given)
        due = self.moment(self.world.step + given["days"] * STEPS_A_DAY) if kind == "promise" else None
        return Moved(kind=kind, activity=done["activity"], due=due, **_moved(done["influence"]))

    def _told(self, row: Activity) -> PastIntervention:
        return PastIntervention(
            activity=row.pk,
            moment=self.moment(row.step),
            kind=row.action,
            mood=row.mood_impact,
            **_moved(row.changes.get("influence", {})),
        )


def _moved(changes: dict[str, Any]) -> dict[str, int]:
    return {name: changes.get(name, 0) for name in PILLARS}
