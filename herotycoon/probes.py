"""For machines that watch: `/healthz` (this process lives), `/readyz` (it can serve), `/metrics` (Prometheus).

They stand before everything else, since a probe comes by an address that is no host of ours, and without TLS.
"""

from __future__ import annotations

import ipaddress
import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.crypto import constant_time_compare
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from redis.exceptions import RedisError

from herotycoon.gauges import Gauges
from herotycoon.pg import parity
from herotycoon.pg.route import ENGINE, here, through
from worlds.services.vitals import vitals

logger = logging.getLogger(__name__)
Wrong = Iterator[tuple[str, str]]
"""(what, what is wrong with it)"""
_applied: list[bool] = []


class Probes:
    """Middleware, the first of all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a probe; whoever else comes goes on."""
        probe = PROBES.get(request.path) if request.method in ("GET", "HEAD") else None
        return probe(request) if probe else self._get_response(request)


def healthz(request: HttpRequest) -> HttpResponseBase:
    """The process answers; no more is asked."""
    return _told({"status": "alive"})


def readyz(request: HttpRequest) -> HttpResponseBase:
    """503 where no request could be answered. What only makes the game slower is told and is no reason to send nobody
    here, unless ``?strict`` is asked for.
    """
    fatal = dict(_fatal())
    told: dict[str, Any] = {"wrong": fatal, "degraded": {} if fatal else dict(_degraded())}
    if not fatal:
        told["worlds"] = {
            name: {
                "running": heat.worlds,
                "behind": heat.behind,
                "late": heat.late,
                "seconds_behind": round(heat.seconds),
            }
            for name, heat in (("hot", vitals().hot), ("cold", vitals().cold))
        }
    bad = fatal or ("strict" in request.GET and told["degraded"])
    status = "not ready" if bad else "degraded" if told["degraded"] else "ready"
    return _told({"status": status, **told}, 503 if bad else 200)


def metrics(request: HttpRequest) -> HttpResponseBase:
    """For this machine alone, or for who knows METRICS_TOKEN."""
    if not _may_measure(request):
        return _told({"status": "METRICS_TOKEN is wanted as a bearer token"}, 403)
    return HttpResponse(generate_latest(Gauges()), content_type=CONTENT_TYPE_LATEST)


PROBES = {"/healthz": healthz, "/readyz": readyz, "/metrics": metrics}


def _fatal() -> Wrong:
    try:
        with through(ENGINE):
            with here().cursor() as cursor:
                cursor.execute("SELECT 1")
            if not _applied and not (late := parity.unapplied()):
                _applied.append(True)
            elif not _applied:
                yield "migrations", f"{len(late)} are not applied"
    except Error as error:
        logger.warning("not ready: %s", type(error).__name__)
        yield "database", "cannot be reached"


def _degraded() -> Wrong:
    try:
        cache.get("readyz")
    except RedisError:
        yield "redis", "cannot be reached: no worker is told anything, and everything is worked out anew"
    late = vitals().hot.late + vitals().cold.late
    if late:
        yield "worlds", f"{late} are late: workers or beat do not run, or cannot keep up"
    if aside := vitals().others.get("set_aside", 0):
        yield "set aside", f"{aside} worlds wait for a person to look at them"


def _may_measure(request: HttpRequest) -> bool:
    if settings.METRICS_TOKEN:
        return constant_time_compare(
            request.headers.get("Authorization", ""), f"Bearer {settings.METRICS_TOKEN}"
        )
    if settings.SECURE_PROXY_SSL_HEADER:  # everybody comes from the proxy then
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _told(document: dict[str, Any], status: int = 200) -> HttpResponse:
    return JsonResponse(document, status=status, headers={"Cache-Control": "no-store"})
