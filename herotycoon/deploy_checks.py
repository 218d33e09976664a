"""System checks of what a deployment hides and how it is reached: keys, and the ways to PostgreSQL and Redis.

herotycoon.E020  ENCRYPTION_KEYS: a key is too short, or there twice
herotycoon.E021  something is sealed with a key that is not in ENCRYPTION_KEYS
herotycoon.W020  (deployment) ENCRYPTION_KEYS is not set
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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
