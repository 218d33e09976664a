"""``manage.py serve``: the whole game on this machine, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser
from django.db import connections

from herotycoon.accounts.models import User
from herotycoon.accounts.services.demo import PLAYER, demo_people
from herotycoon.api.serving import HOST, usual_workers, web_server
from herotycoon.embedded import servers
from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import data_folder, development_home
from worlds.management.doors import Door
from worlds.management.supervisor import Household, Program
from worlds.models import World
from worlds.services.creation import create_world

PORT = 8000


class Command(Door):
    """Starts everything, says where it is, and ends everything."""

    help = "Serve the game on this machine: web, worker, beat, and the bundled servers. Ctrl-C stops all."
    refusals = (EmbeddedError,)

    def add_arguments(self, parser: CommandParser) -> None:
        """Where, and how broad."""
        parser.add_argument("--port", type=int, default=PORT, help=f"port on {HOST} (default: {PORT})")
        parser.add_argument(
            "--workers",
            type=int,
            default=usual_workers(),
            help="processes that answer (default: two for each core, at most four)",
        )

    def enter(self, **options: Any) -> None:
        """Prepare, run, and leave as it was found."""
        port: int = options["port"]
        _refuse_if_taken(port)
        with _own_servers():
            call_command("migrate", verbosity=0)
            people = demo_people(data_folder() / "demo_accounts.json") if _at_home() else {}
            if people:
                _give_world(User.objects.get(username=PLAYER))
            connections.close_all()
            # A worker that is told to end finishes its batch within GRACE_SECONDS, or gives it back.
            environment = os.environ | {
                "DJANGO_SETTINGS_MODULE": "herotycoon.settings",
                "REMAP_SIGTERM": "SIGQUIT",
            }
            household = Household(_programs(port, options["workers"]), str(settings.BASE_DIR), environment)
            lost = household.run(lambda: _answers(port), lambda: self._tell(port, people))
        if lost:
            raise CommandError(f"{lost}; the others were stopped.")

    def _tell(self, port: int, people: dict[str, str | None]) -> None:
        self.stdout.write(f"\nAI Hero Tycoon is at http://{HOST}:{port}")
        for name, password in people.items():
            self.stdout.write(f"  {name:<12}{password or '(the password that was given)'}")
        self.stdout.write("Ctrl-C stops everything.\n")
        self.stdout.flush()


def _programs(port: int, workers: int) -> list[Program]:
    """In the order in which they start; they end in the opposite one, so that nobody is asked who has gone."""
    celery = [
        sys.executable,
        "-W",
        "ignore::UserWarning:celery.platforms",
        "-m",
        "celery",
        "-A",
        "herotycoon",
        "-q",
    ]
    beat = ["beat", "--loglevel", "WARNING", "--pidfile", ""]
    # Who waits for a language model, or erases a large world, keeps no world from its tick.
    return [
        *(Program(f"worker of {queue}", [*celery, *_worker(queue)]) for queue in ("ticks", "chores")),
        Program("beat", celery + beat),
        Program("web server", web_server(port, workers)),
        Program("worker of words", [*celery, *_worker("words")]),
    ]


def _worker(queue: str) -> list[str]:
    alone = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return ["worker", "-Q", queue, "-n", f"{queue}@%h", "--concurrency", "1", "--loglevel", "WARNING", *alone]


@contextmanager
def _own_servers() -> Iterator[None]:
    """The bundled servers, where they are wanted; those that did not run before are stopped afterwards.

    SIGTERM and a closed terminal are Ctrl-C to us, whenever they come.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    started = servers.ensure()
    try:
        yield
    finally:
        connections.close_all()
        if started:
            servers.stop_these(development_home(), started)


def _refuse_if_taken(port: int) -> None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} cannot be had ({getattr(error, 'strerror', None) or error}): stop the program that has it, "
                "or choose another one, as in `make serve PORT=8001` or `manage.py serve --port 8001`."
            ) from error


def _answers(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=0.2).close()
    except OSError:
        return False
    return True


def _at_home() -> bool:
    """Whether passwords may be shown: our own database, and nobody else can come."""
    local = settings.DEBUG or settings.LOCAL_HOSTS.issuperset(settings.ALLOWED_HOSTS)
    return local and not os.environ.get("DATABASE_URL")


def _give_world(player: User) -> None:
    if not World.objects.filter(owner=player).exists():
        create_world(owner=player)
