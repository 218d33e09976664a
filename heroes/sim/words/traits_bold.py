"""What courage, ambition and curiosity say, and what their lack says, of each action.

One clause a line, which may follow "because" and "though". Every clause belongs to one contribution only.
"""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

BRAVE: dict[A, str] = {
    A.TRAIN_COMBAT: """
        I would sooner take a blow than flinch from one
        a bruise has never frightened me off a bout
        I like the moment before the swords meet""",
    A.PATROL: """
        somebody has to meet what comes over that hill
        I don't mind the dark at the far end of the rounds
        I would rather look danger in the eye than hear about it""",
    A.HUNT: """
        I like my game with teeth in it
        I have never minded being close to something that bites
        a boar has yet to make me climb a tree""",
    A.EXPLORE: """
        a dark cave does not make me turn round
        I am not afraid of what the map leaves blank
        the places people warn me of are the ones I can stomach""",
    A.COURT: """
        I am bold enough to be laughed at
        I have faced worse than a blush
        it takes nerve to say it out loud, and I have the nerve""",
    A.CAROUSE: """
        I have never backed away from a tavern bench
        a rough house holds no terrors for me
        I am not scared of the last round or of the landlord""",
    A.QUEST_TRAVEL: """
        danger never kept me in my chair
        I did not learn the sword to stay behind a hedge
        fear has never settled anything for me""",
    A.QUEST_TRIAL: """
        I am not one to run with the thing in front of me
        my knees are steady, and they know the way forward
        I have been looking for something to be brave about""",
    A.DEPART: """
        an open road does not scare me
        I have the nerve to start again with nothing
        I am not afraid to walk out alone""",
}

TIMID: dict[A, str] = {
    A.REST: """
        nothing that bites ever came for a hero on a bench
        I am no hero, and a chair asks for none
        out there is all edges, and in here is a blanket""",
    A.STUDY: """
        no book ever drew a knife on me
        I am braver on paper than anywhere else
        the beasts in books stay on their pages""",
    A.GATHER: """
        a mushroom has never been known to charge
        I like prey that stands still and has no teeth
        berries are about as much danger as I can face""",
    A.SEEK_HELP: """
        I am too frightened to wait and see whether it mends
        I have not the nerve to tough it out
        I was never brave about pain""",
    A.QUEST_RETURN: """
        my courage ran out a mile ago
        I am no hero, and this is a place for heroes
        my knees have already decided""",
}

AMBITIOUS: dict[A, str] = {
    A.TRAIN_COMBAT: """
        I mean to be the best blade in this guild
        there is a name above mine on the sparring board
        nobody sings about the second-best sword""",
    A.TRAIN_MAGIC: """
        I mean to be a name that apprentices whisper
        there are greater spells than mine, and that will not do
        I intend to outgrow my teachers""",
    A.STUDY: """
        what I read now I shall command later
        nobody rises in the world by staying ignorant
        I mean to know more than those above me""",
    A.TRADE: """
        I mean to be somebody whose name is good for credit
        a great house starts with a market stall
        I intend to rise, and gold is a ladder""",
    A.QUEST_TRAVEL: """
        nobody ever got a statue for staying in
        I want my name in the ballads
        there is renown lying on that road for whoever picks it up""",
    A.QUEST_TRIAL: """
        I did not come this far to be a footnote
        they will say my name after this
        glory is on the other side of that door""",
    A.DEPART: """
        I was meant for more than this guild
        I shall rise faster under another banner
        nobody ever made a name at the bottom of this table""",
}

MODEST: dict[A, str] = {
    A.REST: """
        I have no throne to win before supper
        the world will not be conquered by me, so it can wait
        nobody is keeping a tally of my great deeds, least of all me""",
    A.SLEEP: """
        I have no plans that won't keep until I wake
        greatness can find me in bed if it wants me
        there is nothing I burn to be before morning""",
    A.GATHER: """
        I don't need my work to be grand
        a full basket is as much glory as I want
        I have no wish to be more than a pair of useful hands""",
    A.SOCIALISE: """
        I would sooner be liked than be famous
        there is nothing I am in such a hurry to become
        an hour's chat has never hurt a career I don't want""",
    A.COURT: """
        I would sooner have a hand to hold than a title
        I have no great career for love to get in the way of
        a kiss beats a crown, to my mind""",
    A.PRAY: """
        I ask for little and have time to ask it
        I have nowhere grander to be than on my knees
        I never wanted to be bigger than the gods made me""",
    A.CAROUSE: """
        I have no great name for the ale to spoil
        nobody expects great things of me in the morning, least of all I
        I never meant to rise much higher than a bar stool""",
    A.SEEK_HELP: """
        I have no great name to lose by asking
        I don't need to be thought made of iron
        looking strong was never an ambition of mine""",
    A.LOAF: """
        I have no mountain I need to stand on
        getting on in the world is for other people
        I was never in any hurry to be anybody""",
}

CURIOUS: dict[A, str] = {
    A.TRAIN_MAGIC: """
        I want to know what happens if I say it backwards
        I can't leave a spell alone until I see how it works
        there is a trick in it that I haven't found out yet""",
    A.STUDY: """
        there is a question I can't put down
        I stopped at a footnote that has been nagging me since
        I want to know how it ends, and why it began""",
    A.GATHER: """
        there is a fungus out there I can't put a name to
        I like turning over leaves to see what is under them
        I keep wondering what grows past the stream""",
    A.CRAFT: """
        I want to see whether it can be made the other way round
        I have an idea about hinges that I need to try
        I wonder what it will do with one more gear in it""",
    A.EXPLORE: """
        I have never been able to leave a hill unlooked-behind
        there is a path I don't know the end of
        not knowing what is over there itches
        the blank part of the map keeps asking me questions
        I want to see it with my own eyes""",
}

INCURIOUS: dict[A, str] = {
    A.TRAIN_COMBAT: """
        the same cut a hundred times doesn't bore me
        a straw man asks no riddles, which suits me
        I don't need it to be new, I need it to be right""",
    A.PATROL: """
        I like a road I have walked before
        I don't need a view that changes
        the same hedge twice a day is enough world for me""",
    A.WORK: """
        I don't ask what the crates are for
        I like a task with no mysteries in it
        one day like another suits me well""",
    A.LOAF: """
        there is nothing over the hill I need to see
        I don't wonder about much, and it saves walking
        I have never missed what I didn't know about""",
}
