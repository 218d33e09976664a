"""What the place says: where an action would be done, and how well it is done there."""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

ANYWHERE = """
    it is a good place for it
    the place speaks for it
    I could hardly pick a better spot for it"""

OF_ACTION: dict[A, str] = {
    A.REST: """
        this is a good spot to sit down in
        the place is quiet, and the ground is kind
        one could not ask for a better place to lie back""",
    A.SLEEP: """
        my bunk in the hall is a good one
        the hall's beds are softer than they look
        nowhere is quieter than the hall's loft
        the guild keeps a warm bedchamber""",
    A.EAT: """
        the town keeps a good kitchen
        the inn in town knows how to season a pot
        nowhere else does a plate go so far as in town""",
    A.TRAIN_COMBAT: """
        the ground I have in mind was made for swordplay
        the practice ground is a good one
        there are proper posts and proper space to swing in
        nowhere else is the footing so good""",
    A.TRAIN_MAGIC: """
        the air is thick with magic where I mean to practise
        the place lends a spell some weight of its own
        there is room there for a spell to go wrong safely
        magic comes easier in that spot than elsewhere""",
    A.STUDY: """
        the shelves there are good ones
        there is no better place for reading than the one I have in mind
        the place is quiet, and full of things to learn
        that spot has more to teach than most""",
    A.PATROL: """
        one sees far from those bounds
        the ground out there is made for keeping watch
        nothing can creep up on anybody out there""",
    A.HUNT: """
        there is good hunting out there
        that country is full of tracks
        game is thick on that ground""",
    A.GATHER: """
        the land out there is generous
        things worth having grow thick out there
        that ground gives more than it asks""",
    A.CRAFT: """
        the guild's workshop has everything I need
        the tools there hang where they should
        no bench is better lit than the hall's
        the workshop is well stocked""",
    A.TRADE: """
        the town market is a good place to sell
        the market square has the right sort of buyers
        nowhere else are the scales so honest""",
    A.EXPLORE: """
        there is much to find in that country
        that land hides more than it shows
        no country near here is better worth a look""",
    A.SOCIALISE: """
        this is a friendly sort of place
        the seats here face each other
        this is a good corner for talk""",
    A.COURT: """
        this is a pretty spot, and pretty spots help
        the place is doing half the wooing
        one could not ask for a fairer setting""",
    A.MENTOR: """
        this is a good place to teach in
        nothing here distracts a pupil
        this spot is quiet enough to be heard in""",
    A.PRAY: """
        there is a holy place within reach
        the stones up there listen better than most
        that place makes silence easy
        the shrine I have in mind is worth the walk
        I have never stood there without feeling looked at kindly
        the landmark up there has a grace of its own
        that ground was hallowed long before me
        few places are nearer to whatever listens""",
    A.WORK: """
        the hall is well set up for it
        everything at the hall lies ready to hand
        the workshop at the hall takes the ache out of it""",
    A.CAROUSE: """
        the town has a taproom worth the name
        the inn keeps a good cellar
        nowhere is the ale so well kept as in town""",
    A.SEEK_HELP: """
        the hall keeps a good infirmary
        there are clean beds and clever hands at the hall
        the hall's healers know what they are doing""",
    A.LOAF: """
        the town square was built for leaning
        there is a sunny wall in town with room on it
        no town has better benches for nothing in particular""",
}

OF_KIND: dict[tuple[A, str], str] = {
    (A.REST, "guild"): """
        I am in the hall already, and so is the good chair
        the hall's hearth is a fine thing to sit by""",
    (A.REST, "woods"): """
        the moss here is deep and dry
        there is shade under these trees""",
    (A.REST, "shrine"): """
        this is a place of peace
        the old stones here are warm to lean on""",
    (A.REST, "waters"): "the sound of the water here loosens every knot",
    (A.REST, "open"): "the grass here is long and soft",
    (A.SOCIALISE, "town"): """
        the town square is the place for talk
        the whole town seems to be leaning on something and chatting""",
    (A.SOCIALISE, "guild"): """
        the hall's long table is made for talk
        the hall has a good corner by the fire""",
    (A.SOCIALISE, "shrine"): "this old place makes people open up",
    (A.COURT, "guild"): "the hall has corners with room for two",
    (A.COURT, "shrine"): "no place is better for promises than this old one",
    (A.MENTOR, "guild"): "the hall is the right place for lessons",
    (A.MENTOR, "shrine"): """
        this is a place with a long memory, and good for teaching in
        wiser people than I have taught at this spot""",
    (A.HUNT, "woods"): """
        these woods are full of game
        the undergrowth here is moving with supper""",
    (A.HUNT, "waters"): """
        the fish here jump at shadows
        these waters feed whoever asks""",
    (A.HUNT, "open"): "one can see a hare a mile off on this plain ground",
    (A.GATHER, "woods"): """
        these woods give with both hands
        the forest floor here is a larder""",
    (A.GATHER, "heights"): "what grows on these heights is worth the climb",
    (A.GATHER, "waters"): """
        these banks are thick with useful things
        the shallows here are a free market""",
    (A.EXPLORE, "heights"): """
        there is always another ridge up here
        these heights look out over everything""",
    (A.EXPLORE, "waters"): "these channels go somewhere, and no chart says where",
    (A.EXPLORE, "ruins"): """
        these ruins have doors that nobody has opened
        there are cellars under these cellars""",
    (A.PATROL, "open"): """
        in this open country one pair of eyes does for ten
        nothing on this plain can hide from a patrol""",
    (A.PATROL, "heights"): "from these heights the whole border lies open",
    (A.PATROL, "ruins"): "these ruins are where trouble nests, and they want watching",
}
"""Where the kind of place is known."""
