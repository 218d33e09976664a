"""Whose eyes: a transaction in which row security shows the rows of one master, or all of them to a game master.

Requests log in as a role that may nothing. Inside a scope it is the player or the game master, for one transaction and
by SET LOCAL alone, so that a pool, or a proxy that hands out connections by transaction, finds nothing left over.
Whatever runs before or after has no rights: it fails, and shows nothing.

    with as_player(user.id, [world]):
        act(world, "praise", hero=3)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from uuid_utils.compat import uuid7

from herotycoon.pg.roles import GAME_MASTER, PLAYER
from herotycoon.pg.route import ENGINE, WEB, alias, here, through

ENTERED = "enter_world"
"""What the record says of a game master; `audit_log.action`."""
LONGEST = "60s"
"""What a statement of a request may take: who asked has gone long before."""
_SET = "SET LOCAL"
"""For the transaction alone."""
_RECORD = """
    INSERT INTO audit_log (id, actor_id, actor, action, subject_id, about_world, details)
    SELECT %s, users.id, users.username, %s, %s, %s, jsonb_build_object('why', %s::text)
    FROM users WHERE users.id = %s AND users.is_staff AND users.is_active
"""


class ScopeError(RuntimeError):
    """A scope was entered inside another one, or inside a transaction that had begun without it."""


class NotYours(LookupError):
    """A world that does not exist, or is somebody else's: a player cannot tell which."""


class NotAGameMaster(PermissionError):
    """Somebody who is not of the staff wanted to see every world."""


@contextmanager
def as_player(
    user: UUID, worlds: Iterable[UUID] = (), *, still: bool = False, by: str = WEB
) -> Iterator[None]:
    """One transaction as the master ``user``, in some of their worlds.

    Raises ``NotYours`` where a world is not the user's. The user need not exist yet: who registers enters as who they
    will be. ``still``: read only, and everything as of one moment. ``by``: another connection that logs in as requests
    do. An exception that leaves the block rolls back.
    """
    with _transaction(by):
        _enter(PLAYER, user, {UUID(str(world)) for world in worlds}, still)
        yield


@contextmanager
def as_game_master(
    user: UUID, why: str, worlds: Iterable[UUID] = (), *, still: bool = False, by: str = WEB
) -> Iterator[None]:
    """One transaction as a game master, in every world; first it is recorded who enters, which ``worlds``, and why.

    The record is committed by itself: what was looked at stays looked at, whatever becomes of the block. Raises
    ``NotAGameMaster``, and ValueError without a reason; nobody sees anything then. ``by``: as for a player.
    """
    if not why.strip():
        raise ValueError("A game master says why.")
    with _game_master(user, WEB, still=False):
        _record(UUID(str(user)), why, {UUID(str(world)) for world in worlds})
    with _game_master(user, by, still):
        yield


def widen(world: UUID) -> None:
    """Let a scope in use see a world that was just inserted; before its rows inside are. The engine needs none."""
    if alias() != ENGINE:
        _admit({UUID(str(world))})


@contextmanager
def _game_master(user: UUID, by: str, still: bool) -> Iterator[None]:
    with _transaction(by):
        _enter(GAME_MASTER, user, set(), still)
        yield


@contextmanager
def _transaction(by: str) -> Iterator[None]:
    if alias() == by or transaction.get_connection(by).in_atomic_block:
        raise ScopeError("A scope is a transaction of its own: it is entered outside of every other.")
    with through(by), transaction.atomic(using=by, durable=True):
        yield


def _enter(role: str, user: UUID, worlds: set[UUID], still: bool) -> None:
    """Say who we are, and in which worlds, all at once: every request does, and the way to the server is long.

    Whose the worlds are is asked in the same breath; where one is not the user's, the transaction ends with what it
    was told.
    """
    said = ["SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"] if still else []
    said += [f"{_SET} ROLE = {role}", f"{_SET} herotycoon.user_id = '{UUID(str(user))}'"]
    said += [f"{_SET} statement_timeout = '{LONGEST}'"]
    if worlds:
        listed = ",".join(map(str, sorted(worlds)))
        said += [f"{_SET} herotycoon.world_ids = '{listed}'"]
        said += [f"SELECT id FROM worlds WHERE id = ANY ('{{{listed}}}'::uuid[])"]  # noqa: S608 - UUIDs
    with here().cursor() as cursor:
        cursor.execute("; ".join(said))
        while cursor.nextset():  # the answer to the last is what counts
            pass
        if worlds:
            _see(worlds, {id_ for (id_,) in cursor.fetchall()})


def _see(wanted: set[UUID], found: set[UUID]) -> None:
    if strange := wanted - found:
        raise NotYours(f"There is no world {', '.join(map(str, sorted(strange)))}.")


def _admit(worlds: set[UUID]) -> None:
    """Add worlds of the user to those the scope is in; row security itself tells whose they are."""
    with here().cursor() as cursor:
        cursor.execute("SELECT id FROM worlds WHERE id = ANY (%s)", [list(worlds)])
        _see(worlds, {id_ for (id_,) in cursor.fetchall()})
        cursor.execute("SELECT current_setting('herotycoon.world_ids', true)")
        before = {UUID(id_) for id_ in (cursor.fetchone()[0] or "").split(",") if id_}
        # Literally, like everything here: `set_config()` would not reach the workers of a cluster.
        cursor.execute(f"{_SET} herotycoon.world_ids = '{','.join(map(str, sorted(before | worlds)))}'")


def _record(user: UUID, why: str, worlds: set[UUID]) -> None:
    with here().cursor() as cursor:
        entered: list[UUID | None] = [*sorted(worlds)] or [None]
        for world in entered:
            cursor.execute("SELECT owner_id FROM worlds WHERE id = %s", [world])
            owner = next((owner for (owner,) in cursor.fetchall()), None)
            cursor.execute(_RECORD, [uuid7(), ENTERED, owner, world, why.strip()[:200], user])
            if not cursor.rowcount:
                raise NotAGameMaster(f"{user} is not a game master.")
