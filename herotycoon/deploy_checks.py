"""System checks of what a deployment hides and how it is reached: keys, and the ways to PostgreSQL and Redis.

herotycoon.E020  ENCRYPTION_KEYS: a key is too short, or there twice
herotycoon.E021  something is sealed with a key that is not in ENCRYPTION_KEYS
herotycoon.E022  (deployment) PostgreSQL is on another machine and the way there is not encrypted
herotycoon.E023  (deployment) Redis is on another machine and the way there is not encrypted
herotycoon.W020  (deployment) ENCRYPTION_KEYS is not set
herotycoon.W021  (deployment) PostgreSQL's certificate is not checked against its name
herotycoon.W022  (deployment) Redis' certificate is not checked against its name
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError, connections

from herotycoon.pg.route import ENGINE
from herotycoon.vault import cipher


@register(Tags.security)
def the_encryption_keys_are_good(
    app_configs: Sequence[AppConfig] | None, **options: Any
) -> list[CheckMessage]:
    """A key that could be guessed hides nothing. (Where none is given, SECRET_KEY is one.)"""
    complaint = cipher.trouble(settings.ENCRYPTION_KEYS)
    hint = 'One key: python -c "import secrets; print(secrets.token_urlsafe(32))". Several: commas, the newest first.'
    return [Error(complaint, hint=hint, id="herotycoon.E020")] if complaint else []


@register(Tags.security, deploy=True)
def the_encryption_keys_are_given(
    app_configs: Sequence[AppConfig] | None, **options: Any
) -> list[CheckMessage]:
    """One secret for two things cannot be changed for one of them."""
    if settings.ENCRYPTION_KEYS[0] != settings.SECRET_KEY:
        return []
    return [Warning("ENCRYPTION_KEYS is not set; SECRET_KEY seals the API keys.", id="herotycoon.W020")]


@register(Tags.database)
def everything_sealed_can_be_opened(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **options: Any
) -> list[CheckMessage]:
    """A key was taken out of ENCRYPTION_KEYS too early, or another machine has others."""
    if ENGINE not in (databases or ()) or cipher.trouble(settings.ENCRYPTION_KEYS):
        return []
    try:
        with connections[ENGINE].cursor() as cursor:
            cursor.execute(
                "SELECT key_id, count(*) FROM api_keys WHERE key_id <> ALL (%s) GROUP BY key_id ORDER BY key_id",
                [list(cipher.vault().key_ids)],
            )
            lost = cursor.fetchall()
    except DatabaseError:  # before the first migration there is nothing sealed
        return []
    hint = "Add that key to ENCRYPTION_KEYS; `manage.py rotate_keys` then makes it dispensable."
    return [
        Error(
            f"{count:,} API keys are sealed with {key_id}, which ENCRYPTION_KEYS lacks.",
            hint=hint,
            id="herotycoon.E021",
        )
        for key_id, count in lost
    ]


@register(Tags.security, deploy=True)
def the_way_to_postgresql_is_encrypted(
    app_configs: Sequence[AppConfig] | None, **options: Any
) -> list[CheckMessage]:
    """Without a mode of its own libpq encrypts if the server offers to, and believes whoever answers."""
    found: list[CheckMessage] = []
    for name, database in settings.DATABASES.items():
        mode = database.get("OPTIONS", {}).get("sslmode", "prefer")
        if mode == "verify-full" or not is_elsewhere(database.get("HOST", "")):
            continue
        hint = "DATABASE_SSLMODE=verify-full, and DATABASE_SSLROOTCERT with the authority that signed its certificate."
        if mode in {"require", "verify-ca"}:
            said = f"sslmode={mode} does not tell whether the database {name!r} is the one that was meant."
            found.append(Warning(said, hint=hint, id="herotycoon.W021"))
        else:
            said = f"The database {name!r} is on another machine; sslmode={mode} may talk to it in the clear."
            found.append(Error(said, hint=hint, id="herotycoon.E022"))
    return found


@register(Tags.security, deploy=True)
def the_way_to_redis_is_encrypted(
    app_configs: Sequence[AppConfig] | None, **options: Any
) -> list[CheckMessage]:
    """Sessions of players and worlds to be turned pass there."""
    url = urlsplit(settings.REDIS_URL)
    if url.scheme == "unix" or not is_elsewhere(url.hostname or ""):
        return []
    hint = "Write REDIS_URL as rediss://…, with ?ssl_ca_certs=… for an authority of your own."
    if url.scheme != "rediss":
        said = "Redis is on another machine, and REDIS_URL talks to it in the clear."
        return [Error(said, hint=hint, id="herotycoon.E023")]
    asked = {name: values[-1].lower() for name, values in parse_qs(url.query).items()}
    if asked.get("ssl_cert_reqs", "required") != "required" or asked.get("ssl_check_hostname", "true") in NO:
        said = "REDIS_URL does not tell whether that Redis is the one that was meant."
        return [Warning(said, hint=hint, id="herotycoon.W022")]
    return []


NO = {"false", "f", "no", "n", "0"}
"""How a URL says no to redis-py."""


def is_elsewhere(hosts: str) -> bool:
    """Whether one of these hosts (libpq takes several, with commas) may be another machine; a folder is a socket."""
    return any(_is_elsewhere(host.strip()) for host in hosts.split(","))


def _is_elsewhere(host: str) -> bool:
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return False
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return True
