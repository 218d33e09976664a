"""Turning worlds: lock, load, advance, write; a bite at a time.

A bite is one transaction. Nothing is kept in memory from one bite to the next, so that a worker may be killed at any
moment, and two may turn the same worlds: whoever holds a world's lock turns it, the other passes on.
"""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.db import DataError, IntegrityError, InterfaceError, InternalError, OperationalError
from django.db.models import F
from django.utils import timezone

from herotycoon.pg.bulk import Cursor, Overtaken, raw_cursor, together
from herotycoon.pg.citus import locked_together
from herotycoon.pg.interrupts import held_back
from herotycoon.pg.relay import relay
from herotycoon.pg.route import here
from herotycoon.pg.scribe import Scribe, make_room
from herotycoon.storyteller.door import storyteller
from worlds.choices import WorldStatus
from worlds.errand import Errand, Progress, Turned
from worlds.models import World
from worlds.rows.assemble import assemble
from worlds.rows.load import load
from worlds.rows.roll import Roll, Unsimulable
from worlds.rows.write import Book, Written
from worlds.services.moments import step_at
from worlds.sim.clock import STEPS_A_DAY
from worlds.sim.state import Batch
from worlds.sim.step import run

logger = logging.getLogger(__name__)
BITE_DECISIONS = 20_000
PAGE_DECISIONS = 2_500
"""The part of a bite's log that is put into words at once, and stored while the next part is lived."""
BATCH_HEROES = 2_000
"""Heroes turned together: enough to make numpy worth its while, few enough that a hero's row is written once for many
decisions."""
ATTEMPTS, ATTEMPTS_APART = 8, 2
"""How often a bite is tried, and how often once it is known that somebody does not let go of one of its worlds, or by
who is in a hurry."""
NONSENSE = (
    ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError,
    DataError, IntegrityError, InternalError,
)  # fmt: skip
"""What comes of a world whose data make no sense, where nothing says so in plain words. A ProgrammingError, such as
tables of another version of the code, is nobody's data: no world is set aside for it."""
PATIENCE = 0.05
"""Seconds to wait for a world that somebody else is turning, or whose rows somebody else is changing."""
HELD_TOO_LONG = 10.0
"""Seconds after which a world that somebody holds, while it does not move, is passed over."""
YIELDS_AFTER = "500ms"
"""How long a bite waits for a row that somebody holds. An edit holds its row and then wants the world's, which the bite
has: the bite gives way, and well before the server would look for a deadlock and choose a victim (1 s)."""
SILENT_FOR = "120s"
"""How long the server keeps a bite's transaction, and so the worlds, for somebody of whom it hears nothing any more."""
LONG_WAY = 2 * STEPS_A_DAY
"""Steps beyond which a bite has its plans made anew. Foreign keys are checked by plans that a session keeps; one that was
made when a log's table was small, and not looked at by ANALYZE yet, reads all of a world's rows for each new one."""
_MANNERS = b"SET LOCAL lock_timeout = '%b'; SET LOCAL idle_in_transaction_session_timeout = '%b'"
_TAKE = "SELECT id, step FROM worlds WHERE id = ANY(%s) AND status = 'running' ORDER BY id FOR NO KEY UPDATE SKIP LOCKED"


def tick(
    targets: Mapping[UUID, int], progress: Progress | None = None, patience: float | None = None
) -> Turned:
    """Advance each running world to at least its target step. Paused worlds and worlds set aside stay as they are.

    ``patience``: seconds to wait for a world that somebody holds, by default ``HELD_TOO_LONG``. Who gives a number is in
    a hurry and will be back: a bite is tried twice at most then, and nobody is warned of worlds that are passed over.
    """
    errand = Errand(targets, progress or (lambda steps: None), patience)
    most = ATTEMPTS if patience is None else ATTEMPTS_APART
    relay(list(_batches(targets)), lambda batch: _turn(batch, errand, most), errand.errors)
    return errand.turned


def now_step(world: World, now: datetime | None = None) -> int:
    """The step at which a world should be at a real time (default: now); never before its present one."""
    if world.status != WorldStatus.RUNNING:
        return world.step
    return max(step_at(world, now or timezone.now()), world.step)


def bring_to_now(world: World) -> Turned:
    """Advance one world to the present moment. Raises what hindered it, where somebody does not let go of its rows."""
    turned = tick({world.id: now_step(world)})
    for hindrance in turned.passed_over.values():
        raise hindrance
    return turned


def _batches(targets: Mapping[UUID, int]) -> Iterator[list[UUID]]:
    """Worlds that are behind, those of one version of the rules together, at most ``BATCH_HEROES`` heroes at a time."""
    behind = World.objects.filter(id__in=list(targets), status=WorldStatus.RUNNING).order_by(
        "rules_version", "id"
    )
    with here().cursor() as cursor:
        cursor.execute(
            "SELECT world_id, count(*) FROM heroes WHERE world_id = ANY(%s) GROUP BY 1", [list(targets)]
        )
        heroes = dict(cursor.fetchall())
    batch: list[UUID] = []
    size, version = 0, 0
    for id_, rules_version, step in behind.values_list("id", "rules_version", "step"):
        if step >= targets[id_]:
            continue
        if batch and (size + heroes.get(id_, 0) > BATCH_HEROES or rules_version != version):
            yield batch
            batch, size = [], 0
        batch.append(id_)
        size, version = size + heroes.get(id_, 0), rules_version
    if batch:
        yield batch


