"""Quests are worth taking: they are taken, mostly in company, and not always won."""

import numpy as np

from heroes.sim.lexicon import Action
from quests.sim.columns import QuestStatus
from tests.balance.laboratory import Study

GUILDS, WEEKS = 8, 4


def test_more_quests_are_won_than_lost_but_not_all(month: Study) -> None:
    ended = month.verdicts()
    assert 0.55 <= ended["succeeded"] / (ended["succeeded"] + ended["failed"]) <= 0.78


def test_a_guild_of_twenty_completes_three_to_nine_quests_a_week(month: Study) -> None:
    ended = month.verdicts()
    assert 3 <= (ended["succeeded"] + ended["failed"]) / (GUILDS * WEEKS) <= 9


def test_most_quests_find_takers(month: Study) -> None:
    ended = month.verdicts()
    assert ended["expired"] <= 0.4 * sum(ended.values())


def test_most_heroes_go_on_a_quest_in_a_month_and_nobody_does_nothing_else(month: Study) -> None:
    road = month.time[:, [Action.QUEST_TRAVEL, Action.QUEST_TRIAL, Action.QUEST_RETURN]].sum(axis=1)
    assert (road > 0).mean() >= 0.5
    assert road.max() <= 0.6


def test_parties_of_more_than_one_are_common(month: Study) -> None:
    quests = month.quests
    over = np.isin(quests.status, (QuestStatus.SUCCEEDED, QuestStatus.FAILED)) & (quests.size() > 0)
    assert 0.4 <= (quests.size()[over] > 1).mean() <= 0.95


def test_some_turn_back(month: Study) -> None:
    assert 0.005 <= month.turned_back.sum() / month.joined.sum() <= 0.15


def test_easy_quests_are_won_more_often_than_hard_ones(month: Study) -> None:
    quests = month.quests
    won, lost = (
        quests.status == QuestStatus.SUCCEEDED,
        (quests.status == QuestStatus.FAILED) & (quests.size() > 0),
    )
    easy = quests.difficulty <= np.median(quests.difficulty[won | lost])
    assert won[easy].sum() / (won | lost)[easy].sum() >= won[~easy].sum() / (won | lost)[~easy].sum() + 0.05


def test_companions_make_up_for_difficulty(month: Study) -> None:
    quests = month.quests
    over = np.isin(quests.status, (QuestStatus.SUCCEEDED, QuestStatus.FAILED))
    alone, many = over & (quests.size() == 1), over & (quests.size() >= 3)
    assert quests.difficulty[many].mean() >= quests.difficulty[alone].mean() - 5
    assert (quests.status[many] == QuestStatus.SUCCEEDED).mean() >= (
        quests.status[alone] == QuestStatus.SUCCEEDED
    ).mean()


def test_defeat_hurts_and_victory_pays(month: Study) -> None:
    won, lost = month["trial"] == 1, month["trial"] == 2
    assert month["hurt"][lost].mean() >= month["hurt"][won].mean() + 5
    assert month["gold"][won].mean() >= 15
    assert month["gold"][lost].mean() <= 5
    assert month["satisfaction"][won].mean() >= month["satisfaction"][lost].mean() + 30


def test_hard_quests_pay_more() -> None:
    from quests.sim.rewards import reward

    pay = reward(np.arange(5, 101), np.zeros(96, dtype=np.int64))
    assert (np.diff(pay) > 0).all()
