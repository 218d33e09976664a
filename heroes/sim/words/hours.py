"""What the time of day says. By part of the day; a clause may name only what is true throughout that part."""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

PARTS = ("night", "dawn", "morning", "midday", "afternoon", "evening", "late")
ENDS = (10, 14, 23, 28, 36, 43, 48)
"""The half hour at which each part is over."""

BY_PART: dict[str, str] = {
    "night": """
        it is the right hour of the night for it
        it is deep night, and the hour suits it
        the small hours are as good a time as any for it""",
    "dawn": """
        it is first light, and the hour is right
        the sun is barely up, and this is the time for it
        daybreak is a good time for it""",
    "morning": """
        the morning is made for it
        it is morning, and the hour suits it
        the morning hours are right for it""",
    "midday": """
        it is midday, and the hour is right
        it is noon, near enough, and a good time for it
        the middle of the day suits it""",
    "afternoon": """
        it is the right time of the afternoon
        the afternoon is the hour for it
        an afternoon suits it""",
    "evening": """
        the evening is the time for it
        it is evening, and the hour suits it
        the day is closing, and the hour is right for it""",
    "late": """
        it is late, and late is the hour for it
        the hour is late enough for it
        late hours suit it""",
}
"""Fits every action."""

DAYLIGHT: dict[str, str] = {
    "morning": """
        the morning is young
        there is a whole day ahead of me
        mornings are for getting things done
        I have the best of the daylight before me""",
    "midday": """
        the day is at its height
        the sun is as high as it will get
        half the day is still to be used
        it is broad day, and nobody should sit idle at noon""",
    "afternoon": """
        there are hours of afternoon left
        the afternoon is long enough for it
        there is daylight left to use up
        the sun is over the roof but not yet done""",
}
"""Fits whatever is done by day."""

OUTDOORS: dict[str, str] = {
    "morning": """
        the dew is still on, and the light is good
        the early light shows every track""",
    "midday": """
        the light is at its clearest just now
        I can see for miles at this hour""",
    "afternoon": """
        the light will hold until I am back
        the afternoon is clear and the shadows are still short""",
}

INDOORS: dict[str, str] = {
    "morning": """
        my head is clearest before noon
        the morning light falls just right""",
    "midday": """
        the midday light leaves no excuses
        the house is wide awake at noon""",
    "afternoon": """
        a quiet afternoon is good for it
        the sun comes in low of an afternoon, and I work well by it""",
}