def _turn(worlds: list[UUID], errand: Errand, most: int) -> None:
    """Turn a batch to its targets, each bite in at most so many attempts. A world that cannot be simulated is set aside,
    one that somebody does not let go of is passed over, and the rest goes on.
    """
    left, attempts, waits = _still_behind(worlds, errand.targets), 0, 0
    patience = HELD_TOO_LONG if errand.patience is None else errand.patience
    errand.count(worlds=len(worlds))
    while left and not errand.errors:
        try:
            bitten = _bite(list(left), errand)
        except (Overtaken, OperationalError, InterfaceError) as error:
            attempts += 1
            if not _passing(error):
                raise
            if attempts >= most:
                _apart(list(left), errand, most, error)
                return
            logger.info("a bite is tried again: %s", error)
            time.sleep(PATIENCE)
            continue
        except Unsimulable as error:
            _set_aside(error.world, str(error), errand.turned)
            del left[error.world]
            continue
        except NONSENSE as error:
            _apart(list(left), errand, most, error)
            return
        before, left, attempts = left, _still_behind(left, errand.targets), 0
        waits = 0 if bitten or left != before else waits + 1
        if waits * PATIENCE > patience:
            held = Overtaken("somebody holds the world and does not let go")
            for world in left:
                _pass_over(world, held, errand)
            return
        if not bitten:
            time.sleep(PATIENCE)


def _apart(worlds: list[UUID], errand: Errand, most: int, error: Exception) -> None:
    """Turn the two halves of a batch, until the world that stops it is alone: it is passed over, or set aside."""
    if len(worlds) > 1:
        half = len(worlds) // 2
        errand.count(worlds=-len(worlds))
        for part in (worlds[:half], worlds[half:]):
            _turn(part, errand, most if isinstance(error, NONSENSE) else ATTEMPTS_APART)
    elif isinstance(error, NONSENSE):
        _set_aside(worlds[0], f"{type(error).__name__}: {error}".splitlines()[0], errand.turned)
    else:
        _pass_over(worlds[0], error, errand)


def _passing(error: Exception) -> bool:
    """Whether trying again may help: the row was taken, or a deadlock or serialization failure was resolved."""
    state = getattr(error.__cause__, "sqlstate", None)
    return isinstance(error, Overtaken) or state in ("40001", "40P01", "55P03")


def _bite(worlds: list[UUID], errand: Errand) -> bool:
    """One transaction; False where somebody else holds all of these worlds."""
    with held_back(), together(), _unswept():
        cursor = raw_cursor()
        mine = _lock(cursor, worlds, errand.targets)
        if not mine:
            return False
        rows = load(cursor, mine)
        make_room(cursor.connection)
        with Scribe() as scribe, errand.baton:
            batch, roll = assemble(rows)
            before = int(batch.worlds.step.sum())
            batch.worlds.target[:] = [errand.targets[row.id] for row in roll.rows.worlds]
            written = _live(cursor, batch, roll, scribe)
            steps = int(batch.worlds.step.sum()) - before
    errand.bitten(steps, written.decisions)
    return True


@contextmanager
def _unswept() -> Iterator[None]:
    """Without Python's search for rings of objects: a bite makes none, and looking through its rows again and again
    takes an eighth of its time.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _live(cursor: Cursor, batch: Batch, roll: Roll, scribe: Scribe) -> Written:
    """Advance a batch by a bite and store what came about: a page of the log while the next is being lived."""
    book = Book(cursor, batch, roll, scribe.do)
    while not _live_a_page(batch):
        book.page()
    return book.close(storyteller())


def _live_a_page(batch: Batch) -> bool:
    """Advance a batch by a page of its log; whether the bite is over."""
    run(batch, min(batch.log.decision_count + PAGE_DECISIONS, BITE_DECISIONS))
    return batch.log.decision_count >= BITE_DECISIONS or bool(
        (batch.worlds.step >= batch.worlds.target).all()
    )


def _lock(cursor: Cursor, worlds: list[UUID], targets: Mapping[UUID, int]) -> list[UUID]:
    """Take the worlds that nobody else is turning and that are still behind."""
    cursor.execute(_MANNERS % (YIELDS_AFTER.encode(), SILENT_FOR.encode()))
    behind: dict[UUID, int] = {}
    for some in locked_together(worlds):
        cursor.execute(_TAKE, [some])
        behind |= {id_: targets[id_] - step for id_, step in cursor.fetchall() if step < targets[id_]}
    if max(behind.values(), default=0) > LONG_WAY:
        cursor.execute("DISCARD PLANS")
    return list(behind)


def _still_behind(worlds: Iterable[UUID], targets: Mapping[UUID, int]) -> dict[UUID, int]:
    """{world: its step} of those that are not at their targets yet."""
    steps = World.objects.filter(id__in=list(worlds), status=WorldStatus.RUNNING).order_by("id")
    return {id_: step for id_, step in steps.values_list("id", "step") if step < targets[id_]}


def _pass_over(world: UUID, why: Exception, errand: Errand) -> None:
    """Leave a world as it is until the next tick."""
    level = logging.WARNING if errand.patience is None else logging.INFO
    logger.log(level, "world %s is passed over for now: %s", world, why)
    errand.count(worlds=-1)
    errand.turned.passed_over[world] = why


def _set_aside(world: UUID, why: str, turned: Turned) -> None:
    """Take a world out of the turning, with the reason on record; a person has to look at it."""
    logger.error("world %s is set aside: %s", world, why)
    World.objects.filter(id=world).update(
        status=WorldStatus.SET_ASIDE, error=why[:2000], revision=F("revision") + 1, updated_at=timezone.now()
    )
    turned.set_aside[world] = why
