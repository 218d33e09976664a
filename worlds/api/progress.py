"""What happened while the master was away, and how its heroes behave."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from herotycoon.accounts.models import UserSession
from herotycoon.api.documents import Moment
from herotycoon.api.operation import operation
from herotycoon.api.views import WorldView
from worlds.api.report_shapes import Headline, Report, Since, Tale
from worlds.services.notices import notices
from worlds.services.report.kept import kept_report
from worlds.services.report.since import since
from worlds.services.tales import newest, tale

Json = dict[str, Any]


class OfflineProgress(WorldView):
    """The report."""

    tag = "worlds"

    def revision(self) -> str:
        """Where a report begins depends on the visit, too, and how it is told on who was hired."""
        visit = UserSession.objects.values_list("previous_seen_at", flat=True).get(pk=self.request.auth.pk)
        return f"{super().revision()}-{int(visit.timestamp()) if visit else 0}{newest(self.world)}"

    @operation("read_offline_progress", query=Since, answer=Report, refuses=True)
    def get(self, query: Since) -> Report:
        """What happened while you were away.

        Headlines ranked by importance, every hero's time, the sums. Each line carries the ids of its activities; those of
        kind action have decisions of the same id.
        """
        zone = ZoneInfo(query.tz)
        start = since(self.world, query.since)
        told = kept_report(self.world, start.step)
        prose = tale(self.world, told)
        return Report(
            world=self.world.pk,
            world_name=told["world"]["name"],
            guild=told["world"]["guild"],
            since=None if told["since_step"] < 0 else self._at(told["since_step"], zone),
            until=self._at(told["until_step"], zone),
            opening=told["opening"],
            tale=Tale(
                text=prose["text"], told_by=prose["told_by"], until=self._at(prose["until_step"], zone)
            ),
            note=start.note,
            headlines=[self._headline(one, zone) for one in told["headlines"]],
            heroes=told["heroes"],
            totals=told["totals"],
            notices=[self._headline(one, zone) for one in notices(self.world, told)],
        )

    def _headline(self, one: Json, zone: ZoneInfo) -> Headline:
        plain = {name: one[name] for name in ("kind", "text", "activities", "importance", "heroes", "facts")}
        return Headline(**plain, at=self._at(one["step"], zone))

    def _at(self, step: int, zone: ZoneInfo) -> Moment:
        moment = self.moment(step)
        return moment.model_copy(update={"real_at": _there(moment.real_at, zone)})


def _there(moment: datetime, zone: ZoneInfo) -> datetime:
    """The same moment on another clock."""
    return moment.astimezone(zone)
