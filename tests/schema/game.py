"""The tables of the game, as the models name them."""

from django.apps import apps
from django.db.models import Model

from herotycoon.accounts.models import AuditEntry, User, UserSession
from herotycoon.api.models import IdempotentAnswer
from herotycoon.pg.in_world import InWorld
from worlds.models import World

IN_WORLD: list[type[InWorld]] = [model for model in apps.get_models() if issubclass(model, InWorld)]
OUR_MODELS: list[type[Model]] = [User, UserSession, AuditEntry, IdempotentAnswer, World, *IN_WORLD]

GAME_TABLES = {model._meta.db_table for model in IN_WORLD}
LOGS = {"activity_log", "hero_decisions"}
OUTLIVING = {"audit_log"}
"""What is kept when a user and all their worlds are gone."""
PARTITIONED = LOGS | {"activity_archive"}
ONE_PER_WORLD = {"worlds", "guilds"}


def whole(table: str) -> str:
    """The table that a partition is a part of; any other table is itself."""
    stem, _, number = table.rpartition("_")
    return stem if stem in PARTITIONED and number.isdigit() else table


def of_ours(table: str) -> bool:
    """Whether a table is the project's, and none that a framework brings along; partitions are."""
    return not table.startswith(("auth_", "django_"))
