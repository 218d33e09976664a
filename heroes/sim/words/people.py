"""What the company at hand says, and what the master's hold on a hero says.

``{company}`` is the name of the hero at hand.
"""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

BONDS: dict[tuple[str, bool], str] = {
    ("friendship", True): """
        {company} is a friend, and that counts
        I like having {company} about
        {company} and I are friends""",
    ("friendship", False): """
        {company} and I are no friends
        there is no warmth between {company} and me
        I won't miss {company}, who has not been kind""",
    ("romance", True): """
        my heart does something odd near {company}
        I am sweet on {company}
        {company} smiled at me, and I am not made of stone""",
    ("romance", False): """
        what I once felt for {company} has turned sour
        {company} and I would have been better as strangers
        there is no sweetness left between {company} and me""",
    ("mentor", True): """
        {company} and I have lessons to take up again
        there is a thread of teaching between {company} and me
        {company} and I are used to lessons""",
    ("mentor", False): """
        the lessons between {company} and me ended badly
        {company} and I have no more to teach each other
        the last lesson with {company} left a mark""",
    ("gap", True): """
        {company} has a good deal to learn from me
        I am better at my craft than {company} is, and it could be shared
        {company} could use what I know""",
    ("gap", False): """
        {company} is better at the craft than I am
        I have little that {company} could learn
        {company} knows more of the trade than I do""",
    ("compatibility", True): """
        {company} and I see eye to eye
        {company} laughs at the things that I laugh at
        I get on well with people like {company}""",
    ("compatibility", False): """
        {company} and I are chalk and cheese
        {company} and I see nothing the same way
        {company} and I were not cut from one cloth""",
    ("rivalry", True): """
        {company} thinks me the lesser of us two
        {company} and I are rivals, and both of us know it
        {company} is watching, and I won't be outdone""",
    ("rivalry", False): """
        {company} and I have buried our quarrel
        there is no rivalry left between {company} and me
        {company} and I have made our peace""",
}
"""By bond and by whether it is positive."""

BONDS_OF: dict[tuple[str, A], str] = {
    ("friendship", A.SOCIALISE): """
        an hour with {company} is never wasted
        {company} and I have a conversation to finish""",
    ("friendship", A.MENTOR): "I would like to see my friend {company} get on",
    ("friendship", A.CAROUSE): """
        {company} is good company over a mug
        {company} owes me a round, or I owe {company} one""",
    ("friendship", A.COURT): "{company} and I are good friends, and good friends wonder",
    ("friendship", A.SEEK_HELP): """
        {company} would want me to ask
        {company} will hold my hand through it""",
    ("friendship", A.QUEST_TRAVEL): "{company} would be proud to see me go",
    ("friendship", A.QUEST_TRIAL): "{company} is at my back, and a friend's eyes steady me",
    ("romance", A.SOCIALISE): "I would listen to {company} read out a bill of lading",
    ("romance", A.COURT): """
        I have {company} on my mind and can't get anything else in
        {company} has my heart and doesn't seem to mind""",
    ("mentor", A.MENTOR): "the last lesson with {company} broke off in the middle",
    ("gap", A.MENTOR): """
        {company} keeps making mistakes that I stopped making years ago
        there is a trick of the trade that {company} doesn't have yet""",
    ("compatibility", A.COURT): "{company} and I fit together like a lid and a pot",
    ("rivalry", A.TRAIN_COMBAT): """
        I want {company} to see what I can do with a blade
        the next time {company} and I cross swords, I mean to win""",
}
"""The same for one action, where the bond is positive."""

HOLD: dict[tuple[str, bool], str] = {
    ("trust", True): """
        I trust the master
        the master has dealt fairly with me
        the master's word has been good so far""",
    ("trust", False): """
        I don't trust the master any more
        the master's promises are worth the air they are made of
        I have stopped believing the master""",
    ("respect", True): """
        the master has earned my respect
        I look up to the master
        the master does the job well, and so should I""",
    ("respect", False): """
        I have little respect for the master
        the master cuts no great figure with me
        I don't think much of the master""",
    ("fear", True): """
        I am afraid of what the master would say
        the master frightens me
        I feel the master's eye on my neck""",
    ("fear", False): """
        I am not afraid of the master
        nobody is cracking a whip over me
        the master is not one I tremble at""",
}
"""By pillar and by whether it is high."""

HOLD_OF: dict[tuple[str, bool, A], str] = {
    ("respect", True, A.TRAIN_COMBAT): "I would like the master to see me fight well",
    ("respect", True, A.TRAIN_MAGIC): "the master thinks well of magic, and I of the master",
    ("respect", True, A.PATROL): "the master has earned a well-kept border",
    ("trust", True, A.PATROL): "the master would stand watch for me, I believe",
    ("fear", True, A.PATROL): "I dread what the master does to those who skip the rounds",
    ("fear", False, A.EXPLORE): """
        the master won't have my hide for wandering
        I need ask nobody's leave, the master being no tyrant""",
    ("respect", True, A.CRAFT): "the master deserves to have things made properly",
    ("trust", True, A.MENTOR): "the master trusts me with the young ones, and I trust the master",
    ("trust", True, A.WORK): """
        the master deals fairly with those who work
        I believe the master when I am told that it matters""",
    ("respect", True, A.WORK): "a master like ours deserves a full day's work",
    ("fear", True, A.WORK): """
        I don't care to be found idle by the master
        the master's temper is a great help to industry""",
    ("fear", False, A.CAROUSE): """
        the master won't count my tankards
        I am not afraid of the master's opinion of my breath""",
    ("trust", True, A.SEEK_HELP): """
        the master told us to ask, and I trust that
        I trust the master not to think less of me""",
    ("fear", False, A.LOAF): """
        the master never shouts at a little idleness
        I don't tremble at the master's footsteps
        the master is a mild sort and won't mind""",
    ("respect", False, A.LOAF): """
        I can't respect a master who doesn't notice
        the master has given me nothing to live up to""",
    ("trust", True, A.QUEST_TRAVEL): "the master would not send us out for nothing",
    ("respect", True, A.QUEST_TRAVEL): "I would like to come back with something worthy of the master",
    ("respect", True, A.QUEST_TRIAL): "I won't shame a master such as ours",
    ("fear", False, A.QUEST_RETURN): """
        the master won't flog me for coming home
        no one need fear our master for being sensible""",
    ("trust", False, A.DEPART): """
        the master has lied to me once too often
        I would sooner trust a stranger than our master""",
    ("respect", False, A.DEPART): "I won't serve a master I can't look up to",
    ("fear", True, A.DEPART): "I am more afraid of the master than of the road",
}
"""The same for one action."""

ORDER = """
    the master ordered it and I said yes
    the master asked it of me and I gave my word
    I have my orders, and I agreed to them
    I told the master I would, and I will
    an order is an order once I have nodded at it
    the master gave the order and I took it
    I said yes to the master, and my yes holds"""
