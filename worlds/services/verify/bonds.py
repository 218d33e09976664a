"""I1 and I6 for relationships: the strength is what the log makes of it, and both heroes tell the same."""

from __future__ import annotations

from collections.abc import Iterator

from worlds.services.ledger import TOLD
from worlds.services.verify.findings import Finding, Subject, capped, listed

_STRENGTH = f"""{TOLD}
, stored AS (
    SELECT h.number AS one, o.number AS two, least(h.number, o.number) AS low,
           greatest(h.number, o.number) AS high, r.kind, r.opening, r.strength
    FROM hero_relationships r
    JOIN heroes h ON h.id = r.hero_id AND h.world_id = r.world_id
    JOIN heroes o ON o.id = r.other_id AND o.world_id = r.world_id
    WHERE r.world_id = %(world)s
)
SELECT s.one, s.two, coalesce(s.low, t.low), coalesce(s.high, t.high), coalesce(s.kind, t.kind),
       s.opening, s.strength, coalesce(t.moved, 0), coalesce(t.rows, 0), coalesce(t.forgotten, false)
FROM stored s
FULL JOIN (SELECT * FROM told_lives WHERE back = 1) t
  ON t.low = s.low AND t.high = s.high AND t.kind = s.kind
WHERE CASE WHEN coalesce(t.forgotten, false) THEN s.one IS NOT NULL
           ELSE s.one IS NULL OR s.strength <> s.opening + coalesce(t.moved, 0) END
ORDER BY 3, 4, 5, 1
"""  # noqa: S608 - one query in two parts
_CLOSED = f"""{TOLD}
SELECT low, high, kind, moved FROM told_lives
WHERE forgotten AND opened AND moved <> 0 ORDER BY low, high, kind
"""  # noqa: S608 - one query in two parts
_MIRROR = """
SELECT r.hero_id, r.other_id, r.kind, m.id IS NULL,
       ARRAY[r.strength, r.opening, r.interactions, r.last_step],
       ARRAY[m.strength, m.opening, m.interactions, m.last_step],
       r.history = m.history, r.role, m.role
FROM hero_relationships r
JOIN heroes h ON h.id = r.hero_id AND h.world_id = r.world_id
JOIN heroes o ON o.id = r.other_id AND o.world_id = r.world_id
LEFT JOIN hero_relationships m
  ON m.hero_id = r.other_id AND m.other_id = r.hero_id AND m.kind = r.kind AND m.world_id = r.world_id
WHERE r.world_id = %(world)s
  AND (m.id IS NULL
       OR (h.number < o.number
           AND (r.strength <> m.strength OR r.opening <> m.opening OR r.interactions <> m.interactions
                OR r.last_step <> m.last_step OR r.history <> m.history
                OR CASE WHEN r.kind = 'mentor' THEN r.role = m.role OR r.role = '' OR m.role = ''
                        ELSE r.role <> m.role END)))
ORDER BY h.number, o.number, r.kind
"""
_SHARED = ("strength", "opening strength", "meetings", "last meeting (step)")


def strengths(subject: Subject) -> Iterator[Finding]:
    """I1: opening strength and the sum of all changes and fading make the strength."""
    subject.counts["relationships"] = subject.ask(
        "SELECT count(*) FROM hero_relationships WHERE world_id = %(world)s"
    )[0][0]
    yield from capped(_strengths(subject))
    yield from capped(_closed(subject))


def _strengths(subject: Subject) -> Iterator[Finding]:
    for one, two, low, high, kind, opening, strength, moved, rows, forgotten in subject.ask(_STRENGTH):
        if one is None:
            where = f"{kind} of {subject.numbered(low)} and {subject.numbered(high)}"
            yield Finding("I1", where, "no such relationship", f"{rows:,} changes of it were logged")
            continue
        where = f"{kind} of {subject.numbered(one)} with {subject.numbered(two)}"
        if forgotten:
            yield Finding("I1", where, f"strength {strength}", "it was forgotten, and not opened again")
        else:
            right = f"{opening} at first and {moved:+} in {rows:,} changes make {opening + moved}"
            yield Finding("I1", where, f"strength {strength}", right)


def _closed(subject: Subject) -> Iterator[Finding]:
    for low, high, kind, moved in subject.ask(_CLOSED):
        where = f"{kind} of {subject.numbered(low)} and {subject.numbered(high)}, since forgotten"
        yield Finding("I1", where, f"its changes make {moved:+}", "what was opened and forgotten makes 0")


def two_sided(subject: Subject) -> Iterator[Finding]:
    """I6: a relationship reads the same from both heroes."""
    yield from capped(_mirrored(subject))


def _mirrored(subject: Subject) -> Iterator[Finding]:
    for hero, other, kind, alone, mine, theirs, same_history, role, their_role in subject.ask(_MIRROR):
        where = f"{kind} of {subject.hero(hero)} with {subject.hero(other)}"
        if alone:
            yield Finding("I6", where, f"{subject.hero(other)} has no such row", "both tell of it")
            continue
        pairs = zip(_SHARED, mine, theirs, strict=True)
        differing = [f"{name} {a} here and {b} there" for name, a, b in pairs if a != b]
        if not same_history:
            differing.append("two different histories")
        if role == their_role != "" or (role == "") != (their_role == ""):
            differing.append(f"roles {role or 'none'!r} and {their_role or 'none'!r}")
        yield Finding(
            "I6", where, listed(differing) or f"roles {role!r} and {their_role!r}", "both sides tell the same"
        )
