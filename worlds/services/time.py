"""The pace of a world. Changing it re-anchors the clock at the present step and never rewrites the past."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from heroes.services.journal import Refused, note
from worlds.services.creation import FASTEST, SLOWEST
from worlds.services.moments import Held, real_time


def set_scale(at: Held, *, time_scale: int) -> dict[str, Any]:
    """Game seconds per real second from now on."""
    if not SLOWEST <= time_scale <= FASTEST:
        raise Refused(
            f"the time scale is {SLOWEST} to {FASTEST:,} game seconds per real second, not {time_scale:,}"
        )
    before = at.world.time_scale
    note(at.now, "time_scale", {"time_scale": time_scale}, answer={"before": before})
    _anchor(at, "time_scale", time_scale=time_scale)
    return {"time_scale": time_scale}


def pause(at: Held) -> dict[str, Any]:
    """Stop the clock."""
    if at.world.status == "paused":
        raise Refused("this world is paused already")
    note(at.now, "pause", {})
    _anchor(at, "status", status="paused")
    return {"status": "paused"}


def resume(at: Held) -> dict[str, Any]:
    """Let the clock run on from where it stopped: the present step happens now."""
    if at.world.status != "paused":
        raise Refused("this world is not paused")
    # Where the world stood ahead of the clock, time goes on from there: what has happened has happened.
    at.world.anchor_real = at.now.real_at = max(timezone.now(), real_time(at.world, at.world.step))
    note(at.now, "resume", {})
    at.world.anchor_step, at.world.status = at.world.step, "running"
    at.world.save(update_fields=["anchor_real", "anchor_step", "status"])
    return {"status": "running"}


def _anchor(at: Held, *fields: str, **values: Any) -> None:
    at.world.anchor_real = real_time(at.world, at.world.step)
    at.world.anchor_step = at.world.step
    for name, value in values.items():
        setattr(at.world, name, value)
    at.world.save(update_fields=["anchor_real", "anchor_step", *fields])
