"""Asked of the catalogue: row security is on and forced for everything that is somebody's, and nobody gets past it."""

import pytest
from django.db import connection

from herotycoon.pg import catalogue, rights
from herotycoon.pg.roles import GAME_MASTER, PLAYER, WEB_LOGIN

pytestmark = pytest.mark.django_db

NOBODYS = {
    "django_migrations": "which migrations have run",
    "django_content_type": "which tables there are",
    "auth_permission": "which permissions there are",
    "auth_group": "which groups there are",
    "auth_group_permissions": "what a group may do",
}
"""Tables without row security: what is in them is no world's and no person's."""
OF_THE_OWNER = dict.fromkeys(
    ["book_bond()", "book_edit()", "book_entry()", "book_lost_bonds()", "book_new_bond()", "keep_influence()",
     "mirror_bond()", "record_baseline()", "record_birth()", "welcome()"],
    "a trigger that keeps the books of the row's own world, whoever changes the row",
)  # fmt: skip
"""Functions that run with the rights of their owner, and why."""
LOGS = {"activity_log", "hero_decisions", "activity_archive", "archive_checkpoints", "audit_log"}
SERVING = {WEB_LOGIN, PLAYER, GAME_MASTER}

MY_WORLDS = (
    "(world_id = ANY ((string_to_array(NULLIF(current_setting('herotycoon.world_ids'::text, true), ''::text), "
    "','::text))::uuid[]))"
)
SOMEBODY = "(NULLIF(current_setting('herotycoon.user_id'::text, true), ''::text) IS NOT NULL)"
ME = "(NULLIF(current_setting('herotycoon.user_id'::text, true), ''::text))::uuid"


def unprotected() -> list[str]:
    """Tables that are somebody's without row security, on and forced."""
    return [
        f"{table}: on {on}, forced {forced}"
        for table, (on, forced) in sorted(rights.row_security().items())
        if not (on and forced) and table not in NOBODYS
    ]


def odd_policies() -> list[str]:
    """Policies that ask something else than whose the row is, that are everybody's, or that hold a subquery."""
    in_a_world = {column.table for column in catalogue.columns() if column.name == "world_id"}
    found = []
    for policy in rights.policies():
        conditions = [condition for condition in (policy.using, policy.check) if condition]
        if policy.roles == (PLAYER,):
            fine = (
                conditions == [MY_WORLDS] if policy.table in in_a_world else all(ME in c for c in conditions)
            )
        elif policy.roles == (GAME_MASTER,):
            fine = conditions == [SOMEBODY] or (policy.command == "INSERT" and ME in conditions[0])
        else:
            fine = (policy.roles, policy.command) == ((WEB_LOGIN,), "SELECT")
            fine &= policy.table in {"users", "user_sessions"}
        if not fine or policy.subquery or not conditions:
            found.append(f"{policy.table}: {policy.name} {policy.command} {policy.roles} {conditions}")
    return found


def odd_grants() -> list[str]:
    """Grants that nobody should have."""
    parts = {partition.name for partition in catalogue.partitions()}
    return [
        f"{grant.on}: {grant.privilege} to {grant.to}"
        for grant in rights.grants()
        if grant.to not in SERVING
        or grant.on.split(".")[0] in parts
        or grant.privilege not in {"SELECT", "INSERT", "UPDATE", "EXECUTE"}
        or (grant.on.split(".")[0] in LOGS and (grant.privilege == "UPDATE" or grant.to == WEB_LOGIN))
        or (grant.on in NOBODYS and (grant.to, grant.privilege) != (GAME_MASTER, "SELECT"))
        or (grant.to == WEB_LOGIN and grant.on.partition(".")[0] not in {"users", "user_sessions"})
    ]


def with_the_rights_of_another() -> list[str]:
    """Views and functions that read with their owner's rights."""
    views = [view for view, invoker in rights.views().items() if not invoker]
    return views + [
        name for name, owners in rights.functions().items() if owners and name not in OF_THE_OWNER
    ]