OF_ACTION: dict[tuple[A, str], str] = {
    (A.TRAIN_COMBAT, "morning"): """
        the yard is cool of a morning
        a bout before noon wakes the arm""",
    (A.TRAIN_COMBAT, "afternoon"): """
        the yard is dry by the afternoon
        my arm is warm by this time of day""",
    (A.PATROL, "morning"): """
        the morning rounds want walking
        what crept about by night leaves its marks by morning""",
    (A.PATROL, "afternoon"): """
        somebody should see the bounds before dusk
        the afternoon rounds want walking""",
    (A.HUNT, "morning"): """
        the deer are out of a morning
        the scent lies low in the morning air""",
    (A.HUNT, "afternoon"): "game comes down to drink of an afternoon",
    (A.GATHER, "morning"): "herbs are best picked before the sun has dried them",
    (A.GATHER, "afternoon"): "whatever ripens has ripened by the afternoon",
    (A.CRAFT, "midday"): "the bench stands in full sun at noon",
    (A.TRADE, "morning"): """
        the stalls are busiest of a morning
        buyers come early, and it is early""",
    (A.TRADE, "midday"): "everybody crosses the market square at noon",
    (A.TRADE, "afternoon"): "traders grow generous towards the end of the day",
    (A.WORK, "morning"): """
        the working day has begun
        the hall is at its work by this time of the morning""",
    (A.WORK, "midday"): "the working day is in full swing",
    (A.WORK, "afternoon"): "the working day is not over",
    (A.EXPLORE, "morning"): "one can walk a long way between now and dark",
    (A.QUEST_TRAVEL, "morning"): """
        it is the hour at which journeys should begin
        the gates are open and the morning is fresh""",
    (A.QUEST_TRAVEL, "midday"): "the road is dry and bright at noon",
    (A.QUEST_TRAVEL, "afternoon"): "there is enough light left for the first few miles",
    (A.DEPART, "morning"): "one leaves best in the morning",
    (A.STUDY, "morning"): """
        the ink is fresh and so am I, this early
        a chapter before noon is worth two after""",
    (A.STUDY, "midday"): """
        the page is brightest when the sun is overhead
        everybody else is out at noon and the books are free""",
    (A.STUDY, "afternoon"): """
        the afternoon sun has reached the page
        an afternoon goes quickly with a book""",
    (A.TRAIN_MAGIC, "morning"): """
        spells are lighter before noon
        the magic in me wakes with the morning""",
    (A.TRAIN_MAGIC, "midday"): """
        a spell casts no shadow at noon""",
    (A.TRAIN_MAGIC, "afternoon"): """
        the air is warm enough by the afternoon for a spell to rise""",
    (A.CRAFT, "morning"): """
        my hands are steadiest before noon
        the glue sets best if it is mixed of a morning""",
    (A.CRAFT, "afternoon"): """
        there is enough afternoon left to finish a piece
        the light comes along the bench at this hour""",
    (A.MENTOR, "morning"): """
        heads are empty and willing of a morning
        a lesson sticks best before noon""",
    (A.MENTOR, "midday"): """
        nobody can plead the dark at noon
        a lesson goes well with the midday bread""",
    (A.MENTOR, "afternoon"): """
        there is time for a lesson before supper
        a pupil has nowhere better to be of an afternoon""",
    (A.EXPLORE, "midday"): """
        the sun is high and the hills are all on show""",
    (A.EXPLORE, "afternoon"): """
        the far hills look closest of an afternoon""",
    (A.HUNT, "midday"): """
        game lies up in the shade at noon and is easily found""",
    (A.GATHER, "midday"): """
        everything worth picking is open to the sun by noon""",
    (A.PATROL, "midday"): """
        the watch changes at noon""",
    (A.TRAIN_COMBAT, "midday"): """
        a sword swung in the noon sun teaches the arm something""",
    (A.EAT, "dawn"): """
        the day won't start without breakfast
        somebody is lighting the oven for breakfast
        breakfast is the best reason to be up this early""",
    (A.EAT, "morning"): """
        it is still breakfast time
        the breakfast loaves are just out
        breakfast won't be on the table for ever""",
    (A.EAT, "midday"): """
        it is dinner time
        the noon bell means the pot is ready
        everybody is sitting down to the midday meal
        noon is when the ladle comes out
        the sun says noon and so does the cook""",
    (A.EAT, "afternoon"): """
        it is nearly supper time
        the supper pots are on already
        an early supper beats the queue""",
    (A.EAT, "evening"): """
        it is supper time
        the lamps are lit and so is the kitchen fire
        supper is on the table at this hour
        the evening pot is at its best now
        nobody should let supper go cold""",
    (A.SLEEP, "night"): """
        it is the middle of the night
        only owls and thieves are up at this hour
        there is not a lamp alight in the street
        the night is for sleeping, and this is the thick of it
        even the dogs have gone quiet for the night""",
    (A.SLEEP, "dawn"): """
        it is too early for anybody sane
        the cock has not made up his mind yet
        the sky is hardly grey""",
    (A.SLEEP, "evening"): """
        the evening is drawing in
        an early night never hurt anybody
        the evening has no more to offer""",
    (A.SLEEP, "late"): """
        it is late, and the fires are banked
        the hour is late and the stairs are long already
        respectable people are in bed by now
        the lamps are being put out
        the evening is over""",
    (A.PRAY, "night"): """
        the last of the night is a holy hour
        the dark before dawn is when prayers carry""",
    (A.PRAY, "dawn"): """
        dawn is when one ought to give thanks
        the first light wants greeting
        the world is quiet at daybreak, and one can be heard
        prayers go up best with the sun
        the candles look right in the grey before day""",
    (A.PRAY, "morning"): """
        the morning office is not over yet
        the early hours belong to the gods
        one ought to pray before the day gets loud
        the dew is not off the altar steps""",
    (A.PRAY, "afternoon"): """
        the vesper bell will go before long
        the day is beginning to wind down towards vespers
        the light slants in nicely on the altar towards evening""",
    (A.PRAY, "evening"): """
        it is the hour of evening prayer
        the vesper bell has a claim on me
        the day ought to be handed back with thanks at dusk
        the candles are being lit for the evening""",
    (A.SOCIALISE, "afternoon"): """
        people put down their tools about now
        the benches fill up as the afternoon goes
        the day is slackening, and tongues with it""",
    (A.SOCIALISE, "evening"): """
        the evening is for company
        the lamps are lit and the benches are full
        work is done for the day, and talk begins
        nobody should spend an evening with a wall
        the fire is lit, and people are drawing up to it""",
    (A.SOCIALISE, "late"): """
        the best stories come out this late
        the fire is low, and talk is at its best
        it is that late hour when people say what they mean""",
    (A.COURT, "afternoon"): """
        the afternoon is turning gold
        a walk before supper is no great thing to ask""",
    (A.COURT, "evening"): """
        the evening is soft enough for foolish words
        dusk is kind to faces and to nerves
        the first star is out, and it puts ideas in my head""",
    (A.COURT, "late"): """
        the late lamplight is on my side
        the moon is up and doing its work""",
    (A.CAROUSE, "evening"): """
        the taps are open for the evening
        the evening is young and the ale is fresh
        the taproom is warming up about now
        there is a fiddle going, as there is every evening""",
    (A.CAROUSE, "late"): """
        the night is getting into its stride
        the songs get better after dark
        it is late enough for the good barrel
        nobody sober is still about""",
}
"""Fits one action."""

FIELDWORK = (A.PATROL, A.HUNT, A.GATHER, A.EXPLORE, A.QUEST_TRAVEL, A.DEPART)
HOUSEWORK = (A.TRAIN_COMBAT, A.TRAIN_MAGIC, A.STUDY, A.CRAFT, A.TRADE, A.MENTOR, A.WORK)
