"""System checks of the project: settings that would quietly break the game, each with an id.

herotycoon.E001  the database is no PostgreSQL
herotycoon.E002  ATOMIC_REQUESTS is on
herotycoon.E003  times are not UTC and aware
herotycoon.E004  an environment variable HEROTYCOON_… that nobody reads
herotycoon.E010  a role of the database server is missing, or may more or less than it should
herotycoon.E011  requests cannot log in to the database, or not as the role meant for them
herotycoon.E012  DATABASE_POOL_SIZE is no number of connections
herotycoon.E013  a task that is still being done would be given to another worker
herotycoon.E030  something that the migrations make is missing in the database
herotycoon.E031  something is in the database that no migration makes
herotycoon.E032  something in the database is not as the migrations make it
herotycoon.E033  the database cannot be compared with its migrations, as the role may create none
herotycoon.E034  the database has migrations that this version of the code does not know
herotycoon.E050  an environment variable STORYTELLER_… that nobody reads
herotycoon.E051  an option of the storyteller is wrong
herotycoon.E052  a storyteller is to be hired, and nobody says which model
herotycoon.E053  a storyteller is to be hired, and there is no key for it
herotycoon.E054  questions to a storyteller may take longer than a worker keeps a task
herotycoon.W040  the replica cannot be used, and the primary answers reports
herotycoon.W030  migrations are not applied yet
herotycoon.W001  (deployment) the secret key is the one drawn for a developer
"""

import difflib
import os
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError, connections

from herotycoon.pg import parity, replica, roles
from herotycoon.pg.databases import NotAllowed
from herotycoon.pg.route import ENGINE, WEB, through
from herotycoon.storyteller.llm.options import complaints

KNOBS = ("HEROTYCOON_DATA", "HEROTYCOON_POSTGRES", "HEROTYCOON_SERVER_USER", "HEROTYCOON_TEST_SERVERS")
"""Every environment variable of that prefix that something reads."""


@register(Tags.compatibility)
def settings_fit_the_game(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    """The game's SQL is PostgreSQL's, its transactions are its own, its times are UTC."""
    database = settings.DATABASES["default"]
    found: list[CheckMessage] = []
    if database.get("ENGINE") != "django.db.backends.postgresql":
        hint = "Write DATABASE_URL as postgres://user:password@host:5432/name."
        found.append(Error("The game needs PostgreSQL.", hint=hint, id="herotycoon.E001"))
    if database.get("ATOMIC_REQUESTS"):
        hint = "A request first brings its world to now, in transactions of the engine's own."
        found.append(Error("ATOMIC_REQUESTS must be off.", hint=hint, id="herotycoon.E002"))
    if not settings.USE_TZ or settings.TIME_ZONE != "UTC":
        found.append(Error("USE_TZ must be on and TIME_ZONE 'UTC'.", id="herotycoon.E003"))
    if settings.DATABASE_POOL_SIZE < 0:
        hint = "0 is no pool; as many as a process has threads is plenty."
        found.append(Error("DATABASE_POOL_SIZE is below 0.", hint=hint, id="herotycoon.E012"))
    return found


@register(Tags.compatibility)
def tasks_end_before_they_are_given_away(
    app_configs: Sequence[AppConfig] | None, **options: Any
) -> list[CheckMessage]:
    """A worker fetches one task while it does another: both have to end before Redis takes the worker for dead."""
    seen = settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]
    if seen > 2 * settings.CELERY_TASK_TIME_LIMIT > 2 * settings.CELERY_TASK_SOFT_TIME_LIMIT:
        return []
    said = f"visibility_timeout is {seen} s, where a task may take {settings.CELERY_TASK_TIME_LIMIT} s."
    hint = "More than twice CELERY_TASK_TIME_LIMIT, which is more than CELERY_TASK_SOFT_TIME_LIMIT."
    return [Error(said, hint=hint, id="herotycoon.E013")]


