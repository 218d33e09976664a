"""Finds the newest rows of a world's history that answer a search, in the log and in the archive.

The log is walked backwards by its index, of the world or of a hero, until enough was found: the search is kept apart
from the walk (`OFFSET 0`), or else the planner might rather look for what is rare everywhere and sort it. The archive is
asked for the newest week that has an answer, by the few of its columns that say so; of the weeks it passes nothing else
is read, and of that one only the heroes are unpacked whose rows are wanted.

A week that is being moved lies in both, and a row that contradicts itself stays in the log for ever: hence no page ends
before both were asked. The log comes first, since rows move from it to the archive and never back.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import UUID

from herotycoon.pg.quick import Rows, at_once
from worlds.sim.clock import STEPS_A_WEEK

Key = tuple[int, int]
"""(step, seq): the place of a row in the history of its world."""
HEADLINE = 60
"""Importance from which on `activity_log_headlines_idx` knows a row."""
_ACTIVITY = """
a.id, a.hero_id, a.step, a.seq, a.real_at, a.started_step, a.kind, a.action, a.mood_impact, a.importance,
a.data, a.changes
"""
_DECISION = """
d.id, d.hero_id, {step}, {seq}, {real_at}, d.started_step, d.chosen, d.satisfaction, d.reasoning,
d.rules_version, d.options, d.contributions ->> 'against'
"""
_WALKED = """
SELECT one.* FROM (
    SELECT one.* FROM activity_log one
    WHERE one.world_id = %(world)s AND (one.step, one.seq) < (%(top_step)s, %(top_seq)s) AND one.step > %(after)s {index}
    ORDER BY one.step DESC, one.seq DESC OFFSET 0
) AS one
WHERE {wanted} LIMIT %(most)s
"""
_DECIDED = """
EXISTS (SELECT FROM hero_decisions d WHERE d.id = one.id AND d.world_id = %(world)s AND {felt} OFFSET 0)
"""
_HOT_ACTIVITIES = f"SELECT {_ACTIVITY} FROM ({_WALKED}) AS a"  # noqa: S608 - texts of ours
_ONE_ACTIVITY = f"SELECT {_ACTIVITY} FROM activities_of(%(world)s, ARRAY[%(id)s]) AS a"  # noqa: S608
_HOT_DECISIONS = f"""
SELECT {_DECISION.format(step="a.step", seq="a.seq", real_at="a.real_at")}
FROM ({_WALKED}) AS a JOIN hero_decisions d ON d.id = a.id AND d.world_id = %(world)s
"""  # noqa: S608
_ARRAYS = {
    "id": "ids", "step": "steps", "seq": "seqs", "real_at": "real_ats", "kind": "kinds", "action": "actions",
    "importance": "importances", "data": "data",
}  # fmt: skip
_SATISFACTION = "json_array_elements_text(packed.decisions -> 'satisfaction')"
"""NULL where nobody decided."""
_BETWEEN = "(one.step, one.seq) < (%(top_step)s, %(top_seq)s) AND one.step > %(after)s"
_WEEK = """
SELECT packed.week FROM activity_archive packed
WHERE packed.world_id = %(world)s AND packed.week BETWEEN %(first)s AND %(last)s {subject}
  AND EXISTS (SELECT FROM {unpacked} WHERE {wanted})
