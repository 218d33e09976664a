"""What a quest says: its odds, its danger, its reward, its comrades. Odds and danger are per cent."""

from __future__ import annotations

from heroes.sim.lexicon import Action as A

ODDS: tuple[tuple[int, str], ...] = (
    (29, "at long odds"),
    (44, "with the odds against me"),
    (55, "at about even odds"),
    (69, "with the odds a little on my side"),
    (84, "at good odds"),
    (100, "with success all but certain"),
)
"""(highest per cent, words)."""

DANGER: tuple[tuple[int, str, str], ...] = (
    (19, "a tame errand", "tame as it is"),
    (39, "a tricky business", "tricky as it is"),
    (59, "a hard business", "hard as it looks"),
    (79, "a dangerous business", "dangerous as it is"),
    (100, "a deadly business", "deadly as it is"),
)
"""(highest danger, what it is, however it is)."""

ADJECTIVES = ("tame", "tricky", "hard", "dangerous", "deadly")

NOUNS = """
    that {danger} quest
    the {danger} quest on the board
    taking on a {danger} quest"""

PULLS: dict[tuple[A, str], str] = {
    (A.QUEST_TRAVEL, "reward"): """
        the reward is worth the walk
        they are offering {gold} for it
        {gold} is good pay for a quest""",
    (A.QUEST_TRAVEL, "odds"): """
        I think I can bring it off
        I make it {chances} that it goes well
        my chances look better than even""",
    (A.QUEST_TRAVEL, "comrades"): """
        I like those who are going
        there are friends of mine on that quest already
        it is a party I would be glad to march with""",
    (A.QUEST_TRIAL, "odds"): """
        I believe it can be done
        I put it at {chances} that we come out winners
        my chances in there look better than even""",
    (A.QUEST_TRIAL, "comrades"): """
        I won't leave the friends I came with
        there are people beside me whom I would follow anywhere
        those who came with me are going in, and I like them too well to watch""",
    (A.QUEST_RETURN, "odds"): """
        I give it {chances} at best
        my chances in there look worse than even
        I don't believe it can be done""",
    (A.QUEST_RETURN, "comrades"): """
        I won't bleed beside people I can't stand
        the company on this quest is no company of mine
        there are rivals in this party whom I would not trust with my back""",
}

BEHIND = """
    this quest is behind me
    there is nothing more for me to do on this quest
    the quest has had its share of me"""
"""What speaks for going home when the trial is over."""

ANY = """
    the quest speaks for it
    this quest points that way
    it is what the quest asks for"""
