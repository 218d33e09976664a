"""A stranger who may be hired, and worlds that hire one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from pytest_django import Settings

from tests.storyteller.stranger import Stranger, bard, stranger

SECRET = "sk-very-secret-key-of-the-tests"


@pytest.fixture
def there() -> Iterator[Stranger]:
    """A stranger who answers well until told otherwise."""
    with stranger(bard) as one:
        yield one


@pytest.fixture
def hiring(there: Stranger, settings: Settings) -> Iterator[dict[str, Any]]:
    """A deployment that hires the stranger for every new world."""
    cache.clear()
    settings.STORYTELLER = {
        "kind": "llm",
        "model": "bard-1",
        "base_url": there.base_url,
        "api_key": SECRET,
        "timeout": 5,
        "backoff": 0,
        "attempts": 2,
        "price_in": 1.0,
        "price_out": 3.0,
        "calls_a_visit": 50,
    }
    yield settings.STORYTELLER
    cache.clear()
