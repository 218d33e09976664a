"""What is not forgotten, with the place and the time of it; and what was settled beforehand.

``{where}`` is a place by its kind, nothing where no place belongs to it; ``{ago}`` is how long ago it was.
"""

from __future__ import annotations

from heroes.sim.words import numerals

MEMORY = """
    I have not forgotten what such things come to
    my memory is long, and it says so
    I remember how that went, and act on it"""

OF_KIND: dict[str, str] = {
    "won": """
        the trial we won {where} {ago} is still sweet to think of
        I have not forgotten how we carried the day {where} {ago}
        winning out {where} {ago} has stayed with me""",
    "lost": """
        I have not forgotten how we were beaten {where} {ago}
        the defeat {where} {ago} still rankles
        losing as we did {where} {ago} taught me something""",
    "hurt": """
        I have not forgotten the beating I took {where} {ago}
        I still feel the wound I came by {where} {ago}
        getting hurt {where} {ago} is fresh in my mind""",
    "collapse": """
        I have not forgotten how I dropped where I stood {where} {ago}
        my legs gave way {where} {ago} and I remember it
        I ran myself into the ground {where} {ago} and know it""",
    "delight": """
        the good hours I had {where} {ago} are still with me
        I have not forgotten how happy I was {where} {ago}
        I keep thinking of that fine time {where} {ago}""",
    "misery": """
        I have not forgotten how wretched I was {where} {ago}
        the misery I knew {where} {ago} is still with me
        I keep thinking of that sorry time {where} {ago}""",
    "betrayed": """
        I have not forgotten the promise that was broken {ago}
        the master's word was broken {ago} and I remember it
        a promise made to me came to nothing {ago} and it still hurts""",
    "unpaid": """
        I have not forgotten that I went without my wages {ago}
        my pay did not come {ago} and I remember it
        there was no money for us {ago} and one keeps that in mind""",
    "friend": """
        I have not forgotten the friend I made {ago}
        a friendship began {ago} and it warms me still
        I made a friend {ago} and have thought of it since""",
    "rival": """
        I have not forgotten the quarrel that began {ago}
        a rivalry was born {ago} and I keep it in mind
        I made a rival {ago} and have not got over it""",
    "love": """
        I have not forgotten how I lost my heart {ago}
        I fell in love {ago} and have not landed yet
        something tender began {ago} and is never far from my mind""",
    "lesson": """
        I have not forgotten the lessons that began {ago}
        teaching and learning began for me {ago} and I think of it
        what was taught between two of us {ago} has stayed with me""",
    "parting": """
        I have not forgotten how a bond was broken {ago}
        somebody dear was lost to me {ago} and I feel it
        an old tie came undone {ago} and I still miss it""",
    "praised": """
        I have not forgotten how the master praised me {ago}
        the master had a good word for me {ago} and I remember it
        the praise I was given {ago} still rings in my ears""",
    "rewarded": """
        I have not forgotten the purse I was given {ago}
        the master paid me handsomely {ago} and I remember it
        the reward I had {ago} is not forgotten""",
    "gifted": """
        I have not forgotten the gift I was given {ago}
        the master gave me a present {ago} and I remember it
        the present I had {ago} is dear to me still""",
    "consoled": """
        I have not forgotten who comforted me {ago}
        the master had time for my sorrows {ago} and I remember it
        the comfort I found {ago} is with me still""",
    "reconciled": """
        I have not forgotten the quarrel that was settled {ago}
        the master made peace for me {ago} and I remember it
        making peace {ago} did me good""",
    "punished": """
        I have not forgotten how I was punished {ago}
        the punishment I had {ago} still smarts
        the master came down on me {ago} and I remember it""",
    "threatened": """
        I have not forgotten how I was threatened {ago}
        the threats I heard {ago} are still in my ears
        the master frightened me {ago} and I remember it""",
}
"""By what the memory is of; no commas, so that it may stand anywhere."""

TOLD: dict[str, str] = {
    "won": "won through a trial{where}",
    "lost": "was beaten in a trial{where}",
    "betrayed": "was promised a reward that never came",
    "hurt": "was hurt{where}",
    "collapse": "dropped from exhaustion{where}",
    "unpaid": "went without wages",
    "delight": "had the best of times{where}",
    "misery": "had a wretched time{where}",
    "friend": "made a friend of {other}",
    "rival": "fell out with {other}",
    "love": "fell in love with {other}",
    "lesson": "began lessons with {other}",
    "parting": "was parted from {other}",
    "praised": "was praised by the master",
    "rewarded": "was rewarded by the master",
    "gifted": "was given a present by the master",
    "consoled": "was comforted by the master",
    "reconciled": "made peace with {other}",
    "punished": "was punished by the master",
    "threatened": "was threatened by the master",
}
"""The same as others tell it, with the names of place and hero."""

GROUNDS = {
    "guild": "at the hall",
    "town": "in town",
    "woods": "in the woods",
    "heights": "up in the heights",
    "waters": "by the water",
    "open": "out in the open country",
    "ruins": "among the ruins",
    "shrine": "on hallowed ground",
}
"""Where a memory happened, by kind of place."""
EXACT, FORTNIGHT, WEEKS = 14, 21, 42
"""Days up to which (not included) it is told to the day, as a fortnight, in weeks."""
BANDS = EXACT + 3
"""How many ways of telling how long ago it was."""


def band(days: int) -> int:
    """Which of the ``BANDS`` so many days belong to."""
    return min(days, EXACT) + (days >= FORTNIGHT) + (days >= WEEKS)


def ago(band: int) -> str:
    """ "three days ago"."""
    if band >= EXACT:
        return ("a good fortnight ago", "some weeks ago", "a long time ago")[band - EXACT]
    return "only lately" if band == 0 else f"{numerals.days(band)} ago"


def told(what: str, where: str, other: str, days: int, doing: str = "") -> str:
    """ "was hurt in the Grey Creeks, hunting, three days ago"; ``where`` and ``doing`` are '' where there is none."""
    deed = TOLD[what].format(where=where and f" {where}", other=other)
    return ", ".join(part for part in (deed, doing, ago(band(days))) if part)


COUNSEL = """
    I settled this with myself some time ago
    I had thought it over beforehand, and I keep to what I resolved
    I have slept on the question, and my answer stands
    I made up my mind about this a while back
    I weighed it up beforehand and came to a decision
    I promised myself to do so when the moment came"""
