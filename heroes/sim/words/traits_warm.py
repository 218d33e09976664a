"""What loyalty and empathy say, and what their lack says, of each action. One clause a line."""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

LOYAL: dict[A, str] = {
    A.PATROL: """
        people sleep behind that wall who count on me
        these are my people, and this is their fence
        I swore to keep this place safe, and I meant it""",
    A.MENTOR: """
        the guild is only as good as the ones who come after
        what I know belongs to the guild, not to me
        I owe it to our banner that the young ones learn""",
    A.PRAY: """
        I promised to name the whole guild in my prayers
        somebody should ask a blessing on this house
        I keep faith, with the gods as with the guild""",
    A.WORK: """
        this guild is my house, and a house needs keeping
        I don't like to see our ledger go hungry
        I eat at this table, so I carry my share
        we pull together or not at all
        the hall won't keep itself, and it is my hall""",
    A.QUEST_TRAVEL: """
        our banner ought to be seen on that road
        a quest for the guild is a quest for me
        I won't have it said that our guild sent nobody""",
    A.QUEST_TRIAL: """
        I came under our banner and I won't carry it back furled
        I gave the guild my word that I would try
        those at home are counting on me""",
}

FOOTLOOSE: dict[A, str] = {
    A.EXPLORE: """
        the guild doesn't own my feet
        nobody here has a claim on where I wander
        I was never much tied to one hearth""",
    A.CAROUSE: """
        the guild may look for me, and it won't find me
        I never swore to be sober for anybody
        duty is a word for other people""",
    A.LOAF: """
        I owe this guild no sweat that it isn't paying for
        somebody else can hold the place up
        I don't lie awake over the guild's chores""",
    A.DEPART: """
        I was never sworn to this place, only lodged in it
        no oath ever held me for long
        one banner is as good as another to me""",
}

KIND: dict[A, str] = {
    A.SOCIALISE: """
        I like to hear how people really are
        a listening ear costs me nothing, and I have two
        people's troubles weigh less when two carry them""",
    A.COURT: """
        I can tell when a heart is waiting to be asked
        I would like to be the reason somebody is happy
        I notice what makes that face light up""",
    A.MENTOR: """
        I remember how it was not to know
        I can't watch somebody struggle when I could help
        seeing a face understand is worth an hour of mine""",
    A.PRAY: """
        there are people I want to ask a kindness for
        I carry other people's griefs up there with mine
        somebody ought to light a candle for the unlucky""",
    A.SEEK_HELP: """
        I have seen what silence does to those who suffer
        I would want anybody else to ask, in my place
        I know it pains my friends to watch me suffer""",
}

HARD: dict[A, str] = {
    A.TRAIN_COMBAT: """
        I don't lose sleep over those I knock down
        I have no trouble hitting hard
        pity never won a bout, and I bring none""",
    A.HUNT: """
        I can look a deer in the eye and loose
        a pair of big brown eyes doesn't stop my arrow
        I shed no tears over supper""",
    A.CRAFT: """
        a plank doesn't tell me its troubles
        I get on better with tools than with people
        wood has no feelings to be careful of""",
    A.TRADE: """
        I don't let a sad story lower my price
        I can watch a customer squirm
        another's loss at the scales is no grief to me""",
}

PATIENT: dict[A, str] = {
    A.REST: """
        I can wait, and waiting is best done sitting
        I am in no hurry, and never was
        most things come to those who stay put""",
    A.TRAIN_MAGIC: """
        I don't mind failing at it forty times
        a spell comes when it comes, and I can wait
        I have the patience for all nine gestures""",
    A.STUDY: """
        I can sit with a page until it gives in
        a long chapter doesn't frighten me
        slow reading suits me, and it is a slow book""",
    A.GATHER: """
        I like work that takes its time
        I can stoop and look, stoop and look, all day
        picking slowly is still picking""",
    A.CRAFT: """
        I can sand a thing until it sings
        good work can't be rushed, and I don't rush
        forty coats of varnish don't bore me""",
    A.TRADE: """
        I can let a customer talk for an hour before I nod
        the one who can wait gets the price
        I don't mind a slow market""",
    A.SOCIALISE: """
        I don't mind a long story told badly
        I have all the time in the world for talk
        I can sit through the silences too""",
    A.MENTOR: """
        I can explain a thing nine times over
        nobody learns in a hurry, and I am in none
        I don't mind starting from the very beginning""",
    A.PRAY: """
        I can kneel until my thoughts go quiet
        I don't need an answer straight away
        stillness comes easily to me""",
    A.WORK: """
        I don't mind how long the column of figures is
        steady work goes well with a steady temper
        I can carry crates without counting them""",
    A.QUEST_RETURN: """
        there will be another day, and I can wait for it
        I don't need to win this week
        it can be done later and better""",
}

RESTLESS: dict[A, str] = {
    A.HUNT: """
        I can't sit still, and deer don't either
        I need something to run after
        I would sooner chase a thing than wait for it""",
    A.EXPLORE: """
        I can't stay in one place another hour
        my feet are moving already
        I get twitchy when the view stays the same""",
    A.CAROUSE: """
        I want my fun now and not after harvest
        I was never one for early nights and small sips
        sitting quietly makes me want to scream""",
    A.LOAF: """
        I have no patience left for anything that takes any
        I can't stick at a task just now
        I have dropped three jobs already and can drop a fourth""",
    A.QUEST_TRAVEL: """
        I can't wait about while others get their boots on
        I am sick of standing still
        I want to be gone, and the sooner the better""",
}
