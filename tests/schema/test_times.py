"""Times come from the database as the moments that they are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import cast

import pytest
from django.db import DataError, connection
from hypothesis import given
from hypothesis import strategies as st

pytestmark = pytest.mark.django_db


def asked(moment: datetime | str) -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::timestamptz", [moment])
        [row] = cursor.fetchall()
    return cast("datetime", row[0])


@given(
    moment=st.datetimes(min_value=datetime(1, 1, 3), max_value=datetime(9999, 12, 29)),  # noqa: DTZ001
    hours=st.integers(-14, 14),
)
def test_a_moment_of_any_zone_comes_back_as_itself_in_utc(moment: datetime, hours: int) -> None:
    told = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert asked(told) == told
    assert asked(told).tzinfo is UTC


def test_a_session_of_another_zone_tells_the_same_moment() -> None:
    told = datetime(2031, 5, 1, 18, 30, 0, 250_000, UTC)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL TIME ZONE 'Asia/Kolkata'")
    assert asked(told) == told
    assert asked(told).tzinfo is UTC


@pytest.mark.parametrize("never", ["infinity", "-infinity", "12026-01-01 00:00Z", "0044-03-15 12:00Z BC"])
def test_what_python_has_no_time_for_is_an_error_that_says_so(never: str) -> None:
    with pytest.raises(DataError, match=r"timestamp (too|infinity|-infinity)|BC|infinity"):
        asked(never)
