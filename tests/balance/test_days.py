"""Days are full and varied: everything that can be done is done by somebody, and nights are for sleep."""

import numpy as np

from heroes.sim.lexicon import ACTIONS, Action
from tests.balance.laboratory import Study

GUILDS, HEROES, DAYS = 8, 20, 28


def test_a_guilds_first_week_knows_at_least_eighteen_actions(month: Study) -> None:
    week = month["step"] <= 7 * 48
    for guild in range(GUILDS):
        ours = month["hero"][week] // HEROES == guild
        assert len(np.unique(month["action"][week][ours])) >= 18


def test_in_four_weeks_everything_but_departure_is_done_in_every_guild(month: Study) -> None:
    used = month.tally.reshape(GUILDS, HEROES, -1).sum(axis=1) > 0
    unused = [[ACTIONS[action] for action in np.flatnonzero(~guild[:-1])] for guild in used]
    assert unused == [[]] * GUILDS


def test_a_hero_knows_many_ways_to_spend_a_month(month: Study) -> None:
    assert np.median((month.tally > 0).sum(axis=1)) >= 13


def test_sleep_and_meals_apart_nothing_crowds_out_the_rest(month: Study) -> None:
    shares = month.shares()
    crowding = {
        name: share for name, share in shares.items() if share > 0.15 and name not in ("sleep", "eat")
    }
    assert crowding == {}


def test_heroes_decide_about_eleven_times_a_day(month: Study) -> None:
    decisions = month.tally.sum() / (GUILDS * HEROES * DAYS)
    assert 9 <= decisions <= 14


def test_heroes_eat_two_or_three_times_a_day(month: Study) -> None:
    meals = month.each(Action.EAT) / 7
    assert 2 <= meals.mean() <= 3
    assert meals.min() >= 1


def test_heroes_sleep_seven_to_nine_hours_a_day(month: Study) -> None:
    asleep = month.time[:, Action.SLEEP]
    assert 0.27 <= asleep.mean() <= 0.36
    assert asleep.min() >= 0.2


def test_nights_are_for_sleep(month: Study) -> None:
    at = month["action"] == Action.SLEEP
    spans = zip(month["started"][at].tolist(), month["step"][at].tolist(), strict=True)
    hours = np.concatenate([np.arange(start, end) % 48 for start, end in spans])
    assert np.isin(hours, [*range(42, 48), *range(14)]).mean() >= 0.9
