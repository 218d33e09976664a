"""Settings: one file, steered by the environment (and an optional `.env`), see `.env.example`.

Importing this starts nothing. Without DATABASE_URL and REDIS_URL the addresses are those of the bundled
servers of this checkout, which `manage.py` starts when a command needs them.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF, UNSAFE_INLINE

from herotycoon.api.about import SPECTACULAR_SETTINGS  # noqa: F401 - what the OpenAPI document says of the whole
from herotycoon.desk.theme import UNFOLD  # noqa: F401 - how the game masters' pages look
from herotycoon.embedded import addresses, folder, secret
from herotycoon.pg.dsn import database_at, for_requests, replica_of
from herotycoon.storyteller.llm.options import given
from herotycoon.watch.logs import told_as
from herotycoon.workers.broker import broker_at

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

# --- who may talk to us ---------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or secret.kept_secret(folder.data_folder())
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ENCRYPTION_KEYS = env.list("ENCRYPTION_KEYS", default=[]) or [SECRET_KEY, *SECRET_KEY_FALLBACKS]
"""What seals the API keys in the database (herotycoon/vault), the newest first."""
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

# --- HTTPS: on as soon as another machine may ask for us, so that nothing needs to be remembered ---
LOCAL_HOSTS = {"127.0.0.1", "localhost", "[::1]", "testserver"}
HTTPS = env.bool("HTTPS", default=not DEBUG and not LOCAL_HOSTS.issuperset(ALLOWED_HOSTS))
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=30 * 24 * 3600) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS and env.bool("HSTS_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = HTTPS and env.bool("HSTS_PRELOAD", default=False)
# A header that only a proxy of ours may set: who can reach us past it could claim HTTPS.
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF, UNSAFE_INLINE],  # a map's and the API's page
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# --- what the project is made of ------------------------------------------------------------------
INSTALLED_APPS = [
    "herotycoon.desk",  # before the theme, of which it replaces pages
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "herotycoon.apps.Desk",
    "django.contrib.messages",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "herotycoon.apps.HeroTycoonConfig",
    "herotycoon.accounts",
    "herotycoon.api",
    "herotycoon.storyteller",
    "heroes",
    "quests",
    "influence",
    "worlds",
]
MIDDLEWARE = [
    "herotycoon.probes.Probes",
    "herotycoon.watch.requests.Requests",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "herotycoon.urls"
WSGI_APPLICATION = "herotycoon.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
SESSION_ENGINE = "django.contrib.sessions.backends.cache"  # of the staff's browsers; clients have tokens
SESSION_COOKIE_AGE = 12 * 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # scripts and styles come with the packages; nothing has to be collected

# --- PostgreSQL and Redis -------------------------------------------------------------------------
DATABASE_POOL_SIZE = env.int("DATABASE_POOL_SIZE", default=0)
DATABASE_CLUSTER = env.bool("DATABASE_CLUSTER", default=False)
_engine = database_at(env.str("DATABASE_URL", default="") or addresses.database_url())
DATABASES = {"default": _engine, "web": for_requests(_engine)}
if REPLICA_URL := env.str("REPLICA_URL", default=""):
    DATABASES["replica"] = replica_of(DATABASES["default"], REPLICA_URL)
    DATABASES["web_replica"] = replica_of(DATABASES["web"], REPLICA_URL)
DATABASE_ROUTERS = ["herotycoon.pg.route.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
BACKUP_FOLDER = env.str("BACKUP_FOLDER", default="") or str(folder.data_folder() / "backups")
"""Where `backup` writes, and where a migration that is marked major looks for a backup of today."""

REDIS_URL = env.str("REDIS_URL", default="") or addresses.redis_url()
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "herotycoon.cache.backend.ForgetfulCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "herotycoon",
        "OPTIONS": {
            "pool_class": "herotycoon.cache.backend.RestingPool",
            "socket_connect_timeout": 0.5,  # seconds; a cache is there to be quick
            "socket_timeout": 1,
        },
    }
}

# --- workers --------------------------------------------------------------------------------------
HOT_TICK_SECONDS = env.int("HOT_TICK_SECONDS", default=60)
COLD_TICK_SECONDS = env.int("COLD_TICK_SECONDS", default=3600)
CELERY_BROKER_URL = broker_at(REDIS_URL)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
BATCH_SECONDS = env.int("BATCH_SECONDS", default=240)
"""What a task may take. It is told to stop then, and its process is ended a little later, with its transaction."""
CELERY_TASK_SOFT_TIME_LIMIT, CELERY_TASK_TIME_LIMIT = BATCH_SECONDS, BATCH_SECONDS + 30
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "global_keyprefix": "herotycoon:",
    # What a killed worker had taken comes back after this many seconds, which is longer than any task takes that waited
    # for another one first; without the other two it would be looked for now and then only.
    "visibility_timeout": 2 * CELERY_TASK_TIME_LIMIT + 60,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 5,
    "socket_keepalive": True,
}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER, CELERY_ACCEPT_CONTENT = "json", ["json"]
CELERY_TIMEZONE = "UTC"
# Every task is harmless when it is delivered twice, and none is lost with its worker.
CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = env.float("GRACE_SECONDS", default=8.0)
"""What is under way when a worker is told to end may be finished within so many seconds; then it is given back."""
CELERY_WORKER_MAX_MEMORY_PER_CHILD = (
    500_000  # KiB; a process that has grown beyond it is replaced between two tasks
)
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_DEFAULT_QUEUE = "chores"
_QUEUES = {"tick_due": "ticks", "advance": "ticks", "tell*": "words"}  # words wait for strangers
CELERY_TASK_ROUTES = {f"worlds.{task}": {"queue": queue} for task, queue in _QUEUES.items()}
BATCHES_WAITING = env.int("BATCHES_WAITING", default=200)
"""No more batches of worlds are handed out while so many wait for a worker. A batch has 2,000 heroes at the most, and some
have fewer: what has to fit in is a round of all cold worlds.
"""
CELERY_BEAT_SCHEDULER = "herotycoon.celery:Scheduler"
CELERY_BEAT_SCHEDULE_FILENAME = str(folder.data_folder() / "beat")
CELERY_BEAT_SCHEDULE = {
    f"tick the {name} worlds": {
        "task": "worlds.tick_due",
        "schedule": seconds,
        "args": [name == "hot"],
        "options": {"expires": seconds},  # the next beat says the same
    }
    for name, seconds in {"hot": HOT_TICK_SECONDS, "cold": COLD_TICK_SECONDS}.items()
} | {
    name: {"task": task, "schedule": seconds, "options": {"expires": seconds}}
    for name, task, seconds in (
        ("forget what is over", "accounts.sweep", 3600),
        ("find better words", "worlds.tell_due", 300),
        ("finish what was begun to be erased", "worlds.erase_the_marked", 600),
    )
}
STORYTELLER = given(env.ENVIRON)  # who writes words, see herotycoon/storyteller/llm/options.py

# --- players --------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
LOGIN_REDIRECT_URL = "admin:index"
AUTHENTICATION_BACKENDS = ["herotycoon.accounts.backends.Recognition"]
SESSION_LASTS = timedelta(days=env.int("SESSION_DAYS", default=30))
"""How long after they were last seen somebody can come back without a password."""
WORLDS_PER_USER = env.int("WORLDS_PER_USER", default=5)
PASSWORD_RESET_TIMEOUT = 4 * 3600
PASSWORD_RESET_URL = env.str("PASSWORD_RESET_URL", default="")
"""The page of a client where a new password is chosen, with {user} and {code} in it; without one a letter names both."""
PASSWORD_HASHERS = [
    # Not plain bcrypt, which fails above 72 bytes.
    "django.contrib.auth.hashers.BCryptSHA256PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# --- time and tongue ------------------------------------------------------------------------------
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LANGUAGE_CODE = "en"

# --- the API --------------------------------------------------------------------------------------
API_LARGEST_BODY = 64 * 1024
"""Bytes."""
API_CATCH_UP_SECONDS = env.float("API_CATCH_UP_SECONDS", default=1.0)
"""For so long a request brings its world nearer to now before it says that the world is catching up."""
API_RETRY_SECONDS = 2
API_RATES = {"reads": 1200, "commands": 300, "strangers": 60} | {
    name: int(value) for name, value in env.dict("API_RATES", default={}).items()
}
"""Requests a minute: of a person, and of an address from which nobody is known."""
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["herotycoon.accounts.api.authentication.Bearer"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_THROTTLE_CLASSES": ["herotycoon.api.throttles.Throttle"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "herotycoon.api.json.AlwaysJson",
    "DEFAULT_SCHEMA_CLASS": "herotycoon.api.schema.Schema",
    "UNAUTHENTICATED_USER": None,
    "NUM_PROXIES": 1 if SECURE_PROXY_SSL_HEADER else 0,
}
# --- what is logged and measured --------------------------------------------------------------------
LOG_FORMAT = env.str("LOG_FORMAT", default="plain")
LOGGING = told_as(LOG_FORMAT)
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
"""Without one `/metrics` answers this machine alone."""

# --- letters --------------------------------------------------------------------------------------
EMAIL_URL = env.str("EMAIL_URL", default="")
if EMAIL_URL:
    vars().update(env.email_url_config(EMAIL_URL))
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="herotycoon@localhost")
