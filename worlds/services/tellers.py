"""Who writes the words of a world: the template, or a storyteller for hire, the deployment's or the world's own.

A world's own storyteller is in ``worlds.settings``, its key sealed in ``api_keys``. Changing it changes no word that is
there, and nothing that the engine does.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction
from pydantic import SecretStr

from herotycoon.accounts.models import User, UserSession
from herotycoon.accounts.services.audit import Action, record
from herotycoon.pg.route import alias
from herotycoon.storyteller.door import Hired, hire
from herotycoon.storyteller.ledger import Purse
from herotycoon.storyteller.llm.options import KINDS, PROVIDERS, Endpoint, Options, bad_address, options
from herotycoon.vault.cipher import VaultError
from worlds.models import ApiKey, World
from worlds.services.api_keys import NoSuchApiKey, get_api_key, set_api_key

PURPOSE = "storyteller"
"""What the key of a world's own storyteller is for."""


class TellerRefused(ValueError):
    """A storyteller that cannot be; the message says why, and what could be."""


class UnknownTeller(TellerRefused):
    """No such kind of storyteller, or no such provider."""


class NobodyForHire(TellerRefused):
    """The deployment hires nobody, and the world was given nobody of its own."""


class IncompleteTeller(TellerRefused):
    """A world's own storyteller lacks its model or its key."""


class BadAddress(TellerRefused):
    """No address of a server, or one that a key may not be sent to."""


def set_storyteller(
    *,
    world_id: UUID,
    kind: str,
    provider: str = "",
    model: str = "",
    base_url: str = "",
    secret: SecretStr | None = None,
    actor: User | None = None,
    because: str = "",
) -> None:
    """Say who writes a world's words from now on. It is on record, with the reason ``because`` where there is one.

    ``kind`` "template", or "llm": without a ``provider`` that of the deployment, otherwise the world's own, with a
    ``model``, a ``secret`` unless the world has that provider's key already, and a ``base_url`` unless the provider's own
    server is meant. Whatever the world had of its own before is forgotten. Raises ``TellerRefused``, ``InvalidKey`` and
    ``World.DoesNotExist``; nothing is written then.
    """
    own = _own(kind, provider, model, base_url)
    with transaction.atomic(using=alias()):
        world = World.objects.select_for_update(no_key=True).get(pk=world_id)
        _settle_key(world, own, secret, actor)
        world.settings = {name: value for name, value in world.settings.items() if name != "llm"}
        world.settings |= {"storyteller": kind} | ({"llm": own} if own else {})
        World.objects.filter(pk=world_id).update(settings=world.settings)
        details = {"kind": kind, "provider": provider, "model": model[:120]}
        details |= {"because": because} if because else {}
        record(
            Action.SET_STORYTELLER, actor=actor, subject_id=world.owner_id, world_id=world_id, details=details
        )


def hired(world: World) -> Hired | None:
    """The storyteller for hire who may be asked for words about a world now; None: the template's stand.

    Opens the world's key where it has one, which is on record; one that does not open is none.
    """
    if world.settings.get("storyteller") != "llm":
        return None
    known = options()
    endpoint = _endpoint(world, known)
    return hire(endpoint, known, _purse(world)) if endpoint else None


def default_kind() -> str:
    """Who writes the words of a new world."""
    return options().kind


def _own(kind: str, provider: str, model: str, base_url: str) -> dict[str, str]:
    """What is stored of a world's own storyteller; nothing where it has none."""
    _known(kind, KINDS, "storyteller")
    if kind == "template" or not provider:
        if model or base_url:
            raise IncompleteTeller(
                f"a {'model' if model else 'base_url'} belongs to an llm with a provider of its own"
            )
        if kind == "llm" and options().endpoint is None:
            raise NobodyForHire(
                "this deployment hires nobody (STORYTELLER_MODEL): name a provider, a model and a key"
            )
        return {}
    _known(provider, PROVIDERS, "provider")
    if not model.strip() or len(model) > 120 or not model.isprintable():
        raise IncompleteTeller("a model has 1 to 120 printable characters")
    if base_url and (wrong := bad_address(base_url)):
        raise BadAddress(wrong)
    if base_url and not base_url.startswith("https://") and base_url != options().base_url:
        raise BadAddress("a world's key goes to https://, or to the deployment's own STORYTELLER_BASE_URL")
    if len(base_url) > 200:
        raise BadAddress("an address has at most 200 characters")
    return {"provider": provider, "model": model.strip(), "base_url": base_url}


def _known(name: str, names: Collection[str], what: str) -> None:
    if name not in names:
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.0)[0]
        raise UnknownTeller(f"no {what} is called {name!r}; the nearest is {near!r}")


def _settle_key(world: World, own: dict[str, str], secret: SecretStr | None, actor: User | None) -> None:
    """Keep, replace or forget the world's key: it never goes to another server than it was given for."""
    if secret is not None and not own:
        raise IncompleteTeller("a key belongs to an llm with a provider of its own")
    if secret is not None:
        set_api_key(world_id=world.pk, purpose=PURPOSE, provider=own["provider"], secret=secret, actor=actor)
        return
    keys = ApiKey.objects.filter(world_id=world.pk, purpose=PURPOSE)
    before = world.settings.get("llm", {})
    same = all(before.get(name) == own.get(name) for name in ("provider", "base_url"))
    if own and not (same and keys.filter(provider=own["provider"]).exists()):
        raise IncompleteTeller(f"a key is needed that {own['base_url'] or own['provider']} knows")
    if not own and keys.exists():
        keys.delete()
        record(Action.REMOVE_API_KEY, actor=actor, subject_id=world.owner_id, world_id=world.pk,
               details={"purpose": PURPOSE})  # fmt: skip


def _endpoint(world: World, known: Options) -> Endpoint | None:
    own: dict[str, Any] | None = world.settings.get("llm")
    if own is None:
        return known.endpoint
    try:
        key = get_api_key(world_id=world.pk, purpose=PURPOSE)
    except (NoSuchApiKey, VaultError):
        return None
    return Endpoint(own["provider"], own["model"], own["base_url"], key)


def _purse(world: World) -> Purse:
    """A visit counts from its start to that of the next one; without any, from the birth of the world."""
    visits = UserSession.objects.filter(user_id=world.owner_id).order_by("-started_at")
    since = visits.values_list("started_at", flat=True).first() or world.created_at
    mine = World.objects.filter(owner_id=world.owner_id).values_list("pk", flat=True)
    return Purse(world.pk, since, tuple(mine))
