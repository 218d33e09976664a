"""What the guild says: what it asks for, and what it owes."""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

POLICY: dict[tuple[str, A], str] = {
    ("balanced", A.WORK): """
        the guild asks everybody to do a share
        a bit of everything is the guild's rule, and this is my bit""",
    ("balanced", A.PATROL): """
        the guild likes its bounds walked along with all the rest
        the guild's rule gives everybody a turn on the rounds""",
    ("balanced", A.MENTOR): """
        the guild asks us to teach each other
        the guild's rule is that nobody stays green""",
    ("martial", A.TRAIN_COMBAT): """
        the guild wants fighters
        ours is a fighting guild these days""",
    ("martial", A.PATROL): """
        the guild wants its borders held
        a martial guild keeps its watches""",
    ("martial", A.HUNT): """
        the guild counts hunting as drill
        a fighting guild wants us blooded""",
    ("martial", A.QUEST_TRAVEL): """
        the guild wants its swords out on the road
        a fighting guild doesn't leave quests on the board""",
    ("scholarly", A.STUDY): """
        the guild wants readers
        ours is a guild of books these days""",
    ("scholarly", A.TRAIN_MAGIC): """
        the guild has set its heart on magic
        a guild of books wants its spells kept up""",
    ("scholarly", A.MENTOR): """
        the guild wants what we know passed on
        a guild of books is a guild of teachers""",
    ("mercantile", A.TRADE): """
        the guild wants its wares sold
        ours is a merchants' guild these days""",
    ("mercantile", A.CRAFT): """
        the guild wants goods for its shelves
        a merchants' guild needs things to sell""",
    ("mercantile", A.WORK): """
        the guild has its eye on the ledger
        a merchants' guild likes a busy hall""",
    ("mercantile", A.GATHER): """
        the guild wants raw stuff by the sackful
        a merchants' guild can sell anything that I bring in""",
    ("charitable", A.MENTOR): """
        the guild wants the weak helped on
        a charitable guild begins with its own""",
    ("charitable", A.PRAY): """
        the guild asks for our prayers
        a charitable guild keeps its candles lit""",
    ("charitable", A.SOCIALISE): """
        the guild asks us to look in on one another
        a charitable guild leaves nobody by himself""",
    ("charitable", A.SEEK_HELP): """
        the guild takes care of its own, and says so
        a charitable guild wants nobody to suffer quietly""",
    ("adventurous", A.QUEST_TRAVEL): """
        the guild wants adventures
        ours is a guild of adventurers these days""",
    ("adventurous", A.EXPLORE): """
        the guild wants the map filled in
        a guild of adventurers doesn't stay on the path""",
    ("adventurous", A.TRAIN_COMBAT): """
        the guild wants us fit for the road
        a guild of adventurers needs a ready arm""",
}

GUILD = """
    the guild would like to see it done
    it is what the guild asks of us
    the guild's policy speaks for it"""

UNPAID = """
    the guild has not paid us in full for {days}
    it is {days} since the guild paid what it owes
    the guild's purse has been shut for {days}"""
"""What speaks for leaving a guild in arrears."""
