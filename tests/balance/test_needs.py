"""Energy, mood and health mean something: they differ, they move, and heroes look after them."""

import numpy as np

from heroes.sim.lexicon import Action
from tests.balance.laboratory import Study, guilds, study, with_heroes


def test_mood_hovers_in_the_middle(month: Study) -> None:
    mood = month.curve("mood")[7:]
    assert 50 <= mood.mean() <= 65
    assert ((mood <= 2) | (mood >= 98)).mean() <= 0.02


def test_some_heroes_are_happier_than_others(month: Study) -> None:
    assert month.curve("mood")[7:].mean(axis=0).std() >= 3


def test_mood_changes_from_day_to_day(month: Study) -> None:
    assert month.curve("mood")[7:].std(axis=0).mean() >= 4


def test_evenings_find_heroes_tired_but_standing(month: Study) -> None:
    energy = month.curve("energy")
    assert 35 <= energy.mean() <= 75
    assert (energy <= 3).mean() <= 0.01


def test_injuries_happen_and_heal(month: Study) -> None:
    health = month.curve("health")
    wounded = health < 70
    recovered = wounded[:-7] & (health[7:] >= 80)
    assert 0.1 <= wounded[7:].mean() <= 0.45
    assert recovered.sum() >= 50
    assert np.median(health[-1]) >= 70


def test_nobody_is_left_lying(month: Study) -> None:
    assert (month.curve("health") <= 10).mean() <= 0.01


def test_the_wounded_seek_help_and_rest_more_than_the_hale() -> None:
    hale = with_heroes(guilds(range(30, 34)), lambda hero: hero._replace(health=95))
    hurt = with_heroes(guilds(range(30, 34)), lambda hero: hero._replace(health=40))
    well, ill = study(hale, 3), study(hurt, 3)
    cares = (Action.SEEK_HELP, Action.REST)
    assert ill.each(*cares).mean() >= 2 * well.each(*cares).mean()
    assert ill.each(Action.PATROL, Action.HUNT).mean() <= 0.7 * well.each(Action.PATROL, Action.HUNT).mean()


def test_help_is_sought_in_ordinary_life(month: Study) -> None:
    assert month.each(Action.SEEK_HELP).mean() >= 0.2


def test_the_sad_look_for_company_and_comfort() -> None:
    gay = with_heroes(guilds(range(40, 44)), lambda hero: hero._replace(mood=75))
    low = with_heroes(guilds(range(40, 44)), lambda hero: hero._replace(mood=20))
    merry, sad = study(gay, 1), study(low, 1)
    comforts = (Action.SOCIALISE, Action.PRAY, Action.CAROUSE, Action.SEEK_HELP)
    assert sad.each(*comforts).mean() >= 1.2 * merry.each(*comforts).mean()
