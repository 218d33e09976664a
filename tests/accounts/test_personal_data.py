"""What is kept about a person is written down, column by column."""

import re

import pytest
from django.db import connection

from herotycoon.embedded.folder import CHECKOUT
from herotycoon.pg import catalogue

pytestmark = pytest.mark.django_db

PAGE = CHECKOUT / "docs" / "personal-data.md"
OF_PEOPLE = {"users", "audit_log"}
"""Tables about people that refer to nobody. Those that refer to users are found in the catalogue."""
OF_THE_GAME = {"worlds"}
"""Of these the reference alone is about a person."""


def kept() -> set[str]:
    """Every column that is about a person, "table.column"."""
    referring = {(one.table, one.columns[0]) for one in catalogue.references() if one.target == "users"}
    whole = OF_PEOPLE | {table for table, _ in referring} - OF_THE_GAME
    columns = {f"{one.table}.{one.name}" for one in catalogue.columns() if one.table in whole}
    return columns | {f"{table}.{column}" for table, column in referring}


def told() -> dict[str, list[str]]:
    """What the page says of each column: what, why, how long, who."""
    rows = re.findall(r"^\| `(\w+\.\w+)` \|(.*)\|$", PAGE.read_text(), re.MULTILINE)
    return {name: [cell.strip() for cell in cells.split("|")] for name, cells in rows}


def test_every_column_about_a_person_is_written_down() -> None:
    assert set(told()) == kept()


def test_of_each_it_is_said_what_how_long_and_for_whom() -> None:
    assert [
        name for name, (what, _, how_long, who) in told().items() if not (what and how_long and who)
    ] == []
    assert [name for name, (_, why, *_) in told().items() if not why and not name.endswith(".id")] == []


@pytest.mark.parametrize(
    "harm",
    [
        "ALTER TABLE users ADD COLUMN telephone text",
        "ALTER TABLE user_sessions ADD COLUMN address inet",
        "CREATE TABLE letters (id uuid PRIMARY KEY, reader_id uuid REFERENCES users)",
        "ALTER TABLE guilds ADD COLUMN founder_id uuid REFERENCES users",
    ],
)
def test_a_column_that_nobody_wrote_down_is_found(harm: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(harm)
    with pytest.raises(AssertionError):
        test_every_column_about_a_person_is_written_down()


def test_no_real_name_has_a_place() -> None:
    assert kept().isdisjoint({"users.first_name", "users.last_name"})
