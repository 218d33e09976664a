"""The prose of an offline report: the template's at once, and a storyteller's for hire once a worker has it.

A tale for hire is about what happened up to the step at which it was asked for, and says so. It is kept in Redis for an
hour and never in the world: it tells of the world, which does not know of it. Each is asked for once in that time.
"""

from __future__ import annotations

import logging
from typing import Any
from uuid import UUID

from django.core.cache import cache
from redis.exceptions import RedisError

from herotycoon.storyteller.asked import MOST_FACTS, ReportAsked
from herotycoon.workers.errands import hand_over_later
from worlds.models import World
from worlds.services.report.kept import kept_report
from worlds.services.tellers import hired

logger = logging.getLogger(__name__)
Json = dict[str, Any]
SECONDS = 3600
TASK = "worlds.tell_report"
HEADLINES = 5
"""Of the template's tale."""


def tale(world: World, told: Json) -> Json:
    """The prose of a report ``told``: {text, told_by, until_step}. Asks for a better one where that can be had."""
    plain = {"text": _plain(told), "told_by": "template", "until_step": told["until_step"]}
    if world.settings.get("storyteller") != "llm" or not told["headlines"]:
        return plain
    since = told["since_step"]
    try:
        found: Json | None = cache.get(_key(world.pk, since))
        if found is None and cache.add(f"{_key(world.pk, since)}:asked", 1, SECONDS):
            hand_over_later(TASK, str(world.pk), since)
    except RedisError as error:
        logger.warning("tales are not kept: %s", type(error).__name__)
        return plain
    return found or plain


def buy(world: UUID, since: int) -> bool:
    """Ask a storyteller for hire for the tale of a report, outside of every transaction; whether there is one now."""
    row = World.objects.filter(pk=world, erasing_since=None).first()
    teller = row and hired(row)
    if not row or not teller:
        return False
    told = kept_report(row, since)
    answer = teller.ask(_asked(told))
    if answer is None:
        return False
    bought = {"text": answer.text, "told_by": "llm", "until_step": told["until_step"]}
    cache.set(_key(world, told["since_step"]), bought, SECONDS)
    cache.set(f"tales:{world}", f"{since}-{told['until_step']}", SECONDS)
    return True


def newest(world: World) -> str:
    """Tells one state of a world's tales from another, for the ETag of its report."""
    if world.settings.get("storyteller") != "llm":
        return ""
    try:
        return str(cache.get(f"tales:{world.pk}") or "")
    except RedisError:
        return ""


def _asked(told: Json) -> ReportAsked:
    facts = [told["opening"], *(one["text"] for one in told["headlines"])]
    names = [told["world"]["guild"], *(one["name"] for one in told["heroes"])]
    sums = [line["text"] for line in told["totals"]["lines"]]
    return ReportAsked(names=names, facts=[*facts[: MOST_FACTS - len(sums)], *sums])


def _plain(told: Json) -> str:
    return " ".join([told["opening"], *(one["text"] for one in told["headlines"][:HEADLINES])])


def _key(world: UUID, since: int) -> str:
    return f"tale:{world}:{since}"