@register(Tags.compatibility)
def knobs_are_known(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    """A misspelt variable would do nothing and say nothing."""
    unknown = sorted(name for name in os.environ if name.startswith("HEROTYCOON_") and name not in KNOBS)
    return [
        Error(f"Nobody reads {name}; is {nearest(name)} meant?", id="herotycoon.E004") for name in unknown
    ]


@register(Tags.compatibility)
def the_storyteller_can_be_hired(
    app_configs: Sequence[AppConfig] | None, **options: Any
) -> list[CheckMessage]:
    """A storyteller with a wrong option would be the template, and say nothing."""
    return [Error(wrong, id=id_) for id_, wrong in complaints(settings.STORYTELLER)]


@register(Tags.security, deploy=True)
def the_secret_is_given(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    """A key drawn on one machine does not fit the next one."""
    if os.environ.get("SECRET_KEY"):
        return []
    return [
        Warning("SECRET_KEY is not set; the one in use was drawn for this checkout.", id="herotycoon.W001")
    ]


@register(Tags.database)
def the_roles_are_made(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **options: Any
) -> list[CheckMessage]:
    """Row security is as good as the roles that it binds."""
    if ENGINE not in (databases or ()):
        return []
    hint = "A superuser runs herotycoon/pg/roles.sql once, and again to mend them."
    with through(ENGINE):
        return [Error(fault, hint=hint, id="herotycoon.E010") for fault in roles.faults()]


@register(Tags.database)
def requests_log_in_as_they_should(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **options: Any
) -> list[CheckMessage]:
    """A request that logs in as the tables' owner would see every world."""
    if WEB not in (databases or ()):
        return []
    hint = "WEB_DATABASE_URL names the database, herotycoon_web and its password."
    try:
        with connections[WEB].cursor() as cursor:
            cursor.execute("SELECT session_user")
            (user,) = cursor.fetchone()
    except DatabaseError as error:
        return [Error(f"Requests cannot log in: {str(error).strip()}", hint=hint, id="herotycoon.E011")]
    if user == roles.WEB_LOGIN:
        return []
    return [Error(f"Requests log in as {user}, not {roles.WEB_LOGIN}.", hint=hint, id="herotycoon.E011")]


@register("parity", Tags.database)
def the_database_is_what_its_migrations_make(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **options: Any
) -> list[CheckMessage]:
    """`check --database default`: environment parity. Takes seconds, hence not while migrations run."""
    if ENGINE not in (databases or ()) or parity.off_duty.get():
        return []
    with through(ENGINE):
        late, unknown = parity.unapplied(), parity.unknown()
        try:
            differing = parity.differences()
        except NotAllowed as error:
            return [Error(f"The database cannot be compared: {error}", id="herotycoon.E033")]
    found: list[CheckMessage] = [
        Warning(f"{_told(late)} not applied yet.", hint="manage.py migrate", id="herotycoon.W030")
    ] * bool(late)
    if unknown:
        hint = "The database belongs to a later version; run that one."
        found.append(Error(f"{_told(unknown)} applied, and unknown here.", hint=hint, id="herotycoon.E034"))
    return found + [Error(str(one), hint=one.remedy, id=_PARITY[one.kind]) for one in differing]


@register(Tags.database)
def the_replica_follows(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **options: Any
) -> list[CheckMessage]:
    """A replica is a convenience: without it everything goes on, which is why somebody has to say that it is missing."""
    wrong = replica.fault() if ENGINE in (databases or ()) else ""
    return [Warning(wrong, hint="See REPLICA_URL.", id="herotycoon.W040")] if wrong else []


_PARITY = {"missing": "herotycoon.E030", "surplus": "herotycoon.E031", "different": "herotycoon.E032"}


def _told(migrations: Sequence[tuple[str, str]]) -> str:
    names = ", ".join(f"{app}.{name}" for app, name in migrations[:5])
    return f"{names}{', …' * (len(migrations) > 5)} {'is' if len(migrations) == 1 else 'are'}"


def nearest(name: str) -> str:
    """The knob that is spelt most like `name`."""
    return max(KNOBS, key=lambda knob: difflib.SequenceMatcher(None, name, knob).ratio())
