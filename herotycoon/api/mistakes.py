"""Mistakes of our own: the client gets a reference, the log a line that says where, and neither anybody's data."""

from __future__ import annotations

import logging
import traceback
from uuid import uuid4

from herotycoon.api.problems import Problem

logger = logging.getLogger(__name__)
DEEPEST = 6


def mistake(error: Exception, what: str) -> Problem:
    """Log an exception that nobody expects. Its message may quote a row or a request, and is left out.

    ``what``: the method and the name of the route.
    """
    reference = uuid4().hex[:12]
    logger.error("mistake %s in %s: %s at %s", reference, what, _kinds(error), _where(error))
    more = {"reference": reference}
    return Problem("internal-error", "It is written down, and somebody will look at it.", more=more)


def _kinds(error: BaseException | None) -> str:
    names = []
    while error is not None:
        names.append(type(error).__qualname__)
        error = error.__cause__ or error.__context__
    return " from ".join(names)


def _where(error: Exception) -> str:
    """'worlds/api/x.py:31 get < …', the innermost first."""
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    return " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))
