"""What heroes call actions that they only thought of. ``{company}`` is the name of the hero at hand."""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

NOUNS: dict[A, str] = {
    A.REST: """
        a rest
        a sit-down
        putting my feet up""",
    A.SLEEP: """
        my bed
        sleep
        turning in""",
    A.EAT: """
        a meal
        a full plate
        getting a bite to eat""",
    A.TRAIN_COMBAT: """
        the practice yard
        a bout of drill
        training with the blade""",
    A.TRAIN_MAGIC: """
        an hour of spellwork
        magic practice
        that stubborn spell""",
    A.STUDY: """
        a book
        reading
        some study""",
    A.PATROL: """
        a patrol
        walking the bounds
        a turn of watch""",
    A.HUNT: """
        hunting
        a hunt
        going after game""",
    A.GATHER: """
        gathering
        a walk with the basket
        filling a sack""",
    A.CRAFT: """
        the workbench
        a spell at the bench
        making something""",
    A.TRADE: """
        the market
        selling my wares
        some haggling""",
    A.EXPLORE: """
        exploring
        a look at the far side of the hill
        wandering off the map""",
    A.SOCIALISE: """
        a talk with {company}
        sitting with {company}
        an hour of {company}'s company""",
    A.COURT: """
        courting {company}
        a walk with {company}
        making eyes at {company}""",
    A.MENTOR: """
        a lesson for {company}
        teaching {company}
        taking {company} as a pupil""",
    A.PRAY: """
        prayer
        kneeling a while
        a quiet prayer""",
    A.WORK: """
        guild work
        a shift for the guild
        putting in hours at the hall""",
    A.CAROUSE: """
        the taproom
        a drink or five
        going out drinking""",
    A.SEEK_HELP: """
        asking for help
        being looked after
        getting myself seen to""",
    A.LOAF: """
        idling
        doing nothing at all
        leaning on a wall""",
    A.QUEST_TRIAL: """
        going in
        the trial itself
        seeing it through""",
    A.QUEST_RETURN: """
        turning back
        the road home
        giving it up""",
    A.DEPART: """
        leaving the guild
        packing my things for good
        walking out on this guild""",
}
"""What a hero leaves undone, as the subject of a sentence in the singular."""

GERUNDS: dict[A, str] = {
    A.REST: "resting",
    A.SLEEP: "sleeping",
    A.EAT: "eating",
    A.TRAIN_COMBAT: "drilling",
    A.TRAIN_MAGIC: "spellwork",
    A.STUDY: "reading",
    A.PATROL: "patrolling",
    A.HUNT: "hunting",
    A.GATHER: "gathering",
    A.CRAFT: "bench work",
    A.TRADE: "trading",
    A.EXPLORE: "exploring",
    A.SOCIALISE: "good company",
    A.COURT: "courting",
    A.MENTOR: "teaching",
    A.PRAY: "praying",
    A.WORK: "guild work",
    A.CAROUSE: "drinking",
    A.SEEK_HELP: "asking for help",
    A.LOAF: "idling",
    A.QUEST_TRAVEL: "questing",
    A.QUEST_TRIAL: "facing a trial",
    A.QUEST_RETURN: "the road home",
    A.DEPART: "leaving",
}
"""One word for each action, for phrases that are made for all of them."""
