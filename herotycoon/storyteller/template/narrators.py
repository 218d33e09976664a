"""Who tells the lore: seven voices, each with its own way of walking round a world."""

from dataclasses import dataclass
from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames


@dataclass(frozen=True, slots=True)
class Narrator:
    """`order` names what is told: parts of the theme (founding, custom, trouble) and own ones; "|" ends a
    paragraph.

    Slots of the own parts: land, town, hall, easy, hard (names of biomes, "in" them: ineasy, inhard), mark
    (a landmark), foe, foes (of the hardest biome), goods (of the easiest).
    """

    order: str
    opening: Frames
    easy: Frames
    hard: Frames
    mark: Frames
    closing: Frames


NARRATORS: Final[tuple[Narrator, ...]] = (
    Narrator(  # the chronicler
        order="founding opening | easy mark hard custom | trouble closing",
        opening=frames("""
            - The first book of the chronicle is mostly weather, and the second is mostly apologies for the
              first.
            - What happened next is disputed by {num} families, {small} of which were not there.
            - The record then skips {num} years, during which, it is believed, people were simply getting on
              with it.
            """),
        easy=frames("""
            - {easy} was settled first, by people who came for the {goods} and stayed because the cart
              broke.
            - The charter gives {easy} to all in common, and the {goods} to whoever is up earliest.
            - From {town} to {easy} is a morning's walk, and the chronicle has nothing worse to say of it
              than that.
            """),
        hard=frames("""
            - Of {hard} it records only the names of those who went, in one hand, and of those who came
              back, in a much shorter list.
            - {hard} was surveyed {small} times, each time by someone new.
            - {foes} have held {hard} since before there were dates, and have seen off {small} armies and a
              commission.
            """),
        mark=frames("""
            - {mark} was already old then, and already had a queue.
            - About {mark} the chronicle disagrees with itself, in the margin, in red.
            - In {year} somebody first slept the night at {mark} and came home with opinions.
            """),
        closing=frames("""
            - The last page is blank, and has been signed by {num} witnesses.
            - Here the present chronicler begins, with a new pen and no great hopes.
            - The guild's hall at {hall} stands on land the chronicle describes as "to be decided".
            """),
    ),
    Narrator(  # the innkeeper
        order="opening custom easy | hard mark trouble | founding closing",
        opening=frames("""
            - You will be new here, so sit down, and do not sit there, that is {person}'s chair and has been
              since {year}.
            - Strangers ask three things in {town}: where to sleep, what not to eat, and who is in charge.
            - If you have come through {easy} you have seen the best of us already, and there is no shame in
              turning round.
            """),
        easy=frames("""
            - You may walk {ineasy} with a purse in your hand and a song in your mouth, at least before
              supper.
            - For {goods} you want {easy}, and for honest {goods} you want to be there before {person} is.
            - {easy} will do you no harm if you shut the gates and greet the animals.
            """),
        hard=frames("""
            - Nobody goes to {hard} for pleasure, and of those who go for money I can show you the unpaid
              bills.
            - When they tell you that there are no {foes} left {inhard}, ask to see the fingers of whoever
              says it.
            - As for {hard}, settle up before you leave; no offence is meant by it.
            """),
        mark=frames("""
            - Do stop at {mark} if it lies on your way, but be civil, and do not count anything aloud.
            - People will send you to {mark} to be rid of you; go anyway, it does most of them good.
            - My {kin} went up to {mark} with a question once and came back with a limp and a better
              question.
            """),
        closing=frames("""
            - That is all there is to know, and we are out of {food}.
            - The company up at {hall} is hiring, they always are, and you will want to think about why.
            - Anything else you will find out by stepping in it.
            """),
    ),
    Narrator(  # the assessor of taxes
        order="opening founding | easy hard mark | custom trouble closing",
        opening=frames("""
            - For purposes of assessment {land} comprises {num} hearths, {small} mills, and an amount of
              water that depends on who is asked.
            - The undersigned visited {land} in {year} and was offered {food} throughout.
            - No return has been received from {land} since {year}, and the following is from observation.
            """),
        easy=frames("""
            - {easy}: productive of {goods}; inhabitants cheerful, therefore under-assessed.
            - {easy} declares no {goods} whatever, and sells it by the cartload under the assessor's window.
            - The yield of {easy} in {goods} was found to be double in the years when nobody counted it.
            """),
        hard=frames("""
            - {hard}: arrears total; the bailiffs sent there are now themselves in arrears.
            - The {foes} of {hard} were assessed at {small} {coin} a head, and the heads were not
              forthcoming.
            - {hard} is entered as "waste", the assessor having got as far as the edge and heard it.
            """),
        mark=frames("""
            - {mark} claims exemption as a place of wonder, and on inspection the claim was allowed.
            - Takings at {mark} are considerable, entirely in {coin}, and wet.
            - No owner could be found for {mark}; {small} persons came forward to say that it owned them.
            """),
        closing=frames("""
            - The mercenaries at {hall} are rated as a nuisance of the second class, with prospects.
            - The assessor recommends patience, a larger escort, and retirement.
            - Signed at {town}, on a borrowed table, in some haste.
            """),
    ),
    Narrator(  # the schoolbook
        order="opening founding custom | easy hard mark | trouble closing",
        opening=frames("""
            - Children of {town} learn the shape of {land} on their fingers, and lose count in the same
              place.
            - Lesson the first: {land} is where we live, and why is lesson the ninth.
            - The rhyme begins with {town} and goes round with the sun, and whoever forgets a line must
              fetch the {food}.
            """),
        easy=frames("""
            - {easy} is for {goods}, says the rhyme, and for going home from.
            - {easy} is the thumb, which works hardest and is hurt least.
            - In {easy} the good child may play until the second bell.
            """),
        hard=frames("""
            - {hard} is the finger we do not point with.
            - In {hard} there live {foes}, and here the class is to be silent for as long as it takes to be
              glad.
            - The verse about {hard} has been taken out {small} times, and is known by heart to everybody
              over six.
            """),
        mark=frames("""
            - At {mark} one says please; the book gives {num} examples of people who did not.
            - {mark} is marked with a star, and the star with a question.
            - Each spring the class is walked to {mark}, counted, and walked back, and counted again.
            """),
        closing=frames("""
            - The lesson on {hall} and its heroes has been postponed until they do something.
            - Exercise: say which part of this is true, and who told you.
            - The remaining pages have been used to light the stove, as they were every year.
            """),
    ),
    Narrator(  # the mapmaker
        order="opening easy hard | mark founding custom | trouble closing",
        opening=frames("""
            - Every map of {land} is wrong in the same {small} places, and people have begun to build there
              accordingly.
            - This map was drawn on foot, with {a:thing} and one assistant, since resigned.
            - North is at the top, except {inhard}, where it is wherever you last saw it.
            """),
        easy=frames("""
            - {easy} is drawn from life: {goods}, footpaths, a dog at every gate.
            - The green part is {easy}, and the mapmaker would like it noted that the lunch there was
              excellent.
            - {easy} may be relied upon to the nearest hedge.
            """),
        hard=frames("""
            - {hard} is drawn from interviews, held through a door.
            - The blank is {hard}; it is not unexplored, it is merely that no two explorers would sit in one
              room after.
            - Where it says {foes}, over {hard}, the lettering is small because there was little time.
            """),
        mark=frames("""
            - {mark} has been moved slightly, for legibility, and has been found the next morning where it
              was.
            - The cross is {mark}, and should be approached from the printed side.
            - {mark} is shown at {small} times its size, which is how everybody remembers it.
            """),
        closing=frames("""
            - The small house with the large chimney is {hall}, where this map was paid for, in part.
            - Distances are in days, and days are at the traveller's own risk.
            - Corrections are welcome from anyone who returns.
            """),
    ),
    Narrator(  # the gossip
        order="trouble opening | custom mark easy hard | founding closing",
        opening=frames("""
            - That, at least, is what they say at {town}, where nobody has ever waited for the second half
              of a story.
            - {person} told me so, who had it from {person2}, who has no reason to lie since the settlement.
            - Nothing of the kind would have happened under the old people, but then nothing of any kind
              did.
            """),
        easy=frames("""
            - Everyone who is anyone has a cousin {ineasy}, in {goods}, doing well and not writing.
            - {easy} has come up in the world, they put a fence round it.
            - You can tell the ones from {easy} by the {goods} under their fingernails and the singing.
            """),
        hard=frames("""
            - Nobody is from {hard}, you understand, although some people are suddenly not from anywhere
              else.
            - {hard} wants only {small} more to make up its hundred, and the {foes} are counting too.
            - They said the same of {person}, who went to {hard} for a week, and it has been a long week.
            """),
        mark=frames("""
            - {person} proposed at {mark}, in {year}, and it was {mark} that answered.
            - Say what you like about {mark}, but not within earshot.
            - Half the boys of {town} are called after {mark}, and the other half after the man who charged
              admission.
            """),
        closing=frames("""
            - And now there is a guild at {hall}, if you please, with a brass plate.
            - I say nothing, I only live here.
            - You did not hear it from me, and if you did, you heard it wrong.
            """),
    ),
    Narrator(  # the ballad
        order="opening founding | hard easy mark | trouble custom closing",
        opening=frames("""
            - There is a song about {land} with {num} verses, and the polite ones are as follows.
            - Every song about {land} starts with somebody leaving it, in good boots, before dawn.
            - The old tune has been set to new words {small} times, usually by the side that won.
            """),
        easy=frames("""
            - The verse that everybody dances to is the one about {easy}, where there is {goods} enough and
              a fiddle by noon.
            - {easy} gets the major key, and a chorus about {goods} with gestures.
            - One verse praises {easy} at such length that the singer may be presumed to have land there.
            """),
        hard=frames("""
            - The verse about {hard} is hummed.
            - When the tune comes to {hard} the drum leaves off, and you hear the {foes} come in on the
              beat.
            - {num} went out to {hard}, runs the refrain, and the last number is sung by whoever is left
              standing.
            """),
        mark=frames("""
            - At {mark} the singer stops to tune, the tradition being that something there is listening.
            - {mark} has a verse to itself, in a language that only {mark} is thought to speak.
            - The lovers of the third verse are still to be seen at {mark}, charging for it.
            """),
        closing=frames("""
            - The last verse is about the heroes of {hall}, and has been left open at both ends.
            - It finishes on the wrong note, deliberately, so that someone has to start again.
            - Hats are passed at this point.
            """),
    ),
)
