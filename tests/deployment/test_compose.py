"""`compose.yaml` and `Dockerfile`, read as far as that goes without Docker: every part is there, every name is known."""

from __future__ import annotations

import json
import re
import shlex
from typing import Any

import pytest
import yaml
from django.conf import settings

from herotycoon.api.serving import MANNER
from herotycoon.embedded.folder import CHECKOUT

COMPOSE: dict[str, Any] = yaml.safe_load((CHECKOUT / "compose.yaml").read_text())
DOCKERFILE = (CHECKOUT / "Dockerfile").read_text()
SERVICES: dict[str, Any] = COMPOSE["services"]
KNOWN = set(re.findall(r"^#?([A-Z_]+)=", (CHECKOUT / ".env.example").read_text(), re.MULTILINE))
FOREIGN = {"PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "DJANGO_SETTINGS_MODULE", "REMAP_SIGTERM"}
"""Names in the image that Python, Django and Celery read."""
KEYS = {
    *(
        "build",
        "image",
        "env_file",
        "init",
        "restart",
        "logging",
        "ports",
        "command",
        "healthcheck",
        "volumes",
    ),
    "stop_grace_period",
}


def instructions() -> list[list[str]]:
    """The lines of the Dockerfile, without comments, continued ones joined."""
    lines = [line for line in DOCKERFILE.splitlines() if not line.strip().startswith("#")]
    return [
        line.split(None, 1) for line in "\n".join(lines).replace("\\\n", " ").splitlines() if line.strip()
    ]


def test_there_is_a_web_server_workers_and_a_beat_beside_servers_of_ones_own() -> None:
    assert set(SERVICES) == {"web", "ticks", "errands", "beat"}
    for service in SERVICES.values():
        assert set(service) <= KEYS
        assert (service["build"], service["env_file"], service["init"]) == (".", ".env", True)


def test_every_queue_has_a_worker() -> None:
    listened = {
        queue
        for service in SERVICES.values()
        if "worker" in service.get("command", [])
        for queue in service["command"][service["command"].index("-Q") + 1].split(",")
    }
    routed = {route["queue"] for route in settings.CELERY_TASK_ROUTES.values()}
    assert listened == routed | {settings.CELERY_TASK_DEFAULT_QUEUE}


def test_a_worker_is_given_longer_than_its_grace_and_told_so_in_the_way_it_understands() -> None:
    assert "REMAP_SIGTERM=SIGQUIT" in DOCKERFILE
    for name in ("ticks", "errands"):
        given = float(SERVICES[name]["stop_grace_period"].removesuffix("s"))
        assert given > settings.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT + 5


def test_every_variable_of_the_image_and_of_the_page_is_explained() -> None:
    image = {name for key, rest in instructions() if key == "ENV" for name in re.findall(r"([A-Z_]+)=", rest)}
    told = re.search(r"at the least (.*?)\. Before", (CHECKOUT / "compose.yaml").read_text(), re.DOTALL)
    assert told is not None
    assert image - FOREIGN <= KNOWN
    assert {"SECRET_KEY", "DATABASE_URL", "REDIS_URL"} <= set(re.findall(r"[A-Z_]{4,}", told[1])) <= KNOWN


def test_the_image_starts_from_a_python_that_will_do_and_runs_as_nobody_special() -> None:
    kinds = [kind for kind, _ in instructions()]
    [base] = [rest for kind, rest in instructions() if kind == "FROM"]
    assert re.fullmatch(r"python:3\.1[1-4]-slim", base)
    assert kinds.index("USER") < kinds.index("CMD")
    for words in (rest.split() for kind, rest in instructions() if kind == "COPY"):
        assert all((CHECKOUT / source).exists() for source in words[:-1])


def test_the_image_serves_in_the_manner_of_serve() -> None:
    [command] = [json.loads(rest) for kind, rest in instructions() if kind == "CMD"]
    begin = command.index(MANNER[0])
    assert tuple(command[begin : begin + len(MANNER)]) == MANNER


@pytest.mark.parametrize("secret", [".env", ".data", ".git"])
def test_what_is_secret_or_large_stays_out_of_the_image(secret: str) -> None:
    assert secret in shlex.split((CHECKOUT / ".dockerignore").read_text())
