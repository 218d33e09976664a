"""What the events of the world say."""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

NEWS: dict[A, str] = {
    A.REST: """
        with what is going on outside, a chair is the best place
        the news of late makes sitting still look clever
        the turn of events makes it wise to stay sitting""",
    A.SLEEP: """
        with what is going on, sleep is the best of the news
        the times are such that a bed looks wise
        the turn of events is best slept through""",
    A.EAT: """
        with what is going on, the kitchens are outdoing themselves
        the news has put something special in the pots
        the turn of events has the cooks showing off""",
    A.TRAIN_COMBAT: """
        with the news we have been getting, a sharp blade is sense
        the times call for steady sword arms
        the turn of events may want my sword before long""",
    A.TRAIN_MAGIC: """
        what is happening has put something in the air that spells like
        the times call for a spell or two
        the turn of events has the very air humming""",
    A.STUDY: """
        what is happening out there wants reading up on
        the news has sent me back to my books
        the turn of events makes knowledge worth having""",
    A.PATROL: """
        with what is abroad, the bounds want watching
        the news from out there calls for eyes on the road
        the turn of events leaves the border wanting friends""",
    A.HUNT: """
        what is going on has driven the game into the open
        the news is that the beasts are on the move
        the turn of events has filled the woods with tracks""",
    A.GATHER: """
        with the way things are, there is more to be picked than usual
        the news is of rich pickings
        the turn of events has left good things lying about""",
    A.CRAFT: """
        with the way things are, finished goods are wanted
        the news is that people are buying what hands make
        the turn of events has people asking for new things""",
    A.TRADE: """
        prices are running my way
        the news from the market is good
        buyers are paying over the odds these days""",
    A.EXPLORE: """
        the news is of something out there worth finding
        what they have found lately is all the talk
        the turn of events points out past the fence""",
    A.SOCIALISE: """
        with all that is going on, there is plenty to talk about
        the news has everybody out of doors and talking
        the turn of events has loosened every tongue""",
    A.COURT: """
        with all that is going on, hearts are open
        the times have put everybody in a tender mood
        the turn of events makes people brave in love""",
    A.MENTOR: """
        with the way things are, the young had better learn fast
        what is happening makes good lessons
        the turn of events makes this a time for teaching""",
    A.PRAY: """
        with what is going on, prayers are called for
        the news is enough to send anybody to a shrine
        the turn of events has filled the shrines, and rightly""",
    A.WORK: """
        with the way things are, the hall pays well
        the news has the hall short of hands
        the turn of events has piled the hall's desk high""",
    A.CAROUSE: """
        with all that is going on, the taps are running freely
        the news calls for a drink
        the turn of events ought to be toasted""",
    A.SEEK_HELP: """
        with what is going round, it is wiser to be looked at
        the news makes me take no chances with my health
        the turn of events makes me mind my health""",
    A.LOAF: """
        with all that is going on, a wall to lean on is a good seat
        the news is better watched than joined
        the turn of events makes an idle hour easy to come by""",
    A.QUEST_TRAVEL: """
        what is happening out there needs somebody to go
        the news calls for a quest
        the turn of events has made this quest everybody's""",
    A.QUEST_TRIAL: """
        what is happening out there can't wait
        the news is such that it must be done now
        the turn of events makes it now or never""",
    A.QUEST_RETURN: """
        what is happening calls me home
        the news from home won't let me stay
        the turn of events makes home the better place""",
    A.DEPART: """
        what is happening here is no longer my affair
        the news makes other places look better
        the turn of events makes this the time to go""",
}
"""Something speaks for it, whatever its name."""

CAUSES = ("", "festival", "plague", "market_boom", "market_slump", "incursion", "discovery", "storm")
"""What can be told from the pull on a hero's options; "" for anything else."""

OF_CAUSE: dict[tuple[str, A], str] = {
    ("festival", A.CAROUSE): """
        it is festival time and the barrels are out in the street
        no one should be sober at a festival
        the festival won't drink itself""",
    ("festival", A.SOCIALISE): """
        it is festival time and nobody is a stranger
        the whole town is out for the festival
        a festival is no time to stand alone""",
    ("festival", A.COURT): """
        there is dancing for the festival, and dancing helps
        festival lanterns flatter everybody""",
    ("festival", A.EAT): """
        there is festival food to be had
        the festival ovens have been going since morning
        one can't walk past a festival roast""",
    ("festival", A.LOAF): """
        a festival is best watched from a wall
        nobody is asked to work during a festival""",
    ("festival", A.PRAY): """
        the festival is holy, under all the bunting
        the shrine is hung with festival flowers""",
    ("plague", A.PRAY): """
        there is plague about, and prayer is what we have
        the plague has filled the sickbeds, and I pray for those in them""",
    ("plague", A.SEEK_HELP): """
        there is plague about, and I don't like my cough
        nobody should wait and see while there is plague""",
    ("market_boom", A.TRADE): """
        the market is booming
        the boom has buyers bidding against each other
        nobody sits on stock in a boom""",
    ("market_boom", A.CRAFT): """
        the market is booming, and anything well made sells
        with this boom, whatever I finish is sold""",
    ("market_boom", A.GATHER): """
        the market is booming, and even weeds fetch money
        a boom pays well for a full basket""",
    ("market_boom", A.WORK): "the boom keeps the hall busy and paying",
    ("market_slump", A.STUDY): """
        the market has slumped, and reading costs nothing
        with this slump there is time for books""",
    ("incursion", A.PATROL): """
        there are raiders about, and the bounds need eyes
        the border has been crossed, and not by friends
        this incursion won't turn itself back""",
    ("incursion", A.HUNT): """
        the incursion has sent things running that I can hunt
        those raiders are game too, of a kind""",
    ("incursion", A.TRAIN_COMBAT): """
        there are raiders about, and I want to be ready for them
        an incursion is no time for a rusty arm""",
    ("discovery", A.EXPLORE): """
        something has been found out there, and I want to be among the first
        this discovery has everybody looking for their boots
        the discovery can't be all there is to find""",
    ("discovery", A.STUDY): """
        the discovery has raised questions that books might answer
        I want to read up on this discovery""",
    ("discovery", A.GATHER): """
        the discovery has opened up good ground
        where that discovery was made there is more to pick up""",
    ("discovery", A.TRAIN_MAGIC): "this discovery has given me an idea for a spell",
    ("storm", A.REST): """
        the storm is no weather to be out in
        the storm can have the road to itself""",
}
