"""How heroes speak of what they are about to do.

One wording a line. ``{company}`` is the name of the hero at hand.
"""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

OPENERS: dict[A, str] = {
    A.REST: """
        I'll sit this one out
        I'm putting my feet up
        I mean to rest
        A rest it is
        Down I sit""",
    A.SLEEP: """
        I'm going to bed
        I'll turn in
        I'm for my bed
        Bed, then
        Off with the boots and into bed""",
    A.EAT: """
        I'm off to eat
        I'll find myself a meal
        I'm going in search of a full plate
        I'll see what is in the pot
        Food first
        A meal it is""",
    A.TRAIN_COMBAT: """
        I'm off to drill
        I'll take a blade to the practice yard
        I'm going to hit the straw man until one of us drops
        Drill it is
        To the practice yard""",
    A.TRAIN_MAGIC: """
        I'm off to practise my spells
        I'll work at my magic
        I mean to get that spell right
        Spellwork, then
        Magic it is""",
    A.STUDY: """
        I'm off to the books
        I'll sit down and read
        I mean to study
        I'll be behind a book
        Books, then
        Study it is""",
    A.PATROL: """
        I'm off on patrol
        I'll walk the bounds
        I'm going out on watch
        Patrol it is
        Out on the rounds, then""",
    A.HUNT: """
        I'm going hunting
        I'll take the bow out
        I'm off after game
        The hunt, then
        Out with the bow""",
    A.GATHER: """
        I'm off gathering
        I'll take a sack out and fill it
        I'm going to see what the land gives away
        Gathering, then
        Out with the basket""",
    A.CRAFT: """
        I'm off to the bench
        I'll make something
        I mean to spend some hours at the bench
        The workbench, then
        Sleeves up and to the bench""",
    A.TRADE: """
        I'm off to market
        I'll take my wares to town
        I mean to do some selling
        To market, then
        Time to sell""",
    A.EXPLORE: """
        I'm off to see what lies out there
        I'll go exploring
        I mean to walk off the edge of the map
        Out past the last fence, then
        The far side of the hill, then""",
    A.SOCIALISE: """
        I'll sit and talk with {company}
        I'm keeping {company} company
        I mean to trade stories with {company}
        Talk with {company}, then
        A bench, and {company} on it""",
    A.COURT: """
        I'm going courting, and it is {company} I'm courting
        I'll go and be charming at {company}
        I mean to make {company} smile
        I'm paying court to {company}
        Clean collar, and off to {company}""",
    A.MENTOR: """
        I'll teach {company} what I know
        I'm giving {company} a lesson
        I mean to show {company} how it is done
        A lesson for {company}, then
        School, then, with {company} for a pupil""",
    A.PRAY: """
        I'm going to pray
        I'll kneel a while
        I'm off to say a prayer
        Prayer, then
        To my prayers""",
    A.WORK: """
        I'll put in a shift for the guild
        I'm off to do the guild's work
        I mean to earn my keep at the hall
        Work, then
        Guild work it is""",
    A.CAROUSE: """
        I'm going out drinking
        I'll be where the ale is
        I'm for the taproom
        To the taproom
        Ale and bad songs, then""",
    A.SEEK_HELP: """
        I'm going to ask for help
        I'll let somebody look after me
        I mean to get myself seen to
        Help, then
        Off to be looked after""",
    A.LOAF: """
        I'm going to do nothing at all
        I'll idle about
        I mean to waste some time
        Idling it is
        A wall to lean on, then""",
    A.QUEST_TRAVEL: """
        I'm taking the quest
        I'll take that quest
        I'm setting out on the quest
        The quest, then""",
    A.QUEST_TRIAL: """
        I'm going in
        I'll see this through
        I'm going to face what I came for
        In, then""",
    A.QUEST_RETURN: """
        I'm turning back
        I'll leave this one undone
        I'm giving this quest up
        Back, then""",
    A.DEPART: """
        I'm leaving the guild
        I'll hand in my badge and go
        I'm packing, and not for a quest
        Enough, I'm leaving this guild""",
}
"""What a hero is about to do; those that begin with "I" can also end a sentence."""

HOMEWARD = """
    I'm heading home
    I'll start back to the hall
    I'm taking the road home
    Home, then"""
"""The way back when the trial is over, which is no turning back."""

AGAIN: dict[A, str] = {
    A.REST: """
        I'll rest a little longer
        I'm staying where I sit""",
    A.SLEEP: """
        I'm turning over and going back to sleep
        I'll have the rest of that sleep""",
    A.EAT: """
        I'll have another meal
        I'm going back to the kitchen""",
    A.TRAIN_COMBAT: """
        I'm drilling on
        I'll go another bout with the straw man""",
    A.TRAIN_MAGIC: """
        I'm practising that spell again
        I'll try the same spell once more""",
    A.STUDY: """
        I'm reading on
        I'll stay with the books""",
    A.PATROL: """
        I'll walk another round of the bounds
        I'm staying out on watch""",
    A.HUNT: """
        I'm going out after game again
        I'll follow another trail""",
    A.GATHER: """
        I'm going back to fill another sack
        I'll gather some more""",
    A.CRAFT: """
        I'm staying at the bench
        I'll make another""",
    A.TRADE: """
        I'm going back to market
        I'll sell some more""",
    A.EXPLORE: """
        I'm going on, over the next hill
        I'll walk further out still""",
    A.SOCIALISE: """
        I'm not done talking, and {company} is in for it
        I've more talk in me, and it is for {company}""",
    A.COURT: """
        I'm courting again, and {company} is why
        I'll be gallant once more, to {company}""",
    A.MENTOR: """
        I'll give one more lesson, to {company}
        I'm going on teaching, with {company} for a pupil""",
    A.PRAY: """
        I'm staying on my knees
        I'll pray on""",
    A.WORK: """
        I'll put in another shift for the guild
        I'm staying on at the guild's work""",
    A.CAROUSE: """
        I'm having another round
        I'll stay where the ale is""",
    A.SEEK_HELP: """
        I'm asking for help again
        I'll let them look after me a little longer""",
    A.LOAF: """
        I'll idle on
        I'm going to go on doing nothing""",
}
"""The same as just now."""
