"""What the guild asks for, what it builds and what it pays changes how its heroes live; and so does what they lived."""

import numpy as np
import pytest

from heroes.sim.lexicon import FACILITIES, POLICIES, Action
from tests.balance.laboratory import (
    Study,
    cohen,
    expecting,
    guilds,
    side_by_side,
    study,
    with_guild,
    with_trait,
)
from worlds.rows.records import GuildRow, Rows

A = Action
Groups = tuple[Study, dict[str, slice]]
SEEDS = range(400, 404)


def led_by(policy: str) -> Rows:
    """The guilds of this page under a policy."""
    return with_guild(guilds(SEEDS), lambda guild: guild._replace(policy=policy))


def with_roof(facility: str | None) -> Rows:
    """The guilds of this page with one facility, or with none."""
    levels = dict.fromkeys(FACILITIES, 0) | ({facility: 4} if facility else {})
    return with_guild(guilds(SEEDS), lambda guild: guild._replace(facilities=levels))


def broke(guild: GuildRow) -> GuildRow:
    """A guild that owes far more than it earns."""
    return guild._replace(treasury=0, wage=15)


@pytest.fixture(scope="module")
def policies() -> Groups:
    return side_by_side({policy: led_by(policy) for policy in POLICIES}, 10)


@pytest.fixture(scope="module")
def roofs() -> Groups:
    return side_by_side({name or "none": with_roof(name) for name in (None, *FACILITIES)}, 10)


@pytest.fixture(scope="module")
def unpaid() -> Groups:
    variants = {
        "faithful": with_trait(with_guild(guilds(SEEDS), broke), "loyalty", 85),
        "ordinary": with_guild(guilds(SEEDS), broke),
        "fickle": with_trait(with_guild(guilds(SEEDS), broke), "loyalty", 15),
        "paid": guilds(SEEDS),
    }
    return side_by_side(variants, 30)


@pytest.mark.parametrize(
    ("policy", "actions"),
    [
        ("martial", (A.TRAIN_COMBAT, A.PATROL)),
        ("scholarly", (A.STUDY, A.TRAIN_MAGIC)),
        ("mercantile", (A.TRADE, A.CRAFT, A.WORK)),
        ("charitable", (A.MENTOR, A.PRAY)),
        ("adventurous", (A.EXPLORE, A.QUEST_TRAVEL)),
    ],
)
def test_heroes_lean_towards_what_the_guild_asks_for(
    policies: Groups, policy: str, actions: tuple[Action, ...]
) -> None:
    seen, of = policies
    asked, usual = (seen.each(*actions)[of[name]] for name in (policy, "balanced"))
    assert asked.mean() >= 1.25 * usual.mean()
    assert cohen(asked, usual) >= 0.25


def test_a_policy_bends_lives_but_does_not_replace_them(policies: Groups) -> None:
    seen, of = policies
    for policy in POLICIES:
        shares = seen.tally[of[policy]].sum(axis=0) / seen.tally[of[policy]].sum()
        shares[[A.SLEEP, A.EAT]] = 0
        assert shares.max() <= 0.25


def test_a_policy_is_felt_by_the_loyal() -> None:
    variants = {
        f"{policy} {loyalty}": with_trait(led_by(policy), "loyalty", loyalty)
        for policy in ("martial", "charitable")
        for loyalty in (10, 90)
    }
    seen, of = side_by_side(variants, 7)
    drilled = seen.each(A.TRAIN_COMBAT, A.PATROL)
    moved = {v: drilled[of[f"martial {v}"]].mean() - drilled[of[f"charitable {v}"]].mean() for v in (10, 90)}
    assert moved[90] >= 1.25 * moved[10] > 0


@pytest.mark.parametrize(
    ("facility", "actions"),
    [
        ("training_grounds", (A.TRAIN_COMBAT,)),
        ("library", (A.STUDY, A.TRAIN_MAGIC)),
        ("infirmary", (A.SEEK_HELP,)),
        ("tavern", (A.SOCIALISE, A.COURT)),
        ("workshop", (A.CRAFT, A.WORK)),
        ("watchtower", (A.PATROL,)),
    ],
)
def test_what_is_built_is_used(roofs: Groups, facility: str, actions: tuple[Action, ...]) -> None:
    seen, of = roofs
    built, bare = (seen.each(*actions)[of[name]] for name in (facility, "none"))
    assert built.mean() >= 1.15 * bare.mean()


def test_a_library_makes_better_hours(roofs: Groups) -> None:
    seen, of = roofs
    studying = seen["action"] == A.STUDY

    def worth(name: str) -> float:
        ours = studying & (seen["hero"] >= of[name].start) & (seen["hero"] < of[name].stop)
        return float(seen["effectiveness"][ours].mean())

    assert worth("library") >= worth("none") + 3


def test_a_guild_that_cannot_pay_loses_trust_then_heroes(unpaid: Groups) -> None:
    seen, of = unpaid
    trust, gone = seen.curve("trust")[:, of["ordinary"]], seen.curve("gone")[:, of["ordinary"]]
    assert trust[10].mean() <= trust[0].mean() - 12
    assert gone[6].mean() == 0
    assert 0.1 <= gone[27].mean() <= 0.8


def test_unpaid_the_faithful_stay_longest(unpaid: Groups) -> None:
    seen, of = unpaid
    left = {name: seen.curve("gone")[:, heroes].mean(axis=1) for name, heroes in of.items()}
    assert left["fickle"][27] >= left["ordinary"][27] + 0.2
    assert left["ordinary"][27] >= left["faithful"][27] + 0.1


def test_nobody_leaves_while_wages_are_paid(unpaid: Groups) -> None:
    seen, of = unpaid
    assert seen.days[-1].gone[of["paid"]].sum() == 0


def test_heroes_come_back_to_what_was_good_before() -> None:
    variants = {
        name: expecting(guilds(SEEDS), A.STUDY, hope)
        for name, hope in (("keen", 60), ("plain", 0), ("averse", -60))
    }
    seen, of = side_by_side(variants, 3)
    keen, plain, averse = (seen.each(A.STUDY)[of[name]].mean() for name in ("keen", "plain", "averse"))
    assert keen >= 1.15 * plain
    assert plain >= 1.15 * averse


def test_satisfaction_with_an_action_foretells_doing_it_again(month: Study) -> None:
    """Over all heroes who did a thing in the first week, by action: those whom it pleased do it more often later."""
    first = month["step"] <= 7 * 48
    later = np.zeros_like(month.tally)
    np.add.at(later, (month["hero"][~first], month["action"][~first]), 1)
    agreeing = 0
    free = (
        A.TRAIN_COMBAT,
        A.STUDY,
        A.EXPLORE,
        A.TRADE,
        A.SOCIALISE,
        A.PRAY,
        A.WORK,
        A.CAROUSE,
        A.GATHER,
        A.LOAF,
    )
    for action in free:
        at = first & (month["action"] == action)
        done = np.bincount(month["hero"][at], minlength=month.heroes)
        felt = np.bincount(month["hero"][at], weights=month["satisfaction"][at], minlength=month.heroes)
        some = done > 0
        agreeing += np.corrcoef(felt[some] / done[some], later[some, action])[0, 1] > 0.1
    assert agreeing >= 7


def test_a_rich_guild_is_no_reason_to_idle() -> None:
    rich = study(with_guild(guilds(SEEDS), lambda guild: guild._replace(treasury=5_000)), 10)
    plain = study(guilds(SEEDS), 10)
    assert rich.each(A.WORK).mean() >= 0.8 * plain.each(A.WORK).mean()