QUESTIONS = (unprotected, odd_policies, odd_grants, with_the_rights_of_another)


@pytest.mark.parametrize("question", QUESTIONS)
def test_nobody_gets_past_row_security(question: object) -> None:
    assert callable(question)
    assert question() == []


@pytest.mark.parametrize(
    ("harm", "told"),
    {
        "CREATE TABLE diaries (world_id uuid)": "diaries: on False, forced False",
        "ALTER TABLE quests NO FORCE ROW LEVEL SECURITY": "quests: on True, forced False",
        "ALTER TABLE activity_log_07 DISABLE ROW LEVEL SECURITY": "activity_log_07: on False",
        "CREATE POLICY all_of_it ON heroes TO herotycoon_player USING (true)": "heroes: all_of_it",
        "CREATE POLICY everybodys ON heroes USING (true)": "heroes: everybodys ALL ('PUBLIC',)",
        "CREATE POLICY asks ON users TO herotycoon_game_master USING (EXISTS (SELECT FROM worlds))": "users: asks",
        "CREATE POLICY login ON heroes FOR SELECT TO herotycoon_web USING (true)": "heroes: login",
        "GRANT SELECT ON hero_decisions_03 TO herotycoon_player": "hero_decisions_03: SELECT to herotycoon_player",
        "GRANT SELECT (data) ON activity_log_03 TO herotycoon_web": "activity_log_03.data: SELECT",
        "GRANT SELECT ON quests TO PUBLIC": "quests: SELECT to PUBLIC",
        "GRANT DELETE ON heroes TO herotycoon_player": "heroes: DELETE to herotycoon_player",
        "GRANT TRUNCATE ON worlds TO herotycoon_game_master": "worlds: TRUNCATE to herotycoon_game_master",
        "GRANT UPDATE (data) ON activity_log TO herotycoon_player": "activity_log.data: UPDATE",
        "GRANT UPDATE ON audit_log TO herotycoon_game_master": "audit_log: UPDATE",
        "GRANT SELECT ON heroes TO herotycoon_web": "heroes: SELECT to herotycoon_web",
        "GRANT SELECT ON auth_group TO herotycoon_player": "auth_group: SELECT to herotycoon_player",
        "CREATE FUNCTION peep() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM heroes'": "peep(): EXECUTE to PUBLIC",
        "CREATE FUNCTION peep() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'": "peep()",
        "CREATE VIEW window_to_heroes AS SELECT * FROM heroes": "window_to_heroes",
        "CREATE MATERIALIZED VIEW photo_of_heroes AS SELECT * FROM heroes": "photo_of_heroes",
    }.items(),
)
def test_whatever_would_let_somebody_past_is_told(harm: str, told: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(harm)
    found = [fault for question in QUESTIONS for fault in question()]
    assert any(fault.startswith(told) for fault in found), found


def test_what_a_master_may_change_is_neither_identity_nor_where_the_ledger_starts() -> None:
    fixed = {
        "id",
        "world_id",
        "owner_id",
        "hero_id",
        "guild_id",
        "seed",
        "birth",
        "opening",
        "baseline",
        "created_at",
    }
    granted = [g.on for g in rights.grants() if g.to == PLAYER and g.privilege == "UPDATE"]
    assert len(granted) > 50
    assert [on for on in granted if "." not in on or on.split(".")[1] in fixed] == []


def test_nobody_who_serves_requests_makes_a_game_master() -> None:
    mighty = {f"users.{column}" for column in ("is_staff", "is_superuser")}
    assert [g for g in rights.grants() if g.on in mighty and g.privilege != "SELECT"] == []
    [registering] = [p for p in rights.policies() if (p.table, p.command) == ("users", "INSERT")]
    assert "NOT is_staff" in str(registering.check)
    assert "NOT is_superuser" in str(registering.check)
