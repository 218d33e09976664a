"""Plots about people whom monsters are in the way of."""

from typing import Final

from herotycoon.storyteller.template.quests.plot import Plot
from herotycoon.storyteller.template.themes.base import frames

OF_PEOPLE: Final[tuple[Plot, ...]] = (
    Plot(
        titles=frames("""
            - {client}'s {thing}
            - The {thing} {at}
            - [Lost|Mislaid|Wanted Back]: {thing}
            """),
        openings=frames("""
            - {client} dropped {a:thing} {at} while leaving some {foes} quickly, and would like it back more
              than words can say or coin express.
            - The {foes} {at} have {client}'s {thing}, and have been seen to take turns with it.
            - {a:thing} which had been in {client}'s family for {small} generations now lies {at}, in the
              middle of a good many {foes}.
            """),
    ),
    Plot(
        titles=frames("""
            - The [Missing|Late|Overdue] {trade}
            - [Where Is|What Became of|Looking for] {client}
            - {client} Has Not Come [Home|Back|to Supper]
            """),
        openings=frames("""
            - {client} the {trade} was last seen {at} on {day}, under {a:foe}, and has not come back, though
              the {beast} has.
            - Somebody has been lighting fires {at} to keep off {foes}, and {other} believes it to be
              {client} the {trade}, who was mourned {small} months ago at some expense.
            - A note from {client} the {trade} has come down from {place}, tied to {a:beast}, and consists
              of one word, {foes}, and a good deal of blot.
            """),
    ),
    Plot(
        titles=frames("""
            - [Past|Beyond|Around] {place}
            - Safe Passage for {client}
            - The [Road|Way|Path|Short Cut] Through {place}
            """),
        openings=frames("""
            - {client} has wagons of {food} to bring past {place}, and the last {small} are still there,
              with {foes} in them.
            - {other} wants {client} the {trade} escorted past the {foes} of {place} and delivered in the
              same number of pieces.
            - No carrier will pass {place} any more, on account of the {foes}, and {client} has been reduced
              to cold suppers.
            """),
    ),
    Plot(
        titles=frames("""
            - {client}'s Money
            - [Owed|Counted|Paid] {at}
            - {num} [Purses|Sacks|Boxes|Barrels] {at}
            """),
        openings=frames("""
            - The {foes} {at} are sitting on a pay chest that {client} lost on behalf of {boss}, and seem to
              think that it will hatch.
            - {client} the {trade} is being held {at} by {foes}, who are asking {num} times what {client}'s
              family had hoped.
            - Money meant for {client}'s wedding went astray {at}, and the {foes} there have been buying
              {food} in quantity.
            """),
    ),
    Plot(
        titles=frames("""
            - Physic for {client}
            - The Bitter [Cup|Draught|Remedy] of {client}
            - [A Cure|Medicine|Relief|The Antidote] {at}
            """),
        openings=frames("""
            - {client} is ill, and the only cure grows {at}, within easy reach of the {foes}.
            - {client} the {trade} needs the gall of {a:foe} from {place} by {day}, fresh, and has not asked
              what the {foe} needs.
            - A fever in {client}'s street can be broken with a flower that grows {at} and nowhere else, the
              {foes} having eaten it everywhere else.
            """),
    ),
    Plot(
        titles=frames("""
            - The Late {client}
            - Rest for {client}
            - The [Second Funeral|Last Wish|Remains] of {client}
            """),
        openings=frames("""
            - {client} was buried {at} in good faith, and has been back {small} times to complain about the
              {foes}.
            - The bones of {client} lie {at} among {foes}, and {other} will not marry again until they are
              brought home.
            - {other} has inherited everything from {client} on condition of spending a night {at}, and the
              {foes} know it.
            """),
    ),
    Plot(
        titles=frames("""
            - Between {client} and {other}
            - {other}'s [Revenge|Mistake|Experiment|Idea]
            - {client}, {other} and the {foes}
            """),
        openings=frames("""
            - {other} let the {foes} into {place} to spite {client}, and neither is now able to say how they
              are got out.
            - {client}'s apprentice, {other}, has run off to live with the {foes} {at}, and left a note that
              is rude about {food}.
            - {client} and {other} both claim {place}, and the {foes} have been hired by at least one of
              them.
            """),
    ),
    Plot(
        titles=frames("""
            - [Voices|Singing|Verses|An Encore] {at}
            - {client}'s [Company|Party|Flock]
            - [A Choir|Bells|A Hymn|Silence] for {place}
            """),
        openings=frames("""
            - A party of {num} under {client} the {trade} set out to sing to the {foes} {at}, and has been
              heard since, but not in tune.
            - {client} is bringing {num} orphans past {place} by night, singing, and has been told about the
              {foes} only this morning.
            - {small} players, with {client} as the queen, are performing {at} under compulsion, to {foes},
              and are on their third encore.
            """),
    ),
    Plot(
        titles=frames("""
            - The Papers of {client}
            - What {client} Left {at}
            - {client}'s [Secret|Handwriting|Legacy]
            """),
        openings=frames("""
            - {client}'s last will is somewhere {at}, and the {foes} there have eaten {small} nephews who
              were looking for it.
            - The recipe for {client}'s {food} died with {client} {at}, unless the {foes} kept the papers,
              as they seem to keep everything.
            - {client} left {other} half a map, and the {foes} {at} the other, and the {foes} have coloured
              theirs in.
            """),
    ),
    Plot(
        titles=frames("""
            - The [Winter|Midnight|Stolen|Doubtful] {food}
            - {food} for {client}
            - The {foes} and the {food}
            """),
        openings=frames("""
            - Somebody is feeding {food} to the {foes} {at}, and {client} the {trade} would like to know who
              can afford it.
            - {client}'s whole stock of {food} has been carried off by the {foes} {at}, neatly, with the
              bill paid in teeth.
            - For {day} {client} needs {food} such as is made only {at}, by an old woman whom the {foes}
              will not let out of their sight.
            """),
    ),
    Plot(
        titles=frames("""
            - The [Curse|Trouble|Secret] of {client}
            - What {client} [Brought Back|Signed|Picked Up]
            - [Something|A Touch|A Look|The Voice] of the {foe}
            """),
        openings=frames("""
            - {client} has been {a:foe} since {day}, and {other} would like to have the matter settled {at}
              before the in-laws come.
            - Whatever {client} picked up {at} howls at the same hour every night, and all the {foes} for
              miles answer it.
            - {client} the {trade} sold a shadow to the {foes} {at} for {a:thing}, and it has begun to be
              missed in company.
            """),
    ),
)
