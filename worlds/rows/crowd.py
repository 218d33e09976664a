"""Heroes, their bonds and their feelings: rows into columns."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim import memory
from heroes.sim.bonds import CAP
from heroes.sim.columns import FOREVER, Bonds, Heroes
from heroes.sim.lexicon import ACTIONS, CLASSES, ITEMS, KINDS, RELATIONSHIPS, SKILLS, STATUSES, TRAITS
from influence.sim.columns import Influence
from worlds.rows.records import HeroRow, Rows
from worlds.rows.roll import Roll, Unsimulable, codes, ints, table

I64 = NDArray[np.int64]


def heroes(rows: Rows, roll: Roll) -> Heroes:
    h = rows.heroes
    world = ints(roll.world_at[row.world_id] for row in h)
    first = {w: at for at, w in reversed(list(enumerate(world.tolist())))}
    return Heroes(
        world=world,
        number=ints(row.number for row in h),
        traits=table((row.personality for row in h), TRAITS),
        born=table((row.birth["personality"] for row in h), TRAITS),
        skills=table((row.skills for row in h), SKILLS),
        items=table((row.items for row in h), ITEMS),
        gold=ints(row.gold for row in h),
        experience=ints(row.experience for row in h),
        energy=ints(row.energy for row in h),
        mood=ints(row.mood for row in h),
        health=ints(row.health for row in h),
        hero_class=codes((row.hero_class for row in h), CLASSES),
        status=codes((row.status for row in h), STATUSES),
        place=ints(row.place for row in h),
        action=codes((row.current_action for row in h), ACTIONS),
        started=ints(row.started_step for row in h),
        until=ints(row.until_step for row in h),
        fed=ints(row.fed_step for row in h),
        met=ints(row.met_step for row in h),
        last=codes((row.last_action for row in h), ACTIONS),
        streak=ints(row.streak for row in h),
        partner=ints(
            -1 if row.partner is None else _numbered(h, first[world[at]], row) for at, row in enumerate(h)
        ),
        quest=np.full(len(h), -1, dtype=np.int64),
        expectations=np.array([row.expectations for row in h], dtype=np.int16).reshape(
            -1, len(ACTIONS), len(KINDS)
        ),
        memories=memory.table([row.memories for row in h]),
        thought=_carried(h, roll),
        touched=np.zeros(len(h), dtype=bool),
    )


def _numbered(rows: list[HeroRow], first: int, row: HeroRow) -> int:
    """Position of the partner: heroes are numbered without gaps from 0, as they are never deleted."""
    at = first + (row.partner or 0)
    if at >= len(rows) or rows[at].number != row.partner or rows[at].world_id != row.world_id:
        raise Unsimulable(
            row.world_id, f"hero {row.number} shares an activity with hero {row.partner}, who is not there"
        )
    return at


def _carried(rows: list[HeroRow], roll: Roll) -> I64:
    """Codes below −n for heroes who have not decided anything yet."""
    roll.carried = [row.carried for row in rows] * 2
    new = [row.carried == {} and row.started_step == row.birth.get("step") for row in rows]
    return -1 - np.arange(len(rows), dtype=np.int64) - np.where(np.array(new, dtype=bool), len(rows), 0)


def bonds(rows: Rows, roll: Roll) -> Bonds:
    """One bond for each pair of rows, kept by the lower hero."""
    twin = {(row.other_id, row.hero_id, row.kind): at for at, row in enumerate(rows.bonds)}
    kept = [
        (at, row)
        for at, row in enumerate(rows.bonds)
        if roll.hero_at[row.hero_id] < roll.hero_at[row.other_id]
    ]
    for at, row in kept:
        other = twin.get((row.hero_id, row.other_id, row.kind))
        if other is None:
            raise Unsimulable(row.world_id, f"a {row.kind} is told by one of its two heroes only")
        roll.bond_pairs.append((at, other))
    n = len(kept)
    a, b = (ints(roll.hero_at[getattr(row, end)] for _, row in kept) for end in ("hero_id", "other_id"))
    slots = np.full((len(rows.heroes), CAP), -1, dtype=np.int64)
    filled = [0] * len(rows.heroes)
    for bond, ends in enumerate(zip(a.tolist(), b.tolist(), strict=True)):
        for hero in ends:
            if filled[hero] >= CAP:
                raise Unsimulable(rows.heroes[hero].world_id, f"a hero has more than {CAP} relationships")
            slots[hero, filled[hero]] = bond
            filled[hero] += 1
    out = Bonds(
        a=a,
        b=b,
        kind=codes((row.kind for _, row in kept), RELATIONSHIPS),
        strength=ints(row.strength for _, row in kept),
        interactions=ints(row.interactions for _, row in kept),
        last=ints(row.last_step for _, row in kept),
        mentor_is_a=np.array([row.role == "mentor" for _, row in kept], dtype=bool),
        alive=np.ones(n, dtype=bool),
        touched=np.zeros(n, dtype=bool),
        size=n,
        stored=n,
        slots=slots,
    )
    out.grow(1)  # there is always a position to look at, even where nobody knows anybody
    return out


def influence(rows: Rows, roll: Roll) -> Influence:
    found = {row.hero_id: row for row in rows.influence}
    missing = [row for row in rows.heroes if row.id not in found]
    if missing:
        raise Unsimulable(missing[0].world_id, f"hero {missing[0].number} has no influence record")
    rows.influence = [found[row.id] for row in rows.heroes]
    orders = [row.standing_order or {} for row in rows.influence]
    counsels = [row.counsel or {} for row in rows.influence]
    due = [
        min((p["due"] for p in row.promises if p["state"] == "open"), default=FOREVER)
        for row in rows.influence
    ]
    return Influence(
        trust=ints(row.trust for row in rows.influence),
        respect=ints(row.respect for row in rows.influence),
        fear=ints(row.fear for row in rows.influence),
        order=ints(ACTIONS.index(o["action"]) + 1 if o else 0 for o in orders),
        order_quest=ints(-1 if o.get("quest") is None else o["quest"] for o in orders),
        order_until=ints(o.get("until", 0) for o in orders),
        counsel=ints(ACTIONS.index(c["action"]) + 1 if c else 0 for c in counsels),
        counsel_step=ints(c["step"] if c else -1 for c in counsels),
        promise_due=ints(due),
        touched=np.zeros(len(orders), dtype=bool),
    )
