"""The dice are fair, and no roll tells anything about another.

Chi-square statistics of fixed rolls are compared with bounds that fair dice would break once in many thousands.
"""

import ast
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from herotycoon.embedded.folder import CHECKOUT
from worlds.sim.dice import WORLD_ITSELF, Dice, keys, mix

SIMS = ("heroes/sim", "quests/sim", "influence/sim", "worlds/sim")
METHODS = {"below": 1, "between": 2, "whole": 1, "bell": 2, "raw": 0}
"""{method of Dice: position of its purpose}."""
N = 20_000
Ints = NDArray[np.int64]


def rolled(seed: int = 7, step: int = 100, n: int = N) -> Dice:
    """The dice of ``n`` heroes of one world at one step."""
    return Dice.at(keys(np.full(n, seed), np.arange(n)), np.full(n, step))


def surprise(counts: Ints) -> float:
    """By how many standard deviations chi-square exceeds what fair dice give on average."""
    expected = counts.sum() / counts.size
    chi = float(((counts - expected) ** 2 / expected).sum())
    freedom = counts.size - 1
    return float((chi - freedom) / np.sqrt(2 * freedom))


def table(one: Ints, two: Ints, sides: int) -> Ints:
    """(sides · sides,) how often each pair of rolls came together."""
    return np.bincount(one * sides + two, minlength=sides * sides)


@pytest.mark.parametrize("purpose", [0, 1, 20, 31, 42, 91, 1000])
@pytest.mark.parametrize("sides", [2, 3, 6, 7, 48, 1000])
def test_every_side_comes_up_as_often(purpose: int, sides: int) -> None:
    rolls = rolled().below(sides, purpose)
    assert rolls.min() == 0
    assert rolls.max() == sides - 1
    assert abs(surprise(np.bincount(rolls, minlength=sides))) < 5


@pytest.mark.parametrize(("one", "two"), [(20, 21), (1, 2), (60, 61), (10, 1000), (15, 16), (0, 16)])
def test_purposes_know_nothing_of_each_other(one: int, two: int) -> None:
    dice = rolled()
    assert abs(surprise(table(dice.below(10, one), dice.below(10, two), 10))) < 5


@pytest.mark.parametrize("later", [1, 2, 48, 4800])
def test_steps_know_nothing_of_each_other(later: int) -> None:
    now, then = rolled(step=100).below(10, 5), rolled(step=100 + later).below(10, 5)
    assert abs(surprise(table(now, then, 10))) < 5


@pytest.mark.parametrize("apart", [1, 2, 7, 1000])
def test_heroes_know_nothing_of_each_other(apart: int) -> None:
    rolls = rolled().below(10, 5)
    assert abs(surprise(table(rolls[:-apart], rolls[apart:], 10))) < 5


@pytest.mark.parametrize("other", [8, 9, 7 + 2**32, 2**62])
def test_worlds_know_nothing_of_each_other(other: int) -> None:
    assert abs(surprise(table(rolled(seed=7).below(10, 5), rolled(seed=other).below(10, 5), 10))) < 5


def test_a_hero_rolls_anew_every_step() -> None:
    one = Dice.at(np.repeat(keys(np.array([3]), np.array([0])), N), np.arange(N))
    rolls = one.below(10, 5)
    assert abs(surprise(np.bincount(rolls))) < 5
    assert abs(surprise(table(rolls[:-1], rolls[1:], 10))) < 5


def test_inputs_within_one_step_roll_apart() -> None:
    key = keys(np.full(N, 3), np.arange(N))
    first, second = (Dice.at(key, np.full(N, 9), seq).below(10, 5) for seq in (1, 2))
    assert abs(surprise(table(first, second, 10))) < 5


def test_no_two_rollers_share_a_key() -> None:
    seeds, numbers = np.meshgrid(np.arange(300), np.arange(WORLD_ITSELF, 300))
    made = keys(seeds.ravel(), numbers.ravel())
    assert len(np.unique(made)) == len(made)


def test_the_mixer_flips_half_of_all_bits_when_one_is_flipped() -> None:
    words = keys(np.full(2_000, 1), np.arange(2_000))
    for bit in range(0, 64, 7):
        changed = mix(words) ^ mix(words ^ np.uint64(1 << bit))
        flipped = np.unpackbits(changed.view(np.uint8)).mean()
        assert abs(flipped - 0.5) < 0.01


@pytest.mark.parametrize("thousandths", [-2_345, -1_000, -999, -1, 0, 1, 250, 500, 999, 1_000, 3_141])
def test_fractions_become_whole_without_bias(thousandths: int) -> None:
    whole = rolled(n=100_000).whole(np.full(100_000, thousandths), 23)
    assert set(np.unique(whole)) <= {thousandths // 1000, -(-thousandths // 1000)}
    assert abs(whole.mean() - thousandths / 1000) < 0.007


def test_chance_is_bell_shaped() -> None:
    bells = rolled().bell(24, 620, 90)
    assert abs(bells.mean()) < 3
    assert abs(bells.std() - 0.577 * 620) < 4
    assert np.abs(bells).max() <= 2 * 620
    beyond = (np.abs(bells) > bells.std()).mean()
    assert 0.3 <= beyond <= 0.36


def test_the_lanes_of_a_bell_know_nothing_of_each_other() -> None:
    linked = np.corrcoef(rolled().bell(24, 620, 90).T)
    assert np.abs(linked - np.eye(24)).max() < 0.04


def test_some_of_the_dice_are_the_same_dice() -> None:
    dice, rows = rolled(n=50), np.array([3, 17, 41])
    before = dice.below(1000, 5)
    assert (dice.take(rows).below(1000, 5) == before[rows]).all()
    assert (rolled(n=50).take(rows).below(1000, 5) == before[rows]).all()
    assert (dice.below(1000, 5) == before).all()


def test_no_purpose_is_rolled_for_twice() -> None:
    """Two rolls for one purpose at one step would be one and the same roll."""
    assert repeated(CHECKOUT) == {}


def test_a_purpose_rolled_for_twice_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "heroes" / "sim"
    folder.mkdir(parents=True)
    (folder / "one.py").write_text("a = dice.below(3, 20)\nb = dice.whole(x, 20)\nc = dice.below(3, 21)\n")
    assert repeated(tmp_path) == {20: 2}


def repeated(root: Path) -> dict[int, int]:
    """{purpose: how often it is named} for those that are named more than once in the sims."""
    named: Counter[int] = Counter()
    for path in (path for sim in SIMS for path in sorted((root / sim).glob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text())):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            at = METHODS.get(node.func.attr, len(node.args))
            purpose = node.args[at] if at < len(node.args) else None
            if isinstance(purpose, ast.Constant) and isinstance(purpose.value, int):
                named[purpose.value] += 1
    return {purpose: times for purpose, times in named.items() if times > 1}
