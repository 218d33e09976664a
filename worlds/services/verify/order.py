"""I3 and I5: no row of the log is lost, repeated or out of its time, and every life is told without a gap."""

from __future__ import annotations

from collections.abc import Iterator

from worlds.services.verify.findings import Finding, Subject, capped
from worlds.sim.clock import PAYDAY, STEPS_A_DAY, paydays

_NUMBERING = """
SELECT step, count(*), min(seq), max(seq) FROM activity_history(%(world)s, %(after)s, %(until)s)
GROUP BY step HAVING count(*) <> max(seq) + 1 OR min(seq) <> 0 ORDER BY step
"""
_BEYOND = """
SELECT hero_id, action, step, seq FROM activity_history(%(world)s, %(now)s, %(until)s) ORDER BY step, seq
"""
_HERE = "SELECT count(*) FROM activity_history(%(world)s, %(now)s - 1, %(now)s)"
_TIMES = """
SELECT hero_id, action, step, seq, real_at, before, game_at,
       timestamptz '1000-01-01T00:00Z' + step * interval '30 minutes'
FROM (SELECT hero_id, action, step, seq, real_at, game_at,
             lag(real_at) OVER (ORDER BY step, seq) AS before
      FROM activity_history(%(world)s, %(after)s, %(until)s)) AS told
WHERE real_at < before OR game_at <> timestamptz '1000-01-01T00:00Z' + step * interval '30 minutes'
ORDER BY step, seq
"""
_UPKEEP = """
SELECT day FROM generate_series(0, %(days)s - 1) AS day
LEFT JOIN (SELECT step FROM activity_history(%(world)s, %(after)s, %(until)s)
           WHERE kind = 'event' AND action = 'upkeep') AS a ON a.step = day * %(long)s + %(payday)s
WHERE day * %(long)s + %(payday)s > %(after)s
GROUP BY day HAVING count(a.step) <> 1 ORDER BY day
"""
_DUE = """
SELECT id, status, current_action, started_step, until_step FROM heroes
WHERE world_id = %(world)s AND (until_step <= %(now)s OR started_step > %(now)s) AND carried <> '{}' ORDER BY number
"""
_BEGUN = """
SELECT h.id, h.number, h.status, h.started_step, coalesce((c.state ->> 'until')::int, (h.birth ->> 'step')::int, 0) AS step
FROM heroes h LEFT JOIN archive_checkpoints c ON c.hero_id = h.id AND c.world_id = h.world_id
WHERE h.world_id = %(world)s
"""
"""Everybody, and the step at which their first activity began: at birth, or after what was dropped."""
_TILES = f"""
SELECT h.id, told.action, told.started_step, told.step, coalesce(told.before, h.step), told.before
FROM (SELECT hero_id, action, started_step, step, seq,
             lag(step) OVER (PARTITION BY hero_id ORDER BY step, seq) AS before
      FROM activity_history(%(world)s, %(after)s, %(until)s)
      WHERE kind = 'action' AND hero_id IS NOT NULL) AS told
JOIN ({_BEGUN}) AS h ON h.id = told.hero_id
WHERE told.started_step <> coalesce(told.before, h.step)
ORDER BY h.number, told.step, told.seq
"""  # noqa: S608 - one query in two parts
_LAST = f"""
SELECT h.id, h.status, h.started_step, last.step, h.step
FROM ({_BEGUN}) AS h
LEFT JOIN (SELECT a.hero_id, max(a.step) AS step FROM activity_history(%(world)s, %(after)s, %(until)s) a
           WHERE a.kind = 'action' GROUP BY a.hero_id) AS last ON last.hero_id = h.id
WHERE h.status <> 'gone' AND h.started_step <> coalesce(last.step, h.step)
ORDER BY h.number
"""  # noqa: S608 - one query in two parts


def exactly_once(subject: Subject) -> Iterator[Finding]:
    """I3: rows are numbered without a gap, none lies beyond the world's step, the clock's daily mark never fails."""
    world = subject.world
    yield from capped(
        Finding("I3", f"step {step}", f"{count:,} rows numbered {low} to {high}", f"0 to {count - 1}")
        for step, count, low, high in subject.ask(_NUMBERING)
    )
    yield from capped(
        Finding(
            "I3", f"{subject.hero(hero)}, {action}", f"logged at step {step}", f"the world is at {world.step}"
        )
        for hero, action, step, _ in subject.ask(_BEYOND, now=world.step)
    )
    here = subject.ask(_HERE, now=world.step)[0][0]
    if here != world.seq:
        yield Finding("I3", f"step {world.step}", f"{here} rows", f"the world counts {world.seq}")
    yield from capped(_times(subject))
    yield from capped(_upkeep(subject))
    yield from capped(_due(subject))


def _times(subject: Subject) -> Iterator[Finding]:
    for hero, action, step, seq, real, before, game, right in subject.ask(_TIMES):
        where = f"{subject.hero(hero)}, {action} at step {step}, row {seq}"
        if game != right:
            yield Finding(
                "I3", where, f"game time {game:%Y-%m-%d %H:%M}", f"that step is {right:%Y-%m-%d %H:%M}"
            )
        if before is not None and real < before:
            yield Finding(
                "I3", where, f"real time {real.isoformat()}", f"the row before it is of {before.isoformat()}"
            )


def _upkeep(subject: Subject) -> Iterator[Finding]:
    """The guild's upkeep falls due once a day, whatever happens: a day without it was lost, with two repeated."""
    days = paydays(0, subject.world.step)
    for (day,) in subject.ask(_UPKEEP, days=days, payday=PAYDAY, long=STEPS_A_DAY):
        where = f"step {day * STEPS_A_DAY + PAYDAY} (day {day + 1})"
        yield Finding("I3", where, "the guild's upkeep is missing or told twice", "it falls due once a day")


def _due(subject: Subject) -> Iterator[Finding]:
    now = subject.world.step
    for hero, status, action, started, until in subject.ask(_DUE, now=now):
        if status == "gone" and started <= now:
            continue
        what = f"{action or 'nothing'} from step {started} to {until}"
        yield Finding("I3", subject.hero(hero), what, f"at step {now} it is begun, and not yet over")


def without_gaps(subject: Subject) -> Iterator[Finding]:
    """I5: activities follow one another from birth to the start of the present one."""
    yield from capped(_tiles(subject))
    yield from capped(
        Finding(
            "I5",
            subject.hero(hero),
            f"the present activity began at step {started}",
            f"the last one in the log ended at {last}"
            if last is not None
            else f"nothing is logged since step {born}",
        )
        for hero, _, started, last, born in subject.ask(_LAST)
    )


def _tiles(subject: Subject) -> Iterator[Finding]:
    for hero, action, started, ended, right, before in subject.ask(_TILES):
        what = "the one before it ended" if before is not None else "their life began"
        where = f"{subject.hero(hero)}, {action} until step {ended}"
        gap = "a gap" if started > right else "an overlap"
        yield Finding("I5", where, f"it began at step {started}", f"{what} at {right} ({gap})")
