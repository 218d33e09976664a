"""One door: the storytellers behind it, and what it says to a stranger."""

import pytest

from herotycoon.storyteller.door import Storyteller, UnknownStorytellerError, storyteller
from herotycoon.storyteller.schemas import WorldRequest


def test_the_template_storyteller_is_the_default() -> None:
    teller: Storyteller = storyteller()
    assert teller.world(WorldRequest(seed=1)) == storyteller("template").world(WorldRequest(seed=1))


def test_an_unknown_name_is_told_the_nearest() -> None:
    with pytest.raises(UnknownStorytellerError, match="'template'"):
        storyteller("tempalte")
