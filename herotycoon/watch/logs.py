"""What is logged and how: objects of JSON with request, task and world, and nothing about people.

An exception is told by its kind and where it came about. Its message may quote what somebody sent (a name in a violated
constraint, an address that a mail server refused), and stays away.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from types import TracebackType
from typing import Any, cast

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
SECRET = re.compile(r"(?i)\b(bearer|token|password|code)([ =:\"']+)[^\s\"'&,;]+")
ALLOWED = {"method", "route", "status", "ms", "worlds", "steps", "decisions", "seconds"}
"""What a record may say besides its message."""
FRAMES = 8
"""Lines of a traceback that are told: the innermost ones."""


def told_as(style: str) -> dict[str, Any]:
    """Django's LOGGING for a style: "json", or "plain" lines of warnings for somebody who reads along."""
    loggers = {"django.request": {"level": "ERROR"}}  # what a client got wrong, it was told
    config: dict[str, Any] = {"version": 1, "disable_existing_loggers": False, "loggers": loggers}
    if style == "plain":
        return config
    if style != "json":
        raise ValueError(f'LOG_FORMAT is "json" or "plain", not {style!r}')
    return config | {
        "formatters": {"json": {"()": formatter}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": "INFO"},
        "loggers": loggers | {"httpx": {"level": "WARNING"}},
    }


class _Unquoting(ProcessorFormatter):
    """Celery's line of a task that failed quotes the exception, which is told by its kind here."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        if isinstance(record.args, Mapping) and "exc" in record.args:
            kind = record.exc_info[0] if record.exc_info else None
            record = copy(record)
            record.args = {
                **cast(Mapping[str, object], record.args),
                "exc": kind.__name__ if kind else "an error",
                "traceback": "",
            }
        return super().format(record)


def formatter() -> ProcessorFormatter:
    """For records of the standard library, which all of ours are."""
    return _Unquoting(
        foreign_pre_chain=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(ALLOWED),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            _without_quotes,
            ProcessorFormatter.remove_processors_meta,
            _nothing_personal,
            structlog.processors.JSONRenderer(),
        ],
    )


def _without_quotes(logger: Any, method: str, event: EventDict) -> EventDict:
    """An exception by its kind and place, wherever it stands in a record."""
    record = event["_record"]
    exc_info = event.pop("exc_info", None) or record.exc_info
    kind, _, trace = exc_info if isinstance(exc_info, tuple) else (None, None, None)
    if isinstance(record.args, Mapping) and "exc" in record.args:  # Celery's, of a task that failed
        event["event"] = record.msg % {
            **record.args,
            "exc": kind.__name__ if kind else "an error",
            "traceback": "",
        }
    if kind is not None:
        event["error"], event["at"] = kind.__name__, _places(trace)
    return event


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-FRAMES:]
    return [f"{frame.filename.removeprefix(f'{ROOT}/')}:{frame.lineno} {frame.name}" for frame in frames]


def _nothing_personal(logger: Any, method: str, event: EventDict) -> EventDict:
    """Whatever else may have slipped in: addresses, and what is called a secret."""
    return {name: _cleaned(value) for name, value in event.items()}


def _cleaned(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_cleaned(one) for one in value]
    if isinstance(value, str):
        return SECRET.sub(r"\1\2[secret]", ADDRESS.sub("[address]", value))
    return value
