"""Plots about the monsters themselves."""

from typing import Final

from herotycoon.storyteller.template.quests.plot import Plot
from herotycoon.storyteller.template.themes.base import frames

OF_BEASTS: Final[tuple[Plot, ...]] = (
    Plot(
        titles=frames("""
            - The [Hungry|Uninvited|Regular|Late] {foe} of {client}
            - {client} and the {foe}
            - {a:foe} Too [Many|Near|Clever]
            """),
        openings=frames("""
            - {client} the {trade} has lost {num} head of stock to {a:foe} {at}, and has begun to sleep in
              the byre with {a:thing}.
            - Every night for {small} weeks {a:foe} has come out of {place} as far as {client}'s door, and
              last night it tried the handle.
            - {a:foe} {at} has acquired a taste for {client}'s {food}, and for {client}'s neighbours.
            """),
    ),
    Plot(
        titles=frames("""
            - The [Nest|Lair|Brood|Burrow] {at}
            - [Eggs|Young|Bones|Beds] of the {foe}
            - [Smoking|Driving|Digging|Seeing] Out the {foes}
            """),
        openings=frames("""
            - The {foes} {at} have settled, dug in and started a family, and {client} can hear the lessons.
            - There are {num} {foes} {at} where last year there were {small}, and {client} the {trade} has
              done the sum for next year.
            - {client} wants the {foes} out of {place} before {day}, when there will be guests.
            """),
    ),
    Plot(
        titles=frames("""
            - [Terms|Tea|Words|Peace] with the {foes}
            - A [Word|Present|Chair] for the {foe}
            - [Talking|Listening|Bowing] to {foes}
            """),
        openings=frames("""
            - A letter has come from {place}, in a large round hand, in which {a:foe} asks for a person of
              standing to talk to.
            - {boss} would like terms offered to the {foes} {at}, and would like to be somewhere else
              meanwhile.
            - {client} the {trade} swears that one of the {foes} {at} can be reasoned with, and has lent
              {a:thing} as a present.
            """),
    ),
    Plot(
        titles=frames("""
            - {small} Nights {at}
            - [After Dark|At Midnight|Before Dawn|No Sleep] {at}
            - {client} Cannot Sleep
            """),
        openings=frames("""
            - Something {at} has kept {client} awake for {num} nights, and {other}, who went to complain,
              came back with {a:foe}'s compliments.
            - Lights have been seen {at} in the shape of {a:thing}, and the {foes} keep well away from them,
              which worries {client} most.
            - There is music {at} after dark, and {client} the {trade} says that the {foes} have begun to
              hum along.
            """),
    ),
    Plot(
        titles=frames("""
            - [Holding Out|Standing Firm|Not an Inch|Bolted and Barred] {at}
            - The [Long|Second|Last|Poor] Defence of {place}
            - {num} Days {at}
            """),
        openings=frames("""
            - The bridge {at} must be held for as long as it takes {client} to mend it, and the {foes} have
              been watching the scaffolding.
            - {client} keeps the last mill {at}, with a barred door, {num} sacks of flour and a ring of
              {foes} round it.
            - {boss} built a gate {at} against the {foes}, and has found that a gate needs somebody on the
              inside.
            """),
    ),
    Plot(
        titles=frames("""
            - The [Great|Grey|Oldest] {foe} of {place}
            - [Grandmother|King|Old Man|Queen] {foe}
            - The [Oldest|Longest|Widest] {foe} {at}
            """),
        openings=frames("""
            - There is one {foe} {at} that is older than the roads, and it has begun to use them.
            - Three generations of {client}'s family have been chased by the same {foe} {at}, and {client}
              feels that it is enough.
            - The great {foe} {at} took {client}'s leg in one year and the wooden one in another.
            """),
    ),
    Plot(
        titles=frames("""
            - [Trouble|Peace|Quiet|Tax Day|Order|Something Done] {at}
            - A [Quiet Word|Firm Hand|Short Lesson] for the {foes}
            - [Enough|No More|Fewer|Altogether Too Many] {foes}
            """),
        openings=frames("""
            - {client} speaks for {num} households on the edge of {place}, all of which have had enough of
              {foes}.
            - The {foes} {at} have put up a sign, and {client} the {trade}, who can read, has asked that
              something be done.
            - {boss} has promised that there will be no more {foes} {at} after {day}, and has remembered
              that this has to be arranged.
            """),
    ),
    Plot(
        titles=frames("""
            - The [Drill|War|Manoeuvres] of the {foes}
            - {client}'s Little War
            - [Drums|Boots|Banners|Bugles] {at}
            """),
        openings=frames("""
            - The {foes} {at} have begun to drill, and {client}, who was a sergeant once, does not like how
              good they are.
            - Somebody is selling boots to the {foes} {at}, by the cartload, and {client} has run out of
              people to suspect.
            - {client} the {trade} has declared war on the {foes} {at} and finds that it needs more than one
              side.
            """),
    ),
    Plot(
        titles=frames("""
            - A Piece of {a:foe}
            - {a:foe} for the [Wall|Mantelpiece|Museum|Collection]
            - One {foe}, [Slightly Used|As Found|Unstuffed]
            """),
        openings=frames("""
            - {client} has boasted at some length of having killed {a:foe} {at}, and now needs one, dead, by
              {day}.
            - {boss} wished for {a:foe} from {place} at breakfast, in the hearing of {client}, who had just
              asked for a pension.
            - {client} the {trade} has bet {other} {num} to one that nobody dares fetch a tooth from the
              {foes} {at}.
            """),
    ),
    Plot(
        titles=frames("""
            - {client}'s {beast}
            - The {beast} and the {foe}
            - Bring Back {client}'s {beast}
            """),
        openings=frames("""
            - {client}'s {beast}, which has won prizes, was last seen {at} in the company of {a:foe}.
            - {a:foe} {at} has adopted {client}'s {beast}, and the two of them are teaching each other
              tricks.
            - {client} the {trade} cannot work without {a:beast} that is, at present, up a rock {at} with
              {num} {foes} below.
            """),
    ),
    Plot(
        titles=frames("""
            - A [Survey|Measure|Tally] of {place}
            - [Blank|White|Unwritten] Paper {at}
            - Counting {foes} {at}
            """),
        openings=frames("""
            - {client}'s map stops at {place}, with a small drawing of {a:foe} and the mark of a dropped
              pen.
            - {boss} asked {client} how many {foes} there are {at}, for the purposes of taxation, and
              whether they own property.
            - {client} the {trade} is going to measure {place} and wants company that can be outrun by
              {foes}.
            """),
    ),
)
