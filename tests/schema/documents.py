"""JSON that chance invents: any document, objects and arrays, and damaged ones."""

from typing import Any

from hypothesis import strategies as some
from hypothesis.strategies import SearchStrategy

from heroes.sim.lexicon import TRAITS
from herotycoon.pg.rules import WHOLE_NUMBER_LIMIT

text = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=10)
scalar = some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False, allow_infinity=False)
document = some.recursive(
    scalar | text, lambda deeper: some.lists(deeper) | some.dictionaries(text, deeper), max_leaves=5
)
json_object = some.dictionaries(text, document, max_size=3)
json_array = some.lists(document, max_size=3)
no_object = document.filter(lambda value: value is not None and not isinstance(value, dict))
"""None is left out here and below: on the way to a column it becomes NULL."""
no_array = document.filter(lambda value: value is not None and not isinstance(value, list))
personality = some.fixed_dictionaries({trait: some.integers(0, 100) for trait in TRAITS})


def is_whole(value: Any, low: int, high: int) -> bool:
    """A number without a fraction from `low` to `high`; 50.0 is whole, true is no number."""
    return type(value) in {int, float} and low <= value <= high and value == int(value)


def whole_numbers(low: int, high: int = WHOLE_NUMBER_LIMIT) -> SearchStrategy[dict[str, Any]]:
    """Objects of whole numbers."""
    return some.dictionaries(text, some.integers(low, high), max_size=4)


@some.composite
def no_whole_numbers(draw: some.DrawFn, low: int, high: int = WHOLE_NUMBER_LIMIT) -> Any:
    """No object, or one with a value that is no such number."""
    if draw(some.booleans()):
        return draw(no_object)
    near = some.integers(low - 3, low - 1) | some.integers(high + 1, high + 3) | some.floats(low, high)
    wrong = draw((near | document).filter(lambda value: not is_whole(value, low, high)))
    return draw(whole_numbers(low, high)) | {draw(text): wrong}


@some.composite
def damaged(draw: some.DrawFn) -> dict[str, Any]:
    """A personality with one trait lost, replaced by any document, renamed, or one key too many."""
    traits: dict[str, Any] = draw(personality)
    trait = draw(some.sampled_from(TRAITS))
    match draw(some.sampled_from(("lost", "replaced", "renamed", "added"))):
        case "lost":
            del traits[trait]
        case "replaced":
            traits[trait] = draw(document | some.integers(-2, 102) | some.floats(-1, 101))
        case "renamed":
            traits[draw(text)] = traits.pop(trait)
        case _:
            traits[draw(text)] = 50
    return traits


def is_personality(value: Any) -> bool:
    """Exactly the seven traits, each a whole number from 0 to 100."""
    return (
        isinstance(value, dict)
        and value.keys() == set(TRAITS)
        and all(is_whole(points, 0, 100) for points in value.values())
    )
