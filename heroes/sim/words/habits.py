"""What habit says: the custom of everybody, and of each class. ``{a_class}`` is "a warrior", "an artisan" …"""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

CUSTOM: dict[A, str] = {
    A.REST: """
        I always sit down between one thing and the next
        a breather now and then is my custom
        I have never believed in standing when one can sit
        {a_class} who never sits down doesn't last, as I have always held
        it is {a_class}'s old habit to sit when there is a seat""",
    A.TRAIN_COMBAT: """
        the straw man is used to seeing me
        it is a standing habit of mine to swing at straw
        I seldom let my sword arm go cold
        a bout a day is my old rule
        even {a_class} keeps a blade arm in practice, or this one does
        I make a habit of it, as {a_class} in this trade should""",
    A.TRAIN_MAGIC: """
        I make a habit of keeping my spells limber
        a little practice is part of my usual round
        I seldom let a spell go stale
        I have muttered over candles since I was small
        {a_class} without a few spells is half dressed, and I keep mine in repair""",
    A.STUDY: """
        I usually have a book on the go
        a chapter is part of my regular round
        there is always a bookmark waiting for me
        I read a little every day, as I wash behind the ears
        old ink is a habit I never broke
        {a_class} who reads is worth two who don't, and I keep at it""",
    A.PATROL: """
        I take my regular turn at the rounds
        my boots know the rounds by heart
        I seldom sleep well if I have not seen the fences
        {a_class} does a turn of watch like anybody else, and I do mine""",
    A.HUNT: """
        I go after game as a matter of course
        I usually keep the larder in meat
        my bow is seldom unstrung for long
        even {a_class} ought to know which end of a deer to follow, and I keep in practice""",
    A.GATHER: """
        I seldom come home without a full sack, and it is my habit to try
        filling sacks is part of my usual round
        I never pass a good bush with an empty basket
        my basket goes out most days
        {a_class} has uses for a full sack, and I keep mine filled""",
    A.CRAFT: """
        there is always something of mine half made on the bench
        my hands go to their tools as a matter of course
        I generally have glue on my fingers
        I like to keep my hand in at the bench
        I am seldom without sawdust in my hair
        {a_class} should be able to mend what breaks, and I keep my hand in""",
    A.TRADE: """
        I keep up a small trade as a matter of course
        the stallholders are used to my face
        I like to keep my hand in at the scales
        haggling is an old habit of mine
        I generally sell what I bring home
        {a_class} has bills like anybody, and I keep up my bit of trade""",
    A.EXPLORE: """
        I usually go and see what is out there
        it is a settled habit with me to see what is round the bend
        my boots have always done my deciding
        I have never been able to stay on the road for long
        {a_class} ought to know the country, and I make a habit of looking""",
    A.SOCIALISE: """
        I generally stop for a chat
        it is my custom to ask people how they do
        talk is part of my usual day
        I seldom let a day go by without a good talk
        a gossip at the end of things is an old custom of mine
        even {a_class} likes a chat, or this one regularly does""",
    A.COURT: """
        flirting is an old habit of mine
        I generally do say something gallant
        even {a_class} may pay a compliment, and I keep mine oiled""",
    A.MENTOR: """
        I usually have somebody under my wing
        I make a habit of handing things on
        I have always had a weakness for pupils
        {a_class} should pass the trade on, and I regularly do""",
    A.PRAY: """
        I keep up my prayers as others keep up a garden
        it is my custom to stop and give thanks
        my knees are used to that stone
        {a_class} needs the gods like anybody, and I keep up the acquaintance
        I have hardly missed a prayer since I was small""",
    A.WORK: """
        I do my regular shifts
        the ledger and I are old acquaintances
        my name is usually on the roster somewhere
        I have never been a stranger to the hall's chores
        an honest shift is part of my usual day
        {a_class} can carry a crate like anybody, and I do my regular share""",
    A.CAROUSE: """
        I am a regular at the long table
        the landlord starts pouring when he sees me, from habit
        I have my own peg in the taproom
        a mug with the others is an old custom of mine
        {a_class} is allowed a tankard, and I seldom skip mine""",
    A.LOAF: """
        I have a settled custom of letting the day go by
        my favourite wall is used to my back
        I have never yet filled every hour of a day
        I am in the habit of leaving some hours empty
        I make it a rule to do nothing now and then
        even {a_class} wastes an hour here and there, and I regularly do""",
    A.QUEST_TRIAL: """
        I finish what I begin, and always have
        I have never made a habit of coming all this way for nothing
        it is a rule of mine to look behind the last door
        {a_class} who has come this far goes in, as I always have""",
}