ORDER BY packed.week DESC LIMIT 1
"""
_PAGE = """
WITH page AS MATERIALIZED (
    SELECT packed.id AS heros_week, one.id, one.step, one.seq, one.real_at
    FROM activity_archive packed CROSS JOIN LATERAL {unpacked}
    WHERE packed.world_id = %(world)s AND packed.week = ({week}) {subject} AND {wanted}
    ORDER BY one.step DESC, one.seq DESC LIMIT %(most)s
), wanted AS MATERIALIZED (
    SELECT heros_week, array_agg(id) AS ids, array_agg(step) AS steps, array_agg(seq) AS seqs, array_agg(real_at) AS real_ats
    FROM page GROUP BY heros_week
)
SELECT {columns}
FROM wanted JOIN activity_archive packed ON packed.id = wanted.heros_week AND packed.world_id = %(world)s
CROSS JOIN LATERAL {one}
WHERE {alias}.id = ANY (wanted.ids)
"""
_NEWEST_WEEK = "SELECT max(week) FROM activity_archive WHERE world_id = %(world)s"
_AT = "[array_position(wanted.ids, d.id)]"
_OLD_ACTIVITY = {
    "columns": _ACTIVITY,
    "one": "unpacked_activities(packed, -1, 2147483647) AS a",
    "alias": "a",
}
_OLD_DECISION = {
    "columns": _DECISION.format(
        step=f"wanted.steps{_AT}", seq=f"wanted.seqs{_AT}", real_at=f"wanted.real_ats{_AT}"
    ),
    "one": "unpacked_decisions(packed, -1, 2147483647) AS d",
    "alias": "d",
}


class Found(NamedTuple):
    """A row of the history, in its place; ``more`` are its other columns, documents as texts."""

    id: UUID
    hero: UUID | None
    step: int
    seq: int
    more: tuple[Any, ...]

    @property
    def key(self) -> Key:
        """Its place."""
        return self.step, self.seq


_PLACE = attrgetter("key")


@dataclass(frozen=True)
class Search:
    """What is looked for; empty and None ask for nothing. ``decided``: decisions, by how satisfied they left."""

    world: UUID
    hero: UUID | None = None
    kinds: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    place: int | None = None
    importance: int = 0
    after: int = -1
    decided: bool = False
    satisfaction: tuple[int, int] = (-100, 100)

    def newest(self, top: Key, most: int) -> list[Found]:
        """The ``most`` newest rows before ``top``, newest first."""
        found, archived = self._hot(top, most)
        last = min(top[0] // STEPS_A_WEEK, archived)
        while True:
            after = found[-1].step - 1 if len(found) == most else self.after
            old = self._archived(top, most, after, last)
            if not old:
                return found
            found = sorted({one.id: one for one in found + old}.values(), key=_PLACE, reverse=True)[:most]
            last = old[0].step // STEPS_A_WEEK - 1

    def _hot(self, top: Key, most: int) -> tuple[list[Found], int]:
        """Those of the log, and the newest week that the archive has (−1: none) after these were read."""
        index = "AND one.hero_id = %(hero)s" if self.hero else ""
        if self.importance >= HEADLINE:
            index += " AND one.importance >= %(importance)s"
        query = (_HOT_DECISIONS if self.decided else _HOT_ACTIVITIES).format(
            index=index, wanted=self._wanted("one.id IS NOT NULL", _DECIDED.format(felt=self._felt("d")))
        )
        rows, [(week,)] = at_once((query, _NEWEST_WEEK), self._given(top, most, after=self.after))
        return sorted(_found(rows), key=_PLACE, reverse=True), -1 if week is None else week

    def _archived(self, top: Key, most: int, after: int, last: int) -> list[Found]:
        """The newest of the newest week up to ``last`` that has any, of steps after ``after``."""
        first = (after + 1) // STEPS_A_WEEK
        if first > last:
            return []
        subject = "".join(
            f" AND {condition}"
            for condition, asked in (
                ("packed.hero_id = %(hero)s", self.hero),
                ("packed.kinds && %(kinds)s::varchar[]", self.kinds),
                ("packed.actions && %(actions)s::varchar[]", self.actions),
            )
            if asked
        )
        parts = {"subject": subject, "wanted": self._wanted(_BETWEEN, self._felt("one"))}
        week = _WEEK.format(unpacked=self._unpacked(), **parts)
        what = _OLD_DECISION if self.decided else _OLD_ACTIVITY
        query = _PAGE.format(unpacked=self._unpacked("id", "real_at"), week=week, **parts, **what)
        [rows] = at_once((query,), self._given(top, most, after=after, first=first, last=last))
        return _found(rows)

    def _wanted(self, first: str, decided: str) -> str:
        """Conditions on a row ``one``."""
        conditions = (
            (first, True),
            ("one.kind = ANY (%(kinds)s)", self.kinds),
            ("one.action = ANY (%(actions)s)", self.actions),
            ("one.importance >= %(importance)s", self.importance > 0),
            ("one.data -> 'place' = to_jsonb(%(place)s::integer)", self.place is not None),
            (decided, self.decided),
        )
        return " AND ".join(condition for condition, asked in conditions if asked)

    def _felt(self, of: str) -> str:
        return f"{of}.satisfaction::integer BETWEEN %(least)s AND %(greatest)s"

    def _unpacked(self, *more: str) -> str:
        """The columns of an archived week that the conditions need, and others, as rows ``one``."""
        asked = {
            "kind": self.kinds, "action": self.actions, "importance": self.importance, "data": self.place is not None,
        }  # fmt: skip
        names = [*more, "step", "seq", *(name for name, wanted in asked.items() if wanted)]
        arrays = f"unnest({', '.join(f'packed.{_ARRAYS[name]}' for name in names)})"
        if self.decided:
            return f"ROWS FROM ({arrays}, {_SATISFACTION}) AS one ({', '.join(names)}, satisfaction)"
        return f"{arrays} AS one ({', '.join(names)})"

    def _given(self, top: Key, most: int, **more: int) -> dict[str, Any]:
        return {
            "world": self.world, "hero": self.hero, "kinds": list(self.kinds), "actions": list(self.actions),
            "importance": self.importance, "place": self.place, "least": self.satisfaction[0],
            "greatest": self.satisfaction[1], "top_step": top[0], "top_seq": top[1], "most": most, **more,
        }  # fmt: skip


def one_activity(world: UUID, activity: UUID) -> Found | None:
    """The row with that id, wherever it lies."""
    [rows] = at_once((_ONE_ACTIVITY,), {"world": world, "id": activity})
    return next(iter(_found(rows)), None)


def _found(rows: Rows) -> list[Found]:
    return [Found(id_, hero, step, seq, tuple(more)) for id_, hero, step, seq, *more in rows]
