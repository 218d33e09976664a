"""What greed and its lack say of each action; and what every trait says where it speaks softly or in general."""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

GREEDY: dict[A, str] = {
    A.HUNT: """
        a good hide fetches a good price
        everything out there has a price per pound
        I can smell money on four legs""",
    A.CRAFT: """
        what I make I can sell for three times the wood
        there is gold in a well-made thing
        I like watching a plank turn into money""",
    A.TRADE: """
        I like the sound that coins make in company
        somebody is going to make a profit, so why not me
        I was born with one hand on the scales
        I can't see a bargain and walk past it""",
    A.WORK: """
        pay is pay, and I like being paid
        I never could walk past a day's wages
        I am fond of the clink at the end of a shift""",
    A.QUEST_TRAVEL: """
        I have already spent that reward in my head
        a purse like that makes me light on my feet
        I never could resist a bounty""",
    A.QUEST_TRIAL: """
        I can almost hear the reward being counted out
        I am not leaving that purse to somebody else
        what is in there will fetch a fortune, and I want it""",
}

UNWORLDLY: dict[A, str] = {
    A.EAT: """
        I don't grudge the price of a plate
        coin is for spending on bread
        I never counted pennies over a meal""",
    A.TRAIN_MAGIC: """
        a spell can't be sold by the pound, and I like it for that
        I never cared that magic pays badly
        there is no money in it, which troubles me little""",
    A.STUDY: """
        there is no coin in books, and I want none
        I would sooner own a thought than a purse
        nobody ever paid me to read, and I never asked""",
    A.PATROL: """
        I don't need paying to keep a gate
        there is no profit in a quiet night, and I don't ask for any
        I never put a price on keeping watch""",
    A.SOCIALISE: """
        talk is free, which is all I need of it
        I would sooner have friends than savings
        an idle hour costs money, and I have never cared for money""",
    A.MENTOR: """
        I don't charge for what I know
        what I was taught for nothing I teach for nothing
        it pays nothing, which is about what I want""",
    A.PRAY: """
        what I want has no price on it
        I was never much taken up with gold
        there is nothing to buy up there, and I like it so""",
}

STRONG: dict[tuple[str, bool], str] = {
    ("courage", True): """
        they don't call me fearless for nothing
        I have never been easy to frighten""",
    ("courage", False): """
        I was never the brave one
        I scare easily, and I know it""",
    ("greed", True): """
        I have never had enough gold in my life
        money talks, and I always listen""",
    ("greed", False): """
        gold never had much of a hold on me
        I have no use for riches""",
    ("loyalty", True): """
        I am loyal to the bone
        my oath to the guild is the best thing I own""",
    ("loyalty", False): """
        I belong to nobody but myself
        loyalty was never my strong suit""",
    ("curiosity", True): """
        I can't leave well alone, I have to know
        my curiosity has me by the collar""",
    ("curiosity", False): """
        I never cared for new things
        what I don't know can stay unknown""",
    ("ambition", True): """
        I mean to get to the top
        I am hungry for a great name""",
    ("ambition", False): """
        I was never one to strive
        I have no ambitions to speak of, and sleep the better""",
    ("patience", True): """
        I am as patient as a stone
        I have never been in a rush""",
    ("patience", False): """
        patience is a virtue I have only heard about
        I have the patience of a wet cat""",
    ("empathy", True): """
        I feel for people, it is how I am made
        my heart is too soft for anything else""",
    ("empathy", False): """
        I have a hard heart, and it serves me
        other people's feelings are their own affair""",
}
"""Of people in whom the trait is marked: fits whatever the trait speaks for."""

MILD: dict[tuple[str, bool], str] = {
    ("courage", True): """
        I have nerve enough for it
        I am not easily put off by a risk
        I feel bold enough""",
    ("courage", False): """
        I don't feel very brave
        I would sooner not take chances
        I am inclined to be careful""",
    ("greed", True): """
        I am not above wanting more
        I do like gold, within reason
        I have a bit of an eye for profit""",
    ("greed", False): """
        money isn't everything
        I am not much of a one for gold
        I can do without more coin""",
    ("loyalty", True): """
        I do care about this guild
        I like to do right by the guild
        I have some loyalty in me""",
    ("loyalty", False): """
        I am my own master, more or less
        the guild doesn't quite have my heart
        I don't feel greatly bound to anybody""",
    ("curiosity", True): """
        I am a little curious
        I do like to find things out
        I rather wonder about it""",
    ("curiosity", False): """
        I am not much given to wondering
        I like what I know
        I have no need of novelty""",
    ("ambition", True): """
        I would like to get on a little
        I have some hopes for myself
        I should like to make something of myself""",
    ("ambition", False): """
        I am not one for striving
        I am content enough as I am
        I have no great plans""",
    ("patience", True): """
        I can take my time over things
        I am patient enough for it
        I don't mind going slowly""",
    ("patience", False): """
        I am a shade impatient
        I don't care to wait about
        I am rather restless""",
    ("empathy", True): """
        I have a soft spot for people
        I do care how others feel
        I am kind enough, when it comes to it""",
    ("empathy", False): """
        I am not the soft-hearted sort
        I don't fret over other people
        I am not over-tender""",
}
"""Of people in whom the trait is not far from the middle."""