CALLING: dict[tuple[str, A], str] = {
    ("warrior", A.TRAIN_COMBAT): """
        the sword is my trade, and a trade wants daily practice
        a warrior's day has drill in it, like salt in soup
        my sword arm expects it""",
    ("warrior", A.PATROL): """
        standing guard is bred into a warrior's bones
        I have walked watches since I could carry a spear
        a warrior on the bounds is how it has always been""",
    ("warrior", A.QUEST_TRAVEL): """
        a warrior marches, it is what the boots are for
        setting out to fight is a warrior's habit""",
    ("ranger", A.HUNT): """
        tracking is what a ranger does before breakfast
        my bow is strung every day, hunt or no hunt
        I read hoofprints as other people read signposts, by habit""",
    ("ranger", A.EXPLORE): """
        a ranger who knows only the known parts is a gardener
        my feet are used to ground without a path
        I have been walking off trails since I was six""",
    ("ranger", A.GATHER): """
        a ranger lives off the land by habit
        I know those thickets like my own pockets
        I fill a bag whenever I am under trees, as rangers do""",
    ("mage", A.TRAIN_MAGIC): """
        a mage who skips practice soon smells of singed hair
        spells are my trade, and I keep them sharp
        I go through my spells as others brush their teeth""",
    ("mage", A.STUDY): """
        half of a mage's life is spent in footnotes
        my nose finds a book of its own accord
        old books are the greater part of a mage's habits""",
    ("cleric", A.PRAY): """
        prayer is a cleric's daily bread
        I keep the hours, as I vowed when I took the cloth
        I would feel undressed without my prayers, being a cleric
        the offices of the day are what I live by""",
    ("cleric", A.MENTOR): """
        a cleric is for ever explaining things
        guiding others goes with the cloth""",
    ("cleric", A.SEEK_HELP): """
        clerics know better than to skip the healer
        I send everybody else to be healed, so by rule I go too""",
    ("rogue", A.TRADE): """
        a rogue's fingers are never long out of somebody's stall
        buying low and selling quietly is my trade
        I have an understanding with half the market, as rogues do""",
    ("rogue", A.CAROUSE): """
        a rogue hears everything worth hearing over a tankard
        I do my best listening in taprooms, and always have""",
    ("rogue", A.EXPLORE): """
        a rogue likes to know all the back ways
        finding the unlocked door is a rogue's habit""",
    ("bard", A.SOCIALISE): """
        a bard who isn't talking is asleep
        stories are my trade, and people are where they grow
        I collect other people's tales as a magpie does spoons""",
    ("bard", A.CAROUSE): """
        the taproom is a bard's workshop
        no bard ever learned a song sober
        they keep a stool for the bard, and I keep it warm""",
    ("bard", A.COURT): """
        a bard flirts as a bird sings
        half my songs begin this way, by custom""",
    ("artisan", A.CRAFT): """
        an artisan's hands are never easy when they are empty
        the bench is where I live, whatever my door says
        making things is my trade, and I ply it daily
        my tools expect me""",
    ("artisan", A.WORK): """
        an artisan is used to a full day's work
        there is always something of the hall's to mend, and I am who mends it""",
    ("scholar", A.STUDY): """
        a scholar without a book is a lamp without oil
        reading is what I do as others breathe
        my chair in the library has taken my shape
        I have read something every day since I learned my letters""",
    ("scholar", A.MENTOR): """
        lecturing is a scholar's oldest habit
        I explain things in my sleep, I am told
        a scholar's knowledge goes sour when it is kept""",
}

ANY = """
    {gerund} is an old habit of mine
    {gerund} is what I generally do
    I have always kept up {gerund}"""
