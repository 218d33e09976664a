"""Who is close to whom in a world: the strongest bonds, and everybody in a ring in which close people are neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from herotycoon.pg.replica import from_replica
from worlds.models import World
from worlds.readings import ActiveHero, SocialTie
from worlds.services.snapshot import snapshot

MOST_PEOPLE, MOST_BONDS = 60, 120
EACH = 4
"""So many bonds are told for each of the people, at most ``MOST_BONDS``."""


@dataclass(frozen=True)
class Bond:
    """Between the heroes of two places in the ring; ``strength`` is by now. ``one`` teaches where it is a mentorship."""

    one: int
    two: int
    kind: str
    strength: int
    last: int


@dataclass(frozen=True)
class Circle:
    """``people`` in the order of the ring, as (id, number, name); ``bonds`` the strongest first, and how many of each
    there are in all, of which some may be left out.
    """

    people: list[tuple[UUID, int, str]]
    bonds: list[Bond]
    all_people: int
    all_bonds: int


@from_replica
def circle(world: World) -> Circle:
    """Everybody who belongs to the guild, and what ties them; of very many the strongest ties."""
    with snapshot(brief=True):
        ties = _ties(world)
        heroes = list(
            ActiveHero.objects.filter(world=world).order_by("number").values_list("id", "number", "name")
        )
    here = {number for _, number, _ in heroes}
    among = [tie for tie in ties if tie.hero_number in here and tie.other_number in here]
    chosen = strongest(among, len(heroes))
    shown = {number for tie in chosen for number in (tie.hero_number, tie.other_number)}
    people = [one for one in heroes if one[1] in shown or len(heroes) <= MOST_PEOPLE]
    at = {number: place for place, (_, number, _) in enumerate(people)}
    bonds = [
        Bond(at[tie.hero_number], at[tie.other_number], tie.kind, tie.faded, tie.last_step) for tie in chosen
    ]
    order = in_a_ring(len(people), bonds)
    place = {old: new for new, old in enumerate(order)}
    return Circle(
        people=[people[old] for old in order],
        bonds=[Bond(place[b.one], place[b.two], b.kind, b.strength, b.last) for b in bonds],
        all_people=len(heroes),
        all_bonds=len(among),
    )


def strongest(ties: Sequence[SocialTie], people: int) -> list[SocialTie]:
    """The strongest ties of a reasonable number, among a reasonable number of people."""
    chosen: list[SocialTie] = []
    shown: set[int] = set()
    for tie in ties:
        more = shown | {tie.hero_number, tie.other_number}
        if len(more) <= MOST_PEOPLE:
            chosen.append(tie)
            shown = more
        if len(chosen) == min(MOST_BONDS, EACH * people):
            break
    return chosen


def in_a_ring(count: int, bonds: Sequence[Bond]) -> list[int]:
    """An order of ``count`` people around a ring that keeps close people close.

    The two smoothest waves over the web of bonds (the eigenvectors of its Laplacian after the constant one) give each of
    them a place in the plane, and its angle the place in the ring.
    """
    if count < 4:
        return list(range(count))
    near = np.full((count, count), 0.5)
    for bond in bonds:
        near[bond.one, bond.two] += abs(bond.strength)
        near[bond.two, bond.one] += abs(bond.strength)
    np.fill_diagonal(near, 0)
    waves = np.linalg.eigh(np.diag(near.sum(axis=1)) - near)[1]
    order: list[int] = np.argsort(np.arctan2(waves[:, 2], waves[:, 1]), kind="stable").tolist()
    return order


def _ties(world: World) -> list[SocialTie]:
    """Each bond once, told by whoever teaches or has the smaller number, the strongest first; faded ones are none."""
    told = SocialTie.objects.filter(world=world).exclude(role="pupil").exclude(faded=0)
    both = [tie for tie in told if tie.role or tie.hero_number < tie.other_number]
    return sorted(both, key=lambda tie: (-abs(tie.faded), tie.hero_number, tie.other_number, tie.kind))
