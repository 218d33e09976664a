"""A published version of the rules never changes: decisions that followed it must be recomputed for ever (I4).

To publish a new version: keep the tables of the old one (copy ``heroes/sim/repertoire.py`` to a module named after the
version and let ``rules(old)`` read that; what is only added goes by version, as ``MEMORY`` does), add the new number to
``PUBLISHED``, let ``RULES_VERSION`` in ``worlds/rows/birth.py`` name it, and add the digest that this test then prints.
Never edit a digest that has been released: a world that was lived under it could no longer be explained.
"""

import hashlib
from dataclasses import fields, replace

import numpy as np
import pytest

from heroes.sim import contributions
from heroes.sim.rules import PUBLISHED, Rules, UnknownRules, rules
from worlds.rows.birth import RULES_VERSION

DIGESTS = {
    1: "9549121352f0a486bf4858e1019557ad903c580ec648b9e103c825ea3a4cab73",
    2: "9ac6eb9e1a936a7034d8f5bacaa4bc96b91b09e81d5113308391ceea93912c45",
}
"""{version: SHA-256 of its arrays, and of the constants that every version shares}"""


DERIVED = ("here",)
"""Arrays that follow from others, kept for speed."""
SINCE = {"memory": 2, "COUNSEL_PULL": 2}
"""What came with a later version: nothing in those before, and not part of their digests."""


def digest(some: Rules) -> str:
    """Of names, shapes and numbers."""
    total = hashlib.sha256()
    for f in fields(Rules):
        array = np.asarray(getattr(some, f.name))
        if f.name in DERIVED or (some.version < SINCE.get(f.name, 1) and not array.any()):
            continue
        total.update(f"{f.name} {array.shape} {array.ravel().tolist()}\n".encode())
    for name in ("ORDER_PULL", "LEARNED_PULL", "CHANCE_SPREAD", "COUNSEL_PULL"):
        if some.version < SINCE.get(name, 1):
            continue
        total.update(f"{name} {getattr(contributions, name)}\n".encode())
    return total.hexdigest()


@pytest.mark.parametrize("version", PUBLISHED)
def test_a_published_version_is_what_it_was(version: int) -> None:
    assert digest(rules(version)) == DIGESTS[version]


def test_every_digest_is_of_a_published_version() -> None:
    assert tuple(DIGESTS) == PUBLISHED


def test_new_worlds_follow_the_newest_version() -> None:
    assert PUBLISHED[-1] == RULES_VERSION


def test_a_changed_weight_changes_the_digest() -> None:
    some = rules(PUBLISHED[-1])
    traits = some.traits.copy()
    traits[0, 0] += 1
    assert digest(replace(some, traits=traits)) != digest(some)


def test_an_unpublished_version_is_refused_and_the_published_ones_named() -> None:
    with pytest.raises(UnknownRules, match=r"version 999 was never published; there are: \(1"):
        rules(999)
