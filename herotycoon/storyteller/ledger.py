"""The book of calls: whether one may be made, that it is made, what came of it, and what has been told already.

A call is written down before it is made, in a transaction of its own, and a world has one under way at most: so its
budget can be overdrawn by one call and no more, however many workers ask, and whatever becomes of them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connections, transaction
from django.db.models import Count, Q, Sum
from django.utils import timezone

from herotycoon.pg.route import alias
from herotycoon.storyteller.llm.client import Said
from herotycoon.storyteller.llm.options import Endpoint, Options
from herotycoon.storyteller.llm.prompt import Prompt
from herotycoon.storyteller.models import LONGEST_TEXT, Call
from herotycoon.storyteller.outcomes import NOT_MADE, Outcome
from herotycoon.storyteller.question import Asked, Purpose
from herotycoon.workers import measures

DAY = timedelta(days=1)
SLACK = 60
"""Seconds beyond the time of a call after which it counts as lost."""


class InTransaction(RuntimeError):
    """Somebody wants to ask a storyteller for hire while a transaction waits: rows would be held for half a minute."""


@dataclass(frozen=True)
class Purse:
    """On whose behalf is asked: a world; since when its master's present visit counts, and all their worlds."""

    world: UUID
    visit: datetime
    worlds: tuple[UUID, ...]


def refuse_in_transaction() -> None:
    """Raise ``InTransaction`` where any connection is in one."""
    for connection in connections.all(initialized_only=True):
        if connection.in_atomic_block:
            raise InTransaction(
                f"a storyteller is asked after the transaction on {connection.alias!r} has ended"
            )


def begin(
    asked: Asked[Any], words: Prompt, purse: Purse, endpoint: Endpoint, options: Options, attempt: int
) -> Call | None:
    """Write down a call that is about to be made; None where the budget is spent, or another one is under way."""
    _give_up_the_lost(purse.world, options)
    if spent(purse, options):
        skipped(asked, words, purse, endpoint, Outcome.OVER_BUDGET)
        return None
    call = _call(asked, words, purse, endpoint)
    call.attempt = attempt
    call.prompt = words.text[:LONGEST_TEXT] if options.keep_texts else ""
    try:
        with transaction.atomic(using=alias()):
            call.save(force_insert=True)
    except IntegrityError:
        return None
    return call


def end(call: Call, said: Said, outcome: Outcome, options: Options) -> None:
    """What came of it."""
    call.outcome = outcome
    call.input_tokens, call.output_tokens, call.latency_ms = (
        said.input_tokens,
        said.output_tokens,
        said.latency_ms,
    )
    call.cost = round(said.input_tokens * options.price_in + said.output_tokens * options.price_out)
    call.answer_hash = digest(said.text) if said.text else ""
    call.answer = said.text.replace("\0", "")[:LONGEST_TEXT] if options.keep_texts else ""
    Call.objects.filter(pk=call.pk, world_id=call.world_id, outcome__in=[Outcome.ASKING, Outcome.LOST]).update(
        outcome=outcome, input_tokens=call.input_tokens, output_tokens=call.output_tokens, cost=call.cost,
        latency_ms=call.latency_ms, answer_hash=call.answer_hash, answer=call.answer,
    )  # fmt: skip
    measures.count(
        storyteller_calls=1,
        storyteller_failures=int(outcome != Outcome.ANSWERED),
        storyteller_tokens=call.input_tokens + call.output_tokens,
        storyteller_microdollars=call.cost,
    )


def skipped(asked: Asked[Any], words: Prompt, purse: Purse, endpoint: Endpoint, why: Outcome) -> None:
    """Write down that no call was made, and why; once, as long as that stays so."""
    last = Call.objects.filter(world_id=purse.world).order_by("-created_at", "-id").first()
    if last is None or last.outcome != why:
        call = _call(asked, words, purse, endpoint)
        call.attempt, call.outcome = 0, why
        call.save(force_insert=True)


def spent(purse: Purse, options: Options) -> bool:
    """Whether one of the three budgets is used up."""
    made = Call.objects.exclude(outcome__in=NOT_MADE)
    day = timezone.now() - DAY
    used = made.filter(world_id=purse.world, created_at__gt=day).aggregate(
        calls=Count("id"), tokens=Sum("input_tokens", default=0) + Sum("output_tokens", default=0)
    )
    visit = made.filter(world_id__in=purse.worlds, created_at__gte=purse.visit).count()
    return bool(
        used["calls"] >= options.calls_a_day
        or used["tokens"] >= options.tokens_a_day
        or visit >= options.calls_a_visit
    )


def told(world: UUID, purpose: Purpose) -> set[int]:
    """The numbers of those of whom a storyteller for hire has told; a world itself has the number 0."""
    rows = Call.objects.filter(world_id=world, purpose=purpose, outcome=Outcome.ANSWERED)
    return {number for numbers in rows.values_list("numbers", flat=True) for number in numbers or [0]}


def put(world: UUID, purpose: Purpose, *, since: int) -> list[tuple[int, int]]:
    """(hero, step) of the decisions from step ``since`` on that were put to a storyteller, whatever came of it."""
    rows = Call.objects.filter(world_id=world, purpose=purpose, numbers__1__gte=since)
    rows = rows.exclude(outcome__in=NOT_MADE)
    return [(hero, step) for hero, step in rows.values_list("numbers__0", "numbers__1")]


def too_late(world: UUID, asked: Asked[Any]) -> None:
    """Say of an answer that the world had no more use for it."""
    Call.objects.filter(
        world_id=world, purpose=asked.purpose, numbers=asked.numbers, outcome=Outcome.ANSWERED
    ).update(outcome=Outcome.TOO_LATE)


def digest(text: str) -> str:
    """SHA-256 in hexadecimal digits."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def forget(worlds: Collection[UUID]) -> None:
    """Delete what is written of worlds."""
    Call.objects.filter(world_id__in=worlds).delete()


def _call(asked: Asked[Any], words: Prompt, purse: Purse, endpoint: Endpoint) -> Call:
    return Call(
        world_id=purse.world, purpose=asked.purpose, numbers=asked.numbers, provider=endpoint.provider,
        model=endpoint.model, prompt_hash=digest(words.text),
    )  # fmt: skip


def _give_up_the_lost(world: UUID, options: Options) -> None:
    """A call whose asker is gone for good."""
    late = timezone.now() - timedelta(seconds=options.timeout + SLACK)
    Call.objects.filter(Q(world_id=world, outcome=Outcome.ASKING, created_at__lt=late)).update(
        outcome=Outcome.LOST
    )
