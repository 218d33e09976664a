"""Changes a single bond from outside the engine, both rows at once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q

from heroes.models import Hero, HeroRelationship
from heroes.services.journal import Moment, clamped, save
from heroes.sim.bonds import FADE_STEPS
from heroes.sim.lexicon import HISTORY


def soothe(
    moment: Moment, hero: Hero, other: Hero, kind: str, change: int, cause: str, id_: UUID
) -> dict[str, Any] | None:
    """Fade a bond to now and move it towards indifference, ``change`` being negative; what to log, or None where the
    two have no such bond, or one that is not above indifference any more.
    """
    rows = HeroRelationship.objects.select_for_update(no_key=True).filter(
        Q(hero=hero, other=other) | Q(hero=other, other=hero), world_id=moment.world, kind=kind
    )
    told: dict[str, Any] | None = None
    for row in rows:
        loss = min((moment.step - row.last_step) // FADE_STEPS, abs(row.strength))
        fading = -loss if row.strength > 0 else loss
        if row.strength + fading <= 0:
            return None
        moved = clamped(row.strength + fading, change)
        entry: dict[str, Any] = {"step": moment.step, "cause": cause, "change": moved}
        entry |= {"fading": fading} if fading else {}
        row.strength += fading + moved
        row.interactions += 1
        row.last_step = moment.step
        row.history = [*row.history, entry][-HISTORY:]
        save(row, "strength", "interactions", "last_step", "history", explained_by=id_)
        told = {"with": other.number, "kind": kind, "change": moved} | ({"fading": fading} if fading else {})
    return told
