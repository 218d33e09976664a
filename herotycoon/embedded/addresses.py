"""The addresses of the bundled servers, known without asking whether they run."""

from urllib.parse import quote

from herotycoon.embedded.folder import Home, development_home

GAME_ROLE = "herotycoon"
"""The game's own role: owns the database, may create others (for tests), is no superuser. Row security does not bind it."""
WEB_ROLE = "herotycoon_web"
"""Logs in for requests; what it may do is said in `herotycoon/pg/roles.sql`."""
GAME_DATABASE = "herotycoon"
SUPERUSER = "postgres"


def database_url(home: Home | None = None, role: str = GAME_ROLE, database: str = GAME_DATABASE) -> str:
    """The URL of `database` on the bundled PostgreSQL, for DATABASE_URL, psycopg and psql alike."""
    home = home or development_home()
    return f"postgres://{role}@{quote(str(home.sockets), safe='')}:{home.postgres_port}/{database}"


def redis_url(home: Home | None = None, database: int = 0) -> str:
    """The URL of the bundled Redis, for REDIS_URL and redis-py."""
    return f"unix://{quote(str((home or development_home()).redis_socket))}?db={database}"
