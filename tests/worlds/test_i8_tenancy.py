"""I8: whatever two masters do and ask, neither sees nor changes a row of the other's."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.db import Error, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heroes.services.journal import Refused
from herotycoon.accounts.models import User
from herotycoon.pg.roles import PLAYER
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_player
from tests.schema.two_masters import asked, readable, relations
from tests.worlds.inputs_scene import SENSIBLE
from tests.worlds.lives import aged
from worlds.models import World
from worlds.services.inputs import VERBS, act

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])

AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
IN_WORLDS = ("heroes", "guilds", "quests", "activity_log", "hero_decisions", "master_influence", "hero_relationships",
             "world_events", "quest_assignments", "activity_archive")  # fmt: skip
EVERYTHING = (*IN_WORLDS, "worlds", "users")
WHERE = (
    "true", "id IS NOT NULL OR true", "id = ANY (%(ids)s)", "id::text = ANY (%(ids)s::text[])", "NOT id = '%(mine)s'",
    "id IN (SELECT id FROM worlds)", "EXISTS (SELECT FROM heroes h WHERE h.id = ANY (%(ids)s))",
)  # fmt: skip
HOW = (
    "SELECT to_jsonb(x) FROM {one} x WHERE {where} LIMIT 300",
    "SELECT to_jsonb(x), to_jsonb(y) FROM {one} x FULL JOIN {other} y ON x.id = y.id LIMIT 300",
    "SELECT to_jsonb(x) FROM {one} x WHERE x.id IN (SELECT id FROM {other} WHERE {where}) LIMIT 300",
    "WITH RECURSIVE x AS (SELECT * FROM {one}) SELECT jsonb_agg(x) FROM x WHERE {where}",
    "SELECT array_agg(id), count(*) FROM {one} WHERE {where}",
    "SELECT x.id FROM {one} x WHERE {where} FOR UPDATE",
    "SELECT to_jsonb(x) FROM activity_history('%(theirs)s', -1, 999999) x",
    "SELECT to_jsonb(x) FROM decisions_of('%(theirs)s', %(ids)s) x",
    "UPDATE heroes SET mood = 1 WHERE {where} RETURNING id",
    "UPDATE worlds SET name = 'Mine' RETURNING to_jsonb(worlds)",
    "UPDATE quests SET status = 'expired' WHERE world_id = '%(theirs)s' RETURNING id",
    "INSERT INTO quests SELECT (jsonb_populate_record(x, jsonb_build_object('world_id', '%(theirs)s'))).* FROM quests x",
    "INSERT INTO activity_log (id, world_id, hero_id, real_at, game_at, started_step, step, seq, kind, action, changes)"
    " SELECT gen_random_uuid(), '%(theirs)s', h, now(), now(), 60, 60, 999, 'edit', 'gift', '{{\"gold\": -99999}}'"
    " FROM unnest(%(heroes)s) AS h",
    "DELETE FROM {one} WHERE {where} RETURNING id",
)
"""Queries and statements, good and bad; {one} and {other} are tables."""


@dataclass(frozen=True)
class Side:
    """A master, their world, and the ids of everything that is theirs."""

    user: UUID
    world: UUID
    heroes: frozenset[str]
    ids: frozenset[str]


@pytest.fixture
def sides(master: User, second_master: User) -> tuple[Side, Side]:
    """Two masters whose worlds have lived for a day."""
    one, other = (_side(owner, seed) for seed, owner in ((7, master), (8, second_master)))
    return one, other


def _side(owner: User, seed: int) -> Side:
    world = aged(owner, 60, seed=seed)
    ids = {str(owner.pk), str(world.id)}
    for table in IN_WORLDS:
        ids |= {str(id_) for (id_,) in asked(f"SELECT id FROM {table} WHERE world_id = '{world.id}'")}  # noqa: S608
    heroes = frozenset(str(id_) for (id_,) in asked("SELECT id FROM heroes WHERE world_id = %s", [world.id]))
    return Side(owner.pk, world.id, heroes, frozenset(ids))


def contents(side: Side) -> list[Any]:
    """All that is in a world, row by row."""
    return [
        asked(f"SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM {table} t WHERE {key} = '{side.world}'")  # noqa: S608
        for table, key in (*((table, "world_id") for table in IN_WORLDS), ("worlds", "id"))
    ]


def seen(me: Side, other: Side, query: str) -> set[str]:
    """The ids in what a query of mine shows, or in the words in which it is refused."""
    written = filled(me, other, query)
    try:
        with as_player(me.user, [me.world]):
            return set(AN_ID.findall(str(asked(written, alias=WEB))))
    except Error as error:  # which may repeat what was asked
        return set(AN_ID.findall(str(error))) - set(AN_ID.findall(written))


def filled(me: Side, other: Side, query: str) -> str:
    """A query about the other master."""
    ids = f"'{{{','.join(sorted(other.ids)[:40])}}}'::uuid[]"
    heroes = f"'{{{','.join(sorted(other.heroes))}}}'::uuid[]"
    return query % {"ids": ids, "heroes": heroes, "mine": me.world, "theirs": other.world}


def test_the_tables_that_are_asked_for_are_those_that_there_are() -> None:
    rest = {
        "user_sessions",
        "users_groups",
        "users_user_permissions",
        "audit_log",
        "api_keys",
        "archive_checkpoints",
        "storyteller_calls",
    }
    tables = {name for name in readable(PLAYER) if name in relations()}
    assert tables >= set(EVERYTHING) | rest


queries = st.builds(
    lambda how, one, other, where: how.format(one=one, other=other, where=where),
    st.sampled_from(HOW), st.sampled_from(EVERYTHING), st.sampled_from(EVERYTHING), st.sampled_from(WHERE),
)  # fmt: skip
verbs = st.sampled_from(sorted(VERBS))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.tuples(st.booleans(), st.one_of(queries, verbs)), min_size=1, max_size=6))
def test_i8_neither_master_sees_or_changes_a_row_of_the_other(
    sides: tuple[Side, Side], deeds: list[tuple[bool, str]]
) -> None:
    for turned, deed in deeds:
        me, other = sides[::-1] if turned else sides
        before = contents(other)
        if deed in VERBS:
            with pytest.raises(World.DoesNotExist), as_player(me.user, [me.world]):
                act(other.world, deed, **SENSIBLE[deed])
            with suppress(Refused), as_player(me.user, [me.world]):
                act(me.world, deed, **SENSIBLE[deed])
        else:
            assert seen(me, other, deed) & other.ids == set(), deed
        assert contents(other) == before, deed


def test_i8_the_same_queries_without_row_security_would_have_shown_it(sides: tuple[Side, Side]) -> None:
    """The test above is a fair one: to the owner of the tables they show the other's rows."""
    me, other = sides
    shown = set()
    for how in HOW[:8]:
        query = how.format(one="heroes", other="heroes", where="true")
        with transaction.atomic(using=ENGINE):
            told = str(asked(filled(me, other, query)))
        shown |= {how} if set(AN_ID.findall(told)) & other.ids else set()
    assert shown == set(HOW[:8])
