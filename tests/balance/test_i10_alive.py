"""I10, alive: over a game year without a master nobody starves the economy, explodes it, or stands still.

Five guilds of fourteen are left to themselves for a year of 365 days, in one batch.
"""

from functools import cache

import numpy as np
import pytest

from heroes.sim.bonds import CAP, faded
from heroes.sim.lexicon import TRAITS, Bond
from tests.balance.laboratory import Study, guilds, study

GUILDS, HEROES, DAYS = 5, 14, 365
SETTLED = 30
"""The day from which the beginning is forgotten."""


@cache
def year() -> Study:
    """A year without a master."""
    return study(guilds(range(300, 300 + GUILDS), HEROES), DAYS)


def test_no_treasury_runs_dry_or_overflows() -> None:
    treasury = year().curve("treasury")[SETTLED:]
    assert (treasury > 0).all()
    assert treasury.min() >= 100
    assert treasury.max() <= 6_000


def test_treasuries_do_not_grow_without_bound() -> None:
    treasury = year().curve("treasury")
    spring, autumn = treasury[90:180].mean(axis=0), treasury[-90:].mean(axis=0)
    assert (autumn <= 2 * spring + 500).all()
    assert (autumn >= spring / 3).all()


def test_wages_are_paid() -> None:
    assert (year().curve("arrears") > 0).mean() <= 0.02


def test_heroes_are_neither_beggars_nor_princes() -> None:
    gold = year().curve("gold")[SETTLED:]
    assert 30 <= np.median(gold) <= 300
    assert np.quantile(gold, 0.99) <= 1_500
    assert (gold == 0).mean() <= 0.02


def test_gold_does_not_pile_up() -> None:
    gold = year().curve("gold")
    assert np.median(gold[-60:]) <= 2.5 * np.median(gold[60:120])


def test_few_leave_a_master_who_pays() -> None:
    assert year().days[-1].gone.mean() < 0.2


def test_heroes_become_better_at_what_they_do() -> None:
    seen = year()
    gained = seen.days[-1].skills - seen.days[0].skills
    assert (gained >= 0).all()
    assert 12 <= np.median(gained.max(axis=1)) <= 35
    assert (gained.max(axis=1) >= 5).mean() >= 0.95


def test_nobody_masters_everything() -> None:
    skills = year().days[-1].skills
    assert (skills >= 95).mean() <= 0.01
    assert skills.mean(axis=1).max() <= 60
    assert np.median(skills.std(axis=1)) >= 8


def test_characters_change_but_stay_themselves() -> None:
    heroes = year().batch.heroes
    drift = np.abs(heroes.traits - heroes.born)
    assert 0.8 <= drift.mean() <= 6
    assert (drift <= 20).mean() >= 0.98
    assert (drift.max(axis=1) >= 2).mean() >= 0.9


def test_characters_stay_as_different_as_they_were() -> None:
    heroes = year().batch.heroes
    for trait in range(len(TRAITS)):
        now, born = heroes.traits[:, trait], heroes.born[:, trait]
        assert now.std() >= 0.8 * born.std()
        assert abs(now.mean() - born.mean()) <= 8


@pytest.mark.parametrize("pillar", ["trust", "respect"])
def test_feelings_about_the_master_are_not_pinned(pillar: str) -> None:
    last = year().curve(pillar)[-60:]
    assert 40 <= last.mean() <= 80
    assert ((last <= 2) | (last >= 98)).mean() <= 0.05
    assert last.mean(axis=0).std() >= 4


def test_fear_of_a_master_who_does_nothing_fades_but_not_for_everybody() -> None:
    fear = year().curve("fear")
    assert fear[-1].mean() < fear[0].mean()
    assert 3 <= fear[-1].mean() <= 15
    assert fear[-1].std() >= 1.5


def test_moods_stay_in_the_middle_all_year() -> None:
    mood = year().curve("mood")[SETTLED:]
    for season in np.array_split(mood, 4):
        assert 50 <= season.mean() <= 70
    assert mood.mean(axis=0).std() >= 3
    assert ((mood <= 2) | (mood >= 98)).mean() <= 0.05


def test_quests_go_on_and_stay_uncertain() -> None:
    seen = year()
    quests = seen.quests
    ended = seen.verdicts()
    assert 0.55 <= ended["succeeded"] / (ended["succeeded"] + ended["failed"]) <= 0.78
    for season in range(4):
        mine = (quests.posted >= season * 91 * 48) & (quests.posted < (season + 1) * 91 * 48 - 480)
        won, lost = (quests.status[mine] == 3).sum(), ((quests.status == 4) & (quests.size() > 0))[mine].sum()
        assert 0.4 <= won / (won + lost) <= 0.85
        assert 2 <= (won + lost) / GUILDS / 11.6 <= 8


def test_fame_grows_and_does_not_reach_its_end_at_once() -> None:
    reputation, level = year().curve("reputation"), year().curve("level")
    assert reputation[-60:].mean() >= reputation[:60].mean() + 40
    assert reputation.max() <= 700
    assert level[-1].max() <= 7
    assert level[-1].mean() >= 1.8


def test_life_stays_varied() -> None:
    seen = year()
    shares = seen.shares()
    assert {n: s for n, s in shares.items() if s > 0.15 and n not in ("sleep", "eat")} == {}
    late = seen["step"] > (DAYS - 28) * 48
    for guild in range(GUILDS):
        ours = late & (seen["hero"] // HEROES == guild)
        assert len(np.unique(seen["action"][ours])) >= 20


def test_bonds_spread_over_all_strengths() -> None:
    bonds = year().batch.bonds
    at = np.flatnonzero(bonds.alive[: bonds.size])
    now = faded(bonds.strength[at], bonds.last[at], np.full(len(at), DAYS * 48))
    friends = now[bonds.kind[at] == Bond.FRIENDSHIP]
    assert (now >= 95).mean() <= 0.2
    assert np.quantile(friends, 0.25) <= 15
    assert np.quantile(friends, 0.95) >= 50
    for kind in Bond:
        assert (np.abs(now[bonds.kind[at] == kind]) >= 20).sum() >= 3


def test_a_small_guild_does_not_fill_anybodys_memory() -> None:
    kept = (year().batch.bonds.slots >= 0).sum(axis=1)
    assert kept.mean() <= 0.8 * CAP
    assert (kept == CAP).mean() <= 0.1


def test_the_world_does_not_stand_still() -> None:
    happened = year().happenings
    assert happened["event_begins"] >= 20 * GUILDS
    assert happened["quest_posted"] >= 100 * GUILDS
    assert happened["upkeep"] == DAYS * GUILDS
