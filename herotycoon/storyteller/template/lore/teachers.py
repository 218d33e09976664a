"""Narrators who explain: the schoolbook and the mapmaker."""

from typing import Final

from herotycoon.storyteller.template.lore.narrator import Narrator
from herotycoon.storyteller.template.themes.base import frames

SCHOOLBOOK: Final = Narrator(
    order="opening founding custom | easy hard mark | trouble closing",
    opening=frames("""
        - Children of {town} learn the shape of {land} on their fingers, and lose count in the same place.
        - Lesson the first: {land} is where we live, and why is lesson the ninth.
        - The rhyme begins with {town} and goes round with the sun, and whoever forgets a line must fetch
          the {food}.
        - The first thing is to sit up, and the second is that {land} has {small} sides, however often one
          counts.
        - Q. What is {land}? A. {land} is what we have got.
        - The class will please open the book at the stain, which is {land}.
        """),
    easy=frames("""
        - {easy} {easyis} for {goods}, says the rhyme, and for going home from.
        - {easy} {easyis} the thumb, which works hardest and is hurt least.
        - In {easy} the good child may play until the second bell.
        - E is for {easy}, with {goods}, and everyone home by tea.
        - Q. What comes from {easy}? A. {goods}, cousins, and on Sundays a smell of pie.
        - The picture shows {easy}, and the happy figures in it are getting {goods}, and are paid.
        """),
    hard=frames("""
        - {hard} {hardis} the finger we do not point with.
        - In {hard} there live {foes}, and here the class is to be silent for as long as it takes to be
          glad.
        - The verse about {hard} has been taken out {small} times, and is known by heart to everybody over
          six.
        - Q. What is there in {hard}? A. {foes}. Q. And what else? A. Nothing else, any more.
        - H is for {hard}, and for holding hands.
        - If a mother has {num} sons and {hard} {hardhas} {small} of them, how many should she have told
          about the {foes}?
        """),
    mark=frames("""
        - At {mark} one says please; the book gives {num} examples of people who did not.
        - {mark} {markis} marked with a star, and the star with a question.
        - Each spring the class is walked to {mark}, counted, and walked back, and counted again.
        - Q. Who made {mark}? A. That is not the question it asks.
        - M is for {mark}, where teacher proposed, and for mistake.
        - Anyone who has been to {mark} may tell the class about it, in their own words, with their eyes
          open.
        """),
    closing=frames("""
        - The lesson on {hall} and its heroes has been postponed until they do something.
        - Exercise: say which part of this is true, and who told you.
        - The remaining pages have been used to light the stove, as they were every year.
        - Q. Who will save us? A. Somebody at {hall}, if they are up.
        - Those who have finished may draw {mark}, from memory, and then help with the screaming.
        - Learn this by heart before {day}, and you need never know it again.
        """),
)

MAPMAKER: Final = Narrator(
    order="opening easy hard | mark founding custom | trouble closing",
    opening=frames("""
        - Every map of {land} is wrong in the same {small} places, and people have begun to build there
          accordingly.
        - This map was drawn on foot, with {a:thing} and one assistant, since resigned.
        - North is at the top, except {inhard}, where it is wherever you last saw it.
        - The sea monsters in the margin are ornamental, the others are to scale.
        - It is {num} paces from {town} to the edge of what is certain.
        - In drawing {land} the mapmaker has put in nothing that did not put itself in first.
        """),
    easy=frames("""
        - {easy} {easyis} drawn from life: {goods}, footpaths, a dog at every gate.
        - The green part is {easy}, and the mapmaker would like it noted that the lunch there was excellent.
        - {easy} may be relied upon to the nearest hedge.
        - {easy} {easyis} coloured yellow, for {goods}, and because the yellow had to be used.
        - At {easy} the lines are steady, the mapmaker having been given a chair there.
        - Of {easy} one could make a map by ear, from the dogs, the bells and the people selling {goods}.
        """),
    hard=frames("""
        - {hard} {hardis} drawn from interviews, held through a door.
        - The blank is {hard}; it is not unexplored, it is merely that no two explorers would sit in one
          room after.
        - Where it says {foes}, over {hard}, the lettering is small because there was little time.
        - Over {hard} the paper has been patched, twice, from the back.
        - {hard} {hardis} shown as it was {small} minutes before the end of the survey.
        - The red dots in {hard} are {foes}, and the small crosses are how we know.
        """),
    mark=frames("""
        - {mark} {markhas} been moved slightly, for legibility, and has been found the next morning where it
          was.
        - The cross is {mark}, and should be approached from the printed side.
        - {mark} {markis} shown at {small} times its size, which is how everybody remembers it.
        - Every road on this map was begun by somebody going to {mark}, and finished by somebody else.
        - {mark} appear{markends} where it does at the request of {mark}.
        - From {mark} one can see the whole of {land}, and it can see one back.
        """),
    closing=frames("""
        - The small house with the large chimney is {hall}, where this map was paid for, in part.
        - Distances are in days, and days are at the traveller's own risk.
        - Corrections are welcome from anyone who returns.
        - The compass in the corner is a portrait of the mapmaker's hopes.
        - Fold along the river, and do not fold at all across {hard}.
        - Sold at {town}, by {person}, who has never been farther than the door.
        """),
)
