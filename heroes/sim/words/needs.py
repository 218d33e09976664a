"""What the body, the heart and the purse say.

By drive: a list of (lowest measure, highest measure, clauses). The measure is the energy, health, mood or gold that
is left, the half hours since the last meal, the hours without company. ``{hours}``, ``{gold}`` and ``{days}`` are the
measure in words; ``{spell}`` says hours as hours or days.
"""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

NEEDS: dict[str, list[tuple[int, int, str]]] = {
    "tired": [
        (0, 19, """
            I can hardly stand
            I am asleep on my feet already
            my legs have stopped taking orders
            there is nothing left in me to run on
            the ground keeps coming up to meet me"""),
        (20, 49, """
            I am tired to the bone
            my eyelids weigh a pound apiece
            I have been yawning since the last bell
            my arms feel like wet rope
            the day has had most of my strength"""),
        (50, 74, """
            I am not as fresh as I was
            a yawn keeps getting the better of me
            the spring has gone out of my step
            my back would like a word with me"""),
        (75, 99, """
            I could do with a little more strength in me
            I am a touch weary, if I am honest
            I am not quite at my freshest"""),
    ],
    "hungry": [
        (0, 9, """
            I am getting peckish
            a small rumble has started under my belt
            it is {hours} since I ate, and I notice
            my stomach has begun to hint
            {hours} since the last plate is about right
            there is a corner in me with nothing in it"""),
        (10, 15, """
            I am properly hungry
            it is {hours} since my last bite
            my stomach is making speeches
            {hours} on an empty belly is enough
            I keep thinking about dumplings
            my belt has had to come in a notch
            everything has begun to look like a loaf
            {hours} is as long as I care to go between plates"""),
        (16, 96, """
            I have gone {hours} without a bite
            I am hungry enough to eat the saddle
            my stomach has stopped growling and started begging
            it is {hours} since I ate, and I see pies in the clouds
            I could eat the table and ask for a chair
            {hours} without food would make a saint bite
            my belly thinks that my throat has been cut"""),
    ],
    "hurt": [
        (0, 29, """
            I am held together by bandages
            I am hurt badly enough to frighten the horse
            every breath finds another broken thing in me
            I leave red marks on whatever I lean on"""),
        (30, 64, """
            my wounds won't let me forget them
            an old cut has opened again
            I am limping worse than I let on
            there is more bruise than skin on me"""),
        (65, 99, """
            I have scrapes that want looking after
            my shoulder still aches from last time
            a few of my bruises have opinions
            I am not quite mended"""),
    ],
    "sad": [
        (0, 24, """
            I can't remember when I last laughed
            my heart is a cellar with the door shut
            everything tastes of ashes
            I have seldom been so low"""),
        (25, 54, """
            my spirits are low
            I have the glooms and can't shake them
            a grey sort of mood has settled on me
            I could do with a reason to smile"""),
        (55, 99, """
            my mood could use a polish
            I am a little out of sorts
            there is a small cloud over my head
            I would like to feel more cheerful"""),
    ],
    "lonely": [
        (0, 11, """
            a bit of company would do me good
            I have been alone with my thoughts for long enough
            I like another voice in the room"""),
        (12, 47, """
            I have not had company for {spell}
            {spell} alone is long enough
            I have begun answering my own questions
            nobody has said my name for {spell}"""),
        (48, 99, """
            I have had nobody to talk to for {spell}
            I am lonely, and {spell} is a long time
            I catch myself talking to the broom
            it is {spell} since anybody laughed at my jokes"""),
    ],
    "poor": [
        (0, 0, """
            there is not one coin in my purse
            I haven't a penny to my name
            my purse is as flat as a leaf"""),
        (1, 1, """
            I am down to my last coin
            one gold piece is all I own
            the coin in my purse is lonely"""),
        (2, 39, """
            I own {gold} gold pieces, and they won't last
            my purse is down to {gold} gold
            I have been counting my {gold} coins too often
            {gold} gold is all that stands between me and begging"""),
        (40, 99, """
            my purse is lighter than I like
            {gold} gold pieces won't see me through the season
            I could do with more than {gold} gold to my name
            {gold} gold is not what I call safe"""),
    ],
}  # fmt: skip

FOR: dict[tuple[str, A], str] = {
    ("tired", A.SLEEP): """
        my pillow has been calling me by name
        I have been awake longer than is sensible
        sleep has been pulling at my sleeve""",
    ("hungry", A.EAT): """
        I have thought of little but bread since I stood up
        my belly has the floor and won't yield it
        I could smell that kitchen from a mile off
        I am no use to anybody on an empty stomach
        my nose has found the kitchen without me
        nobody ever won an argument with a stomach like mine""",
    ("hurt", A.SEEK_HELP): """
        these wounds won't close by themselves
        the bandage wants changing by somebody who can see it""",
    ("hurt", A.REST): """
        flesh only knits if it is left alone
        what is torn in me wants lying still""",
    ("hurt", A.QUEST_RETURN): """
        I am bleeding, and it is a long way to the next bandage
        I am too battered to stay out here""",
    ("sad", A.PRAY): """
        I have a weight on me that only the gods can lift
        there is a sorrow I can't say to anybody else""",
    ("sad", A.CAROUSE): """
        I have sorrows, and I doubt that they can swim
        I would like to forget this week""",
    ("sad", A.SOCIALISE): """
        a friendly face might lift this gloom
        I have been moping, and it wants interrupting""",
    ("sad", A.SEEK_HELP): """
        this sadness is more than I can carry by myself
        I am sinking, and I know it""",
    ("sad", A.DEPART): """
        I have not been happy under this roof for a long while
        this place has made me miserable""",
    ("poor", A.TRADE): """
        my purse needs filling more than my sack does
        I have more wares than coin, and can't eat wares""",
    ("poor", A.WORK): """
        my purse is thin, and wages are wages
        I am short of coin, and the hall pays""",
    ("poor", A.HUNT): """
        I am short of money, and hides are money
        my purse is thin, and game is free""",
    ("poor", A.GATHER): """
        I am short of money, and the land charges nothing
        my purse is thin, and a full sack sells""",
    ("poor", A.CRAFT): """
        I am short of money, and finished things sell
        my purse is thin, and my hands can mend that""",
    ("poor", A.QUEST_TRAVEL): """
        my purse is thin, and quests pay in gold
        I am short of money, and this would pay the bills""",
}
"""Clauses for one action, where the drive is at least ``URGENT``."""

URGENT = 25
