"""Long studies that several tests read: each is made once."""

from dataclasses import dataclass

import pytest

from heroes.sim.lexicon import TRAITS, Action
from tests.balance.laboratory import Floats, Study, cohen, guilds, side_by_side, study, with_trait


@dataclass(frozen=True)
class Natures:
    """The same guilds many times: everybody high in one trait, or everybody low in it, all else equal."""

    seen: Study
    of: dict[str, slice]

    def compare(self, trait: str, values: Floats) -> float:
        """Cohen's d of some (H,) values between those high and those low in a trait."""
        return cohen(values[self.of[f"{trait} high"]], values[self.of[f"{trait} low"]])

    def effect(self, trait: str, *actions: Action) -> float:
        """How much more often those high in a trait do any of these."""
        return self.compare(trait, self.seen.each(*actions))


@pytest.fixture(scope="session")
def month() -> Study:
    """Four weeks in eight guilds of twenty."""
    return study(guilds(range(8)), 28)


@pytest.fixture(scope="session")
def natures() -> Natures:
    """A fortnight of eighty heroes of each nature."""
    variants = {
        f"{trait} {name}": with_trait(guilds(range(100, 104)), trait, value)
        for trait in TRAITS
        for name, value in (("high", 85), ("low", 15))
    }
    return Natures(*side_by_side(variants, 14))
