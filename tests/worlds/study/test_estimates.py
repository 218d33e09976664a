"""Intervals hold what they promise, and say nothing where they cannot."""

from __future__ import annotations

import numpy as np
import pytest

from worlds.services.study.calibration import calibration
from worlds.services.study.estimates import Estimate, mean_of, share_of, slopes, student, within_groups


@pytest.mark.parametrize(
    ("degrees", "table"), [(4, 2.776), (7, 2.365), (11, 2.201), (39, 2.023), (1000, 1.962)]
)
def test_students_t_is_that_of_the_tables(degrees: int, table: float) -> None:
    assert student(degrees) == pytest.approx(table, rel=0.003)


@pytest.mark.parametrize(
    ("hits", "times", "low", "high"), [(0, 10, 0, 0.2775), (5, 10, 0.2366, 0.7634), (9, 10, 0.5958, 0.9821)]
)
def test_a_share_has_the_interval_of_wilson(hits: int, times: int, low: float, high: float) -> None:
    told = share_of(hits, times)
    assert told is not None
    assert (told.value, told.low, told.high) == pytest.approx((hits / times, low, high), abs=1e-4)
    assert share_of(0, 0) is None


def drawn(
    seed: int, heroes: int, each: int, slope: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Decisions of heroes who each have a trait, and each a whim of their own that lasts for life."""
    dice = np.random.default_rng(seed)
    hero = np.repeat(np.arange(heroes), each)
    trait, other = dice.normal(size=(2, heroes))[:, hero]
    hour = np.arange(len(hero)) % 12
    y = slope * trait + other + hour + dice.normal(size=heroes)[hero] + dice.normal(size=len(hero))
    return np.column_stack([trait, other]), y[:, None], hero, hour


def test_a_slope_is_in_its_interval_as_often_as_promised_though_heroes_have_whims_of_their_own() -> None:
    inside, clear = 0, 0
    for seed in range(400):
        x, y, hero, hour = drawn(seed, 16, 30, 0.5)
        slope, half = slopes(x, y, hero, hour, 1)
        inside += abs(slope[0, 0] - 0.5) <= half[0, 0]
        x, y, hero, hour = drawn(seed, 16, 30, 0.0)
        slope, half = slopes(x, y, hero, hour, 1)
        clear += abs(slope[0, 0]) > half[0, 0]
    assert 0.92 <= inside / 400 <= 0.99
    assert 0.01 <= clear / 400 <= 0.08


def test_a_mean_is_in_its_interval_as_often_as_promised() -> None:
    inside = 0
    for seed in range(400):
        dice = np.random.default_rng(seed)
        hero = np.repeat(np.arange(12), 20)
        told = mean_of(dice.normal(size=12)[hero] + dice.normal(size=240), hero, 6)
        assert told is not None
        inside += told.low <= 0 <= told.high
    assert 0.92 <= inside / 400 <= 0.98


def test_what_cannot_be_told_is_no_number() -> None:
    x, y, hero, hour = drawn(1, 16, 30, 0.5)
    flat = np.column_stack([x, np.ones(len(x))])
    assert np.isnan(slopes(flat[:, ::-1], y, hero, hour, 1)[0]).all()
    twins = np.column_stack([x[:, 0], x[:, 0] * 2])
    assert np.isnan(slopes(twins, y, hero, hour, 1)[0]).all()
    alone = np.column_stack([(hero == 3) * np.arange(len(hero)), x])
    assert np.isnan(slopes(alone.astype(float), y, hero, hour, 1)[0]).all()
    few = hero < 5
    assert np.isnan(slopes(x[few], y[few], hero[few], hour[few], 1)[0]).all()
    assert mean_of(y[hero < 4, 0], hero[hero < 4]) is None
    assert mean_of(np.zeros(0), np.zeros(0, dtype=np.int64)) is None


def test_less_the_mean_of_its_group() -> None:
    told = within_groups(np.array([[1.0], [5.0], [3.0]]), np.array([7, 2, 7]))
    assert told.tolist() == [[-1.0], [0.0], [1.0]]


def test_a_difference_is_less_sure_than_either() -> None:
    gap = Estimate(5, 2, 8).less(Estimate(1, -3, 5))
    assert (gap.value, gap.low, gap.high) == (4, -1, 9)
    assert not gap.clear
    assert Estimate(5, 2, 8).clear
    assert (Estimate(5, 2, 8).least, Estimate(-5, -8, -2).least, gap.least) == (2, 2, 0)


def answers(seed: int, bias: float) -> list[tuple[int, bool]]:
    """600 orders, agreed to more often than predicted by ``bias``."""
    dice = np.random.default_rng(seed)
    chance = dice.integers(20, 986, 600)
    return [(int(c), bool(dice.random() < c / 1000 + bias)) for c in chance]


def test_right_predictions_are_sound_and_wrong_ones_are_not() -> None:
    assert sum(bool(calibration(answers(seed, 0)).sound) for seed in range(200)) / 200 == pytest.approx(
        0.95, abs=0.04
    )
    for bias in (-0.1, 0.1):
        assert not any(calibration(answers(seed, bias)).sound for seed in range(20))
    timid = [(500 + (chance - 500) // 2, agreed) for chance, agreed in answers(1, 0)]
    assert not calibration(timid).sound
    told = calibration(answers(1, 0))
    assert sum(one.orders for one in told.bins) == told.orders == 600
    for one in told.bins:
        assert one.low <= one.predicted < one.high
        assert one.agreed.low <= one.agreed.value <= one.agreed.high
    assert sum(one.agreed.low <= one.predicted <= one.agreed.high for one in told.bins) >= 8


def test_nobody_who_could_not_hear_counts_and_without_orders_nothing_is_told() -> None:
    assert calibration([(0, False), (500, True)]).orders == 1
    told = calibration([])
    assert (told.orders, told.brier, told.chi2, told.sound, told.bins) == (0, None, None, None, [])
