"""The roles that `roles.sql` makes, and what is wrong with those that are there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from herotycoon.pg.route import here

SCRIPT = Path(__file__).with_name("roles.sql")
WEB_LOGIN = "herotycoon_web"
PLAYER = "herotycoon_player"
GAME_MASTER = "herotycoon_game_master"
ASSUMED = (PLAYER, GAME_MASTER)
"""What the web may become."""

_ROLES = """
    SELECT rolname, rolcanlogin, rolinherit, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
    FROM pg_catalog.pg_roles WHERE rolname = ANY (%s)
"""
_MEMBERSHIPS = """
    SELECT member.rolname, role.rolname, pg_catalog.pg_has_role(member.oid, role.oid, 'USAGE')
    FROM pg_catalog.pg_auth_members
    JOIN pg_catalog.pg_roles AS member ON member.oid = pg_auth_members.member AND member.rolname = ANY (%s)
    JOIN pg_catalog.pg_roles AS role ON role.oid = pg_auth_members.roleid
"""
_ENGINE = (
    "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname = current_user AND NOT (rolsuper OR rolbypassrls)"
)


def faults() -> list[str]:
    """A sentence for each thing that is wrong with the roles of this server, as the engine's connection sees them."""
    with here().cursor() as cursor:
        cursor.execute(_ROLES, [[WEB_LOGIN, *ASSUMED]])
        roles = {name: attributes for name, *attributes in cursor.fetchall()}
        cursor.execute(_MEMBERSHIPS, [[WEB_LOGIN, *ASSUMED]])
        memberships = {(member, role): active for member, role, active in cursor.fetchall()}
        cursor.execute(_ENGINE)
        bound = [name for (name,) in cursor.fetchall()]
    return [
        *(f"The engine logs in as {name}, whom row security binds; it needs BYPASSRLS." for name in bound),
        *_faulty_roles(roles),
        *_faulty_memberships(memberships, set(roles)),
    ]


def _faulty_roles(roles: dict[str, list[bool]]) -> Iterator[str]:
    for name in (WEB_LOGIN, *ASSUMED):
        if name not in roles:
            yield f"There is no role {name}."
            continue
        logs_in, inherits, mighty = roles[name]
        if logs_in != (name == WEB_LOGIN):
            yield f"The role {name} {'may' if logs_in else 'cannot'} log in."
        if inherits and name == WEB_LOGIN:
            yield f"The role {name} inherits: what runs outside a scope would see what is inside."
        if mighty:
            yield f"The role {name} is a superuser, bypasses row security, or may make roles or databases."


def _faulty_memberships(memberships: dict[tuple[str, str], bool], roles: set[str]) -> Iterator[str]:
    for role in sorted(set(ASSUMED) & roles):
        if (WEB_LOGIN, role) not in memberships:
            yield f"The role {WEB_LOGIN} cannot become {role}."
    for (member, role), active in sorted(memberships.items()):
        if member != WEB_LOGIN or role not in ASSUMED:
            yield f"The role {member} is a member of {role}."
        elif active:
            yield f"The role {WEB_LOGIN} has the rights of {role} without taking it on."
