"""Plots without a monster."""

from typing import Final

from herotycoon.storyteller.template.quests.plot import Plot
from herotycoon.storyteller.template.themes.base import frames

ERRANDS: Final[tuple[Plot, ...]] = (
    Plot(
        titles=frames("""
            - {client}'s [Errand|Favour|Commission]
            - By Hand to {place}
            - To Be [Delivered|Handed Over|Left] {at}
            """),
        openings=frames("""
            - {client} the {trade} has a parcel for somebody {at}, and would rather not say for whom, or why
              it hums.
            - {client} has written to {other}, who must be handed the letter {at}, and who has been avoiding
              letters since {day}.
            - {client} owes {other} {a:thing}, and the two are not speaking, so somebody must carry it to
              {place}.
            """),
    ),
    Plot(
        titles=frames("""
            - Repairs for {client}
            - Something Wrong {at}
            - {num} [Nails|Tiles|Planks|Buckets] {at}
            """),
        openings=frames("""
            - The well {at} has gone dry, sour or shy, and {client} wants it looked into by someone with
              rope.
            - {client} the {trade} is rebuilding what {other} built {at}, and would like to have armed
              people standing about when {other} hears.
            - The clock {at} struck {num} on {day}, and {client} wants it stopped before it does so again.
            """),
    ),
    Plot(
        titles=frames("""
            - Finding {client}
            - The [Vanished|Reluctant|Second-Best] {trade}
            - {client}, [Alive|Present|Sober] by {day}
            """),
        openings=frames("""
            - {client} the {trade} is expected {at} on {day}, as the groom, and was last seen going the
              other way.
            - {other} is looking for {client} the {trade}, who went out for {food} some time ago, as far as
              {place}, and has been sending for furniture.
            - {boss} needs {client} the {trade} as a witness by {day}, unharmed, and the witnesses so far
              have all been found {at}.
            """),
    ),
    Plot(
        titles=frames("""
            - The [Honest|Second|Missing|Doubtful] {thing}
            - {client}'s {thing}
            - {a:thing} {at}
            """),
        openings=frames("""
            - {client} buried {a:thing} {at} and can remember everything about it but where.
            - {client} is said to have {a:thing} {at} that belongs to {other}, and both would like to hear
              it denied.
            - {a:thing} of {client}'s has turned up {at} with somebody else's name on it, in old paint.
            """),
    ),
    Plot(
        titles=frames("""
            - {client} Against {other}
            - A Verdict {at}
            - The [Peace|Politics|Feud] {at}
            """),
        openings=frames("""
            - {client} and {other} have been to law over {a:beast} for {num} years and will accept the
              verdict of any stranger whom they meet {at}.
            - The people {at} have elected {small} mayors on one day, {client} and {other} among them, and
              ask for a person with no opinions and a sword.
            - {client} wants to know, quietly, why everyone {at} has started paying {other}.
            """),
    ),
    Plot(
        titles=frames("""
            - {day} {at}
            - A [Steward|Witness|Friend] for {day}
            - A Guest of {client}
            """),
        openings=frames("""
            - {client} is giving the supper for {day} {at}, expects {num} enemies, and wants somebody to sit
              between them.
            - On {day} last year the procession {at} went in with {num} people and came out with {num} and
              {a:beast}, and {client} wants it counted.
            - {client} the {trade} needs a champion for {day} {at}, {other} having bought all the others.
            """),
    ),
    Plot(
        titles=frames("""
            - The Education of {client}
            - {small} Lessons {at}
            - {client} Goes Out
            """),
        openings=frames("""
            - {client} has been sent out to see the world, as far as {place}, and {boss} would like it to be
              kept at a distance.
            - {client} the {trade} has bought a sword and means to use it {at}, and {other} will pay to have
              somebody near who knows how.
            - {client} is to be taught manners {at} by {day}, {small} tutors having given notice through the
              window.
            """),
    ),
)
