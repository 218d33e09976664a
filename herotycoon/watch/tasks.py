"""What is logged in a task says which one it is, and which request asked for it; failures are counted."""

from __future__ import annotations

from typing import Any

from celery import signals
from django.conf import settings
from structlog.contextvars import bind_contextvars, clear_contextvars, get_contextvars

from herotycoon.workers import measures

CARRIED = "request_id"


def listen() -> None:
    """Hear Celery's signals, in whatever process this is."""
    signals.before_task_publish.connect(_send_along)
    signals.task_prerun.connect(_begin)
    signals.task_postrun.connect(_end)
    signals.task_failure.connect(_failed)
    if settings.LOG_FORMAT == "json":
        signals.setup_logging.connect(_ours_already)


def _send_along(headers: dict[str, Any] | None = None, **about: Any) -> None:
    asked_by = get_contextvars().get(CARRIED)
    if headers is not None and asked_by:
        headers[CARRIED] = asked_by


def _begin(task: Any, task_id: str, **about: Any) -> None:
    if task.request.is_eager or task.request.called_directly:
        return
    clear_contextvars()
    bind_contextvars(task=task.name, task_id=task_id, request_id=getattr(task.request, CARRIED, None))


def _end(task: Any, **about: Any) -> None:
    if not (task.request.is_eager or task.request.called_directly):
        clear_contextvars()


def _failed(**about: Any) -> None:
    measures.count(tasks_failed=1)


def _ours_already(**about: Any) -> None:
    """Logging is set up by Django's settings; Celery is to leave it alone."""
