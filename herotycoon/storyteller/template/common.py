"""Words that every world knows."""

from typing import Final

from herotycoon.storyteller.template.themes.base import frames, items

NUMBERS: Final = items("""
    five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen,
    eighteen, nineteen, twenty, twenty-two, twenty-six, thirty-one, forty
    """)
SMALL_NUMBERS: Final = items("two, three, four, five, six, seven, eight, nine")
KIN: Final = items("""
    mother, father, aunt, uncle, grandmother, grandfather, stepmother, stepfather, godmother, elder sister,
    elder brother, great-aunt, foster mother, widowed uncle
    """)

WORDS: Final = {
    "trade": items("""
        baker, cooper, tinker, midwife, gravedigger, schoolteacher, rat-catcher, tailor, blacksmith,
        bell-founder, pawnbroker, cheesemonger, notary, well-digger, candle-maker, beekeeper, hatter, rent
        collector, mapmaker, locksmith, swineherd, wheelwright, bookbinder, glazier, undertaker,
        spoon-carver
        """),
    "thing": items("""
        copper kettle, spare button, wooden spoon, broken clock, borrowed umbrella, brass key, silver
        thimble, blue marble, pair of mittens, dented helmet, chipped teacup, goose-feather pen, ball of red
        string, pocket mirror, clay pipe, tin soldier, pressed flower, loaded die, child's shoe, music box,
        iron ladle, jar of pickles, walking stick, folding stool, letter of credit, blunt axe, pot of glue,
        sack of onions
        """),
    "food": items("""
        barley soup, boiled onions, cold porridge, plum dumplings, hard cheese, rye bread, turnip pie,
        stewed pears, liver sausage, cabbage, gingerbread, buttered parsnips, pickled eggs, bean stew,
        oatcakes, dried apples
        """),
    "beast": items("""
        goose, three-legged cat, mule, goat, toad, jackdaw, hedgehog, bantam cock, old hound, ferret, pig,
        donkey, tame crow, dormouse, tortoise, nanny goat
        """),
}

SONGS: Final = frames("""
    - The [Miller|Widow|Bishop|Tinker|Goose|Bailiff] of {village}
    - {person}'s [Farewell|Boots|Second Wedding|Goat|Complaint|Lullaby]
    - [Seven|Nine|Three|Twenty] [Crows|Bridges|Sisters|Letters|Candles] to {village}
    - Oh, [Carry|Bury|Marry|Forget|Feed] Me at {village}
    """)

MOTTOS: Final = frames("""
    - Mostly alive.
    - We were just passing.
    - Twice, if necessary.
    - Bring your own boots.
    - After you.
    - It was like that when we came.
    - Brave enough, weather permitting.
    - Somebody must, and we were up.
    - No task too small, several too large.
    - Paid by the deed, mourned by the hour.
    - Forward, on balance.
    - Ask about our other successes.
    - To the end, or supper.
    - Least said, soonest hired.
    - The door is open; wipe your feet.
    - Better together, cheaper by the dozen.
    - We have seen worse, and billed for it.
    - Not lost, exploring.
    """)

STANDING: Final = frames("""
    - It stands {at}, an hour beyond the last decent road.
    - You come on it {at}, generally while looking for something else.
    - It lies {at}, and the {foes} go round it.
    - Everybody {at} can point to it, though seldom in the same direction.
    - It has stood {at} longer than the name has.
    - There are {small} paths to it {at}, and the shortest is the one nobody recommends.
    - {at} it is used to give directions by, and otherwise left in peace.
    - It is found {at}, {num} minutes' walk from where the {foes} water.
    - {at} it is the one thing that casts a shadow worth sitting in.
    - {person} of {village} will take you there for {num} {coin}, as far as the last bend; it is {at}.
    - It is {at}, beside a path kept open by nobody in particular.
    - {at} the {foes} themselves lower their voices when they pass it.
    - The old road {at} makes a bend for it, and then, further on, another to have a look back.
    - It can be seen from anywhere {at} on a clear day, and felt on the others.
    - In {year} it was {at}; where it had been before that is a matter of opinion.
    - Maps put it {at}, and for once the maps are right.
    - It stands {at} with its back to {village}, and {village} has taken it personally.
    - Shepherds, lovers and {foes} meet {at} to look at it, at different hours.
    - No two people {at} have ever agreed how tall it is.
    - It turned up {at} in {year}, between a Monday and a Tuesday.
    - A bench has been put up {at} for those who find it too much.
    - {at} the grass grows towards it.
    """)
