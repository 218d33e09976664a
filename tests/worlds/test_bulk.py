"""What goes to PostgreSQL in bulk arrives as it was."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from herotycoon.pg.bulk import all_escaped, array_literal, copy_lines, meant, raw_cursor

TEXTS = st.text(
    st.one_of(st.sampled_from('\\"{},\t\n\r\b\x1f\x7f\xa0 N'), st.characters(exclude_categories=["Cs"]))
)
WHOLE = TEXTS.map(lambda text: text.replace("\0", ""))  # PostgreSQL has no text with a NUL in it
LISTS = st.one_of(
    st.tuples(st.just("text"), st.lists(st.none() | WHOLE)),
    st.tuples(st.just("int8"), st.lists(st.none() | st.integers(-(2**63), 2**63 - 1))),
    st.tuples(st.just("bool"), st.lists(st.none() | st.booleans())),
    st.tuples(st.just("uuid"), st.lists(st.none() | st.uuids())),
)
BRIEFLY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.mark.django_db
@BRIEFLY
@given(LISTS)
def test_a_list_arrives_as_it_was(told: tuple[str, list[str | int | bool | UUID | None]]) -> None:
    kind, values = told
    cursor = raw_cursor()
    cursor.execute(f"SELECT %s::{kind}[]".encode(), [array_literal(values)])
    assert cursor.fetchone() == (values,)


@pytest.mark.django_db
@BRIEFLY
@given(st.lists(WHOLE))
def test_lines_arrive_as_they_were(texts: list[str]) -> None:
    fields = all_escaped(texts)
    assert [meant(field) for field in fields] == texts
    cursor = raw_cursor()
    cursor.execute("CREATE TEMP TABLE IF NOT EXISTS line (at int, text text)")
    cursor.execute("TRUNCATE line")
    copy_lines(cursor, "line", ("at", "text"), [f"{at}\t{field}\n" for at, field in enumerate(fields)])
    cursor.execute("SELECT text FROM line ORDER BY at")
    assert [text for (text,) in cursor.fetchall()] == texts
