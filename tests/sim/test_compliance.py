"""The guarantees of obedience: what can only make a hero more willing, and what only less."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from influence.sim.compliance import LEAST, MOST, TERMS, Plea, compliance

WILLING = ("trust", "respect", "fear", "loyalty")
UNWILLING = ("danger", "tiredness", "wounds", "dislike")
POINTS = st.integers(0, 100)
PLEAS = st.fixed_dictionaries(
    dict.fromkeys((*WILLING, *UNWILLING[:-1]), POINTS) | {"dislike": st.integers(0, 1_000)}
)


def odds(plea: dict[str, int]) -> int:
    """Thousandths, for one hero."""
    return int(compliance(Plea(**{name: np.array([value]) for name, value in plea.items()}))[0])


@pytest.mark.parametrize("name", WILLING)
@given(plea=PLEAS, more=st.integers(1, 100))
@settings(derandomize=True, deadline=None)
def test_never_less_willing_for_more_of(name: str, plea: dict[str, int], more: int) -> None:
    assert odds(plea | {name: min(plea[name] + more, 100)}) >= odds(plea)


@pytest.mark.parametrize("name", UNWILLING)
@given(plea=PLEAS, more=st.integers(1, 100))
@settings(derandomize=True, deadline=None)
def test_never_more_willing_for_more_of(name: str, plea: dict[str, int], more: int) -> None:
    assert odds(plea | {name: plea[name] + more}) <= odds(plea)


@given(plea=PLEAS)
@settings(derandomize=True, deadline=None)
def test_nobody_is_a_puppet_nor_wholly_deaf(plea: dict[str, int]) -> None:
    assert LEAST <= odds(plea) <= MOST


@pytest.mark.parametrize("name", [*WILLING, *UNWILLING])
def test_everything_counts_for_something(name: str) -> None:
    usual = {
        "trust": 50,
        "respect": 50,
        "fear": 30,
        "loyalty": 50,
        "danger": 30,
        "tiredness": 45,
        "wounds": 25,
    }
    plea = usual | {"dislike": 100}
    assert odds(plea | {name: plea[name] + 20}) != odds(plea)
    assert set(TERMS) == set(plea)


def test_a_loyal_and_trusting_hero_obeys_and_a_bitter_one_rarely_does() -> None:
    calm = {"danger": 0, "tiredness": 30, "wounds": 0, "dislike": 0, "fear": 10}
    assert odds(calm | {"trust": 75, "respect": 65, "loyalty": 70}) >= 700
    assert odds(calm | {"trust": 55, "respect": 50, "loyalty": 50}) in range(400, 700)
    assert odds(calm | {"trust": 15, "respect": 30, "loyalty": 20}) <= 250


def test_fear_buys_obedience_at_less_than_trust_does() -> None:
    plain = {
        "trust": 50,
        "respect": 50,
        "fear": 30,
        "loyalty": 50,
        "danger": 0,
        "tiredness": 0,
        "wounds": 0,
        "dislike": 0,
    }
    assert odds(plain) < odds(plain | {"fear": 60}) < odds(plain | {"trust": 80})
