"""CHECK constraints in the house's words, for `Meta.constraints`.

The constraint itself is written in the SQL twin, by hand, under the same name `<table>_<subject>_check`;
these make Django's forms refuse what the database would refuse, and `tests/schema` proves that both say the
same. Every condition must be free of NULL: a CHECK lets NULL pass.
"""

from collections.abc import Sequence

from django.db.models import BooleanField, CheckConstraint, Func, Q, TextChoices, Value
from django.db.models.expressions import Combinable

WHOLE_NUMBER_LIMIT = 2_147_483_647
"""The largest `integer` of PostgreSQL; whole numbers in documents keep to it as well."""


def _quoted(keys: Sequence[str]) -> str:
    return ", ".join(f"'{key}'" for key in keys)


class _Holds(Func):
    """A condition on columns, written as a template of SQL."""

    output_field = BooleanField()


class Differ(_Holds):
    """The two sides are not equal; `~Q(…)` would say it less plainly, and in other words than the SQL."""

    arg_joiner = " <> "
    template = "%(expressions)s"

    def __init__(self, one: str | Combinable, other: str | Combinable) -> None:
        super().__init__(one, other)


class IsObject(_Holds):
    """The document is a JSON object."""

    template = "jsonb_typeof(%(expressions)s) = 'object'"


class IsArray(_Holds):
    """The document is a JSON array."""

    template = "jsonb_typeof(%(expressions)s) = 'array'"


class WholeNumbers(_Holds):
    """The document is a JSON object whose values are whole numbers from `low` to `high`."""

    template = (
        "coalesce(NOT %(expressions)s @? "
        "'strict $.* ? (@.type() <> \"number\" || @ < %(low)s || @ > %(high)s || @.floor() <> @)', false)"
    )

    def __init__(self, document: str | Combinable, *, low: int, high: int) -> None:
        super().__init__(document, low=low, high=high)


class HasAll(_Holds):
    """The JSON object has each of these keys."""

    template = "%(expressions)s ?& ARRAY[%(quoted)s]"

    def __init__(self, document: str | Combinable, *, keys: Sequence[str]) -> None:
        super().__init__(document, quoted=_quoted(keys))


class HasOnly(_Holds):
    """The JSON object has no other keys than these."""

    template = "(%(expressions)s - ARRAY[%(quoted)s]) = '{}'"

    def __init__(self, document: str | Combinable, *, keys: Sequence[str]) -> None:
        super().__init__(document, quoted=_quoted(keys))


class Cardinality(_Holds):
    """The array has exactly `size` elements."""

    template = "cardinality(%(expressions)s) = %(size)s"

    def __init__(self, array: str | Combinable, *, size: int) -> None:
        super().__init__(array, size=size)


class FlatRows(_Holds):
    """The array is flat, and rows of `width` elements, at most `most` of them and none of them NULL."""

    template = (
        "mod(cardinality(%(expressions)s), %(width)s) = 0 AND cardinality(%(expressions)s) <= %(size)s "
        "AND coalesce(array_ndims(%(expressions)s), 1) = 1 AND array_position(%(expressions)s, NULL) IS NULL"
    )

    def __init__(self, array: str | Combinable, *, width: int, most: int) -> None:
        super().__init__(array, width=width, size=width * most)


class SameLengths(_Holds):
    """The arrays have equally many elements, at least one."""

    template = "cardinality(%(first)s) > 0 AND cardinality(%(first)s) = ALL (ARRAY[%(others)s])"

    def __init__(self, first: str, *others: str) -> None:
        # Names as PostgreSQL has them, not expressions: the template says the first one twice.
        super().__init__(first=first, others=", ".join(f"cardinality({other})" for other in others))


def rule(table: str, subject: str, condition: Q | _Holds) -> CheckConstraint:
    """Any condition, named after its table and subject."""
    return CheckConstraint(condition=condition, name=f"{table}_{subject}_check")


def between(table: str, column: str, low: int, high: int) -> CheckConstraint:
    """`low <= column <= high`."""
    return rule(table, column, Q(**{f"{column}__range": (low, high)}))


def at_least(table: str, low: int, *columns: str) -> list[CheckConstraint]:
    """`column >= low`, a constraint for each column."""
    return [rule(table, column, Q(**{f"{column}__gte": low})) for column in columns]


def one_of(table: str, column: str, choices: type[TextChoices]) -> CheckConstraint:
    """The column holds one word of a closed set."""
    return rule(table, column, Q(**{f"{column}__in": choices.values}))


def some_text(table: str, column: str) -> CheckConstraint:
    """The text is not empty."""
    return rule(table, column, Differ(column, Value("")))


def objects(table: str, *columns: str) -> list[CheckConstraint]:
    """Each column holds a JSON object."""
    return [rule(table, column, IsObject(column)) for column in columns]


def arrays(table: str, *columns: str) -> list[CheckConstraint]:
    """Each column holds a JSON array."""
    return [rule(table, column, IsArray(column)) for column in columns]


def whole_numbers(table: str, column: str, low: int, high: int = WHOLE_NUMBER_LIMIT) -> CheckConstraint:
    """The column holds a JSON object of whole numbers from `low` to `high`."""
    return rule(table, column, WholeNumbers(column, low=low, high=high))
