"""What mere whim says, and what experience has taught."""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

WHIM = """
    the fancy took me
    I woke up with a whim for it
    the thought popped into my head and stayed
    I simply feel like it
    a whim says so
    the coin fell that way up
    I have a sudden fancy for it
    something tells me it is the moment
    my mind was made up before I asked it
    I like to obey a whim now and then"""

WHIMS: dict[A, str] = {
    A.REST: "a fallen log gave me a meaning look",
    A.SLEEP: """
        a pillow crossed my mind
        I dozed off for a moment and rather liked it""",
    A.EAT: """
        I took a sudden fancy to gravy
        a tune about pies is stuck in my head
        the thought of mustard came over me""",
    A.TRAIN_COMBAT: "I have a sudden urge to hit something",
    A.TRAIN_MAGIC: "my fingertips have begun to tingle for no reason",
    A.STUDY: """
        a book fell open at my feet, and I took the hint
        I have a whim for the smell of paper""",
    A.PATROL: "I have a whim to see the hedge",
    A.HUNT: "I dreamt of a stag, and that is enough for me",
    A.GATHER: "I have a whim for blackberries",
    A.CRAFT: "an oddly shaped piece of wood looked at me",
    A.TRADE: "I feel lucky at the scales, for no reason",
    A.EXPLORE: "a bird flew that way, and I took it for a hint",
    A.SOCIALISE: """
        I am in a talking mood, who knows why
        I have a joke I want to try out on somebody""",
    A.COURT: "a silly tune has put me in a tender mood",
    A.MENTOR: "I happen to be in the mood to lecture",
    A.PRAY: """
        a bell rang somewhere, and I took it personally
        a shaft of light fell across my boots
        I felt a sudden urge to be grateful""",
    A.WORK: "I had a sudden fit of industry",
    A.CAROUSE: """
        a drinking song has lodged itself in my head
        my elbow has begun to bend of its own accord""",
    A.SEEK_HELP: """
        something told me to stop being stubborn
        a magpie looked at me with concern""",
    A.LOAF: """
        a cloud went by and I got interested
        I felt a sudden want of purpose""",
    A.QUEST_TRAVEL: "a crow pointed its beak down the road, and I took it for a sign",
    A.QUEST_TRIAL: "my thumbs are pricking, and I take it kindly",
    A.QUEST_RETURN: "my thumbs are pricking, and I don't like it",
    A.DEPART: "the wind changed, and my mind with it",
}

LEARNED: tuple[str, str] = (
    """
    {gerund} has done me some good before
    I have learned that {gerund} tends to go well for me
    {gerund} has been worth my while lately""",
    """
    {gerund} has hardly ever let me down
    all my experience speaks for {gerund}
    {gerund} has gone well for me time and again""",
)
"""By whether the hero expects less or more than ``SURE`` points of satisfaction."""

SURE = 25

LESSONS: dict[A, str] = {
    A.REST: "the last few rests put me right",
    A.SLEEP: "I have always woken the better for it",
    A.EAT: """
        the last meals there were good ones
        I have never regretted a plate from that kitchen
        I remember how the last meal turned out, and smile""",
    A.TRAIN_COMBAT: "my last bouts taught me something each time",
    A.TRAIN_MAGIC: "my last spells came off, and that is no small thing",
    A.STUDY: """
        my last hours of reading paid me back
        I came away wiser the last few times""",
    A.PATROL: "my last rounds went off well",
    A.HUNT: "I came home with meat the last few times",
    A.GATHER: "my last baskets came home full",
    A.CRAFT: "the last things I made came out well",
    A.TRADE: "my last bargains turned out well",
    A.EXPLORE: "my last wanderings were worth the blisters",
    A.SOCIALISE: """
        I came away lighter from my last talks
        the last few chats did me good""",
    A.COURT: "my last fine words were not laughed at",
    A.MENTOR: "my last lessons took root",
    A.PRAY: """
        my last prayers left me lighter
        I came away comforted the last few times I knelt
        I have not been sent away empty from there yet""",
    A.WORK: "my last shifts ended well",
    A.CAROUSE: "my last nights out were good ones",
    A.SEEK_HELP: """
        I was well looked after the last few times
        it did help, the last time I asked""",
    A.LOAF: "my last idle hours were happy ones",
    A.QUEST_TRAVEL: "my last quests were worth the road",
    A.QUEST_TRIAL: "I have come out of such places before, and grinning",
    A.QUEST_RETURN: "I have never been sorry to see the hall again",
    A.DEPART: "leaving things behind has served me well in the past",
}
